package greenlight.runner.analysis;

import greenlight.runner.format.Decimal;
import greenlight.runner.stats.Estimate;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;

/** Tidy tables of results: one row an estimate, written as CSV with a header. */
final class EstimateTables {
    private final Map<String, List<List<Object>>> tables = new LinkedHashMap<>();
    private final Map<String, String> texts = new LinkedHashMap<>();

    /**
     * Adds a row to a table.
     *
     * @param header the names of its columns, parted by blanks
     * @param cells an estimate fills three columns: the value, the low and the high end
     */
    void row(String table, String header, Object... cells) {
        List<Object> columns = List.of((Object[]) header.split(" ", -1));
        List<List<Object>> rows = tables.computeIfAbsent(table, name -> new ArrayList<>(List.of(columns)));
        List<Object> row = new ArrayList<>();
        for (Object cell : cells) {
            if (cell instanceof Estimate estimate) {
                row.add(Decimal.text(estimate.value()));
                row.add(Decimal.text(estimate.low()));
                row.add(Decimal.text(estimate.high()));
            } else {
                row.add(cell instanceof Double number ? Decimal.text(number) : cell);
            }
        }
        if (row.size() != columns.size()) {
            throw new IllegalArgumentException(table + " has a row of " + row.size() + " cells.");
        }
        rows.add(row);
    }

    void text(String name, String text) {
        texts.put(name, text);
    }

    /** Writes every table; a file of the same name is replaced once its successor is whole. */
    List<Path> write(Path folder) throws IOException {
        List<Path> written = new ArrayList<>();
        try {
            Files.createDirectories(folder);
            CSVFormat format =
                    CSVFormat.RFC4180.builder().setRecordSeparator("\n").get();
            for (Map.Entry<String, List<List<Object>>> table : tables.entrySet()) {
                written.add(replaced(folder.resolve(table.getKey() + ".csv"), out -> {
                    for (List<Object> row : table.getValue()) {
                        format.printRecord(out, row.toArray());
                    }
                }));
            }
            for (Map.Entry<String, String> text : texts.entrySet()) {
                written.add(replaced(folder.resolve(text.getKey() + ".txt"), out -> out.write(text.getValue())));
            }
        } catch (UncheckedIOException failed) {
            throw failed.getCause();
        } catch (AccessDeniedException denied) {
            throw new IOException(denied.getFile() + " cannot be written: permission denied.", denied);
        }
        return written;
    }

    private interface Content {
        void to(BufferedWriter out) throws IOException;
    }

    private static Path replaced(Path file, Content content) throws IOException {
        Path part = file.resolveSibling(file.getFileName() + ".part");
        try (BufferedWriter out = Files.newBufferedWriter(part)) {
            content.to(out);
        }
        return Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
    }
}
