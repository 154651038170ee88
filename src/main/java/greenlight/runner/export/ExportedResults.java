package greenlight.runner.export;

import greenlight.runner.results.Fingerprint;
import greenlight.runner.results.ResultFiles;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The folder of a sweep, read by its {@code datapackage.json} alone.
 *
 * @param about all that the description says beside the tables
 */
public record ExportedResults(Path folder, JsonNode about, List<Table> tables) {
    /** A table: {@code file} lies in the folder. */
    public record Table(String name, Path file, List<Column> columns, JsonNode description) {
        /** Opens the table; every record has a field for each column. */
        CSVParser rows() throws IOException {
            Reader in = Files.newBufferedReader(file);
            return CSVFormat.RFC4180
                    .builder()
                    .setHeader()
                    .setSkipHeaderRecord(true)
                    .get()
                    .parse(in);
        }
    }

    /**
     * A column.
     *
     * @param type {@code string}, {@code integer}, {@code number} or {@code boolean}
     * @param role in {@code runs.csv} {@code key}, {@code factor}, {@code status} or {@code measure}; else empty
     */
    public record Column(String name, String type, String role) {}

    /**
     * Reads what a folder holds, and compares each table with the digest that stands in the description.
     *
     * @throws IOException in one sentence, when something is missing or not as described
     */
    public static ExportedResults read(Path folder) throws IOException {
        Path file = folder.resolve(ResultFiles.DATA_PACKAGE);
        JsonNode whole;
        try {
            whole = JsonMapper.shared().readTree(Files.readString(file, StandardCharsets.UTF_8));
        } catch (NoSuchFileException missing) {
            throw new IOException(
                    folder + " has no " + ResultFiles.DATA_PACKAGE + ", so it does not hold a finished sweep.",
                    missing);
        } catch (IOException | JacksonException broken) {
            throw new IOException(file + " cannot be read as JSON; sweep again.", broken);
        }
        List<Table> tables = new ArrayList<>();
        for (JsonNode table : whole.path("resources")) {
            tables.add(table(folder, table));
        }
        if (tables.stream().noneMatch(table -> table.name().equals("runs"))) {
            throw new IOException(file + " describes no table runs; sweep again.");
        }
        return new ExportedResults(folder, whole, tables);
    }

    private static Table table(Path folder, JsonNode table) throws IOException {
        Path file = folder.resolve(table.path("path").asString(""));
        if (!Files.isRegularFile(file)) {
            throw new IOException(file + " is missing, which " + ResultFiles.DATA_PACKAGE + " describes.");
        }
        String hash = table.path("hash").asString("");
        if (!hash.isEmpty() && !hash.equals("sha256:" + Fingerprint.of(file).sha256())) {
            throw new IOException(file + " is not as the sweep wrote it: its SHA-256 is not the one in "
                    + ResultFiles.DATA_PACKAGE + "; sweep again.");
        }
        List<Column> columns = new ArrayList<>();
        for (JsonNode field : table.at("/schema/fields")) {
            columns.add(new Column(
                    field.path("name").asString(""),
                    field.path("type").asString(""),
                    field.path("role").asString("")));
        }
        return new Table(table.path("name").asString(""), file, columns, table);
    }

    /** Whether there is a table of this name. */
    public boolean has(String name) {
        return tables.stream().anyMatch(table -> table.name().equals(name));
    }

    /** A table that is there. */
    public Table table(String name) {
        return tables.stream()
                .filter(table -> table.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
