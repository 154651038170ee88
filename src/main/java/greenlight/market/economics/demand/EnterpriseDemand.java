package greenlight.market.economics.demand;

import greenlight.market.economics.Exact;

/**
 * Demand of enterprises for GPU-hours: each hour is worth something else to them, exponentially spread, so that demand falls
 * in price and is satisfied at a price of nothing (the exponential demand function of Hanssens, Parsons and Schultz 2001,
 * <i>Market Response Models</i>).
 */
public final class EnterpriseDemand {
    private EnterpriseDemand() {}

    /**
     * Hours demanded at a price: M e^(-p / v).
     *
     * @param most M, hours demanded at a price of nothing, at least 0
     * @param worth v, mean worth of an hour, US dollars, above 0
     * @param price p, US dollars an hour, at least 0
     */
    public static double hours(double most, double worth, double price) {
        return most * Exact.exp(-price / worth);
    }

    /**
     * The price at which a number of hours is demanded: v ln(M / q), 0 where more is offered than anybody wants.
     *
     * @param most M, hours demanded at a price of nothing, at least 0
     * @param worth v, mean worth of an hour, US dollars, above 0
     * @param hours q, hours on offer, above 0
     */
    public static double price(double most, double worth, double hours) {
        return hours >= most ? 0 : worth * Exact.log(most / hours);
    }
}
