package greenlight.market.economics;

/**
 * Effort falls as a power of all that was ever made: Wright 1936, <i>Factors affecting the cost of airplanes</i>,
 * Journal of the Aeronautical Sciences 3(4); Arrow 1962, <i>The economic implications of learning by doing</i>, Review
 * of Economic Studies 29(3).
 */
public final class ExperienceCurve {
    private ExperienceCurve() {}

    /**
     * GPU-minutes for a clip: m0 (1 + cumulative / scale)^-exponent.
     *
     * @param m0 GPU-minutes for the first clip
     * @param cumulative clips made so far, at least 0
     * @param scale clips that count as the experience at the start, above 0
     * @param exponent lambda, at least 0: each doubling of experience leaves 2^-lambda of the effort
     */
    public static double minutes(double m0, double cumulative, double scale, double exponent) {
        return m0 * Exact.pow(1 + cumulative / scale, -exponent);
    }
}
