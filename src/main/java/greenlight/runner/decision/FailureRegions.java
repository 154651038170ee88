package greenlight.runner.decision;

import greenlight.runner.csv.CsvWriter;
import greenlight.runner.dataset.Column;
import greenlight.runner.dataset.Condition;
import greenlight.runner.dataset.Factor;
import greenlight.runner.discovery.BinaryOutcomes;
import greenlight.runner.discovery.Box;
import greenlight.runner.discovery.ClassificationTree;
import greenlight.runner.discovery.ScenarioDiscovery;
import greenlight.runner.ensemble.Ensemble;
import greenlight.runner.model.Model;
import greenlight.runner.model.Parameter;
import greenlight.runner.spec.Experiment;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Where among the settings of an ensemble a point fails its thresholds: boxes of the ensemble's parameters, found by
 * PRIM, and the leaves of a classification tree.
 */
final class FailureRegions {
    private static final Condition FAILS = new Condition("satisficing", "=", "false");

    private final Ensemble over;
    private final List<Parameter> parameters;
    private final double[][] levels;

    /**
     * Regions among the settings that the replications of an experiment have; a setting that has several counts as
     * often.
     *
     * @param settings of the replications that count
     */
    FailureRegions(Experiment experiment, int[] settings) {
        over = experiment.repetition().over().orElseThrow();
        parameters = List.copyOf(over.values(1).keySet());
        levels = parameters.stream()
                .map(parameter -> Arrays.stream(settings)
                        .mapToDouble(setting -> over.values(setting).get(parameter))
                        .toArray())
                .toArray(double[][]::new);
    }

    /** Looks for the regions of each point; empty where it fails nowhere or everywhere.
     *
     * @param met of each point, for each replication whether it meets all thresholds
     */
    List<Optional<ScenarioDiscovery>> of(List<boolean[]> met) {
        return met.stream().map(this::regions).toList();
    }

    /** The table of boxes: a line for each limit of each box. */
    static String boxes(List<Optional<ScenarioDiscovery>> found) {
        CsvWriter table = new CsvWriter();
        for (String name : List.of("point", "box", "parameter", "from", "to", "coverage", "density", "quasi_p")) {
            table.cell(name);
        }
        table.end();
        for (int point = 0; point < found.size(); point++) {
            List<Box> boxes =
                    found.get(point).map(regions -> regions.boxes().boxes()).orElse(List.of());
            for (int box = 0; box < boxes.size(); box++) {
                for (Box.Limit limit : boxes.get(box).limits()) {
                    table.cell(point).cell(box + 1).cell(limit.factor().name());
                    Cells.number(table, limit.low());
                    Cells.number(table, limit.high());
                    table.cell(boxes.get(box).coverage()).cell(boxes.get(box).density());
                    table.cell(limit.quasiP()).end();
                }
            }
        }
        return table.text();
    }

    /** The table of trees: a line for each leaf; none of a tree that asks nothing. */
    static String trees(List<Optional<ScenarioDiscovery>> found) {
        CsvWriter table = new CsvWriter();
        for (String name : List.of("point", "leaf", "where", "settings", "failing", "share", "explained")) {
            table.cell(name);
        }
        table.end();
        for (int point = 0; point < found.size(); point++) {
            Optional<ClassificationTree> tree = found.get(point).map(ScenarioDiscovery::tree);
            if (tree.isPresent() && tree.get().root().leaves() > 1) {
                leaves(table, point, tree.get(), tree.get().root(), "", 1);
            }
        }
        return table.text();
    }

    /** Adds the leaves under a node, which is reached where something holds; returns the number of the next leaf. */
    private static int leaves(
            CsvWriter table, int point, ClassificationTree tree, ClassificationTree.Node node, String where, int leaf) {
        if (node.split().isEmpty()) {
            table.cell(point).cell(leaf).cell(where).cell((long) node.runs()).cell((long) node.cases());
            table.cell(node.rate()).cell(tree.explained()).end();
            return leaf + 1;
        }
        ClassificationTree.Split split = node.split().get();
        String and = where.isEmpty() ? "" : where + " and ";
        int next = leaves(table, point, tree, split.yes(), and + split.text(true), leaf);
        return leaves(table, point, tree, split.no(), and + split.text(false), next);
    }

    private Optional<ScenarioDiscovery> regions(boolean[] met) {
        double[] hits = new double[met.length];
        double[] runs = new double[met.length];
        Arrays.setAll(hits, i -> met[i] ? 0 : 1);
        Arrays.fill(runs, 1);
        double failed = Arrays.stream(hits).sum();
        if (failed == 0 || failed == met.length) {
            return Optional.empty();
        }
        List<Factor> factors = new ArrayList<>();
        parameters.forEach(parameter -> factors.add(factor(parameter)));
        return Optional.of(ScenarioDiscovery.of(new BinaryOutcomes(factors, levels, hits, runs), FAILS));
    }

    private static Factor factor(Parameter parameter) {
        Model.Column.Type type = parameter.kind() == Parameter.Kind.INTEGER
                ? Model.Column.Type.INTEGER
                : parameter.kind() == Parameter.Kind.REAL ? Model.Column.Type.REAL : Model.Column.Type.BOOLEAN;
        Column column = new Column(new Model.Column(parameter.key(), type, parameter.unit(), parameter.meaning()));
        return new Factor(
                column,
                parameter.basis().name().toLowerCase(Locale.ROOT),
                parameter.scale() == Parameter.Scale.LOG,
                parameter.from(),
                parameter.to(),
                parameter.defaultValue());
    }
}
