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
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import org.apache.commons.csv.CSVFormat;

/**
 * The CSV text of an experiment's runs: RFC 4180 but for lines, which end in a single line feed as pandas, R and
 * DuckDB write them. Reals are shortest decimals, switches and booleans {@code TRUE} or {@code FALSE}; empty is not
 * applicable.
 */
final class Rows {
    /** What of an error's message is kept, characters. */
    private static final int LONGEST = 1000;

    private final Experiment experiment;

    /** Places of the measures written among those of the model. */
    private final int[] measured;

    /** Place of the measure that a stopping rule watches among those of the model; -1 when there is none. */
    private final int watched;

    /** Places of the tables written among those of the model. */
    private final int[] recorded;

    Rows(Experiment experiment) {
        this.experiment = experiment;
        List<Column> measures = experiment.model().measures();
        List<Model.Table> tables = experiment.model().tables();
        measured = IntStream.range(0, measures.size())
                .filter(i -> experiment.measures().contains(measures.get(i).key()))
                .toArray();
        watched = experiment.precision().isEmpty()
                ? -1
                : measures.stream()
                        .map(Column::key)
                        .toList()
                        .indexOf(experiment.precision().get().measure());
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
    Ended ok(Run run, Model.Outcome outcome, long nanos) {
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
        cells.add(Status.OK.word());
        cells.add("");
        for (int measure : measured) {
            Column column = experiment.model().measures().get(measure);
            if (column.always() && Double.isNaN(outcome.measures()[measure])) {
                throw new NotANumber(column.key() + " is not a number.");
            }
            cells.add(cell(column, outcome.measures()[measure]));
        }
        lines.put("runs.csv", csv(List.of(cells)));
        lines.put("timings.csv", timing(run, nanos));
        return new Ended(
                run.index(), run.id(), Status.OK, watched >= 0 ? outcome.measures()[watched] : Double.NaN, "", lines);
    }

    /** A run that ended in an earlier sweep, at its place in this one. */
    Ended again(Run run, Status status, String error, List<String> measures, Map<String, byte[]> tables) {
        List<Object> cells = inputs(run);
        cells.add(status.word());
        cells.add(error);
        cells.addAll(measures);
        Map<String, byte[]> lines = new LinkedHashMap<>(tables);
        lines.put("runs.csv", csv(List.of(cells)));
        double value = Double.NaN;
        for (int i = 0; i < measured.length; i++) {
            if (measured[i] == watched && !measures.get(i).isEmpty()) {
                value = value(measures.get(i));
            }
        }
        return new Ended(run.index(), run.id(), status, value, error, lines);
    }

    private static double value(String cell) {
        return switch (cell) {
            case "TRUE" -> 1;
            case "FALSE" -> 0;
            default -> Double.parseDouble(cell);
        };
    }

    /** The line of a run that did not. */
    Ended failed(Run run, Throwable fault, long nanos) {
        Status status = Status.of(fault);
        String error = sentence(fault);
        List<Object> cells = inputs(run);
        cells.add(status.word());
        cells.add(error);
        for (int i = 0; i < measured.length; i++) {
            cells.add("");
        }
        Map<String, byte[]> lines = Map.of("runs.csv", csv(List.of(cells)), "timings.csv", timing(run, nanos));
        return new Ended(run.index(), run.id(), status, Double.NaN, error, lines);
    }

    private static String sentence(Throwable fault) {
        if (fault instanceof NotANumber || fault instanceof TimeoutException) {
            return fault.getMessage();
        }
        String name = fault.getClass().getSimpleName().isEmpty()
                ? fault.getClass().getName()
                : fault.getClass().getSimpleName();
        String message = fault.getMessage() == null ? "" : ": " + fault.getMessage();
        String sentence = (name + message).replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
        return sentence.length() > LONGEST ? sentence.substring(0, LONGEST) + " ..." : sentence;
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
            case SWITCH -> yesOrNo(value != 0);
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
        if (value instanceof Boolean yes) {
            return yesOrNo(yes);
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
            throw new NotANumber(column.key() + " is infinite.");
        }
        if (column.type() == Column.Type.REAL) {
            return Decimal.text(value);
        }
        if (value != Math.rint(value)) {
            throw new ArithmeticException(column.key() + " is " + Decimal.brief(value) + ", not a whole number.");
        }
        return column.type() == Column.Type.BOOLEAN ? yesOrNo(value != 0) : Long.toString((long) value);
    }

    /** In capitals: the one spelling that pandas, R and DuckDB all take for a truth value. */
    private static String yesOrNo(boolean yes) {
        return yes ? "TRUE" : "FALSE";
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
