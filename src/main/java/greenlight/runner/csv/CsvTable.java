package greenlight.runner.csv;

import greenlight.runner.format.Decimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A small table: one header line, then rows of words, whole numbers and reals; an empty cell where none applies. */
public final class CsvTable {
    private final List<String> header;
    private final List<List<Object>> rows = new ArrayList<>();

    public CsvTable(String... header) {
        this.header = List.of(header);
    }

    /** Adds a row. */
    public CsvTable with(Object... cells) {
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

    /** As CSV; reals read back to the same double, not-a-number is empty. */
    public String text() {
        CsvWriter text = new CsvWriter();
        header.forEach(text::cell);
        text.end();
        for (List<Object> row : rows) {
            row.forEach(cell -> text.cell(cell instanceof Double real ? Decimal.text(real) : String.valueOf(cell)));
            text.end();
        }
        return text.text();
    }
}
