package greenlight.runner.journal;

import greenlight.runner.csv.CsvWriter;
import greenlight.runner.design.Design.Factor;
import greenlight.runner.format.Decimal;
import greenlight.runner.model.ColumnNames;
import greenlight.runner.model.Model;
import greenlight.runner.model.Model.Column;
import greenlight.runner.model.OutOfRange;
import greenlight.runner.model.Parameter;
import greenlight.runner.model.Status;
import greenlight.runner.spec.Experiment;
import greenlight.runner.spec.Run;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;

/**
 * The CSV text of an experiment's runs. Reals are shortest decimals, switches and booleans {@code TRUE} or
 * {@code FALSE}; empty is not applicable.
 */
public final class RunRows {
    /** The table of runs: a row each, with its inputs, status and measures. */
    public static final String RUNS = "runs.csv";

    /** How long each run took, seconds; the only table that differs between equal sweeps. */
    public static final String TIMINGS = "timings.csv";

    /** What of an error's message is kept, characters. */
    private static final int LONGEST = 1000;

    private final Experiment experiment;

    /** Those of the model. */
    private final List<Column> measures;

    /** Places of the measures written among those of the model. */
    private final int[] measured;

    /** Place of the measure that a stopping rule watches among those of the model; -1 when there is none. */
    private final int watched;

    /** The tables written. */
    private final List<Detail> recorded = new ArrayList<>();

    /**
     * A detail table as it is written.
     *
     * @param table its place among those of the model
     * @param columns those written
     * @param places of these in the model's rows
     */
    private record Detail(int table, String file, List<Column> columns, int[] places) {}

    /** Where each thread makes the text of a table: memory that is used again stays near the processor. */
    private final ThreadLocal<CsvWriter> slate = ThreadLocal.withInitial(CsvWriter::new);

    public RunRows(Experiment experiment) {
        this.experiment = experiment;
        measures = experiment.model().measures();
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
        for (int i = 0; i < tables.size(); i++) {
            if (experiment.tables().contains(tables.get(i).name())) {
                recorded.add(detail(i, tables.get(i)));
            }
        }
    }

    private Detail detail(int place, Model.Table table) {
        List<Column> columns = experiment.columns(table);
        List<Column> all = new ArrayList<>(table.columns());
        all.addAll(table.readings());
        return new Detail(
                place,
                table.name() + ".csv",
                columns,
                columns.stream().mapToInt(all::indexOf).toArray());
    }

    /** Whether a file is that of a detail table. */
    public boolean detail(String file) {
        return recorded.stream().anyMatch(table -> table.file().equals(file));
    }

    /** The first line of each file, by the file's name. */
    public Map<String, byte[]> headers() {
        Map<String, byte[]> headers = new LinkedHashMap<>();
        for (Detail table : recorded) {
            List<String> keys = new ArrayList<>(List.of(ColumnNames.RUN_ID));
            table.columns().forEach(column -> keys.add(column.key()));
            headers.put(table.file(), line(keys));
        }
        List<String> keys = new ArrayList<>(List.of(ColumnNames.RUN_ID, ColumnNames.POINT, ColumnNames.REPLICATION));
        if (experiment.settings() > 0) {
            keys.add(ColumnNames.SETTING);
        }
        keys.add(ColumnNames.SEED);
        experiment.design().factors().forEach(factor -> keys.add(factor.key()));
        keys.addAll(List.of(ColumnNames.STATUS, ColumnNames.ERROR));
        keys.addAll(experiment.measures());
        headers.put(RUNS, line(keys));
        return headers;
    }

    /** The lines of a run that went well, by file; fails where the outcome does not fit the model's columns. */
    public RunResult ok(Run run, Model.Outcome outcome, long nanos) {
        Map<String, byte[]> lines = new LinkedHashMap<>();
        for (Detail table : recorded) {
            lines.put(table.file(), details(run, table, outcome.rows().get(table.table())));
        }
        CsvWriter text = inputs(run).cell(Status.OK.word()).empty();
        for (int measure : measured) {
            Column column = measures.get(measure);
            if (column.always() && Double.isNaN(outcome.measures()[measure])) {
                throw new NotANumber(column.key() + " is not a number.");
            }
            number(text, column, outcome.measures()[measure]);
        }
        lines.put(RUNS, text.end().bytes());
        lines.put(TIMINGS, timing(run, nanos));
        return new RunResult(
                run.index(), run.id(), Status.OK, watched >= 0 ? outcome.measures()[watched] : Double.NaN, "", lines);
    }

