package greenlight.market.economics;

/**
 * A belief that is corrected by the same part of its error each period: x + g (y - x) (constant-gain learning, Evans and
 * Honkapohja 2001, <i>Learning and Expectations in Macroeconomics</i>).
 */
public final class ConstantGain {
    private ConstantGain() {}

    /**
     * The belief after an observation.
     *
     * @param belief x
     * @param seen y, in the unit of the belief
     * @param gain g, 0 to 1
     */
    public static double next(double belief, double seen, double gain) {
        return belief + gain * (seen - belief);
    }

    /**
     * The gain with which a first observation weighs as in Bayes' rule: 1 / (1 + w).
     *
     * @param priorWeight w, of the first belief in observations, at least 0
     */
    public static double gain(double priorWeight) {
        return 1 / (1 + priorWeight);
    }
}
