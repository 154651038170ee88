package greenlight.market.economics;

/** What a firm or a stream of payments is worth today, in dollars. */
public final class Valuation {
    private Valuation() {}

    /**
     * An investor's value of a vendor: e g + (1 - e) m. The weights are this model's form.
     *
     * @param exuberance e, weight on growth, 0 to 1
     * @param growthValue g, value by growth
     * @param marginValue m, value by margin
     */
    public static double blended(double exuberance, double growthValue, double marginValue) {
        return exuberance * growthValue + (1 - exuberance) * marginValue;
    }

    /** Value today of equal payments at the end of each of a number of quarters: {@link #annuity} times the payment. */
    public static double presentValue(double perQuarter, double rate, double quarters) {
        return perQuarter * annuity(rate, quarters);
    }

    /**
     * Value today of one dollar at the end of each of a number of quarters: (1 - (1 + r)^-n) / r, n where r is 0 (Fisher
     * 1930, <i>The Theory of Interest</i>).
     *
     * @param rate r, discount rate per quarter, above -1
     * @param quarters n, at least 0; need not be whole
     */
    public static double annuity(double rate, double quarters) {
        return rate == 0 ? quarters : -Exact.expm1(-quarters * Exact.log1p(rate)) / rate;
    }

    /** Value today of one dollar after a number of quarters: (1 + r)^-n. */
    public static double discount(double rate, double quarters) {
        return Exact.pow(1 + rate, -quarters);
    }
}
