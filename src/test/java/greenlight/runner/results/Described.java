package greenlight.runner.results;

import greenlight.runner.run.Progress;
import greenlight.runner.run.StartMode;
import greenlight.runner.run.Sweep;
import greenlight.runner.spec.Experiment;
import greenlight.runner.spec.Shard;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A folder of results with its {@code datapackage.json}, read as somebody else's program would read them. */
public record Described(Path folder, JsonNode whole) {
    static final Software SOFTWARE = new Software("Greenlight", "1.2.3", "0123456789abcdef0123456789abcdef01234567");
    static final Execution EXECUTION = new Execution(
            "./greenlight sweep x.yaml",
            "Some Java 17",
            "Some System 1",
            2,
            Instant.parse("2026-01-02T03:04:05Z"),
            Instant.parse("2026-01-02T03:05:06.789Z"),
            3,
            1);

    public static Described in(Path folder) throws IOException {
        return new Described(folder, json(folder.resolve("datapackage.json")));
    }

    static JsonNode json(Path file) throws IOException {
        return JsonMapper.shared().readTree(Files.readString(file));
    }

    /** Sweeps into a folder, and describes what was written. */
    public static Described sweep(Experiment experiment, Path folder) throws Exception {
        PrintStream nowhere = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
        new Sweep(experiment).run(folder, 2, StartMode.FRESH, new Progress(Progress.Way.NONE, nowhere));
        describe(experiment, folder, EXECUTION);
        return in(folder);
    }

    static void describe(Experiment experiment, Path folder, Execution execution) throws IOException {
        Map<String, Fingerprint> written = new LinkedHashMap<>();
        written.put("experiment.yaml", Fingerprint.of(folder.resolve("experiment.yaml")));
        for (Layout.Table table : Layout.of(experiment)) {
            written.put(table.name() + ".csv", Fingerprint.of(folder.resolve(table.name() + ".csv")));
        }
        for (Map.Entry<String, byte[]> text : Provenance.of(
                        experiment, Shard.WHOLE, written, SOFTWARE, List.of("old", "new"), execution)
                .entrySet()) {
            Files.write(folder.resolve(text.getKey()), text.getValue());
        }
    }

    public JsonNode table(String name) {
        return whole.get("resources")
                .valueStream()
                .filter(table -> table.get("name").asString().equals(name))
                .findFirst()
                .orElseThrow();
    }

    public JsonNode field(String table, String name) {
        return table(table)
                .at("/schema/fields")
                .valueStream()
                .filter(field -> field.get("name").asString().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** In what the files and their description disagree, one sentence each. */
    public List<String> complaints() throws IOException {
        List<String> complaints = new ArrayList<>();
        Set<String> runs = new HashSet<>();
        for (JsonNode table : whole.get("resources")) {
            complain(table, runs, complaints);
        }
        return complaints;
    }

    private void complain(JsonNode table, Set<String> runs, List<String> complaints) throws IOException {
        String path = table.get("path").asString();
        List<JsonNode> fields = table.at("/schema/fields").valueStream().toList();
        List<String> key = key(table.at("/schema/primaryKey"));
        Set<List<String>> keys = new HashSet<>();
        CSVFormat format = CSVFormat.RFC4180.builder().get();
        try (Reader in = Files.newBufferedReader(folder.resolve(path));
                CSVParser rows = format.parse(in)) {
            for (CSVRecord row : rows) {
                if (row.getRecordNumber() == 1) {
                    List<String> names = fields.stream()
                            .map(field -> field.get("name").asString())
                            .toList();
                    if (!row.toList().equals(names)) {
                        complaints.add(path + " has the columns " + row.toList() + ", not " + names);
                    }
                    continue;
                }
                for (int i = 0; i < fields.size(); i++) {
                    if (!fits(fields.get(i), row.get(i))) {
                        complaints.add(path + ", row " + row.getRecordNumber() + ": " + row.get(i) + " does not fit "
                                + fields.get(i));
                    }
                }
                if (key.equals(List.of("run_id"))) {
                    runs.add(row.get(0));
                }
                if (key.isEmpty() ? !runs.contains(row.get(0)) : !keys.add(cells(row, fields, key))) {
                    complaints.add(path + ", row " + row.getRecordNumber() + ": the key " + row.get(0) + " is wrong");
                }
            }
        }
    }

    private static List<String> key(JsonNode node) {
        return node.isArray()
                ? node.valueStream().map(JsonNode::asString).toList()
                : node.isMissingNode() ? List.of() : List.of(node.asString());
    }

    private static List<String> cells(CSVRecord row, List<JsonNode> fields, List<String> names) {
        return IntStream.range(0, fields.size())
                .filter(i -> names.contains(fields.get(i).get("name").asString()))
                .mapToObj(row::get)
                .toList();
    }

    private static boolean fits(JsonNode field, String cell) {
        JsonNode bounds = field.path("constraints");
        if (cell.isEmpty()) {
            return !bounds.path("required").asBoolean(false);
        }
        JsonNode words = bounds.path("enum");
        if (!words.isMissingNode()
                && words.valueStream().noneMatch(word -> word.asString().equals(cell))) {
            return false;
        }
        return switch (field.get("type").asString()) {
            case "string" -> true;
            case "boolean" -> cell.equals("TRUE") || cell.equals("FALSE");
            case "integer" -> cell.matches("-?\\d+") && within(bounds, cell);
            case "number" -> cell.matches("-?\\d+\\.\\d+(E-?\\d+)?") && within(bounds, cell);
            default -> false;
        };
    }

    private static boolean within(JsonNode bounds, String cell) {
        double value = Double.parseDouble(cell);
        return value >= bounds.path("minimum").asDouble(Double.NEGATIVE_INFINITY)
                && value <= bounds.path("maximum").asDouble(Double.POSITIVE_INFINITY);
    }
}
