package greenlight.runner.stats;

/** An estimate with the ends of its interval. */
public record Interval(double estimate, double low, double high) {
    public Interval {
        if (!(low <= high)) {
            throw new IllegalArgumentException("An interval from " + low + " to " + high + ".");
        }
    }
}
