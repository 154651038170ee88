package greenlight.runner.information;

import greenlight.runner.stats.Estimate;
import greenlight.runner.stats.Quantiles;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How much less would be unknown of a quantity if some settings were ruled out: the ensemble is weighted anew (importance
 * sampling), and its variance compared with that before. A fact may also leave more unknown: its share is below 0 then.
 */
public final class Reweighting {
    private static final int RESAMPLES = 400;

    /** A reweighted ensemble that is worth less says nothing of a variance. */
    private static final double LEAST_WORTH = 10;

    private Reweighting() {}

    /**
     * Of each quantity, then of each fact. Intervals are by bootstrap over families of settings; chance is known from exchanges of
     * whole families, for all facts and quantities together.
     *
     * @param facts by fact, then by setting: the factor of its weight, not negative
     * @param parameters by parameter, then by setting, from which families are known
     * @param quantities of the same settings
     */
    public static List<List<Information>> of(
            List<double[]> facts, List<double[]> parameters, List<NoisyQuantity> quantities) {
        Families families = Families.of(parameters, parameters.get(0).length);
        double[][] times = families.resampled(RESAMPLES);
        int[][] exchanges = families.exchanged(RESAMPLES);
        double[] observed = new double[quantities.size() * facts.size()];
        double[][] exchanged = new double[observed.length][RESAMPLES];
        for (int row = 0; row < observed.length; row++) {
            NoisyQuantity quantity = quantities.get(row / facts.size());
            double[] fact = facts.get(row % facts.size());
            boolean worth = quantity.times(fact).effectiveSize() >= LEAST_WORTH;
            observed[row] = worth ? share(quantity, fact) : Double.NaN;
            if (worth) {
                Arrays.setAll(exchanged[row], exchange -> share(quantity, placed(fact, exchanges[exchange])));
            }
        }
        double[] chance = LargestStatistic.probabilities(observed, exchanged);
        List<List<Information>> found = new ArrayList<>();
        for (NoisyQuantity quantity : quantities) {
            double[] before = new double[RESAMPLES];
            Arrays.setAll(before, sample -> quantity.times(times[sample]).between());
            List<Information> each = new ArrayList<>();
            for (double[] fact : facts) {
                int row = found.size() * facts.size() + each.size();
                NoisyQuantity after = quantity.times(fact);
                double[] drawn = new double[RESAMPLES];
                Arrays.setAll(drawn, sample -> 1 - after.times(times[sample]).between() / before[sample]);
                each.add(new Information(interval(observed[row], drawn), chance[row], after.effectiveSize()));
            }
            found.add(each);
        }
        return found;
    }

    /** The share of the variance between settings that goes with the fact. */
    private static double share(NoisyQuantity quantity, double[] fact) {
        return 1 - quantity.times(fact).between() / quantity.between();
    }

    private static double[] placed(double[] values, int[] places) {
        return Arrays.stream(places).mapToDouble(place -> values[place]).toArray();
    }

    private static Estimate interval(double share, double[] drawn) {
        double[] finite = Arrays.stream(drawn).filter(Double::isFinite).toArray();
        if (!Double.isFinite(share) || finite.length < 2) {
            return Estimate.NONE;
        }
        double tail = (1 - Estimate.LEVEL) / 2;
        double[] ends = Quantiles.of(finite, tail, 1 - tail);
        return new Estimate(share, ends[0], ends[1]);
    }
}
