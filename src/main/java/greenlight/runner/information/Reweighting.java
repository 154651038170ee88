package greenlight.runner.information;

import greenlight.runner.stats.Estimate;
import greenlight.runner.stats.Moments;
import greenlight.runner.stats.Quantiles;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * How much less would be unknown of a quantity if some settings were ruled out: the ensemble is weighted anew (importance
 * sampling), and its variance compared with that before, by a bootstrap over families of settings.
 */
public final class Reweighting {
    private static final int RESAMPLES = 400;

    /** A reweighted ensemble that is worth less says nothing of a variance. */
    private static final double LEAST_WORTH = 10;

    private Reweighting() {}

    /**
     * Of each of several facts.
     *
     * @param facts by fact, then by setting: the factor of its weight, not negative
     * @param parameters by parameter, then by setting, from which families are known
     */
    public static List<Information> of(List<double[]> facts, List<double[]> parameters, NoisyQuantity quantity) {
        double[][] times = Families.of(parameters, quantity.weights().length).resampled(RESAMPLES);
        double[] before = new double[times.length];
        Arrays.setAll(before, sample -> quantity.times(times[sample]).between());
        List<Information> found = new ArrayList<>();
        for (double[] fact : facts) {
            NoisyQuantity after = quantity.times(fact);
            double share = 1 - after.between() / quantity.between();
            double[] drawn = new double[times.length];
            Arrays.setAll(drawn, sample -> 1 - after.times(times[sample]).between() / before[sample]);
            found.add(
                    after.effectiveSize() >= LEAST_WORTH && Double.isFinite(share)
                            ? information(share, drawn, facts.size(), after.effectiveSize())
                            : new Information(Estimate.NONE, 1, after.effectiveSize()));
        }
        return found;
    }

    /** Chance is counted for all facts together (Bonferroni). */
    private static Information information(double share, double[] drawn, int facts, double worth) {
        double[] finite = Arrays.stream(drawn).filter(Double::isFinite).toArray();
        if (finite.length < 2) {
            return new Information(Estimate.NONE, 1, worth);
        }
        double tail = (1 - Estimate.LEVEL) / 2;
        double[] ends = Quantiles.of(finite, tail, 1 - tail);
        double error = Moments.of(finite).deviation();
        double probability = error > 0
                ? 2 * NormalDistribution.of(0, 1).survivalProbability(Math.abs(share) / error)
                : share == 0 ? 1 : 0;
        return new Information(
                new Estimate(share, ends[0], ends[1]), Math.min(1, facts * probability), worth);
    }
}
