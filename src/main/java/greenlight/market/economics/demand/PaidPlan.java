package greenlight.market.economics.demand;

/**
 * What a paid plan adds to a free one, as a damaged good: the free plan is the paid one with a part of its worth removed,
 * so that those who value it most pay (Deneckere and McAfee 1996, <i>Damaged Goods</i>, Journal of Economics and
 * Management Strategy 5(2)).
 */
public final class PaidPlan {
    private PaidPlan() {}

    /**
     * Gain of the paid plan, as a share of what all wishes would be worth on it: m_p - (1 - p) m_f. Negative where the free
     * plan gives more.
     *
     * @param premium p, part of a clip's worth that only the paid plan gives (resolution, length, no watermark), 0 to 1
     * @param metFree m_f, share of a user's wishes that the free plan meets, 0 to 1
     * @param metPaid m_p, share of a user's wishes that the paid plan meets, 0 to 1
     */
    public static double gain(double premium, double metFree, double metPaid) {
        return metPaid - (1 - premium) * metFree;
    }

    /**
     * What the paid plan gives beyond its price, as a share of what all wishes would be worth on it: m_p - p / b. It is what the
     * free plan gives to those whose budget just covers the price for the gain, and more to the richer ones: utility that is
     * linear in money, whose marginal value falls with the budget (Train 2009, <i>Discrete Choice Methods with Simulation</i>, 3.1).
     *
     * @param metPaid m_p, share of a user's wishes that the paid plan meets, 0 to 1
     * @param price p, US dollars a month for a unit of quality, at least 0
     * @param budget b, US dollars a month that the user would pay for all its wishes at a quality of 1, above 0
     */
    public static double net(double metPaid, double price, double budget) {
        return metPaid - price / budget;
    }
}
