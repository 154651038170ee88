package greenlight.runner.report;

import greenlight.runner.results.ResultFiles;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** What a folder of results tells of itself: its data package, and why runs failed. */
final class About {
    private final Path folder;
    private final JsonNode root;

    /** A run that failed. */
    record Failure(String run, String point, String replication, String error) {}

    private About(Path folder, JsonNode root) {
        this.folder = folder;
        this.root = root;
    }

    /** Reads {@code datapackage.json}; without one, little is told. */
    static About of(Path folder) throws IOException {
        Path file = folder.resolve(ResultFiles.DATA_PACKAGE);
        if (!Files.exists(file)) {
            return new About(folder, MissingNode.getInstance());
        }
        try {
            return new About(folder, JsonMapper.shared().readTree(Files.readString(file)));
        } catch (JacksonException broken) {
            throw new IOException(file + " is not JSON: " + broken.getOriginalMessage(), broken);
        }
    }

    /** The description as it is written; a missing node without one. */
    JsonNode description() {
        return root;
    }

    Path folder() {
        return folder;
    }

    /** The folder's last name. */
    String place() {
        return String.valueOf(folder.toAbsolutePath().normalize().getFileName());
    }

    /** What the experiment is told to be; empty when it is not. */
    Optional<String> experiment(String key) {
        return Optional.of(text(root.path("experiment"), key)).filter(words -> !words.isEmpty());
    }

    /** The experiment's title; the folder's name without one. */
    String title() {
        return experiment("title").orElse(place());
    }

    /** What was set for all runs, by parameter. */
    Map<String, String> set() {
        Map<String, String> set = new TreeMap<>();
        root.path("experiment")
                .path("set")
                .properties()
                .forEach(one -> set.put(one.getKey(), one.getValue().asString("")));
        return set;
    }

    /** Of the program or the model: name, version, commit. */
    String made(String what, String key) {
        return text(root.path(what), key);
    }

    /** The digests of the states of the model that made the runs. */
    List<String> modelDigests() {
        return root.path("model")
                .path("digests")
                .valueStream()
                .map(JsonNode::asString)
                .toList();
    }

    /** The digest of each file, by its name. */
    Map<String, String> digests() {
        Map<String, String> digests = new TreeMap<>();
        for (JsonNode resource : root.path("resources")) {
            String hash = text(resource, "hash");
            if (!hash.isEmpty()) {
                digests.put(text(resource, "path"), hash);
            }
        }
        return digests;
    }

    /** What a column of a table is told to be. */
    String column(String table, String name, String key) {
        for (JsonNode resource : root.path("resources")) {
            if (text(resource, "name").equals(table)) {
                for (JsonNode field : resource.path("schema").path("fields")) {
                    if (text(field, "name").equals(name)) {
                        return text(field, key);
                    }
                }
            }
        }
        return "";
    }

    private static String text(JsonNode node, String key) {
        return node.path(key).asString("");
    }

    /** The runs that failed, in the order of the table. */
    List<Failure> failures() throws IOException {
        List<Failure> failures = new ArrayList<>();
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (Reader text = Files.newBufferedReader(folder.resolve("runs.csv"));
                CSVParser rows = format.parse(text)) {
            for (CSVRecord row : rows) {
                if (!row.get("status").equals("ok")) {
                    failures.add(
                            new Failure(row.get("run_id"), row.get("point"), row.get("replication"), row.get("error")));
                }
            }
        }
        return failures;
    }
}
