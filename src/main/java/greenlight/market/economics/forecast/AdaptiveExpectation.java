package greenlight.market.economics.forecast;

/**
 * An expectation that is corrected by a part of its last error: Nerlove 1958, <i>Adaptive expectations and cobweb phenomena</i>,
 * Quarterly Journal of Economics 72(2); with a gain that stays, it never ceases to learn (Evans and Honkapohja 2001,
 * <i>Learning and Expectations in Macroeconomics</i>).
 */
public final class AdaptiveExpectation {
    private AdaptiveExpectation() {}

    /**
     * The expectation after another observation: x + (y - x) / (1 + w).
     *
     * @param expected x, before
     * @param seen y
     * @param weight w, observations that the expectation is worth, at least 0
     */
    public static double after(double expected, double seen, double weight) {
        return expected + (seen - expected) / (1 + weight);
    }

    /**
     * The error that is left when a number of observations has been made: s sqrt(w / (w + n)), the deviation of a normal belief
     * after n observations as firm as it was worth w of them (Raiffa and Schlaifer 1961, <i>Applied Statistical Decision
     * Theory</i>).
     *
     * @param error s, before the first observation
     * @param weight w, observations that the first belief is worth, above 0
     * @param observations n, at least 0
     */
    public static double errorLeft(double error, double weight, double observations) {
        return error * Math.sqrt(weight / (weight + observations));
    }
}
