package greenlight.runner.export;

import greenlight.runner.csv.BadTable;
import greenlight.runner.csv.CsvReader;
import greenlight.runner.format.Decimal;
import greenlight.runner.model.ColumnNames;
import greenlight.runner.model.Model;
import greenlight.runner.model.Status;
import greenlight.runner.results.DescribedColumn;
import greenlight.runner.results.DescribedTable;
import greenlight.runner.results.ResultFolder;
import greenlight.runner.results.Software;
import java.io.IOException;
import java.io.Writer;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

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

    private final ResultFolder results;
    private final Writer out;
    private final DescribedTable runs;
    private final List<Model.Column> varied;

    /** Finds the step at which a run ended in the run's row. */
    @FunctionalInterface
    public interface LastStep {
        /** The step, from 0. */
        int of(CsvReader run) throws BadTable;
    }

    /**
     * An export.
     *
     * @param out gets the text, and stays open
     */
    public BehaviorSpace(ResultFolder results, Writer out) throws BadTable {
        this.results = results;
        this.out = out;
        runs = results.table("runs").orElseThrow();
        varied = runs.columns().stream()
                .filter(column -> column.role().equals("factor")
                        || column.name().equals(ColumnNames.REPLICATION)
                        || column.name().equals(ColumnNames.SEED))
                .map(DescribedColumn::column)
                .toList();
    }

    /** A row for each run and step. */
    public void write(Steps steps, Instant made) throws IOException {
        DescribedTable table = results.table(steps.table()).orElseThrow();
        List<Model.Column> metrics = table.readings().stream()
                .filter(column -> steps.metrics().contains(column.key()))
                .toList();
        head(metrics, made);
        try (CsvReader run = CsvReader.open(runs.file(results.folder()));
                CsvReader rows = CsvReader.open(table.file(results.folder()))) {
            long number = 0;
            String whole = null;
            while (rows.next()) {
                // both tables are in the order of the runs
                while (number == 0 || !run.cell(ColumnNames.RUN_ID).equals(rows.cell(ColumnNames.RUN_ID))) {
                    if (!run.next()) {
                        throw rows.bad(rows.place(ColumnNames.RUN_ID), "there is no such run in " + run.file() + ".");
                    }
                    number++;
                }
                String entity = steps.entity().isEmpty() ? "" : rows.cell(steps.entity());
                whole = whole == null ? entity : whole;
                if (entity.equals(whole)) {
                    row(number, run, rows.cell(steps.step()), rows, metrics);
                }
            }
        }
    }

    /** A row for each run. */
    public void write(LastStep lastStep, Instant made) throws IOException {
        List<Model.Column> metrics = runs.columns().stream()
                .filter(column -> column.role().equals("measure"))
                .map(DescribedColumn::column)
                .toList();
        head(metrics, made);
        try (CsvReader run = CsvReader.open(runs.file(results.folder()))) {
            for (long number = 1; run.next(); number++) {
                if (run.cell(ColumnNames.STATUS).equals(Status.OK.word())) {
                    row(number, run, Integer.toString(lastStep.of(run)), run, metrics);
                }
            }
        }
    }

    private void head(List<Model.Column> metrics, Instant made) throws IOException {
        Software software = results.software();
        String program = software.name() + " " + software.version();
        line(List.of("BehaviorSpace results (" + program + ")", "Table version 2.0"));
        line(List.of(results.model()));
        line(List.of(results.experiment("name")));
        line(List.of(TIME.format(made)));
        // a world of patches, of which there is none here
        line(List.of("min-pxcor", "max-pxcor", "min-pycor", "max-pycor"));
        line(List.of("0", "0", "0", "0"));
        List<String> header = new ArrayList<>(List.of("[run number]"));
        varied.forEach(column -> header.add(column.key()));
        header.add("[step]");
        metrics.forEach(column -> header.add(column.key()));
        line(header);
    }

    private void row(long number, CsvReader run, String step, CsvReader measured, List<Model.Column> metrics)
            throws IOException {
        List<String> cells = new ArrayList<>(List.of(Long.toString(number)));
        for (Model.Column column : varied) {
            cells.add(cell(column, run));
        }
        cells.add(step);
        for (Model.Column column : metrics) {
            cells.add(cell(column, measured));
        }
        line(cells);
    }

    /** NetLogo knows one kind of number, and writes whole ones without a point, and truth values in small letters. */
    private static String cell(Model.Column column, CsvReader row) throws BadTable {
        String text = row.cell(column.key());
        if (column.type() == Model.Column.Type.BOOLEAN) {
            return text.toLowerCase(Locale.ROOT);
        }
        if (column.type() != Model.Column.Type.REAL || text.isEmpty()) {
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
