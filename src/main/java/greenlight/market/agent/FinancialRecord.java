package greenlight.market.agent;

/** A vendor's figures as its last books show them, and what investors paid for it and mark it at. */
public final class FinancialRecord {
    /** Growth beyond a doubling, or a halving, in a quarter is no trend. */
    private static final double LARGEST_GROWTH = 1;

    private static final double LARGEST_FALL = -0.5;
    /** Weight of a new quarter against the trend before it. */
    private static final double HALF = 0.5;

    private double revenue;
    private double spending;
    private double growth;
    private double mark;
    private double price;

    /** A record that opens with the post-money valuation of the last round, US dollars. */
    FinancialRecord(double opening) {
        mark = opening;
        price = opening;
    }

    void close(double quarterRevenue, double quarterSpending) {
        if (revenue > 0) {
            double grown = quarterRevenue / revenue - 1;
            growth += HALF * (Math.max(LARGEST_FALL, Math.min(LARGEST_GROWTH, grown)) - growth);
        }
        revenue = quarterRevenue;
        spending = quarterSpending;
    }

    /** A round has closed at a post-money valuation, US dollars. */
    public void pricedAt(double postMoney) {
        price = postMoney;
        mark = postMoney;
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

    /** Trend of revenue, per quarter, from -0.5 to 1. */
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
}
