package greenlight.market.economics.forecast;

import greenlight.market.economics.demand.LogNormal;

/**
 * The option to close later. Who goes on for another quarter will know more, and may close then: the future counts as the
 * greater of its worth and nothing (Dixit 1989, <i>Entry and exit decisions under uncertainty</i>, Journal of Political Economy
 * 97(3); Robichek and Van Horne 1967, <i>Abandonment value and capital budgeting</i>, Journal of Finance 22(4)).
 */
public final class Abandonment {
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
        double density = LogNormal.normalDensity(z);
        return Math.max(0, mean * LogNormal.normalAbove(-z, density) + deviation * density); // the tail is rounded
    }
}
