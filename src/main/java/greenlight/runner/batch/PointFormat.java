package greenlight.runner.batch;

import greenlight.runner.csv.CsvReader;
import greenlight.runner.csv.CsvWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.util.RawValue;

/** How a line says a point, and how a row is said: CSV under a header, or a JSON object a line. */
interface PointFormat {
    /** The keys of a point with their texts; what is missing is not among them. */
    Map<String, String> read(String line) throws BadPoint;

    /** The first line that is answered; empty where there is none. */
    String header(List<String> columns);

    /** A row, with the end of its line. An empty cell does not apply. */
    String row(List<String> columns, List<String> cells);

    /** The format of a stream whose first line with something in it is given. */
    static PointFormat of(String first) throws BadPoint {
        return first.strip().startsWith("{") ? new JsonLines() : new Csv(first);
    }

    /** Cells under the names of a header. */
    final class Csv implements PointFormat {
        private static final Path NAME = Path.of("input");

        private final String header;

        Csv(String header) throws BadPoint {
            this.header = header;
            Set<String> seen = new HashSet<>();
            for (String name : cells(header + "\n").header()) {
                if (!seen.add(name)) {
                    throw new BadPoint(
                            "the column " + name + " is there twice; allowed is a column for each parameter.");
                }
            }
        }

        private static CsvReader cells(String text) throws BadPoint {
            try {
                return CsvReader.of(text, NAME);
            } catch (IOException bad) {
                throw new BadPoint(bad.getMessage());
            }
        }

        @Override
        public Map<String, String> read(String line) throws BadPoint {
            try (CsvReader table = cells(header + "\n" + line + "\n")) {
                if (!table.nextRow()) {
                    throw new BadPoint("the line is empty.");
                }
                Optional<String> misfit = table.misfit();
                if (misfit.isPresent()) {
                    throw new BadPoint(misfit.get());
                }
                Map<String, String> cells = new LinkedHashMap<>();
                for (int i = 0; i < table.header().size(); i++) {
                    String cell = table.cell(i).strip();
                    if (!cell.isEmpty()) {
                        cells.put(table.header().get(i), cell);
                    }
                }
                return cells;
            } catch (IOException bad) {
                throw new BadPoint(bad.getMessage());
            }
        }

        @Override
        public String header(List<String> columns) {
            return row(columns, columns);
        }

        @Override
        public String row(List<String> columns, List<String> cells) {
            CsvWriter row = new CsvWriter();
            for (String cell : cells) {
                if (cell.isEmpty()) {
                    row.empty();
                } else {
                    row.cell(cell);
                }
            }
            return row.end().text();
        }
    }

    /** An object a line. */
    final class JsonLines implements PointFormat {
        private static final JsonMapper MAPPER = JsonMapper.builder()
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .build();

        /** Columns whose cells are words. */
        private static final Set<String> WORDS = Set.of("id", "run_id", "status", "error");

        @Override
        public Map<String, String> read(String line) throws BadPoint {
            JsonNode node;
            try {
                node = MAPPER.readTree(line);
            } catch (JacksonException bad) {
                int place = bad.getLocation() == null ? 0 : bad.getLocation().getColumnNr();
                throw new BadPoint(
                        "the line is not a JSON object" + (place > 0 ? "; the fault is near character " + place : "")
                                + " (NaN and infinity are none of JSON's numbers, and no key may be there twice).");
            }
            if (!node.isObject()) {
                throw new BadPoint("the line is not a JSON object; allowed is one such as {\"id\": 1, \"x\": 0.5}.");
            }
            Map<String, String> cells = new LinkedHashMap<>();
            for (Map.Entry<String, JsonNode> entry : node.properties()) {
                JsonNode value = entry.getValue();
                if (value.isNull()) {
                    continue;
                }
                if (!value.isValueNode()) {
                    throw new BadPoint(entry.getKey()
                            + ": found a list or an object; allowed is a number, a word, true or false.");
                }
                cells.put(entry.getKey(), value.asString());
            }
            return cells;
        }

        @Override
        public String header(List<String> columns) {
            return "";
        }

        @Override
        public String row(List<String> columns, List<String> cells) {
            ObjectNode row = MAPPER.createObjectNode();
            for (int i = 0; i < columns.size(); i++) {
                String cell = cells.get(i);
                if (cell.isEmpty()) {
                    row.putNull(columns.get(i));
                } else if (WORDS.contains(columns.get(i))) {
                    row.put(columns.get(i), cell);
                } else if (cell.equals("TRUE") || cell.equals("FALSE")) {
                    row.put(columns.get(i), cell.equals("TRUE"));
                } else {
                    row.putRawValue(columns.get(i), new RawValue(cell));
                }
            }
            return MAPPER.writeValueAsString(row) + "\n";
        }
    }
}
