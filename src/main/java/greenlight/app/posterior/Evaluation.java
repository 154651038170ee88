package greenlight.app.posterior;

import greenlight.app.evidence.Pattern;
import greenlight.runner.stats.Quantiles;
import java.util.Arrays;

/**
 * How far the runs of one setting are from a {@link Target}: for each pattern, the median of the distances of those runs to
 * which it applies, in half-widths of its range, at most {@value #MOST}.
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
    public static Evaluation of(double[][] measured, Target target) {
        Pattern[] patterns = Pattern.values();
        double[] distances = new double[patterns.length];
        for (Pattern pattern : patterns) {
            double[] of = Arrays.stream(measured[pattern.ordinal()])
                    .filter(value -> !Double.isNaN(value))
                    .map(value -> target.range(pattern).distance(value, MOST))
                    .sorted()
                    .toArray();
            distances[pattern.ordinal()] = of.length > 0 ? Quantiles.median(of) : MOST;
        }
        return new Evaluation(distances);
    }

    /** Root mean square over the patterns that count for a target; 1 is the edge of their ranges. */
    public double distance(Target target) {
        double squares = 0;
        for (Pattern pattern : target.counted()) {
            squares += byPattern[pattern.ordinal()] * byPattern[pattern.ordinal()];
        }
        return Math.sqrt(squares / target.counted().size());
    }

    /** Whether half of the runs meet a pattern's target. */
    boolean holds(Pattern pattern) {
        return byPattern[pattern.ordinal()] <= 1;
    }
}
