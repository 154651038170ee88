package greenlight.runner.inference;

import greenlight.runner.stats.Estimate;
import java.util.Arrays;
import org.apache.commons.statistics.distribution.BetaDistribution;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;

/**
 * Whether posteriors know their own doubt (Talts and others 2018, arXiv:1804.06788): of records made from parameters that
 * are known, each known value has a rank among the draws of its posterior ({@link WeightedSample#rank}), and the ranks of
 * many are uniform from 0 to 1 if the method is right.
 */
public final class SimulationBasedCalibration {
    private final double[] ranks;

    /** The ranks of the known values, from 0 to 1, at least one. */
    public SimulationBasedCalibration(double[] ranks) {
        if (ranks.length == 0 || !Arrays.stream(ranks).allMatch(rank -> rank >= 0 && rank <= 1)) {
            throw new IllegalArgumentException("Calibration needs ranks, all from 0 to 1.");
        }
        this.ranks = ranks.clone();
    }

    /**
     * The share of known values within the central interval of a probability of their posteriors, with the interval that
     * the number of recoveries allows (Clopper and Pearson 1934); it assumes that the ranks are independent.
     */
    public Estimate coverage(double probability) {
        if (!(probability > 0 && probability < 1)) {
            throw new IllegalArgumentException(
                    "A central interval has a probability between 0 and 1, not " + probability + ".");
        }
        long within = Arrays.stream(ranks)
                .filter(rank -> Math.abs(rank - 0.5) <= probability / 2)
                .count();
        return binomial(within, ranks.length);
    }

    private static Estimate binomial(long successes, long trials) {
        double tail = (1 - Estimate.LEVEL) / 2;
        double low = successes == 0
                ? 0
                : BetaDistribution.of(successes, trials - successes + 1).inverseCumulativeProbability(tail);
        double high = successes == trials
                ? 1
                : BetaDistribution.of(successes + 1, trials - successes).inverseSurvivalProbability(tail);
        return new Estimate((double) successes / trials, low, high);
    }

    /** How many ranks lie in each of some equal bins from 0 to 1, at least two. */
    public int[] histogram(int bins) {
        if (bins < 2) {
            throw new IllegalArgumentException("A rank histogram needs at least two bins, not " + bins + ".");
        }
        int[] counts = new int[bins];
        for (double rank : ranks) {
            counts[Math.min(bins - 1, (int) (rank * bins))]++;
        }
        return counts;
    }

    /**
     * The probability of a histogram at least as uneven if the ranks are independent and uniform, by the chi-square test;
     * its approximation wants some five ranks a bin.
     */
    public double uniformity(int bins) {
        double expected = (double) ranks.length / bins;
        double statistic = Arrays.stream(histogram(bins))
                .mapToDouble(count -> (count - expected) * (count - expected) / expected)
                .sum();
        return ChiSquaredDistribution.of(bins - 1).survivalProbability(statistic);
    }
}
