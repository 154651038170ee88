package greenlight.runner.figure;

import greenlight.runner.format.Decimal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.csv.CSVFormat;

/** The numbers behind a figure: what is drawn, and nothing else. */
public final class FigureData {
    private final List<String> header;
    private final List<List<Object>> rows = new ArrayList<>();

    public FigureData(String... header) {
        this.header = List.of(header);
    }

    /** Adds a row of words and numbers. */
    public FigureData with(Object... cells) {
        if (cells.length != header.size()) {
            throw new IllegalArgumentException(cells.length + " cells for " + header.size() + " columns.");
        }
        rows.add(Arrays.asList(cells));
        return this;
    }

    /** The names of the columns. */
    public List<String> header() {
        return header;
    }

    /** The cells, row by row: words, whole numbers and doubles. */
    public List<List<Object>> rows() {
        return List.copyOf(rows);
    }

    /** As CSV with one header line; reals read back to the same double, not-a-number is empty. */
    public String csv() {
        StringBuilder text = new StringBuilder();
        CSVFormat format = CSVFormat.RFC4180.builder().setRecordSeparator("\n").get();
        try {
            format.printRecord(text, header.toArray());
            for (List<Object> row : rows) {
                Object[] cells = row.stream()
                        .map(cell -> cell instanceof Double real ? Decimal.text(real) : cell)
                        .toArray();
                format.printRecord(text, cells);
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString();
    }
}
