package greenlight.market.economics;

/**
 * Effort falls as a power of all that was ever made, but for a part that no experience removes: Wright 1936, <i>Factors affecting the cost of airplanes</i>,
 * Journal of the Aeronautical Sciences 3(4); Arrow 1962, <i>The economic implications of learning by doing</i>, Review
 * of Economic Studies 29(3). The factor of incompressibility is that of De Jong 1957, <i>The effects of increasing skill on
 * cycle time and its consequences for time standards</i>, Ergonomics 1(1).
 */
public final class ExperienceCurve {
    private ExperienceCurve() {}

    /**
     * GPU-minutes for a clip: m0 (M + (1 - M) (1 + cumulative / scale)^-exponent).
     *
     * @param m0 GPU-minutes for the first clip
     * @param cumulative clips made so far, at least 0
     * @param scale clips that count as the experience at the start, above 0
     * @param exponent lambda, at least 0: each doubling of experience leaves 2^-lambda of what experience can remove
     * @param incompressible M, the part of the effort that stays for ever, 0 to 1
     */
    public static double minutes(double m0, double cumulative, double scale, double exponent, double incompressible) {
        double learned = Exact.pow(1 + cumulative / scale, -exponent);
        return m0 * (incompressible + (1 - incompressible) * learned);
    }
}
