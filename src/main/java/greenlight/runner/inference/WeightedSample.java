package greenlight.runner.inference;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** Draws of one quantity from a posterior, each with a weight: moments, quantiles, ranks and scores. */
public final class WeightedSample {
    /** In increasing order. */
    private final double[] values;

    /** In the order of the values; their sum is 1. */
    private final double[] weights;

    private WeightedSample(double[] values, double[] weights) {
        this.values = values;
        this.weights = weights;
    }

    /** Refuses values that are not finite, weights that are negative or not finite, other lengths, and no weight at all. */
    public static WeightedSample of(double[] values, double[] weights) {
        if (values.length != weights.length) {
            throw new IllegalArgumentException(values.length + " values with " + weights.length + " weights.");
        }
        double sum = Arrays.stream(weights).sum();
        if (!(sum > 0) || !Arrays.stream(weights).allMatch(weight -> weight >= 0 && Double.isFinite(weight))) {
            throw new IllegalArgumentException("Weights are finite and not negative, and some are above zero.");
        }
        if (!Arrays.stream(values).allMatch(Double::isFinite)) {
            throw new IllegalArgumentException("A weighted sample needs finite values.");
        }
        int[] order = IntStream.range(0, values.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> values[i]))
                .mapToInt(i -> i)
                .toArray();
        return new WeightedSample(
                Arrays.stream(order).mapToDouble(i -> values[i]).toArray(),
                Arrays.stream(order).mapToDouble(i -> weights[i] / sum).toArray());
    }

    /** The weighted mean. */
    public double mean() {
        double mean = 0;
        for (int i = 0; i < values.length; i++) {
            mean += weights[i] * values[i];
        }
        return mean;
    }

    /** The weighted standard deviation, of the draws as a population. */
    public double standardDeviation() {
        double mean = mean();
        double variance = 0;
        for (int i = 0; i < values.length; i++) {
            variance += weights[i] * (values[i] - mean) * (values[i] - mean);
        }
        return Math.sqrt(variance);
    }

    /** How many draws of equal weight are worth as much (Kish 1965): (sum of weights)² / sum of squared weights. */
    public double effectiveSize() {
        return 1 / Arrays.stream(weights).map(weight -> weight * weight).sum();
    }

    /** The smallest draw with a share of the weight, from 0 to 1, at or below it. */
    public double quantile(double share) {
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException("There is no quantile at " + share + ": shares are from 0 to 1.");
        }
        double below = 0;
        int i = 0;
        while (i < values.length - 1 && (below += weights[i]) < share) {
            i++;
        }
        return values[i];
    }

    /** The share of the weight below a value, from 0 to 1; draws equal to it count half. */
    public double rank(double value) {
        double below = 0;
        for (int i = 0; i < values.length; i++) {
            below += values[i] < value ? weights[i] : values[i] == value ? weights[i] / 2 : 0;
        }
        return Math.min(1, below);
    }

    /**
     * The continuous ranked probability score against what was observed, in the unit of the values; 0 is best. Equal to
     * E|X - y| - E|X - X'| / 2 (Gneiting and Raftery 2007, Journal of the American Statistical Association 102, eq. 21).
     */
    public double crps(double observed) {
        return crps(observed, observed);
    }

    /**
     * The threshold-weighted score (Gneiting and Ranjan 2011, Journal of Business and Economic Statistics 29) against an
     * observation known to lie in a range, with weight 0 within the range and 1 outside: 0 if all draws lie in it, and the
     * same wherever in it the observation lies. In the unit of the values.
     */
    public double crps(double low, double high) {
        if (!(low <= high)) {
            throw new IllegalArgumentException("A range from " + low + " to " + high + ".");
        }
        double score = 0;
        double below = 0;
        for (int i = 0; i < values.length; i++) {
            // the integral of (F(z) - 1{z >= y})² by pieces between neighbours, the range cut out
            double next = i + 1 < values.length ? values[i + 1] : values[i];
            below += weights[i];
            score += below * below * length(values[i], Math.min(next, low));
            score += (1 - below) * (1 - below) * length(Math.max(values[i], high), next);
        }
        return score + length(high, values[0]) + length(values[values.length - 1], low);
    }

    private static double length(double from, double to) {
        return Math.max(0, to - from);
    }
}
