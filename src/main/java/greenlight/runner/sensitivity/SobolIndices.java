package greenlight.runner.sensitivity;

import greenlight.runner.dataset.Factor;
import greenlight.runner.stats.Estimate;
import java.util.List;

/**
 * Sobol' indices: how the variance of a measure's mean response divides among factors.
 *
 * @param factors a row each
 * @param pairs second-order indices; empty unless the design has the rows for them
 * @param trace the indices from the first part of the base rows, from an eighth to all of them
 * @param rows base rows used
 * @param dropped base rows left out because a run of theirs failed or the measure does not apply to it
 */
public record SobolIndices(List<Index> factors, List<Pair> pairs, List<Step> trace, int rows, int dropped) {
    /**
     * A factor.
     *
     * @param first share of variance that goes when the factor is fixed, its interactions kept out
     * @param total the same with all interactions that the factor is part of
     */
    public record Index(Factor factor, Estimate first, Estimate total) {}

    /**
     * Two factors.
     *
     * @param second share of variance due to the interaction of the two factors alone
     */
    public record Pair(Factor one, Factor other, Estimate second) {}

    /**
     * Indices from a part of the rows.
     *
     * @param rows base rows that the indices come from
     */
    public record Step(int rows, List<Index> factors) {}

    /** The sum of first-order indices; below one, the rest is interactions. */
    public double additive() {
        return factors.stream().mapToDouble(index -> index.first().value()).sum();
    }
}
