package greenlight.market.economics.forecast;

import greenlight.market.economics.Exact;
import greenlight.market.economics.demand.LogNormal;

/**
 * The option to close later. Who goes on for another quarter will know more, and may close then: the future counts as the
 * greater of its worth and nothing (Dixit 1989, <i>Entry and exit decisions under uncertainty</i>, Journal of Political Economy
 * 97(3); Robichek and Van Horne 1967, <i>Abandonment value and capital budgeting</i>, Journal of Finance 22(4)).
 */
public final class Abandonment {
    /** One over the square root of two pi. */
    private static final double DENSITY_AT_0 = 0.3989422804014327;

    private Abandonment() {}

    /**
     * Expected value of the greater of a normal worth and nothing: m N(m / s) + s n(m / s), with the normal distribution N and
     * its density n (Bachelier 1900, <i>Théorie de la spéculation</i>).
     *
     * @param mean m, expected worth, US dollars
     * @param deviation s, of that worth, at least 0; with 0 it is the greater of m and 0
     */
    public static double option(double mean, double deviation) {
        if (deviation <= 0) {
            return Math.max(0, mean);
        }
        double z = mean / deviation;
        double density = DENSITY_AT_0 * Exact.exp(Math.max(-700, -z * z / 2));
        return Math.max(0, mean * LogNormal.normalAbove(-z) + deviation * density); // the tail is rounded
    }
}
