package greenlight.market.economics;

/** What is gained by looking on: Stigler 1961, <i>The economics of information</i>, Journal of Political Economy 69(3). */
public final class Search {
    /** Scale of a logistic law against its standard deviation: the square root of 3 over pi. */
    private static final double SCALE = 0.5513288954217921;

    private Search() {}

    /**
     * Expected gain from an offer that is taken only when it is worth more than nothing: c ln(1 + exp(m / c)), for a worth that
     * is logistic with mean m and scale c (Small and Rosen 1981, <i>Applied welfare economics with discrete choice models</i>,
     * Econometrica 49).
     *
     * @param mean m, of the offer's worth
     * @param deviation of the offer's worth, at least 0; c is its square root of 3 over pi
     */
    public static double optional(double mean, double deviation) {
        double scale = SCALE * deviation;
        double certain = Math.max(0, mean);
        return scale == 0 ? certain : certain + scale * Exact.log1p(Exact.exp(-Math.abs(mean) / scale));
    }

    /**
     * Probability that an offer has come by the end of a number of quarters: 1 - (1 - h)^n.
     *
     * @param hazard h, probability of an offer in a quarter, 0 to 1
     * @param quarters n, at least 0
     */
    public static double found(double hazard, int quarters) {
        return found(hazard, quarters, new Powers(1));
    }

    /**
     * The same with powers at hand.
     *
     * @param missed powers of 1 - h
     */
    public static double found(double hazard, int quarters, Powers missed) {
        return quarters == 0 ? 0 : 1 - missed.of(1 - hazard, quarters);
    }
}
