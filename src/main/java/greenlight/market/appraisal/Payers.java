package greenlight.market.appraisal;

import greenlight.market.economics.demand.LogNormal;

/**
 * Of some people, those whose budget covers the price for what the paid plan adds.
 *
 * @param share of the people, 0 to 1
 * @param perDollar share of the worth of all wishes that each dollar of the price takes, mean over the people, where who
 *     does not pay counts as 0
 */
record Payers(double share, double perDollar) {
    /**
     * What people would pay for all their wishes at a quality of 1, US dollars a month.
     *
     * @param spread standard deviation of the logarithm
     * @param reciprocal mean of one over it
     */
    record Budgets(double median, double spread, double reciprocal) {
        static Budgets of(double median, double spread) {
            return new Budgets(median, spread, LogNormal.reciprocal(median, spread));
        }
    }

    /**
     * Payers among people whose budgets follow a log-normal law.
     *
     * @param price US dollars a month
     * @param gain of the paid plan, as a share of what all wishes would be worth on it
     * @param quality of the clips
     * @param budgets of the people
     */
    static Payers of(double price, double gain, double quality, Budgets budgets) {
        double worth = gain * quality;
        if (worth <= 0) {
            return new Payers(0, 0);
        }
        double poorest = LogNormal.deviate(price / worth, budgets.median(), budgets.spread());
        return new Payers(
                LogNormal.normalAbove(poorest),
                LogNormal.reciprocalAbove(budgets.reciprocal(), poorest, budgets.spread()) / quality);
    }

    /** These and others, who are a share of all. */
    Payers and(Payers others, double theirShare) {
        return new Payers(
                (1 - theirShare) * share + theirShare * others.share,
                (1 - theirShare) * perDollar + theirShare * others.perDollar);
    }
}
