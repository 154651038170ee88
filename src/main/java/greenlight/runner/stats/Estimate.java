package greenlight.runner.stats;

import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * A number with its 95 % interval; both ends are not-a-number where the runs cannot tell one.
 *
 * @param value the point estimate
 * @param low lower end
 * @param high upper end
 */
public record Estimate(double value, double low, double high) {
    public static final double NORMAL = NormalDistribution.of(0, 1).inverseCumulativeProbability(0.975);

    /** Nothing is known. */
    public static final Estimate NONE = new Estimate(Double.NaN, Double.NaN, Double.NaN);

    /** A value without an interval. */
    public static Estimate bare(double value) {
        return new Estimate(value, Double.NaN, Double.NaN);
    }

    /** A value with a standard error that is known well. */
    public static Estimate normal(double value, double error) {
        return new Estimate(value, value - NORMAL * error, value + NORMAL * error);
    }

    /** A value with a standard error of so many degrees of freedom. */
    public static Estimate student(double value, double error, double freedom) {
        if (!(freedom > 0)) {
            return bare(value);
        }
        double t = TDistribution.of(freedom).inverseCumulativeProbability(0.975);
        return new Estimate(value, value - t * error, value + t * error);
    }

    /** The mean of independent observations, not-a-number left out, with Student's interval. */
    public static Estimate mean(double[] observations) {
        Moments moments = Moments.of(observations);
        if (moments.count() == 0) {
            return NONE;
        }
        return student(moments.mean(), Math.sqrt(moments.variance() / moments.count()), moments.count() - 1);
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