    private byte[] details(Run run, Detail table, Iterable<Model.Cells> rows) {
        CsvWriter text = slate.get().wipe();
        byte[] id = new CsvWriter().cell(run.id()).bytes();
        int[] places = table.places();
        Column[] columns = table.columns().toArray(Column[]::new);
        for (Model.Cells row : rows) {
            text.cell(id);
            for (int i = 0; i < places.length; i++) {
                if (columns[i].type() == Column.Type.TEXT) {
                    word(text, row.word(places[i]));
                } else {
                    number(text, columns[i], row.number(places[i]));
                }
            }
            text.end();
        }
        return text.bytes();
    }

    private static void word(CsvWriter text, String word) {
        if (word == null) {
            text.empty();
        } else {
            text.cell(word);
        }
    }

    /** A run that ended in an earlier sweep, at its place in this one. */
    RunResult again(Run run, Status status, String error, List<String> cells, Map<String, byte[]> tables) {
        CsvWriter text = inputs(run).cell(status.word()).cell(error);
        cells.forEach(text::cell);
        Map<String, byte[]> lines = new LinkedHashMap<>(tables);
        lines.put(RUNS, text.end().bytes());
        double value = Double.NaN;
        for (int i = 0; i < measured.length; i++) {
            if (measured[i] == watched && !cells.get(i).isEmpty()) {
                value = value(cells.get(i));
            }
        }
        return new RunResult(run.index(), run.id(), status, value, error, lines);
    }

    private static double value(String cell) {
        return switch (cell) {
            case "TRUE" -> 1;
            case "FALSE" -> 0;
            default -> Double.parseDouble(cell);
        };
    }

    /** The line of a run that did not. */
    public RunResult failed(Run run, Throwable fault, long nanos) {
        Status status = status(fault);
        String error = sentence(fault);
        CsvWriter text = inputs(run).cell(status.word()).cell(error);
        for (int i = 0; i < measured.length; i++) {
            text.empty();
        }
        Map<String, byte[]> lines = Map.of(RUNS, text.end().bytes(), TIMINGS, timing(run, nanos));
        return new RunResult(run.index(), run.id(), status, Double.NaN, error, lines);
    }

    private static Status status(Throwable fault) {
        if (fault instanceof OutOfMemoryError) {
            return Status.OUT_OF_MEMORY;
        }
        if (fault instanceof TimeoutException) {
            return Status.TIMEOUT;
        }
        if (fault instanceof OutOfRange) {
            return Status.OUT_OF_RANGE;
        }
        return fault instanceof NotANumber ? Status.NOT_A_NUMBER : Status.FAILED;
    }

    private static String sentence(Throwable fault) {
        if (fault instanceof NotANumber || fault instanceof TimeoutException || fault instanceof OutOfRange) {
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
        return new CsvWriter()
                .cell(run.id())
                .cell(Math.round(nanos / 1e3) / 1e6)
                .end()
                .bytes();
    }

    private CsvWriter inputs(Run run) {
        CsvWriter text = new CsvWriter().cell(run.id()).cell(run.point()).cell(run.replication());
        if (experiment.settings() > 0) {
            text.cell(experiment.settingNumber(run.replication()));
        }
        text.cell(run.seed());
        for (Factor factor : experiment.design().factors()) {
            if (factor.parameter().isEmpty()) {
                text.cell(run.scenario());
            } else {
                level(
                        text,
                        factor.parameter().get(),
                        run.setting().get(factor.parameter().get()));
            }
        }
        return text;
    }

    private static void level(CsvWriter text, Parameter parameter, double value) {
        switch (parameter.kind()) {
            case REAL -> text.cell(value);
            case INTEGER -> text.cell((long) value);
            case SWITCH -> text.cell(yesOrNo(value != 0));
            case CHOICE -> text.cell(parameter.text(value));
        }
    }

    private static void number(CsvWriter text, Column column, double value) {
        if (Double.isNaN(value)) {
            text.empty();
        } else if (Double.isInfinite(value)) {
            throw new NotANumber(column.key() + " is infinite.");
        } else if (column.type() == Column.Type.REAL) {
            text.cell(value);
        } else if (value != Math.rint(value)) {
            throw new ArithmeticException(column.key() + " is " + Decimal.brief(value) + ", not a whole number.");
        } else if (column.type() == Column.Type.BOOLEAN) {
            text.cell(yesOrNo(value != 0));
        } else {
            text.cell((long) value);
        }
    }

    /** In capitals: the one spelling that pandas, R and DuckDB all take for a truth value. */
    private static String yesOrNo(boolean yes) {
        return yes ? "TRUE" : "FALSE";
    }

    /** A line of words. */
    public static byte[] line(List<String> words) {
        CsvWriter text = new CsvWriter();
        words.forEach(text::cell);
        return text.end().bytes();
    }
}
