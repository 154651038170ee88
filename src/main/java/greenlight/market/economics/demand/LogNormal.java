package greenlight.market.economics.demand;

import greenlight.market.economics.Exact;

/** Upper tails of a log-normal law. */
@SuppressWarnings("FloatingPointLiteralPrecision") // the digits as published
public final class LogNormal {
    private static final double P = 0.2316419;
    private static final double B1 = 0.319381530;
    private static final double B2 = -0.356563782;
    private static final double B3 = 1.781477937;
    private static final double B4 = -1.821255978;
    private static final double B5 = 1.330274429;
    private static final double DENSITY_AT_0 = 0.3989422804014327;

    private LogNormal() {}

    /**
     * Where a level is on the normal scale: (ln x - ln median) / sigma; minus infinity where everything is above it, infinity
     * where nothing is. So P(X &gt; x) is {@link #normalAbove} of it.
     *
     * @param x a level
     * @param median above 0
     * @param sigma standard deviation of the logarithm, at least 0
     */
    public static double deviate(double x, double median, double sigma) {
        if (x <= 0 || (sigma == 0 && x < median)) {
            return Double.NEGATIVE_INFINITY;
        }
        return x > Double.MAX_VALUE || sigma == 0 ? Double.POSITIVE_INFINITY : Exact.log(x / median) / sigma;
    }

    /**
     * E[1/X]: e^(sigma^2 / 2) / median.
     *
     * @param median above 0
     * @param sigma standard deviation of the logarithm, at least 0
     */
    public static double reciprocal(double median, double sigma) {
        return Exact.exp(sigma * sigma / 2) / median;
    }

    /**
     * E[1/X; X &gt; x]: E[1/X], times the normal tail at z + sigma.
     *
     * @param all E[1/X], {@link #reciprocal}
     * @param z {@link #deviate} of the level x
     * @param sigma standard deviation of the logarithm, at least 0
     */
    public static double reciprocalAbove(double all, double z, double sigma) {
        return all * normalAbove(z + sigma);
    }

    /**
     * P(Z &gt; z) of a normal Z with mean 0 and deviation 1, to about one part in 10^7, by Abramowitz and Stegun 1964,
     * <i>Handbook of Mathematical Functions</i>, 26.2.17.
     */
    public static double normalAbove(double z) {
        return normalAbove(z, normalDensity(z));
    }

    /**
     * The same where the density is known.
     *
     * @param density {@link #normalDensity} at z
     */
    public static double normalAbove(double z, double density) {
        if (z < 0) {
            return 1 - normalAbove(-z, density);
        }
        double t = 1 / (1 + P * z);
        return density * (t * (B1 + t * (B2 + t * (B3 + t * (B4 + t * B5)))));
    }

    /** Density of a normal law with mean 0 and deviation 1. */
    public static double normalDensity(double z) {
        return DENSITY_AT_0 * Exact.exp(-z * z / 2);
    }
}
