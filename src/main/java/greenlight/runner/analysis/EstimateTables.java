package greenlight.runner.analysis;

import greenlight.runner.csv.CsvTable;
import greenlight.runner.format.WholeFile;
import greenlight.runner.stats.Estimate;
import java.io.IOException;
import java.nio.file.Path;
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
        for (Map.Entry<String, CsvTable> table : tables.entrySet()) {
            written.add(folder.resolve(table.getKey() + ".csv"));
            WholeFile.write(
                    folder.resolve(table.getKey() + ".csv"), table.getValue().text());
        }
        for (Map.Entry<String, String> text : texts.entrySet()) {
            written.add(folder.resolve(text.getKey() + ".txt"));
            WholeFile.write(folder.resolve(text.getKey() + ".txt"), text.getValue());
        }
        return written;
    }
}
