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
     * P(X &gt; x), to about one part in 10^7: the normal tail at (ln x - ln median) / sigma, by Abramowitz and Stegun
     * 1964, <i>Handbook of Mathematical Functions</i>, 26.2.17.
     *
     * @param x a level; 1 is returned where it is 0 or less
     * @param median above 0
     * @param sigma standard deviation of the logarithm, at least 0
     */
    public static double above(double x, double median, double sigma) {
        if (x <= 0) {
            return 1;
        }
        if (x > Double.MAX_VALUE) {
            return 0;
        }
        if (sigma == 0) {
            return x < median ? 1 : 0;
        }
        return normalAbove(Exact.log(x / median) / sigma);
    }

    /**
     * E[1/X; X &gt; x]: e^(sigma^2 / 2) / median, times the normal tail at (ln x - ln median) / sigma + sigma.
     *
     * @param x a level, at least 0
     * @param median above 0
     * @param sigma standard deviation of the logarithm, at least 0
     */
    public static double reciprocalAbove(double x, double median, double sigma) {
        if (x > Double.MAX_VALUE) {
            return 0;
        }
        double all = Exact.exp(sigma * sigma / 2) / median;
        if (x <= 0) {
            return all;
        }
        if (sigma == 0) {
            return x < median ? all : 0;
        }
        return all * normalAbove(Exact.log(x / median) / sigma + sigma);
    }

    /** P(Z &gt; z) of a normal Z with mean 0 and deviation 1, to about one part in 10^7, by the same formula. */
    public static double normalAbove(double z) {
        if (z < 0) {
            return 1 - normalAbove(-z);
        }
        double t = 1 / (1 + P * z);
        double sum = t * (B1 + t * (B2 + t * (B3 + t * (B4 + t * B5))));
        return DENSITY_AT_0 * Exact.exp(-z * z / 2) * sum;
    }
}
