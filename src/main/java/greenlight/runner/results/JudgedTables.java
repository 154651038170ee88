package greenlight.runner.results;

import greenlight.runner.design.Design;
import greenlight.runner.design.SearchGoal;
import greenlight.runner.design.SearchGoal.Constraint;
import greenlight.runner.design.SearchGoal.Objective;
import greenlight.runner.design.SearchGoal.Statistic;
import greenlight.runner.design.SearchGoal.Summary;
import greenlight.runner.format.Text;
import greenlight.runner.model.ColumnNames;
import greenlight.runner.model.Model.Column;
import greenlight.runner.results.Layout.Field;
import greenlight.runner.results.Layout.Role;
import greenlight.runner.results.Layout.Table;
import greenlight.runner.spec.Experiment;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The tables of a search, and those by which given points are compared, with all their columns. */
final class JudgedTables {
    /** Their files, but for that of the runs. */
    static final Set<String> FILES = Set.of(
            ResultFiles.ROBUST,
            ResultFiles.REGRET,
            ResultFiles.FAILURES,
            ResultFiles.FAILURE_TREES,
            ResultFiles.FRONT,
            ResultFiles.FRONT_POINTS,
            ResultFiles.HISTORY,
            ResultFiles.FRESH,
            ResultFiles.DISAGREEMENT);

    private static final String SHARE = "1";

    private final Experiment experiment;
    private final SearchGoal goal;

    private JudgedTables(Experiment experiment) {
        this.experiment = experiment;
        goal = experiment.design().goal().orElseThrow();
    }

    /** Of given points; none where the design is another one. */
    static List<Table> ofPoints(Experiment experiment) {
        if (experiment.design().goal().filter(goal -> !goal.searches()).isEmpty()) {
            return List.of();
        }
        JudgedTables tables = new JudgedTables(experiment);
        return List.of(tables.robust(), tables.regret(), tables.failures(), tables.trees());
    }

    /**
     * Of a search.
     *
     * @param runs the experiments whose runs each table of runs holds, by file
     */
    static List<Table> ofSearch(Experiment experiment, Map<String, Experiment> runs) {
        JudgedTables judged = new JudgedTables(experiment);
        List<Table> tables = new ArrayList<>(List.of(judged.front(), judged.points(), judged.history()));
        runs.forEach((file, trial) -> tables.add(Layout.runs(
                name(file),
                switch (file) {
                    case ResultFiles.FRESH ->
                        "one row a run of the points found, on replications that the search has not seen";
                    case ResultFiles.DISAGREEMENT -> "one row a run without an agreement, on the same replications";
                    default -> "one row a run of the search, in the order of its candidates";
                },
                true,
                trial)));
        return tables;
    }

    private Table robust() {
        List<Field> fields = new ArrayList<>(List.of(point()));
        fields.addAll(levels());
        for (Objective objective : goal.objectives()) {
            Summary of = objective.summary();
            String regret =
                    "regret, how much worse than the best of the points in the same setting, of " + words(of) + ": ";
            fields.add(number(of.key(), unit(of), "mean over the settings of " + words(of)));
            fields.add(number(of.key() + "_all", unit(of), words(of) + ", over the replications of all settings"));
            fields.add(number(of.key() + "_regret", unit(of), regret + "mean over the settings")
                    .within(0, Double.POSITIVE_INFINITY));
            fields.add(number(of.key() + "_regret_90", unit(of), regret + "90 % quantile")
                    .within(0, Double.POSITIVE_INFINITY));
            fields.add(number(of.key() + "_regret_worst", unit(of), regret + "largest value")
                    .within(0, Double.POSITIVE_INFINITY));
        }
        for (Constraint constraint : goal.constraints()) {
            fields.add(
                    share(constraint.summary().key() + "_met", "share of the settings in which " + words(constraint)));
        }
        fields.add(share("satisficing", "share of the settings in which all constraints are kept"));
        return new Table(
                name(ResultFiles.ROBUST), "one row a point: how it holds up", List.of(ColumnNames.POINT), fields);
    }

