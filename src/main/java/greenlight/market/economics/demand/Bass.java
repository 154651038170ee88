package greenlight.market.economics.demand;

import greenlight.market.economics.Exact;

/**
 * Diffusion of a new product: Bass 1969, <i>A new product growth for model consumer durables</i>, Management Science
 * 15(5).
 */
public final class Bass {
    private Bass() {}

    /**
     * Probability that a person who has not adopted does so within a quarter: 1 - e^-(s + p hype + q a).
     *
     * @param s search: rate per quarter of looking for such a product, whatever the attention to it
     * @param p innovation: rate per quarter of adopting unprompted, where hype is 1
     * @param hype attention to the market, at least 0
     * @param q imitation: rate per quarter of adopting when all other people have
     * @param activeShare a, share of people who use the product, 0 to 1
     */
    public static double hazard(double s, double p, double hype, double q, double activeShare) {
        return -Exact.expm1(-(s + p * hype + q * activeShare));
    }
}
