package greenlight.runner.export;

import greenlight.runner.export.ExportedResults.Column;
import greenlight.runner.format.Decimal;
import java.io.IOException;
import java.io.Writer;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.function.ToIntFunction;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * A sweep as a table of NetLogo's BehaviorSpace, version 2.0 of that format: six lines of heading, then
 * {@code [run number]}, what was varied, {@code [step]} and what was measured; every cell in quotes. Failed runs have no
 * rows, but keep their numbers.
 */
public final class BehaviorSpace {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("MM/dd/yyyy HH:mm:ss:SSS Z", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    /**
     * The rows of a detail table that stand for steps of the whole model.
     *
     * @param table its name
     * @param step the column that counts the steps
     * @param entity the column that says what a row is about; empty when there is none. Rows about the same as the first
     *     row are written
     * @param metrics the columns to write
     */
    public record Steps(String table, String step, String entity, List<String> metrics) {}

    private final ExportedResults results;
    private final Writer out;
    private final List<Column> varied;

    /**
     * An export.
     *
     * @param out gets the text, and stays open
     */
    public BehaviorSpace(ExportedResults results, Writer out) {
        this.results = results;
        this.out = out;
        varied = results.table("runs").columns().stream()
                .filter(column -> column.role().equals("factor")
                        || column.name().equals("replication")
                        || column.name().equals("seed"))
                .toList();
    }

    /** A row for each run and step. */
    public void write(Steps steps, Instant made) throws IOException {
        ExportedResults.Table table = results.table(steps.table());
        List<Column> metrics = table.columns().stream()
                .filter(column -> steps.metrics().contains(column.name()))
                .toList();
        head(metrics, made);
        try (CSVParser runs = results.table("runs").rows();
                CSVParser rows = table.rows()) {
            Iterator<CSVRecord> ahead = runs.iterator();
            CSVRecord run = null;
            String whole = null;
            for (CSVRecord row : rows) {
                // both tables are in the order of the runs
                while (run == null || !run.get("run_id").equals(row.get("run_id"))) {
                    run = ahead.next();
                }
                String entity = steps.entity().isEmpty() ? "" : row.get(steps.entity());
                whole = whole == null ? entity : whole;
                if (entity.equals(whole)) {
                    row(run, row.get(steps.step()), row, metrics);
                }
            }
        }
    }

    /**
     * A row for each run.
     *
     * @param lastStep the step at which a run ended
     */
    public void write(ToIntFunction<CSVRecord> lastStep, Instant made) throws IOException {
        List<Column> metrics = results.table("runs").columns().stream()
                .filter(column -> column.role().equals("measure"))
                .toList();
        head(metrics, made);
        try (CSVParser runs = results.table("runs").rows()) {
            for (CSVRecord run : runs) {
                if (run.get("status").equals("ok")) {
                    row(run, Integer.toString(lastStep.applyAsInt(run)), run, metrics);
                }
            }
        }
    }

    private void head(List<Column> metrics, Instant made) throws IOException {
        String program = results.about().at("/software/name").asString("") + " "
                + results.about().at("/software/version").asString("");
        line(List.of("BehaviorSpace results (" + program + ")", "Table version 2.0"));
        line(List.of(results.about().at("/model/name").asString("")));
        line(List.of(results.about().at("/experiment/name").asString("")));
        line(List.of(TIME.format(made)));
        // a world of patches, of which there is none here
        line(List.of("min-pxcor", "max-pxcor", "min-pycor", "max-pycor"));
        line(List.of("0", "0", "0", "0"));
        List<String> header = new ArrayList<>(List.of("[run number]"));
        varied.forEach(column -> header.add(column.name()));
        header.add("[step]");
        metrics.forEach(column -> header.add(column.name()));
        line(header);
    }

    private void row(CSVRecord run, String step, CSVRecord measured, List<Column> metrics) throws IOException {
        List<String> cells = new ArrayList<>(List.of(Long.toString(run.getRecordNumber())));
        varied.forEach(column -> cells.add(cell(column, run)));
        cells.add(step);
        metrics.forEach(column -> cells.add(cell(column, measured)));
        line(cells);
    }

    /** NetLogo knows one kind of number, and writes whole ones without a point, and truth values in small letters. */
    private static String cell(Column column, CSVRecord row) {
        String text = row.get(column.name());
        if (column.type().equals("boolean")) {
            return text.toLowerCase(Locale.ROOT);
        }
        if (!column.type().equals("number") || text.isEmpty()) {
            return text;
        }
        double value = Double.parseDouble(text);
        return value == Math.rint(value) ? Decimal.brief(value) : text;
    }

    private void line(List<String> cells) throws IOException {
        StringBuilder line = new StringBuilder();
        for (String cell : cells) {
            line.append(line.length() == 0 ? "" : ",")
                    .append('"')
                    .append(cell.replace("\"", "\"\""))
                    .append('"');
        }
        out.write(line.append('\n').toString());
    }
}
