package greenlight.runner.results;

import greenlight.runner.csv.BadTable;
import greenlight.runner.format.Text;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** What {@code datapackage.json} says of the tables beside it. */
public final class DataPackageReader {
    private final Path file;
    private final JsonNode root;

    private DataPackageReader(Path file, JsonNode root) {
        this.file = file;
        this.root = root;
    }

    /** The description of a folder's tables; empty when it has none. */
    public static Optional<DataPackageReader> of(Path folder) throws IOException, BadTable {
        Path file = folder.resolve(ResultFiles.DATA_PACKAGE);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try (InputStream in = Files.newInputStream(file)) {
            return Optional.of(new DataPackageReader(file, new ObjectMapper().readTree(in)));
        } catch (JacksonException bad) {
            var at = bad.getLocation();
            throw new BadTable(file + ":" + (at == null ? "" : at.getLineNr() + ":" + at.getColumnNr() + ":")
                    + " this is not JSON; it was cut off or edited.");
        }
    }

    /** The description as it is written. */
    public JsonNode whole() {
        return root;
    }

    /** What is said of the experiment; a missing node when nothing is. */
    public JsonNode experiment() {
        return root.path("experiment");
    }

    /** The fields of a table by name; empty when the table is not described. */
    public Map<String, JsonNode> fields(String table) {
        Map<String, JsonNode> fields = new LinkedHashMap<>();
        resource(table)
                .path("schema")
                .path("fields")
                .forEach(field -> fields.put(field.path("name").asString(""), field));
        return fields;
    }

    private JsonNode resource(String table) {
        for (JsonNode resource : root.path("resources")) {
            if (resource.path("name").asString("").equals(table)) {
                return resource;
            }
        }
        return root.path("nothing");
    }

    /** Refuses a table whose bytes are not those that were written. */
    public void check(String table, Path csv) throws IOException, BadTable {
        JsonNode resource = resource(table);
        String said = resource.path("hash").asString("");
        if (said.isEmpty()) {
            return;
        }
        int colon = said.indexOf(':');
        String algorithm = colon < 0 ? "md5" : said.substring(0, colon);
        String found = digest(csv, algorithm);
        if (!found.equalsIgnoreCase(said.substring(colon + 1))) {
            long bytes = resource.path("bytes").asLong(-1);
            long size = Files.size(csv);
            String sizes = bytes >= 0 && bytes != size
                    ? " It has " + Text.grouped(size) + " bytes instead of " + Text.grouped(bytes) + "."
                    : "";
            throw new BadTable(csv + " is not the file that was written: its " + algorithm
                    + " digest is not the one in " + file + "." + sizes
                    + " It was cut off or edited; run the sweep again, or say --edited to analyse it as it is.");
        }
    }

    private String digest(Path csv, String algorithm) throws IOException, BadTable {
        MessageDigest digest;
        try {
            digest = MessageDigest.getInstance(
                    algorithm.equalsIgnoreCase("sha256") ? "SHA-256" : algorithm.toUpperCase(java.util.Locale.ROOT));
        } catch (NoSuchAlgorithmException unknown) {
            throw new BadTable(file + ": the digest " + algorithm + " is not known; sha256 is.");
        }
        byte[] buffer = new byte[1 << 16];
        try (DigestInputStream in = new DigestInputStream(Files.newInputStream(csv), digest)) {
            while (in.read(buffer) >= 0) {
                // the digest sees every byte that passes
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}
