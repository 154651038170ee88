package greenlight.runner.inference;

import org.apache.commons.statistics.distribution.ContinuousDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.TruncatedNormalDistribution;
import org.apache.commons.statistics.distribution.UniformContinuousDistribution;

/**
 * The prior of one parameter: uniform or normal, of the number or of its logarithm, within bounds. Its quantile function
 * maps the unit interval, in which the sampler works, to values of the parameter.
 */
public final class Prior {
    /** Half-width of the central 95 % of a normal distribution, in standard deviations. */
    private static final double CENTRAL_95 = NormalDistribution.of(0, 1).inverseCumulativeProbability(0.975);

    /** From a whole number to where its neighbour begins. */
    private static final double HALF = 0.5;

    private final Shape shape;
    private final boolean whole;
    private final double from;
    private final double to;
    private final ContinuousDistribution law;

    /** What is declared; the central 95 % is that before truncation, and not read by a uniform shape. */
    private record Shape(boolean log, boolean normal, double low, double high) {}

    private Prior(Shape shape, boolean whole, double from, double to) {
        require(
                Double.isFinite(from) && Double.isFinite(to) && from < to,
                "needs finite bounds, the lower first",
                from,
                to);
        this.shape = shape;
        this.whole = whole;
        this.from = from;
        this.to = to;
        double least = whole ? from - HALF : from;
        double most = whole ? to + HALF : to;
        require(
                !shape.log || least > 0,
                "of a logarithm needs a lower bound above zero (of whole numbers, at least 1)",
                from,
                to);
        this.law = shape.normal
                ? truncatedNormal(scaled(shape.low), scaled(shape.high), scaled(least), scaled(most))
                : UniformContinuousDistribution.of(scaled(least), scaled(most));
    }

    /** Every value from one bound to the other is as likely as any other. */
    public static Prior uniform(double from, double to) {
        return new Prior(new Shape(false, false, from, to), false, from, to);
    }

    /** Every factor between two bounds above zero is as likely as any other. */
    public static Prior logUniform(double from, double to) {
        return new Prior(new Shape(true, false, from, to), false, from, to);
    }

    /** A normal distribution with its central 95 % from {@code low} to {@code high}, truncated to bounds. */
    public static Prior normal(double low, double high, double from, double to) {
        return new Prior(interval(false, low, high), false, from, to);
    }

    /** A log-normal distribution with its central 95 % from {@code low} to {@code high}, truncated to bounds above zero. */
    public static Prior logNormal(double low, double high, double from, double to) {
        require(low > 0, "of a logarithm needs a central 95 % above zero", low, high);
        return new Prior(interval(true, low, high), false, from, to);
    }

    private static Shape interval(boolean log, double low, double high) {
        require(
                Double.isFinite(low) && Double.isFinite(high) && low < high,
                "needs a central 95 %, its lower end first",
                low,
                high);
        return new Shape(log, true, low, high);
    }

    private static ContinuousDistribution truncatedNormal(double low, double high, double least, double most) {
        double deviation = (high - low) / 2 / CENTRAL_95;
        double mean = low + (high - low) / 2;
        require(mean >= least && mean <= most, "needs the middle of its central 95 % within its bounds", least, most);
        return TruncatedNormalDistribution.of(mean, deviation, least, most);
    }

    private static void require(boolean right, String what, double low, double high) {
        if (!right) {
            throw new IllegalArgumentException("A prior " + what + ", not " + low + " to " + high + ".");
        }
    }

    /**
     * The same for whole numbers, a switch being 0 or 1: values are rounded, and the bounds, which must be whole, are
     * widened by a half before, so that the first and the last number have their full share.
     */
    public Prior whole() {
        require(from == Math.rint(from) && to == Math.rint(to), "of whole numbers needs whole bounds", from, to);
        return new Prior(shape, true, from, to);
    }

    /** The smallest value. */
    public double from() {
        return from;
    }

    /** The largest value. */
    public double to() {
        return to;
    }

    /** The value that a share of the prior's probability lies at or below; refuses a share outside 0 to 1. */
    public double quantile(double share) {
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException("A prior has no quantile at " + share + ": shares are from 0 to 1.");
        }
        double scaled = law.inverseCumulativeProbability(share);
        double value = shape.log ? StrictMath.exp(scaled) : scaled;
        return Math.min(to, Math.max(from, whole ? Math.rint(value) : value));
    }

    /** The probability of a value or less; of not-a-number, not-a-number. */
    public double cdf(double value) {
        if (value < from) {
            return 0;
        }
        if (value >= to) {
            return 1;
        }
        return law.cumulativeProbability(scaled(whole ? Math.floor(value) + HALF : value));
    }

    private double scaled(double value) {
        return shape.log ? StrictMath.log(value) : value;
    }

    /** The shape, its central 95 % where it has one, and the bounds. */
    @Override
    public String toString() {
        String name = (shape.log ? "log-" : "") + (shape.normal ? "normal" : "uniform");
        String central = shape.normal ? ", 95 % from " + shape.low + " to " + shape.high : "";
        return name + central + ", within " + from + " to " + to + (whole ? ", whole numbers" : "");
    }
}
