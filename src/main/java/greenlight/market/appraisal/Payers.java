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
     * Payers among people whose budgets follow a log-normal law.
     *
     * @param price US dollars a month
     * @param gain of the paid plan, as a share of what all wishes would be worth on it
     * @param quality of the clips
     * @param budget median of what people would pay for all their wishes at a quality of 1, US dollars a month
     * @param spread standard deviation of its logarithm
     */
    static Payers of(double price, double gain, double quality, double budget, double spread) {
        double worth = gain * quality;
        if (worth <= 0) {
            return new Payers(0, 0);
        }
        double poorest = LogNormal.deviate(price / worth, budget, spread);
        return new Payers(
                LogNormal.normalAbove(poorest), LogNormal.reciprocalBeyond(poorest, budget, spread) / quality);
    }

    /** These and others, who are a share of all. */
    Payers and(Payers others, double theirShare) {
        return new Payers(
                (1 - theirShare) * share + theirShare * others.share,
                (1 - theirShare) * perDollar + theirShare * others.perDollar);
    }
}
