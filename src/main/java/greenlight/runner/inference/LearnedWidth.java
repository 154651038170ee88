package greenlight.runner.inference;

import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * How wide a posterior is, in widths of its prior.
 *
 * @param ratio the standard deviation of the posterior over that of the prior, in the unit cube; 1 where nothing was learned,
 *     above 1 where the middle was ruled out
 * @param probability of a ratio at least as far from 1 if the posterior is the prior
 */
public record LearnedWidth(double ratio, double probability) {
    /** Variance of a uniform distribution on the unit interval. */
    private static final double UNIFORM_VARIANCE = 1.0 / 12;

    /** Fourth central moment of a uniform distribution over its squared variance. */
    private static final double UNIFORM_KURTOSIS = 9.0 / 5;

    /** A larger probability does not tell the posterior from its prior. */
    private static final double SIGNIFICANT = 0.05;

    /**
     * Of a marginal in the unit cube. The sample standard deviation of <i>n</i> draws has, relative to its value, a variance
     * of (kurtosis - 1) / 4<i>n</i> (Cramér 1946, 27.7); its normal approximation is good from some thirty draws.
     *
     * @param draws how many independent draws the marginal is worth, above 0
     */
    public static LearnedWidth of(WeightedSample marginal, double draws) {
        if (!(draws > 0)) {
            throw new IllegalArgumentException("A posterior is worth some draws, not " + draws + ".");
        }
        double ratio = marginal.standardDeviation() / Math.sqrt(UNIFORM_VARIANCE);
        double error = Math.sqrt((UNIFORM_KURTOSIS - 1) / (4 * draws));
        double further = NormalDistribution.of(0, 1).survivalProbability(Math.abs(ratio - 1) / error);
        return new LearnedWidth(ratio, 2 * further);
    }

    /** Whether the posterior differs from the prior in its width, at the level of 5 %. */
    public boolean resolved() {
        return probability < SIGNIFICANT;
    }
}
