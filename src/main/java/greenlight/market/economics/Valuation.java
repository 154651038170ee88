package greenlight.market.economics;

/** What a firm or a stream of payments is worth today, in dollars. */
public final class Valuation {
    private static final int QUARTERS_PER_YEAR = 4;

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
     * Revenue of the year to come: R (a1 + a1 a2 + ... + a1 a2 a3 a4) with a_k = 1 + g (1 - f)^(k-1). Growth fades by a part
     * in each quarter (the H-model's fading growth; Fuller and Hsia 1984, "A simplified common stock valuation model",
     * <i>Financial Analysts Journal</i>, here in geometric form).
     *
     * @param revenue R, of the last quarter
     * @param growth g, of the last quarter, at least -1
     * @param fade f, part of its growth that a firm loses in a quarter, 0 to 1
     */
    public static double yearAhead(double revenue, double growth, double fade) {
        double quarter = revenue;
        double rate = growth;
        double year = 0;
        for (int k = 0; k < QUARTERS_PER_YEAR; k++) {
            quarter *= 1 + rate;
            rate *= 1 - fade;
            year += quarter;
        }
        return year;
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
