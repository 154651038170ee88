package greenlight.app.evidence.cause;

import greenlight.app.evidence.RunEnsemble;
import greenlight.app.evidence.RunEnsemble.Wanted;
import greenlight.runner.ensemble.Ensemble;
import greenlight.runner.model.Parameter;
import greenlight.runner.model.Setting;
import greenlight.runner.spec.Experiment;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntConsumer;

/**
 * The replications of an experiment shared out among settings of an ensemble: replication <i>r</i> has the same seed and the
 * same setting at every point, so that runs differ by nothing but the point. What the experiment sets or varies stays so.
 */
public final class SettingSample {
    private final Experiment experiment;
    private final Ensemble ensemble;
    private final Set<Parameter> fixed = new HashSet<>();
    /** The replications of each setting, by its number. */
    private final Map<Integer, List<Integer>> replications = new TreeMap<>();

    private final int[] numbers;

    /**
     * A sample.
     *
     * @param settings how many are drawn; all where the ensemble has no more
     * @throws IllegalArgumentException when there are fewer replications than settings, or points have random numbers of
     *     their own
     */
    public SettingSample(Experiment experiment, Ensemble ensemble, int settings) {
        this.experiment = experiment;
        this.ensemble = ensemble;
        int count = experiment.replications();
        if (!experiment.crn() || experiment.precision().isPresent()) {
            throw new IllegalArgumentException(
                    experiment.name()
                            + " has no fixed number of replications with common random numbers, without which runs are no pairs.");
        }
        if (count < Math.min(settings, ensemble.size())) {
            throw new IllegalArgumentException(experiment.name() + " has " + count
                    + " replications; allowed is at least one for each of " + settings + " settings.");
        }
        fixed.addAll(experiment.set().keySet());
        experiment.design().factors().forEach(factor -> factor.parameter().ifPresent(fixed::add));
        int draws = settings < ensemble.size() ? settings : count;
        numbers = new int[count];
        for (int replication = 0; replication < count; replication++) {
            numbers[replication] = ensemble.number(replication % draws);
            replications
                    .computeIfAbsent(numbers[replication], number -> new ArrayList<>())
                    .add(replication);
        }
    }

    /** Runs of all points. */
    int runCount() {
        return experiment.runCount();
    }

    /** The replications of each setting. */
    List<int[]> clusters() {
        return replications.values().stream()
                .map(those -> those.stream().mapToInt(Integer::intValue).toArray())
                .toList();
    }

    /** The parameters that differ between the settings. */
    List<Parameter> parameters() {
        return ensemble.values(1).keySet().stream()
                .filter(parameter -> !fixed.contains(parameter))
                .toList();
    }

    /** A parameter's value in each setting, in the order of the clusters. */
    double[] values(Parameter parameter) {
        return replications.keySet().stream()
                .mapToDouble(number -> ensemble.values(number).get(parameter))
                .toArray();
    }

    /** Makes all runs, by point, then by replication. */
    RunEnsemble run(int threads, IntConsumer done) throws InterruptedException {
        Map<String, Setting> known = new HashMap<>();
        List<Wanted> wanted = new ArrayList<>();
        for (int i = 0; i < experiment.runCount(); i++) {
            int point = i / numbers.length;
            int number = numbers[i % numbers.length];
            Setting setting = known.computeIfAbsent(
                    point + " " + number, key -> experiment.setting(point, ensemble.values(number)));
            wanted.add(new Wanted(
                    experiment.start(point), setting, Experiment.child(experiment.seed(), i % numbers.length)));
        }
        return RunEnsemble.of(experiment.model(), wanted, threads, done);
    }

    /** An outcome in the replications of a point. */
    double[] outcomes(RunEnsemble runs, Outcome outcome, int point) {
        double[] values = new double[numbers.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = outcome.of(runs.measures(point * numbers.length + i));
        }
        return values;
    }
}
