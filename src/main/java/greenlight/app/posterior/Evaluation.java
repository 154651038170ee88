package greenlight.app.posterior;

import greenlight.app.evidence.Pattern;
import greenlight.runner.stats.Quantiles;
import java.util.Arrays;

/**
 * How far the runs of one setting are from the record: for each pattern, the median of the distances of those runs to which it
 * applies, in half-widths of its target, at most {@value #MOST}.
 *
 * @param byPattern in the order of {@link Pattern}
 */
public record Evaluation(double[] byPattern) {
    /** No pattern counts for more half-widths of its target than this. */
    static final double MOST = 5;

    /**
     * Of what some runs measured.
     *
     * @param measured by pattern and run; not-a-number where a pattern does not apply
     */
    public static Evaluation of(double[][] measured) {
        Pattern[] patterns = Pattern.values();
        double[] distances = new double[patterns.length];
        for (Pattern pattern : patterns) {
            double[] of = Arrays.stream(measured[pattern.ordinal()])
                    .filter(value -> !Double.isNaN(value))
                    .map(value -> pattern.distance(value, MOST))
                    .sorted()
                    .toArray();
            distances[pattern.ordinal()] = of.length > 0 ? Quantiles.median(of) : MOST;
        }
        return new Evaluation(distances);
    }

    /** Root mean square over the patterns that are calibrated to; 1 is the edge of the targets. */
    public double distance() {
        double squares = 0;
        int count = 0;
        for (Pattern pattern : Pattern.values()) {
            if (pattern.kind() == Pattern.Kind.CALIBRATED) {
                squares += byPattern[pattern.ordinal()] * byPattern[pattern.ordinal()];
                count++;
            }
        }
        return Math.sqrt(squares / count);
    }

    /** Whether half of the runs meet a pattern's target. */
    boolean holds(Pattern pattern) {
        return byPattern[pattern.ordinal()] <= 1;
    }
}
