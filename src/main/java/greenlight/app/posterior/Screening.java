package greenlight.app.posterior;

import greenlight.app.evidence.Pattern;
import greenlight.runner.stats.Correlation;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Which parameters the patterns can see: those whose values, over settings drawn from the priors, are correlated in rank with
 * the distance from a pattern that is calibrated to, beyond what chance gives once in a thousand. A parameter that acts only
 * together with others, or both ways, can be missed.
 */
public final class Screening {
    /** Standard errors of a rank correlation that chance passes once in a thousand. */
    private static final double BEYOND_CHANCE = 3.3;

    private final double[] strongest;
    private final Pattern[] by;
    private final double threshold;

    /**
     * A screening.
     *
     * @param points of the unit cube, drawn uniformly
     * @param evaluations of these, in order
     * @param patterns that are calibrated to
     */
    Screening(List<double[]> points, List<Evaluation> evaluations, List<Pattern> patterns) {
        int dimensions = points.get(0).length;
        strongest = new double[dimensions];
        by = new Pattern[dimensions];
        threshold = BEYOND_CHANCE / Math.sqrt(points.size() - 1.0);
        List<double[]> distances = new ArrayList<>();
        for (Pattern pattern : patterns) {
            distances.add(Correlation.ranks(evaluations.stream()
                    .mapToDouble(evaluation -> evaluation.byPattern()[pattern.ordinal()])
                    .toArray()));
        }
        for (int dimension = 0; dimension < dimensions; dimension++) {
            int at = dimension;
            double[] ranks = Correlation.ranks(
                    points.stream().mapToDouble(point -> point[at]).toArray());
            for (int i = 0; i < patterns.size(); i++) {
                double correlation = Correlation.pearson(ranks, distances.get(i));
                if (Math.abs(correlation) > Math.abs(strongest[dimension])) {
                    strongest[dimension] = correlation;
                    by[dimension] = patterns.get(i);
                }
            }
        }
    }

    /** The dimensions that are seen; all where none is. */
    public int[] seen() {
        int[] seen = IntStream.range(0, strongest.length).filter(this::sees).toArray();
        return seen.length > 0 ? seen : IntStream.range(0, strongest.length).toArray();
    }

    /** Whether a parameter is seen. */
    public boolean sees(int dimension) {
        return Math.abs(strongest[dimension]) > threshold;
    }

    /** The strongest rank correlation of a parameter with the distance from a pattern, -1 to 1; 0 where there is none. */
    public double correlation(int dimension) {
        return strongest[dimension];
    }

    /** The pattern of the strongest correlation; null where there is none. */
    public Pattern pattern(int dimension) {
        return by[dimension];
    }
}
