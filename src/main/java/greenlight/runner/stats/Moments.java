package greenlight.runner.stats;

import org.apache.commons.statistics.distribution.TDistribution;

/**
 * Count, mean and unbiased variance of numbers; what is not a number is left out.
 *
 * @param mean not-a-number of nothing
 * @param variance not-a-number with fewer than two numbers
 */
public record Moments(int count, double mean, double variance) {
    /** Confidence of intervals. */
    static final double LEVEL = 0.95;

    /** Half-width of Student's interval, in standard errors. */
    static double t(double freedom) {
        return TDistribution.of(freedom).inverseCumulativeProbability((1 + LEVEL) / 2);
    }

    /** Of all of an array. */
    public static Moments of(double[] values) {
        return of(values, 0, values.length);
    }

    /** Of a stretch of an array, by two passes, which keeps the digits where the spread is small. */
    public static Moments of(double[] values, int from, int to) {
        int count = 0;
        double sum = 0;
        for (int i = from; i < to; i++) {
            if (!Double.isNaN(values[i])) {
                sum += values[i];
                count++;
            }
        }
        double mean = sum / count;
        double squares = 0;
        for (int i = from; i < to; i++) {
            if (!Double.isNaN(values[i])) {
                squares += (values[i] - mean) * (values[i] - mean);
            }
        }
        return new Moments(count, mean, count > 1 ? squares / (count - 1) : Double.NaN);
    }

    /** The variance with the count as divisor. */
    public double spread() {
        return count > 1 ? variance * (count - 1) / count : 0;
    }

    /** Standard deviation of single numbers. */
    public double deviation() {
        return Math.sqrt(variance);
    }

    /** Standard error of the mean. */
    public double error() {
        return Math.sqrt(variance / count);
    }

    /** Half-width of Student's 95 % interval of the mean; infinite with fewer than two numbers. */
    public double halfWidth() {
        return count < 2 ? Double.POSITIVE_INFINITY : t(count - 1) * error();
    }

    /**
     * How many numbers the mean's interval would need to be as narrow as wanted, by the variance seen; at least 2.
     *
     * @param wanted half-width, above 0
     */
    public double needed(double wanted) {
        return Math.max(2, count * Math.pow(halfWidth() / wanted, 2));
    }
}
