package greenlight.runner.results;

import greenlight.runner.design.Design.Factor;
import greenlight.runner.design.DuplicatePoints;
import greenlight.runner.model.ColumnNames;
import greenlight.runner.model.Model;
import greenlight.runner.model.Model.Column;
import greenlight.runner.model.Parameter;
import greenlight.runner.model.Status;
import greenlight.runner.spec.Experiment;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** The tables of an experiment's results and all their columns: what {@code datapackage.json} and the pages tell. */
public final class Layout {
    public static final String RUNS = "runs";
    public static final String TIMINGS = "timings";

    /** What a column of {@code runs.csv} is there for. */
    public enum Role {
        KEY,
        SETTING,
        FACTOR,
        STATUS,
        MEASURE
    }

    /**
     * A column with what else is known of it.
     *
     * @param least smallest value, where there is a bound
     * @param most largest value, likewise
     * @param factor what the column turns; empty for all but factors
     */
    public record Field(Column column, Role role, OptionalDouble least, OptionalDouble most, Optional<Factor> factor) {
        static Field of(Column column, Role role) {
            return new Field(column, role, OptionalDouble.empty(), OptionalDouble.empty(), Optional.empty());
        }

        Field within(double from, double to) {
            OptionalDouble most = Double.isInfinite(to) ? OptionalDouble.empty() : OptionalDouble.of(to);
            return new Field(column, role, OptionalDouble.of(from), most, factor);
        }
    }

    /**
     * A table: its file is {@code <name>.csv}.
     *
     * @param key the columns that identify its rows; none where rows only belong to a run
     */
    public record Table(String name, String meaning, List<String> key, List<Field> fields) {
        /** Keeps copies. */
        public Table {
            key = List.copyOf(key);
            fields = List.copyOf(fields);
        }
    }

    private Layout() {}

    /** All tables that a sweep of the experiment writes, {@code runs} first. */
    public static List<Table> of(Experiment experiment) {
        List<Table> tables = new ArrayList<>();
        boolean alike =
                !DuplicatePoints.of(experiment.design(), experiment.crn()).none();
        tables.add(runs(RUNS, "one row a run: its seed, its factors and what it is summed up in", alike, experiment));
        for (Model.Table table : experiment.model().tables()) {
            if (experiment.tables().contains(table.name())) {
                List<Field> fields = new ArrayList<>(List.of(reference()));
                experiment.columns(table).forEach(column -> fields.add(Field.of(column, Role.MEASURE)));
                tables.add(new Table(table.name(), table.meaning(), List.of(), fields));
            }
        }
        Column seconds = new Column(ColumnNames.SECONDS, Column.Type.REAL, "s", "time that the run took").filled();
        tables.add(new Table(
                TIMINGS,
                "how long each run took; the only table in which two equal sweeps differ",
                List.of(),
                List.of(reference(), Field.of(seconds, Role.MEASURE).within(0, Double.POSITIVE_INFINITY))));
        return tables;
    }

    private static Field reference() {
        return Field.of(
                new Column(ColumnNames.RUN_ID, Column.Type.TEXT, "", "the run, a row of runs.csv").filled(), Role.KEY);
    }

    /**
     * A table of an experiment's runs.
     *
     * @param alike whether points may be equal, and so have equal runs, which their ids do not tell apart
     */
    static Table runs(String name, String meaning, boolean alike, Experiment experiment) {
        List<String> key = alike ? List.of(ColumnNames.POINT, ColumnNames.REPLICATION) : List.of(ColumnNames.RUN_ID);
        return new Table(name, meaning, key, runs(experiment));
    }

    private static List<Field> runs(Experiment experiment) {
        List<Field> fields = new ArrayList<>();
        fields.add(Field.of(
                new Column(
                                ColumnNames.RUN_ID,
                                Column.Type.TEXT,
                                "",
                                "digest of the model's version, the scenario, every parameter and the seed; the key of all tables")
                        .filled(),
                Role.KEY));
        fields.add(key(ColumnNames.POINT, "of the design, counted from 0")
                .within(0, experiment.design().points() - 1));
        fields.add(key(ColumnNames.REPLICATION, "of the point, counted from 0")
                .within(0, experiment.mostReplications() - 1));
        if (experiment.settings() > 0) {
            Column setting = new Column(
                            ColumnNames.SETTING,
                            Column.Type.INTEGER,
                            "",
                            "of the ensemble, which sets parameters where neither the experiment nor a factor does")
                    .filled();
            fields.add(Field.of(setting, Role.SETTING).within(1, experiment.settings()));
        }
        fields.add(key(ColumnNames.SEED, "fixes all chance of the run; uses all 64 bits"));
        experiment.design().factors().forEach(factor -> fields.add(factor(factor, experiment.model())));
        fields.add(Field.of(
                new Column(
                        ColumnNames.STATUS,
                        Column.Type.TEXT,
                        "",
                        "how the run ended",
                        true,
                        Arrays.stream(Status.values()).map(Status::word).toList()),
                Role.STATUS));
        fields.add(Field.of(
                new Column(ColumnNames.ERROR, Column.Type.TEXT, "", "why a run failed; empty when it did not"),
                Role.STATUS));
        for (Column measure : experiment.model().measures()) {
            if (experiment.measures().contains(measure.key())) {
                fields.add(Field.of(measure, Role.MEASURE));
            }
        }
        return List.copyOf(fields);
    }

    static Field key(String key, String meaning) {
        return Field.of(new Column(key, Column.Type.INTEGER, "", meaning).filled(), Role.KEY);
    }

    static Field factor(Factor factor, Model model) {
        Optional<Factor> given = Optional.of(factor);
        if (factor.parameter().isEmpty()) {
            Column scenario =
                    new Column(factor.key(), Column.Type.TEXT, "", "where the run starts", true, model.scenarios());
            return new Field(scenario, Role.FACTOR, OptionalDouble.empty(), OptionalDouble.empty(), given);
        }
        Parameter parameter = factor.parameter().get();
        boolean number = parameter.kind() == Parameter.Kind.REAL || parameter.kind() == Parameter.Kind.INTEGER;
        Column column = new Column(
                factor.key(),
                type(parameter),
                number ? parameter.unit() : "",
                parameter.meaning(),
                true,
                parameter.kind() == Parameter.Kind.CHOICE ? parameter.words() : List.of());
        Field field = new Field(column, Role.FACTOR, OptionalDouble.empty(), OptionalDouble.empty(), given);
        return number ? field.within(parameter.from(), parameter.to()) : field;
    }

    /** How a parameter's values read in files. */
    static Column.Type type(Parameter parameter) {
        return switch (parameter.kind()) {
            case REAL -> Column.Type.REAL;
            case INTEGER -> Column.Type.INTEGER;
            case SWITCH -> Column.Type.BOOLEAN;
            case CHOICE -> Column.Type.TEXT;
        };
    }
}
