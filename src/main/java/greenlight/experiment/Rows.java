package greenlight.experiment;

import greenlight.experiment.Design.Factor;
import greenlight.experiment.Model.Column;
import greenlight.parameter.Decimal;
import greenlight.parameter.Dial;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.commons.csv.CSVFormat;

/**
 * The CSV text of an experiment's runs: RFC 4180 but for lines, which end in a single line feed as pandas, R and
 * DuckDB write them. Reals are shortest decimals, switches and booleans {@code true} or {@code false}; empty is not
 * applicable.
 */
final class Rows {
    private final Experiment experiment;

    /** Places of the measures written among those of the model. */
    private final int[] measured;

    /** Places of the tables written among those of the model. */
    private final int[] recorded;

    Rows(Experiment experiment) {
        this.experiment = experiment;
        List<Column> measures = experiment.model().measures();
        List<Model.Table> tables = experiment.model().tables();
        measured = IntStream.range(0, measures.size())
                .filter(i -> experiment.measures().contains(measures.get(i).key()))
                .toArray();
        recorded = IntStream.range(0, tables.size())
                .filter(i -> experiment.tables().contains(tables.get(i).name()))
                .toArray();
    }

    /** The first line of each file, by the file's name. */
    Map<String, byte[]> headers() {
        Map<String, byte[]> headers = new LinkedHashMap<>();
        for (int table : recorded) {
            List<Object> keys = new ArrayList<>(List.of("run_id"));
            table(table).columns().forEach(column -> keys.add(column.key()));
            headers.put(file(table), csv(List.of(keys)));
        }
        List<Object> keys = new ArrayList<>(List.of("run_id", "point", "replication", "seed"));
        experiment.design().factors().forEach(factor -> keys.add(factor.key()));
        keys.addAll(List.of("status", "error"));
        keys.addAll(experiment.measures());
        headers.put("runs.csv", csv(List.of(keys)));
        return headers;
    }

    /** The lines of a run that went well, by file; fails where the outcome does not fit the model's columns. */
    Map<String, byte[]> ok(Run run, Model.Outcome outcome) {
        Map<String, byte[]> lines = new LinkedHashMap<>();
        for (int table : recorded) {
            List<Column> columns = table(table).columns();
            List<List<Object>> rows = new ArrayList<>();
            for (Object[] row : outcome.rows().get(table)) {
                if (row.length != columns.size()) {
                    throw new IllegalStateException(
                            file(table) + " has a row of " + row.length + " cells for " + columns.size() + " columns.");
                }
                List<Object> cells = new ArrayList<>(List.of(run.id()));
                for (int i = 0; i < row.length; i++) {
                    cells.add(cell(columns.get(i), row[i]));
                }
                rows.add(cells);
            }
            lines.put(file(table), csv(rows));
        }
        List<Object> cells = inputs(run);
        cells.add("ok");
        cells.add("");
        for (int measure : measured) {
            cells.add(cell(experiment.model().measures().get(measure), outcome.measures()[measure]));
        }
        lines.put("runs.csv", csv(List.of(cells)));
        return lines;
    }

    /** The line of a run that did not. */
    Map<String, byte[]> failed(Run run, String error) {
        List<Object> cells = inputs(run);
        cells.add("failed");
        cells.add(error);
        for (int i = 0; i < measured.length; i++) {
            cells.add("");
        }
        return Map.of("runs.csv", csv(List.of(cells)));
    }

    /** The line of {@code timings.csv}, to the microsecond. */
    static byte[] timing(Run run, long nanos) {
        return csv(List.of(List.of(run.id(), Decimal.text(Math.round(nanos / 1e3) / 1e6))));
    }

    private Model.Table table(int place) {
        return experiment.model().tables().get(place);
    }

    private String file(int table) {
        return table(table).name() + ".csv";
    }

    private List<Object> inputs(Run run) {
        List<Object> cells = new ArrayList<>(List.of(run.id(), run.point(), run.replication(), run.seed()));
        for (Factor factor : experiment.design().factors()) {
            cells.add(factor.dial()
                    .map(dial -> level(dial, run.setting().get(dial)))
                    .orElse(run.scenario()));
        }
        return cells;
    }

    private static String level(Dial dial, double value) {
        return switch (dial.kind()) {
            case REAL -> Decimal.text(value);
            case INTEGER -> Long.toString((long) value);
            case SWITCH -> Boolean.toString(value != 0);
            case CHOICE -> dial.text(value);
        };
    }

    private static String cell(Column column, Object value) {
        if (value == null) {
            return "";
        }
        if (value instanceof Number number && !(value instanceof Long) && !(value instanceof Integer)) {
            return number(column, number.doubleValue());
        }
        return column.type() == Column.Type.REAL && value instanceof Number whole
                ? Decimal.text(whole.doubleValue())
                : value.toString();
    }

    private static String number(Column column, double value) {
        if (Double.isNaN(value)) {
            return "";
        }
        if (Double.isInfinite(value)) {
            throw new ArithmeticException(column.key() + " is infinite.");
        }
        if (column.type() == Column.Type.REAL) {
            return Decimal.text(value);
        }
        if (value != Math.rint(value)) {
            throw new ArithmeticException(column.key() + " is " + Decimal.brief(value) + ", not a whole number.");
        }
        return column.type() == Column.Type.BOOLEAN ? Boolean.toString(value != 0) : Long.toString((long) value);
    }

    static byte[] csv(List<? extends List<?>> rows) {
        // a format of its own each time: its methods are synchronized, and workers would wait for one another
        CSVFormat format = CSVFormat.RFC4180.builder().setRecordSeparator("\n").get();
        StringBuilder text = new StringBuilder();
        try {
            for (List<?> row : rows) {
                format.printRecord(text, row.toArray());
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
