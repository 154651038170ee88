package greenlight.runner.decision;

import greenlight.runner.csv.CsvWriter;
import greenlight.runner.dataset.Column;
import greenlight.runner.dataset.Condition;
import greenlight.runner.dataset.Factor;
import greenlight.runner.discovery.BinaryOutcomes;
import greenlight.runner.discovery.Box;
import greenlight.runner.discovery.ScenarioDiscovery;
import greenlight.runner.ensemble.Ensemble;
import greenlight.runner.model.Model;
import greenlight.runner.model.Parameter;
import greenlight.runner.spec.Experiment;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Where among the settings of an ensemble a point fails its thresholds: boxes of the ensemble's parameters, found by
 * PRIM.
 */
final class FailureBoxes {
    private static final Condition FAILS = new Condition("satisficing", "=", "false");

    private final Ensemble over;
    private final List<Parameter> parameters;
    private final double[][] levels;

    /**
     * Boxes among the settings that the replications of an experiment have; a setting that has several counts as
     * often.
     *
     * @param settings of the replications that count
     */
    FailureBoxes(Experiment experiment, int[] settings) {
        over = experiment.repetition().over().orElseThrow();
        parameters = List.copyOf(over.values(1).keySet());
        levels = parameters.stream()
                .map(parameter -> Arrays.stream(settings)
                        .mapToDouble(setting -> over.values(setting).get(parameter))
                        .toArray())
                .toArray(double[][]::new);
    }

    /**
     * The table: a line for each limit of each box.
     *
     * @param met of each point, for each replication whether it meets all thresholds
     */
    String table(List<boolean[]> met) {
        CsvWriter table = new CsvWriter();
        for (String name : List.of("point", "box", "parameter", "from", "to", "coverage", "density", "quasi_p")) {
            table.cell(name);
        }
        table.end();
        for (int point = 0; point < met.size(); point++) {
            List<Box> boxes = boxes(met.get(point));
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

    /** None where the point fails nowhere or everywhere. */
    private List<Box> boxes(boolean[] met) {
        double[] hits = new double[met.length];
        double[] runs = new double[met.length];
        Arrays.setAll(hits, i -> met[i] ? 0 : 1);
        Arrays.fill(runs, 1);
        double failed = Arrays.stream(hits).sum();
        if (failed == 0 || failed == met.length) {
            return List.of();
        }
        List<Factor> factors = new ArrayList<>();
        parameters.forEach(parameter -> factors.add(factor(parameter)));
        return ScenarioDiscovery.boxes(new BinaryOutcomes(factors, levels, hits, runs), FAILS)
                .boxes();
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