    private Table regret() {
        List<Field> fields = new ArrayList<>(List.of(point()));
        fields.add(whole(
                        ColumnNames.SETTING,
                        experiment.settings() > 0
                                ? "of the ensemble, counted from 1"
                                : "the replication, counted from 1: without an ensemble each counts as a setting")
                .within(1, Double.POSITIVE_INFINITY));
        for (Objective objective : goal.objectives()) {
            Summary of = objective.summary();
            fields.add(number(of.key(), unit(of), words(of) + ", in the setting"));
            fields.add(number(
                            of.key() + "_regret",
                            unit(of),
                            "how much worse that is than the best of the points in the same setting")
                    .within(0, Double.POSITIVE_INFINITY));
        }
        fields.add(yesOrNo("met", "whether all constraints are kept"));
        return new Table(
                name(ResultFiles.REGRET),
                "one row a point and setting: how it does there",
                List.of(ColumnNames.POINT, ColumnNames.SETTING),
                fields);
    }

    private Table failures() {
        return new Table(
                name(ResultFiles.FAILURES),
                "one row a limit of a box of the ensemble's parameters in which a point misses its constraints (PRIM)",
                List.of(ColumnNames.POINT, "box", "parameter"),
                List.of(
                        point(),
                        whole("box", "of the point, counted from 1").within(1, Double.POSITIVE_INFINITY),
                        Field.of(new Column("parameter", Column.Type.TEXT, "", "what is bounded").filled(), Role.KEY),
                        number("from", "", "lower limit, in the parameter's unit; empty where there is none"),
                        number("to", "", "upper limit, likewise"),
                        share("coverage", "share of the settings that fail which the box holds"),
                        share("density", "share of the settings in the box that fail"),
                        number(
                                        "quasi_p",
                                        SHARE,
                                        "chance of as high a density if the limit did not matter (quasi-p-value)")
                                .within(0, 1)));
    }

    private Table trees() {
        return new Table(
                name(ResultFiles.FAILURE_TREES),
                "one row a leaf of a classification tree of the ensemble's settings by whether a point misses its"
                        + " constraints (CART)",
                List.of(ColumnNames.POINT, "leaf"),
                List.of(
                        point(),
                        whole("leaf", "of the point's tree, counted from 1").within(1, Double.POSITIVE_INFINITY),
                        Field.of(
                                new Column("where", Column.Type.TEXT, "", "what leads to the leaf").filled(),
                                Role.MEASURE),
                        count("settings", "in the leaf, each as often as replications have it"),
                        count("failing", "of these, those that fail"),
                        share("share", "of the settings in the leaf, those that fail"),
                        number("explained", SHARE, "of the variance at settings held out in cross-validation")));
    }

    private Table front() {
        List<Field> fields = new ArrayList<>(List.of(point()));
        fields.add(count("candidate", "the point's number among those of the search, point in runs.csv"));
        fields.addAll(levels());
        Set<String> seen = new HashSet<>();
        for (Summary of : summaries()) {
            if (seen.add(of.key())) {
                fields.add(number(of.key(), unit(of), words(of) + ", in the search, which flatters what it chooses"));
                fields.add(number(of.key() + "_fresh", unit(of), words(of) + ", on fresh replications"));
            }
        }
        fields.add(yesOrNo("feasible_fresh", "whether all constraints are kept on fresh replications"));
        fields.add(yesOrNo("dominated_fresh", "whether another point of the front is better there in every objective"));
        for (Objective objective : goal.objectives()) {
            if (!objective.party().isEmpty()) {
                fields.add(number(
                        objective.party() + "_gain",
                        unit(objective.summary()),
                        "gain in " + objective.summary().key() + " over no agreement, on fresh replications"));
            }
        }
        if (!goal.parties().isEmpty()) {
            fields.add(yesOrNo("all_gain", "whether all parties gain"));
            fields.add(Field.of(
                    new Column("best_for", Column.Type.TEXT, "", "the parties to whom it is worth most"),
                    Role.MEASURE));
            fields.add(yesOrNo("nash", "whether it is the Nash bargaining solution (1950)"));
        }
        return new Table(
                name(ResultFiles.FRONT),
                "one row a point that the search found: what it is worth",
                List.of(ColumnNames.POINT),
                fields);
    }

