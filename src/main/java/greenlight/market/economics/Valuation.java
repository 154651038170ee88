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

    /**
     * Months that a user will still stay, discounted: r / (1 + d - r), the multiple of a customer's margin that he is worth (Gupta,
     * Lehmann and Stuart 2004, "Valuing customers", <i>Journal of Marketing Research</i>).
     *
     * @param retention r, share of users who stay for another month, 0 to 1
     * @param rate d, discount rate per month, above 0 where r is 1
     */
    public static double stay(double retention, double rate) {
        return retention / (1 + rate - retention);
    }

    /**
     * Revenue that a firm has when its growth has faded: R (1 + g / f), none where that is negative. Growth is lost by a part in
     * each quarter, so what is still to come adds up to g / f (the H-model, in which value is linear in growth and in the time
     * that it takes to fade; Fuller and Hsia 1984, "A simplified common stock valuation model", <i>Financial Analysts
     * Journal</i>).
     *
     * @param revenue R, now
     * @param growth g, per quarter
     * @param fade f, part of its growth that a firm loses in a quarter, above 0
     */
    public static double grown(double revenue, double growth, double fade) {
        return revenue * Math.max(0, 1 + growth / fade);
    }

    /**
     * An appraisal's step towards what it appraises: a (v - m). Appraisers weigh the last mark with the new evidence, so marks
     * lag and swing less than values (Geltner 1993, "Estimating market values from appraised values without assuming an
     * efficient market", <i>Journal of Real Estate Research</i>).
     *
     * @param mark m, US dollars
     * @param value v, US dollars
     * @param weight a, of the new evidence, 0 to 1
     */
    public static double smoothed(double mark, double value, double weight) {
        return mark + weight * (value - mark);
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
