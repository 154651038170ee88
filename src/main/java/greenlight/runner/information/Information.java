package greenlight.runner.information;

import greenlight.runner.stats.Estimate;

/**
 * How much less would be unknown of a quantity with a fact: the variance between settings that would go, over all of it.
 *
 * @param share 0 where noise may explain it; with an interval of 95 % where there is one, the noise's own included
 * @param probability of one as large by chance, for any quantity, where none depends on any of the facts of its kind
 * @param settings that the ensemble is worth with the fact, of equal weight
 */
public record Information(Estimate share, double probability, double settings) {
    /** The largest probability by chance of what counts as resolved. */
    private static final double LEVEL = 0.05;

    /** Whether it leaves less unknown, and noise does not explain that; an interval that covers 0 is not. */
    public boolean resolved() {
        return probability < LEVEL && share.value() > 0 && (!share.bounded() || share.clear());
    }

    /** The share that counts: 0 unless resolved. */
    public double counted() {
        return resolved() ? share.value() : 0;
    }
}
