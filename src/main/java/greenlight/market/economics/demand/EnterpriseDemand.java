package greenlight.market.economics.demand;

import greenlight.market.economics.Exact;

/**
 * Demand of enterprises for GPU-hours: each hour is worth something else to them, exponentially spread, so that M e^(-p / v) hours are
 * demanded at a price of p: demand falls in price and is satisfied at a price of nothing (the exponential demand function of Hanssens, Parsons and Schultz 2001,
 * <i>Market Response Models</i>).
 */
public final class EnterpriseDemand {
    /** Beyond it nothing is left. */
    private static final double MOST_EXPONENT = 700;

    private EnterpriseDemand() {}

    /**
     * Hours at which a seller earns most who takes those of the others as given (Cournot 1838, <i>Recherches sur les principes
     * mathématiques de la théorie des richesses</i>): M e^-(s + c / v), at which the price is c + s v.
     *
     * @param most M, hours demanded of the seller at a price of nothing, at least 0
     * @param worth v, mean worth of an hour, US dollars, above 0
     * @param cost c, of an hour, US dollars, at least 0
     * @param share s, of the market, that the seller has, 0 to 1
     */
    public static double bestHours(double most, double worth, double cost, double share) {
        return most * Exact.exp(-Math.min(MOST_EXPONENT, share + cost / worth));
    }

    /**
     * The price at which a number of hours is demanded: v ln(M / q), 0 where more is offered than is wanted.
     *
     * @param most M, hours demanded at a price of nothing, at least 0
     * @param worth v, mean worth of an hour, US dollars, above 0
     * @param hours q, hours on offer, above 0
     */
    public static double price(double most, double worth, double hours) {
        return hours >= most ? 0 : worth * Exact.log(most / hours);
    }

    /**
     * What another hour adds to a seller's revenue, when all are sold at the price that clears them: v (ln(M / q) - s).
     *
     * @param most M, hours demanded of the seller at a price of nothing, above 0
     * @param worth v, mean worth of an hour, US dollars, above 0
     * @param hours q, hours on offer, above 0
     * @param share s, of the market, that the seller has, 0 to 1
     */
    public static double marginalRevenue(double most, double worth, double hours, double share) {
        return worth * (Exact.log(most / hours) - share);
    }
}
