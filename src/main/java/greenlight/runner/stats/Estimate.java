package greenlight.runner.stats;

import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * A number with its interval, of 95 % confidence unless said otherwise; both ends are not-a-number where the data give
 * none.
 *
 * @param value the point estimate
 * @param low lower end
 * @param high upper end
 */
public record Estimate(double value, double low, double high) {
    /** Confidence of the intervals. */
    public static final double LEVEL = Moments.LEVEL;

    /** Half-width of the interval of a normal distribution, in standard errors. */
    public static final double NORMAL = NormalDistribution.of(0, 1).inverseCumulativeProbability((1 + LEVEL) / 2);

    /** Nothing is known. */
    public static final Estimate NONE = bare(Double.NaN);

    /** Refuses ends in the wrong order. */
    public Estimate {
        if (low > high) {
            throw new IllegalArgumentException("An interval from " + low + " to " + high + ".");
        }
    }

    /** A value without an interval. */
    public static Estimate bare(double value) {
        return new Estimate(value, Double.NaN, Double.NaN);
    }

    /** A value with a standard error that is known well. */
    public static Estimate normal(double value, double error) {
        return new Estimate(value, value - NORMAL * error, value + NORMAL * error);
    }

    /** A value with a standard error of some degrees of freedom; without an interval where there is none. */
    public static Estimate student(double value, double error, double freedom) {
        return freedom > 0 ? symmetric(value, Moments.t(freedom) * error) : bare(value);
    }

    /** The mean of independent observations, not-a-number left out, with Student's interval. */
    public static Estimate mean(double[] observations) {
        Moments moments = Moments.of(observations);
        return student(moments.mean(), moments.error(), moments.count() - 1);
    }

    /** A share of 0 or 1 seen in some independent trials, with Wilson's interval. */
    public static Estimate allOrNone(double share, int trials) {
        double margin = NORMAL * NORMAL / (trials + NORMAL * NORMAL);
        return share == 0 ? new Estimate(0, 0, margin) : new Estimate(1, 1 - margin, 1);
    }

    private static Estimate symmetric(double value, double half) {
        return new Estimate(value, value - half, value + half);
    }

    /** The same with ends that lie within bounds. */
    public Estimate clamped(double least, double most) {
        return new Estimate(value, Math.min(most, Math.max(least, low)), Math.max(least, Math.min(most, high)));
    }

    /** Half the width of the interval. */
    public double half() {
        return (high - low) / 2;
    }

    /** Whether zero lies outside the interval; false without one. */
    public boolean clear() {
        return low > 0 || high < 0;
    }

    /** Whether there is an interval. */
    public boolean bounded() {
        return !Double.isNaN(low);
    }
}
