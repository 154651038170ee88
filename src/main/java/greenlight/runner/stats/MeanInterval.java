package greenlight.runner.stats;

import java.util.Arrays;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * A mean and the half-width of its 95 % confidence interval, by Student's t; the half-width is infinite with fewer than
 * two values.
 *
 * @param count of values, not-a-numbers left out
 */
public record MeanInterval(int count, double mean, double deviation, double halfWidth) {
    private static final double TAIL = 0.025;

    /** The interval of the values that are numbers. */
    public static MeanInterval of(double[] values) {
        double[] applying =
                Arrays.stream(values).filter(value -> !Double.isNaN(value)).toArray();
        int count = applying.length;
        double sum = 0;
        for (double value : applying) {
            sum += value;
        }
        double mean = sum / count;
        double squares = 0;
        for (double value : applying) {
            squares += (value - mean) * (value - mean);
        }
        if (count < 2) {
            return new MeanInterval(count, mean, Double.NaN, Double.POSITIVE_INFINITY);
        }
        double deviation = Math.sqrt(squares / (count - 1));
        double quantile = TDistribution.of(count - 1).inverseSurvivalProbability(TAIL);
        return new MeanInterval(count, mean, deviation, quantile * deviation / Math.sqrt(count));
    }

    /**
     * How many values the interval would need for its half-width to be as wanted, by the deviation seen.
     *
     * @param wanted above 0
     */
    public double needed(double wanted) {
        return Math.max(2, count * Math.pow(halfWidth / wanted, 2));
    }
}
