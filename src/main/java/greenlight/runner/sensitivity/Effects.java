package greenlight.runner.sensitivity;

import greenlight.runner.dataset.Factor;
import greenlight.runner.stats.Estimate;
import java.util.List;

/**
 * What the levels of factors do to a measure, from a design whose points can be matched.
 *
 * @param levels the mean at each level of each factor: the response curves
 * @param mains differences between a level and the reference level of its factor
 * @param interactions by how much two changes together differ from the sum of both alone
 * @param shares how the variance divides among the factors, their interactions and noise; empty unless the design is a
 *     full factorial and the measure applies everywhere
 */
public record Effects(List<Level> levels, List<Main> mains, List<Interaction> interactions, List<Share> shares) {
    /**
     * A point of a response curve.
     *
     * @param runs with a value at this level
     * @param mean over them
     */
    public record Level(Factor factor, double level, int runs, Estimate mean) {}

    /**
     * A main effect.
     *
     * @param pairs how many differences between runs that differ in nothing else the estimate averages
     * @param difference of the measure at the level less that at the reference
     */
    public record Main(Factor factor, double reference, double level, int pairs, Estimate difference) {}

    /**
     * An interaction of two factors.
     *
     * @param difference of the effect of the first factor at the level of the second from its effect at the second's
     *     reference
     */
    public record Interaction(
            Factor first,
            Factor second,
            double firstReference,
            double firstLevel,
            double secondReference,
            double secondLevel,
            Estimate difference) {}

    /**
     * A part of the variance.
     *
     * @param what a factor's name, {@code interactions} or {@code noise}
     * @param share of the variance of single runs
     */
    public record Share(String what, Estimate share) {}
}
