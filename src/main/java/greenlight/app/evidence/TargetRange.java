package greenlight.app.evidence;

/**
 * What a measure should be, in its unit.
 *
 * @param low least value that will do
 * @param value best value; the widths below and above it may differ
 * @param high largest value that will do
 */
public record TargetRange(double low, double value, double high) {
    /** Refuses ends in the wrong order. */
    public TargetRange {
        if (!(low <= value && value <= high)) {
            throw new IllegalArgumentException("A target of " + value + " from " + low + " to " + high + ".");
        }
    }

    /** Whether a value will do. */
    public boolean holds(double measured) {
        return measured >= low && measured <= high;
    }

    /**
     * How far off a value is: 0 at the best value, 1 at either end, larger outside. Not-a-number and distances beyond
     * {@code most} count as {@code most}.
     */
    public double distance(double measured, double most) {
        double width = measured < value ? value - low : high - value;
        double off = measured == value ? 0 : Math.abs(measured - value) / width;
        return off <= most ? off : most;
    }

    /** The same around another value. */
    public TargetRange around(double other) {
        return new TargetRange(other - (value - low), other, other + (high - value));
    }

    /** The same with both widths multiplied by a factor of at least 0. */
    public TargetRange wider(double factor) {
        return new TargetRange(value - factor * (value - low), value, value + factor * (high - value));
    }

    /** The same with the widths below and above exchanged. */
    public TargetRange mirrored() {
        return new TargetRange(value - (high - value), value, value + (value - low));
    }
}
