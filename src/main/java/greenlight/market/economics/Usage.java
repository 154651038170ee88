package greenlight.market.economics;

/**
 * Use under a quota, by people whose wishes X are exponentially spread: the limited expected value of Klugman, Panjer
 * and Willmot, <i>Loss Models</i> (there of a claim under a policy's limit).
 */
public final class Usage {
    private Usage() {}

    /**
     * Mean of min(X, Q): m (1 - e^(-Q/m)); 0 where m is 0.
     *
     * @param mean m, mean of the wishes in clips, at least 0
     * @param quota Q, clips, at least 0; infinite where there is none
     */
    public static double capped(double mean, double quota) {
        return mean == 0 ? 0 : -mean * Exact.expm1(-quota / mean);
    }

    /** Share of people whose wishes reach the quota: e^(-Q/m); 0 where m is 0. */
    public static double hitting(double mean, double quota) {
        return mean == 0 ? 0 : Exact.exp(-quota / mean);
    }
}
