package greenlight.market.economics.demand;

import greenlight.market.economics.Exact;

/**
 * A clip sold by the piece to people whose willingness to pay is exponential with mean w. A seller's best price is where the
 * margin is the ratio of demand to its slope (Lerner 1934, <i>The Concept of Monopoly and the Measurement of Monopoly Power</i>,
 * Review of Economic Studies 1(3)), which is w here at every cost.
 */
public final class PricePerClip {
    private PricePerClip() {}

    /**
     * The price that earns most: c + w.
     *
     * @param cost c of making a clip, US dollars, at least 0
     * @param worth w, mean of what a clip is worth, US dollars, above 0
     */
    public static double best(double cost, double worth) {
        return cost + worth;
    }

    /**
     * Share of the clips wished for that are bought: e^(-p / w).
     *
     * @param price p of a clip, US dollars, at least 0
     * @param worth w, mean of what a clip is worth, US dollars, above 0
     */
    public static double bought(double price, double worth) {
        return Exact.exp(-price / worth);
    }
}
