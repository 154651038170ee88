package greenlight.market.economics;

/** A number of quarters over which money is discounted; the factors are worked out again only for another rate. */
public final class Term {
    private final double quarters;
    private double rate = Double.NaN;
    private double annuity;
    private double discount;

    /**
     * A term.
     *
     * @param quarters at least 0; need not be whole
     */
    public Term(double quarters) {
        this.quarters = quarters;
    }

    private void at(double other) {
        if (rate != other) {
            rate = other;
            annuity = Valuation.annuity(rate, quarters);
            discount = Valuation.discount(rate, quarters);
        }
    }

    /**
     * {@link Valuation#annuity} over the term.
     *
     * @param other discount rate per quarter
     */
    public double annuity(double other) {
        at(other);
        return annuity;
    }

    /**
     * {@link Valuation#discount} at the end of the term.
     *
     * @param other discount rate per quarter
     */
    public double discount(double other) {
        at(other);
        return discount;
    }
}
