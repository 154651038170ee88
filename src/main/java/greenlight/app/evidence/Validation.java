package greenlight.app.evidence;

import greenlight.runner.stats.Estimate;
import greenlight.runner.stats.Quantiles;
import java.util.ArrayList;
import java.util.List;

/**
 * The baseline held against the patterns. A pattern holds when the median of the runs to which it applies lies inside its
 * target and at least half of them do.
 */
public final class Validation {
    private static final double LOW = 0.05;
    private static final double HIGH = 0.95;
    private static final double HALF = 0.5;

    /**
     * How a pattern came out.
     *
     * @param median of the runs to which it applies, with the interval in which nine of ten lie
     * @param inside share of them that meet the target
     * @param runs to which it applies
     */
    public record Outcome(Pattern pattern, Estimate median, double inside, int runs, boolean holds) {
        /** In words: holds, fails, or fails without being required. */
        public String verdict() {
            return holds ? "holds" : pattern.required() ? "FAILS" : "fails (not required)";
        }
    }

    private Validation() {}

    /** All patterns against all runs of an ensemble. */
    public static List<Outcome> of(RunEnsemble runs) {
        List<Outcome> outcomes = new ArrayList<>();
        for (Pattern pattern : Pattern.values()) {
            outcomes.add(of(pattern, runs.values(pattern.measure(), 0, runs.size())));
        }
        return outcomes;
    }

    static Outcome of(Pattern pattern, double[] measured) {
        double[] sorted = Quantiles.sorted(measured);
        if (sorted.length == 0) {
            return new Outcome(pattern, new Estimate(Double.NaN, 0, 0), 0, 0, false);
        }
        int inside = 0;
        for (double value : sorted) {
            inside += pattern.holds(value) ? 1 : 0;
        }
        double share = (double) inside / sorted.length;
        double median = Quantiles.median(sorted);
        Estimate nineOfTen = new Estimate(median, Quantiles.of(sorted, LOW), Quantiles.of(sorted, HIGH));
        return new Outcome(pattern, nineOfTen, share, sorted.length, pattern.holds(median) && share >= HALF);
    }

    /** Whether all required patterns hold. */
    public static boolean passed(List<Outcome> outcomes) {
        return outcomes.stream()
                .allMatch(outcome -> outcome.holds() || !outcome.pattern().required());
    }
}
