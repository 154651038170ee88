package greenlight.runner.design;

/**
 * How precisely a measure's mean is to be known at each point: once the half-width of its 95 % interval is small
 * enough, the point needs no more replications.
 *
 * @param measure key of the measure; runs to which it does not apply do not count
 * @param halfWidth the half-width wanted, above 0: in the measure's unit, or where {@code relative} a share of the
 *     mean's size
 * @param most replications of a point, at least those of the experiment
 */
public record Precision(String measure, double halfWidth, boolean relative, int most) {}
