package greenlight.app.evidence.cause;

import greenlight.app.evidence.RunEnsemble;
import greenlight.runner.ensemble.Ensemble;
import greenlight.runner.model.Parameter;
import greenlight.runner.spec.Experiment;
import greenlight.runner.stats.Bootstrap;
import greenlight.runner.stats.Estimate;
import greenlight.runner.stats.Moments;
import greenlight.runner.stats.Quantiles;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.IntConsumer;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * How much of an outcome is due to each mechanism: Shapley values over all combinations of mechanisms on and off, with the
 * same setting and seed in all combinations, over an ensemble of settings. A mechanism that the experiment does not switch
 * cannot change anything, and has the value 0. A coalition's worth is the mean over the runs in which the outcome applies.
 */
public final class Attribution {
    /** What is attributed. */
    public static final List<Outcome> OUTCOMES =
            List.of(Outcome.CLOSED_EARLY, Outcome.COLLAPSED, Outcome.LIFE, Outcome.STUDIOS_LOSS, Outcome.VIDEO_LOSS);

    /**
     * A mechanism's Shapley value.
     *
     * @param over settings and replications: clusters of runs with the same setting, drawn anew
     * @param noise of the replications alone, the settings kept; none where a setting has one replication
     */
    public record Value(Estimate over, Estimate noise) {}

    /**
     * One outcome, attributed.
     *
     * @param without mean with all mechanisms off: what no mechanism owns
     * @param with mean with all on
     * @param values of each mechanism, by key; they sum to {@code with - without}. Nothing is known of them where the
     *     outcome applies to no run of a combination
     * @param sets which mechanisms alone suffice, which are needed, and the minimal sets; empty for numbers
     */
    public record Attributed(
            Outcome outcome, Estimate without, Estimate with, Map<String, Value> values, Optional<MinimalSets> sets) {}

    private static final int RESAMPLES = 1000;

    private static final String MECHANISM = "mechanism";

    private final Experiment experiment;
    private final SettingSample sample;
    private final List<int[]> clusters;
    private final List<String> mechanisms;
    /** For each combination of mechanisms, the point of the design at which these are on. */
    private final int[] points;

    /**
     * Ready to run.
     *
     * @param experiment whose points are all combinations of some mechanisms on and off
     * @param settings how many of the ensemble's are drawn
     * @throws IllegalArgumentException when they are not, or there are fewer replications than settings
     */
    public Attribution(Experiment experiment, Ensemble ensemble, int settings) {
        this.experiment = experiment;
        List<String> all = new ArrayList<>();
        for (Parameter parameter : experiment.model().parameters()) {
            if (parameter.group().equals(MECHANISM)) {
                all.add(parameter.key());
            }
        }
        mechanisms = List.copyOf(all);
        points = new int[1 << mechanisms.size()];
        Arrays.fill(points, -1);
        int fixed = points.length - 1;
        for (var factor : experiment.design().factors()) {
            int place = mechanisms.indexOf(factor.key());
            if (place < 0) {
                throw new IllegalArgumentException(factor.key() + " is no mechanism; allowed as factors are "
                        + String.join(", ", mechanisms) + ".");
            }
            fixed &= ~(1 << place);
        }
        for (int point = 0; point < experiment.design().points(); point++) {
            int on = 0;
            for (int place = 0; place < mechanisms.size(); place++) {
                Parameter parameter = parameter(mechanisms.get(place));
                boolean isOn = experiment.setting(point).get(parameter) == 1;
                on |= (fixed >> place & 1) == 0 && isOn ? 1 << place : 0;
            }
            points[on] = point;
        }
        for (int combination = 0; combination < points.length; combination++) {
            points[combination] = points[combination & ~fixed];
            if (points[combination] < 0) {
                throw new IllegalArgumentException("Not every combination of the mechanisms on and off is a point of "
                        + experiment.name() + "; allowed is a factorial design over switches.");
            }
        }
        sample = new SettingSample(experiment, ensemble, settings);
        clusters = sample.clusters();
    }

    private Parameter parameter(String key) {
        Optional<? extends Parameter> found = experiment.model().parameters().stream()
                .filter(parameter -> parameter.key().equals(key))
                .findFirst();
        return found.orElseThrow();
    }

    public int runCount() {
        return sample.runCount();
    }

    /** How many settings the replications are shared out among. */
    public int settings() {
        return clusters.size();
    }

    /**
     * Runs every combination and attributes each outcome.
     *
     * @param threads runs at once
     * @param done called with how many runs are done
     */
    public List<Attributed> attribute(int threads, IntConsumer done) throws InterruptedException {
        RunEnsemble runs = sample.run(threads, done);
        return OUTCOMES.stream().map(outcome -> attributed(outcome, runs)).toList();
    }

