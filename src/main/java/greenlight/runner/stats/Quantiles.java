package greenlight.runner.stats;

import java.util.Arrays;

/** Quantiles of measured values; those that do not apply are left out. */
public final class Quantiles {
    private Quantiles() {}

    /** The values that apply, in order. */
    public static double[] sorted(double[] values) {
        double[] sorted =
                Arrays.stream(values).filter(value -> !Double.isNaN(value)).toArray();
        Arrays.sort(sorted);
        return sorted;
    }

    /** Linear between order statistics (type 7 of Hyndman and Fan 1996); not-a-number of nothing. */
    public static double ofSorted(double[] sorted, double share) {
        if (sorted.length == 0) {
            return Double.NaN;
        }
        double place = share * (sorted.length - 1);
        int below = (int) Math.floor(place);
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }

    public static double median(double[] values) {
        return ofSorted(sorted(values), 0.5);
    }
}
