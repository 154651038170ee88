package greenlight.market.economics.demand;

import greenlight.market.economics.Exact;

/**
 * Use under a quota, by people whose wishes X have a heavy tail: a Lomax (Pareto II) law with density proportional to
 * (1 + x / theta)^-(a + 1). A few make most of what is made, as on other platforms of user-made content (Ochoa and Duval
 * 2008, <i>Quantitative analysis of user-generated content on the Web</i>, Proceedings of WebEvolve). What a quota lets
 * through is the limited expected value of Klugman, Panjer and Willmot 2012, <i>Loss Models</i>, A.2.3 (there of a claim
 * under a policy's limit).
 */
public final class Usage {
    private Usage() {}

    /**
     * Mean of min(X, Q): m (1 - (1 + Q / theta)^(1 - a)), theta = m (a - 1); 0 where m is 0.
     *
     * @param mean m, mean of the wishes in clips, at least 0
     * @param quota Q, clips, at least 0; infinite where there is none
     * @param tail a, above 1; the smaller, the heavier the tail
     */
    public static double capped(double mean, double quota, double tail) {
        if (mean == 0) {
            return 0;
        }
        double scaled = quota / (mean * (tail - 1));
        return scaled > Double.MAX_VALUE ? mean : -mean * Exact.expm1((1 - tail) * Exact.log1p(scaled));
    }

    /**
     * Mean of what is beyond a quota and within another one, E min((X - Q)+, R): the wishes that a second free plan meets when the first is
     * used up.
     *
     * @param mean m, mean of the wishes in clips, at least 0
     * @param quota Q, clips, at least 0
     * @param second R, clips, at least 0
     * @param tail a, above 1
     */
    public static double between(double mean, double quota, double second, double tail) {
        return capped(mean, quota + second, tail) - capped(mean, quota, tail);
    }

    /**
     * Share of the people whose wishes go beyond a quota, P(X &gt; Q): (1 + Q / theta)^-a; 0 where m is 0.
     *
     * @param mean m, mean of the wishes in clips, at least 0
     * @param quota Q, clips, at least 0; infinite where there is none
     * @param tail a, above 1
     */
    public static double beyond(double mean, double quota, double tail) {
        double scaled = quota / (mean * (tail - 1));
        return mean == 0 || scaled > Double.MAX_VALUE ? 0 : Exact.exp(-tail * Exact.log1p(scaled));
    }

    /**
     * Share of the wishes that a quota lets through: E min(X, Q) / m; 1 where m is 0.
     *
     * @param mean m, mean of the wishes in clips, at least 0
     * @param quota Q, clips, at least 0; infinite where there is none
     * @param tail a, above 1
     */
    public static double met(double mean, double quota, double tail) {
        return mean == 0 ? 1 : capped(mean, quota, tail) / mean;
    }
}