    private Attributed attributed(Outcome outcome, RunEnsemble runs) {
        double[][] byPoint = new double[experiment.design().points()][];
        for (int point = 0; point < byPoint.length; point++) {
            byPoint[point] = sample.outcomes(runs, outcome, point);
        }
        Map<String, Value> values = new TreeMap<>();
        double[] once = new double[experiment.replications()];
        Arrays.fill(once, 1);
        double[] usual = worths(byPoint, once, null);
        boolean known = Arrays.stream(usual).noneMatch(Double::isNaN);
        if (known) {
            double[] whole = shapley(usual);
            double[][] over = resampled(byPoint, usual, this::settingsAnew);
            double[][] noise = resampled(byPoint, usual, this::replicationsAnew);
            for (int place = 0; place < whole.length; place++) {
                double[] ends = Quantiles.of(over[place], TAIL, 1 - TAIL);
                values.put(
                        mechanisms.get(place),
                        new Value(new Estimate(whole[place], ends[0], ends[1]), noise(whole[place], noise[place])));
            }
        } else {
            mechanisms.forEach(mechanism -> values.put(mechanism, new Value(Estimate.NONE, Estimate.NONE)));
        }
        return new Attributed(
                outcome,
                mean(outcome, byPoint[points[0]]),
                mean(outcome, byPoint[points[points.length - 1]]),
                values,
                outcome.yesOrNo()
                        ? Optional.of(new MinimalSets(mechanisms, clusters, set -> byPoint[points[set]]))
                        : Optional.empty());
    }

    private static final double TAIL = (1 - Estimate.LEVEL) / 2;

    private Estimate mean(Outcome outcome, double[] values) {
        ClusterRatio ratio = ClusterRatio.of(clusters, i -> !Double.isNaN(values[i]), i -> values[i]);
        return outcome.yesOrNo() ? ratio.share() : ratio.mean();
    }

    /**
     * The normal interval of the noise. Draws within groups of <i>m</i> runs spread too little by (m − 1) / m (Davison and
     * Hinkley 1997, section 3.2), which is made good; m is the harmonic mean of the groups.
     */
    private Estimate noise(double value, double[] resampled) {
        double reciprocal = clusters.stream()
                .mapToDouble(cluster -> 1.0 / cluster.length)
                .average()
                .orElseThrow();
        return reciprocal < 1
                ? Estimate.normal(value, Moments.of(resampled).deviation() / Math.sqrt(1 - reciprocal))
                : Estimate.bare(value);
    }

    /** Shapley values of each mechanism in every resample. */
    private double[][] resampled(double[][] byPoint, double[] usual, BiConsumer<UniformRandomProvider, double[]> anew) {
        double[][] values = new double[mechanisms.size()][RESAMPLES];
        UniformRandomProvider random = Bootstrap.random();
        double[] times = new double[experiment.replications()];
        for (int resample = 0; resample < RESAMPLES; resample++) {
            Arrays.fill(times, 0);
            anew.accept(random, times);
            double[] drawn = shapley(worths(byPoint, times, usual));
            for (int place = 0; place < drawn.length; place++) {
                values[place][resample] = drawn[place];
            }
        }
        return values;
    }

    private void settingsAnew(UniformRandomProvider random, double[] times) {
        for (int draw = 0; draw < clusters.size(); draw++) {
            for (int replication : clusters.get(random.nextInt(clusters.size()))) {
                times[replication]++;
            }
        }
    }

    private void replicationsAnew(UniformRandomProvider random, double[] times) {
        for (int[] cluster : clusters) {
            for (int draw = 0; draw < cluster.length; draw++) {
                times[cluster[random.nextInt(cluster.length)]]++;
            }
        }
    }

    /**
     * The mean outcome at each point over the replications in which it applies.
     *
     * @param times that each replication counts
     * @param otherwise the mean of a point at which none of those applies; null for not-a-number
     */
    private static double[] worths(double[][] byPoint, double[] times, double[] otherwise) {
        double[] worths = new double[byPoint.length];
        for (int point = 0; point < worths.length; point++) {
            double sum = 0;
            double count = 0;
            for (int i = 0; i < times.length; i++) {
                if (!Double.isNaN(byPoint[point][i])) {
                    sum += times[i] * byPoint[point][i];
                    count += times[i];
                }
            }
            worths[point] = count == 0 && otherwise != null ? otherwise[point] : sum / count;
        }
        return worths;
    }

    private double[] shapley(double[] worths) {
        return Shapley.values(mechanisms.size(), combination -> worths[points[combination]]);
    }
}
