package greenlight.app.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Files that a command wrote. */
public final class Tables {
    /** What tells of one execution, or is made of the tables. */
    private static final List<String> OF_ONE_EXECUTION =
            List.of("timings.csv", "ro-crate-metadata.json", "report.html", "analysis");

    private Tables() {}

    public static List<CSVRecord> rows(Path file) throws IOException {
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (CSVParser rows = format.parse(Files.newBufferedReader(file))) {
            return rows.getRecords();
        }
    }

    /** All files of a folder but those that tell of one execution, which alone may differ, and the report. */
    public static Map<String, String> files(Path folder) throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (var entries = Files.newDirectoryStream(folder)) {
            for (Path file : entries) {
                String name = file.getFileName().toString();
                if (!OF_ONE_EXECUTION.contains(name)) {
                    files.put(name, Files.readString(file, StandardCharsets.UTF_8));
                }
            }
        }
        return files;
    }

    public static List<String> column(Path file, String name) throws IOException {
        List<String> cells = new ArrayList<>();
        rows(file).forEach(row -> cells.add(row.get(name)));
        return cells;
    }
}
