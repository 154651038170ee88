package greenlight.market.economics.demand;

import greenlight.market.economics.Exact;

/**
 * Capacity that is set before demand is known: the newsvendor's problem (Arrow, Harris and Marschak 1951, <i>Optimal inventory
 * policy</i>, Econometrica 19(3)).
 */
public final class Capacity {
    private Capacity() {}

    /**
     * Part of demand that is expected to be served: E[min(X, h)] of a log-normal demand X with mean 1, which is N((ln h - s^2 / 2) / s) + h (1 -
     * N((ln h + s^2 / 2) / s)) with the normal distribution N.
     *
     * @param headroom h, capacity against expected demand, at least 0
     * @param deviation s, of the logarithm of demand, at least 0; with 0 it is the smaller of h and 1
     * @return 0 to 1
     */
    public static double served(double headroom, double deviation) {
        if (headroom <= 0) {
            return 0;
        }
        if (deviation <= 0) {
            return Math.min(headroom, 1);
        }
        double log = Exact.log(headroom) / deviation;
        return 1 - LogNormal.normalAbove(log - deviation / 2) + headroom * LogNormal.normalAbove(log + deviation / 2);
    }
}
