package greenlight.market.agent;

import greenlight.market.economics.Exact;

/** A vendor's figures as its last books show them, and what investors paid for it and mark it at. */
public final class FinancialRecord {
    /** Growth beyond a doubling, or a halving, in a quarter is no trend. */
    private static final double DOUBLING = Exact.log(2);
    /** Weight of a new quarter in the trend: a year's memory. */
    private static final double ONE_QUARTER = 0.25;
    /** Share that is presumed to give significant influence (International Accounting Standard 28). */
    private static final double SIGNIFICANT = 0.2;

    private double revenue;
    private double spending;
    private double growth;
    private double mark;
    private double price;
    private double invested;
    /** Compute that is paid for, US dollars at the rent of the day. */
    private double credits;
    /** What compute cost in the quarter, US dollars. */
    private double compute;
    /** Of this, what had been paid for before. */
    private double prepaid;

    /** Share that strategic investors hold, 0 to 1. */
    private double heldByStrategic;

    /**
     * A record that opens.
     *
     * @param valuation post-money, of the last round, US dollars
     * @param cash US dollars
     */
    FinancialRecord(double valuation, double cash) {
        mark = valuation;
        price = valuation;
        invested = cash;
    }

    void close(double quarterRevenue, double quarterSpending) {
        if (revenue > 0) {
            double grown = quarterRevenue > 0 ? Exact.log(quarterRevenue / revenue) : -DOUBLING;
            growth += ONE_QUARTER * (Math.max(-DOUBLING, Math.min(DOUBLING, grown)) - growth);
        }
        revenue = quarterRevenue;
        spending = quarterSpending + prepaid;
        prepaid = 0;
    }

    /** Compute has been paid for in a round, US dollars. */
    public void credited(double dollars) {
        credits += dollars;
    }

    /** Pays for a quarter's compute with what is paid for, as far as it goes, and gives what that was worth, US dollars. */
    public double useCredits(double dollars) {
        compute = dollars;
        prepaid = Math.min(credits, dollars);
        credits -= prepaid;
        return prepaid;
    }

    /** Part of the last quarter's spending that was compute, 0 to 1. */
    public double computeShare() {
        return spending > 0 ? Math.min(1, compute / spending) : 0;
    }

    /** Compute that is paid for, US dollars. */
    public double credits() {
        return credits;
    }

    /** Notes the share that strategic investors hold. */
    public void heldByStrategic(double share) {
        heldByStrategic = share;
    }

    /** Influence of strategic investors, 0 to 1: it is full at the share at which accounts presume it to be significant. */
    double strategicInfluence() {
        return Math.min(1, heldByStrategic / SIGNIFICANT);
    }

    /** A round has closed at a post-money valuation, US dollars. */
    public void pricedAt(double postMoney, double raised) {
        price = postMoney;
        mark = postMoney;
        invested += raised;
    }

    /** Investors mark what they hold, US dollars. */
    public void markedAt(double value) {
        mark = value;
    }

    /** Of the last quarter, US dollars. */
    public double revenue() {
        return revenue;
    }

    /** Spending beyond revenue in the last quarter, US dollars. */
    public double burn() {
        return Math.max(0, spending - revenue);
    }

    /** Revenue beyond spending in the last quarter, US dollars. */
    public double profit() {
        return Math.max(0, revenue - spending);
    }

    /** Trend of the logarithm of revenue, per quarter. */
    public double growth() {
        return growth;
    }

    /** What investors mark the vendor at now, US dollars. */
    public double mark() {
        return mark;
    }

    /** Post-money valuation of the last round, US dollars. */
    public double price() {
        return price;
    }

    /** Its opening cash and what investors have put in since, US dollars. */
    public double invested() {
        return invested;
    }
}
