package greenlight.market.economics;

/** What is gained by looking on: Stigler 1961, <i>The economics of information</i>, Journal of Political Economy 69(3). */
public final class Search {
    /** Square root of pi. */
    private static final double ROOT_OF_PI = 1.7724538509055159;

    private Search() {}

    /**
     * Expected gain from the better of two offers over either one, both normal with the same mean: s / sqrt(pi) (the mean of
     * the larger of two; David and Nagaraja 2003, <i>Order Statistics</i>).
     *
     * @param deviation s, of an offer's worth
     */
    public static double improvement(double deviation) {
        return deviation / ROOT_OF_PI;
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
