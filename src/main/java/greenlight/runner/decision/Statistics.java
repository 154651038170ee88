package greenlight.runner.decision;

import greenlight.runner.design.SearchGoal.Summary;
import greenlight.runner.stats.Quantiles;
import java.util.Arrays;

/** The statistics by which points are judged; not-a-number of replications to which the measure does not apply. */
final class Statistics {
    private Statistics() {}

    /**
     * A statistic of the replications of a point.
     *
     * @param values a value for each replication
     * @param best the best known value for each replication; used by a regret alone
     * @param highIsWorse whether large values are the bad ones
     */
    static double of(Summary summary, double[] values, double[] best, boolean highIsWorse) {
        return switch (summary.statistic()) {
            case MEAN ->
                Arrays.stream(values)
                        .filter(value -> !Double.isNaN(value))
                        .average()
                        .orElse(Double.NaN);
            case QUANTILE -> Quantiles.of(values, summary.level());
            case PROBABILITY -> probability(summary, values);
            case CVAR -> tail(Quantiles.sorted(values), 1 - summary.level(), highIsWorse);
            case REGRET -> Quantiles.of(regrets(values, best, highIsWorse), summary.level());
        };
    }

    private static double probability(Summary summary, double[] values) {
        long met = Arrays.stream(values)
                .filter(value -> summary.atMost() ? value <= summary.level() : value >= summary.level())
                .count();
        return (double) met / values.length;
    }

    /**
     * The mean of a share of the values at the bad end, the last of them counted in part (Rockafellar and Uryasev
     * 2002, <i>Journal of Banking and Finance</i> 26, for equally likely outcomes).
     *
     * @param sorted from low to high
     */
    static double tail(double[] sorted, double share, boolean highIsWorse) {
        double left = share * sorted.length;
        double sum = 0;
        for (int i = 0; i < sorted.length && left > i; i++) {
            sum += sorted[highIsWorse ? sorted.length - 1 - i : i] * Math.min(1, left - i);
        }
        return sorted.length == 0 ? Double.NaN : sum / left;
    }

    /** How much worse than the best each value is, at least 0. */
    static double[] regrets(double[] values, double[] best, boolean highIsWorse) {
        double[] regrets = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            regrets[i] = highIsWorse ? values[i] - best[i] : best[i] - values[i];
        }
        return regrets;
    }

    /** The better value of each replication; one that does not apply is no better than another. */
    static double[] better(double[] one, double[] other, boolean highIsWorse) {
        double[] better = new double[one.length];
        for (int i = 0; i < better.length; i++) {
            boolean second = Double.isNaN(one[i]) || (highIsWorse ? other[i] < one[i] : other[i] > one[i]);
            better[i] = second ? other[i] : one[i];
        }
        return better;
    }
}
