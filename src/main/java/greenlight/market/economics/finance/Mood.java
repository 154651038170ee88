package greenlight.market.economics.finance;

import greenlight.market.economics.Exact;

/** How opinion moves between two poles, 0 and 1, and money with it. */
public final class Mood {
    private Mood() {}

    /**
     * One step of a mean-reverting process: k (theta - x), what pulls x to its long-run level (the Ornstein-Uhlenbeck process in
     * discrete form; Vasicek 1977, "An equilibrium characterization of the term structure", <i>Journal of Financial
     * Economics</i>). A constant push p moves the level by p / k and no further.
     *
     * @param level x, 0 to 1
     * @param longRun theta, 0 to 1
     * @param speed k, part of the gap that closes in a quarter, 0 to 1
     */
    public static double reversion(double level, double longRun, double speed) {
        return speed * (longRun - level);
    }

    /**
     * What a number of exits takes from a mood that each of them lowers by the same part: x (1 - (1 - f)^n), so that fear compounds and
     * never takes more than there is. The form is this model's.
     *
     * @param level x, 0 to 1
     * @param fear f, part that one exit takes, 0 to 1
     * @param exits n, at least 0; need not be whole
     */
    public static double fear(double level, double fear, double exits) {
        return level * (1 - Exact.pow(1 - fear, exits));
    }

    /**
     * What money that chases deals does to a price: (m / m0)^e (Gompers and Lerner 2000, "Money chasing deals? The impact of fund
     * inflows on private equity valuations", <i>Journal of Financial Economics</i>: prices rise by 7 to 21 % when inflows
     * double).
     *
     * @param money m, to be placed now, at least 0
     * @param usual m0; the price is unmoved where it is 0
     * @param elasticity e, at least 0
     */
    public static double moneyChasingDeals(double money, double usual, double elasticity) {
        return elasticity == 0 || usual == 0 ? 1 : Exact.pow(money / usual, elasticity);
    }
}