    private Table points() {
        List<Field> levels = levels();
        return new Table(
                name(ResultFiles.FRONT_POINTS),
                "the points of front.csv, in its order, as a list reads them",
                levels.stream().map(field -> field.column().key()).toList(),
                levels);
    }

    private Table history() {
        List<Field> fields = new ArrayList<>(List.of(
                whole("generation", "counted from 0, the Latin hypercube").within(0, goal.generations()),
                count("points", "evaluated so far"),
                count("runs", "so far"),
                count("feasible", "points that came with the generation and keep the constraints"),
                count("front", "points so far that keep the constraints and that none dominates"),
                number(
                        "hypervolume",
                        SHARE,
                        "dominated by the front, in units of the box that the first generation spans")));
        for (Objective objective : goal.objectives()) {
            Summary of = objective.summary();
            fields.add(number(of.key() + "_best", unit(of), words(of) + ": the best of the front so far"));
            fields.add(number(of.key() + "_reference", unit(of), words(of) + ": the worst of the first generation"));
        }
        return new Table(
                name(ResultFiles.HISTORY), "one row a generation of the search", List.of("generation"), fields);
    }

    private List<Summary> summaries() {
        List<Summary> all = new ArrayList<>();
        goal.objectives().forEach(objective -> all.add(objective.summary()));
        goal.constraints().forEach(constraint -> all.add(constraint.summary()));
        return all;
    }

    private List<Field> levels() {
        Design design = experiment.design();
        List<Field> levels = new ArrayList<>();
        design.factors().forEach(factor -> levels.add(Layout.factor(factor, experiment.model())));
        if (design.hasSeeds()) {
            levels.add(Field.of(
                    new Column(ColumnNames.SEED, Column.Type.INTEGER, "", "of all runs of the point").filled(),
                    Role.SETTING));
        }
        return levels;
    }

    /** A statistic of a measure in words. */
    private String words(Summary of) {
        Column measure = measure(of);
        String level = Text.scaled(of.level());
        String key = of.measure();
        String statistic = switch (of.statistic()) {
            case MEAN -> "mean of " + key;
            case QUANTILE -> level + " quantile of " + key;
            case PROBABILITY ->
                "share of replications with " + key + (of.atMost() ? " at most " : " at least ") + level;
            case CVAR -> "mean of the worst " + Text.percent(1 - of.level()) + " of " + key;
            case REGRET -> level + " quantile of the regret in " + key;
        };
        return statistic + " (" + measure.meaning() + ")";
    }

    private String words(Constraint constraint) {
        return words(constraint.summary())
                + (constraint.atLeast() ? ", is at least " : ", is at most ")
                + Text.scaled(constraint.bound());
    }

    private Column measure(Summary of) {
        return experiment.model().measures().stream()
                .filter(column -> column.key().equals(of.measure()))
                .findFirst()
                .orElseThrow();
    }

    private String unit(Summary of) {
        Column measure = measure(of);
        boolean share = of.statistic() == Statistic.PROBABILITY || measure.type() == Column.Type.BOOLEAN;
        return share ? SHARE : measure.unit();
    }

    private Field point() {
        Field point = Layout.key(ColumnNames.POINT, "counted from 0");
        return point.within(
                0,
                goal.searches() ? Double.POSITIVE_INFINITY : experiment.design().points() - 1);
    }

    private static Field whole(String key, String meaning) {
        return Layout.key(key, meaning);
    }

    private static Field count(String key, String meaning) {
        return Field.of(new Column(key, Column.Type.INTEGER, "", meaning).filled(), Role.MEASURE)
                .within(0, Double.POSITIVE_INFINITY);
    }

    private static Field number(String key, String unit, String meaning) {
        return Field.of(new Column(key, Column.Type.REAL, unit, meaning), Role.MEASURE);
    }

    private static Field share(String key, String meaning) {
        return Field.of(new Column(key, Column.Type.REAL, SHARE, meaning).filled(), Role.MEASURE)
                .within(0, 1);
    }

    private static Field yesOrNo(String key, String meaning) {
        return Field.of(new Column(key, Column.Type.BOOLEAN, "", meaning).filled(), Role.MEASURE);
    }

    private static String name(String file) {
        return file.substring(0, file.length() - ".csv".length());
    }
}
