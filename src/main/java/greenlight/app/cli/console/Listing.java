package greenlight.app.cli.console;

import greenlight.runner.csv.CsvTable;
import greenlight.runner.format.Text;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.DefaultPrettyPrinter;

/**
 * Rows under named columns, for a terminal, a document, a spreadsheet or a program.
 *
 * @param columns names, as in CSV and JSON
 * @param rows a cell for each column; empty where none applies
 */
public record Listing(List<String> columns, List<List<String>> rows) {
    /** How a listing is written. */
    public enum Format {
        TABLE,
        MARKDOWN,
        CSV,
        JSON
    }

    /** What the last column of a table needs at least. */
    private static final int ROOM = 34;

    public void print(Format format, Console console) {
        switch (format) {
            case TABLE -> table(console);
            case MARKDOWN -> markdown(console);
            case CSV -> csv(console);
            case JSON -> json(console);
        }
    }

    /** Columns side by side where they fit, the last one wrapped; else a paragraph for each row. */
    private void table(Console console) {
        int last = columns.size() - 1;
        List<Integer> widths = new ArrayList<>();
        int margin = 0;
        for (int column = 0; column < last; column++) {
            int width = columns.get(column).length();
            for (List<String> row : rows) {
                width = Math.max(width, row.get(column).length());
            }
            widths.add(width);
            margin += width + 2;
        }
        if (margin > console.width() - ROOM) {
            rows.forEach(row -> paragraph(console, row));
            return;
        }
        line(console, columns, widths);
        rows.forEach(row -> line(console, row, widths));
    }

    private static void line(Console console, List<String> cells, List<Integer> widths) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < widths.size(); i++) {
            line.append(Text.padded(cells.get(i), widths.get(i))).append("  ");
        }
        console.paragraph(line.toString(), cells.get(widths.size()));
    }

    private void paragraph(Console console, List<String> row) {
        List<String> words = new ArrayList<>();
        for (int i = 1; i < columns.size(); i++) {
            if (!row.get(i).isEmpty()) {
                words.add(columns.get(i).replace('_', ' ') + " " + row.get(i));
            }
        }
        console.out().println(row.get(0));
        console.paragraph("    ", String.join("; ", words));
    }

    private void markdown(Console console) {
        console.out().println("| " + String.join(" | ", columns) + " |");
        console.out().println("|---".repeat(columns.size()) + "|");
        for (List<String> row : rows) {
            console.out()
                    .println("| "
                            + String.join(
                                    " | ",
                                    row.stream()
                                            .map(cell -> cell.replace("|", "\\|"))
                                            .toList())
                            + " |");
        }
    }

    private void csv(Console console) {
        CsvTable table = new CsvTable(columns.toArray(String[]::new));
        rows.forEach(row -> table.with(row.toArray()));
        console.out().print(table.text());
    }

    private void json(Console console) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = pretty(text)) {
            write(json);
        }
        console.out().println(text);
    }

    public static JsonGenerator pretty(StringWriter text) {
        ObjectWriteContext indented = new ObjectWriteContext.Base() {
            @Override
            public DefaultPrettyPrinter getPrettyPrinter() {
                return new DefaultPrettyPrinter();
            }
        };
        return new JsonFactory().createGenerator(indented, text);
    }

    /** The rows as an array of objects, figures as numbers; empty cells are left out. */
    public void write(JsonGenerator json) {
        json.writeStartArray();
        for (List<String> row : rows) {
            json.writeStartObject();
            for (int i = 0; i < columns.size(); i++) {
                if (!row.get(i).isEmpty()) {
                    json.writeName(columns.get(i));
                    value(json, row.get(i));
                }
            }
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void value(JsonGenerator json, String cell) {
        if (cell.matches("-?\\d+(\\.\\d+)?([eE]-?\\d+)?")) {
            json.writeNumber(cell);
        } else {
            json.writeString(cell);
        }
    }
}
