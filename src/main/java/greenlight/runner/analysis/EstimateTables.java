package greenlight.runner.analysis;

import greenlight.runner.csv.CsvTable;
import greenlight.runner.stats.Estimate;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Tidy tables of results: one row an estimate, written as CSV with a header. */
final class EstimateTables {
    private final Map<String, CsvTable> tables = new LinkedHashMap<>();
    private final Map<String, String> texts = new LinkedHashMap<>();

    /**
     * Adds a row to a table.
     *
     * @param header the names of its columns, parted by blanks
     * @param cells an estimate fills three columns: the value, the low and the high end
     */
    void row(String table, String header, Object... cells) {
        List<Object> row = new ArrayList<>();
        for (Object cell : cells) {
            if (cell instanceof Estimate estimate) {
                row.addAll(List.of(estimate.value(), estimate.low(), estimate.high()));
            } else {
                row.add(cell);
            }
        }
        tables.computeIfAbsent(table, name -> new CsvTable(header.split(" ", -1)))
                .with(row.toArray());
    }

    void text(String name, String text) {
        texts.put(name, text);
    }

    /** Writes every table; a file of the same name is replaced once its successor is whole. */
    List<Path> write(Path folder) throws IOException {
        List<Path> written = new ArrayList<>();
        try {
            Files.createDirectories(folder);
            for (Map.Entry<String, CsvTable> table : tables.entrySet()) {
                written.add(replaced(
                        folder.resolve(table.getKey() + ".csv"),
                        table.getValue().text()));
            }
            for (Map.Entry<String, String> text : texts.entrySet()) {
                written.add(replaced(folder.resolve(text.getKey() + ".txt"), text.getValue()));
            }
        } catch (AccessDeniedException denied) {
            throw new IOException(denied.getFile() + " cannot be written: permission denied.", denied);
        }
        return written;
    }

    private static Path replaced(Path file, String text) throws IOException {
        Path part = file.resolveSibling(file.getFileName() + ".part");
        Files.writeString(part, text);
        return Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
    }
}
