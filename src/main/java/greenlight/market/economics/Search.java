package greenlight.market.economics;

/** What is gained by looking on: Stigler 1961, <i>The economics of information</i>, Journal of Political Economy 69(3). */
public final class Search {
    /** Square root of two pi. */
    private static final double ROOT_OF_TWO_PI = 2.5066282746310002;

    private Search() {}

    /**
     * Expected gain from an offer that is taken only when it is worth more than nothing, and whose worth is normal about zero:
     * s / sqrt(2 pi) (the mean of a half-normal, half of the time; Johnson, Kotz and Balakrishnan 1994, <i>Continuous
     * Univariate Distributions</i>, volume 1, section 13.10).
     *
     * @param deviation s, of an offer's worth
     */
    public static double optional(double deviation) {
        return deviation / ROOT_OF_TWO_PI;
    }

    /**
     * Probability that an offer has come by the end of a number of quarters: 1 - (1 - h)^n.
     *
     * @param hazard h, probability of an offer in a quarter, 0 to 1
     * @param quarters n, at least 0
     */
    public static double found(double hazard, int quarters) {
        return quarters == 0 ? 0 : 1 - Exact.pow(1 - hazard, quarters);
    }
}
