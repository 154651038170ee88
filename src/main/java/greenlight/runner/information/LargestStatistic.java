package greenlight.runner.information;

import greenlight.runner.stats.Moments;
import java.util.Arrays;

/**
 * Chance for many statistics at once: the largest, each in its own standard deviations, in data whose facts were exchanged at random
 * (the single-step maximum of Westfall and Young 1993, <i>Resampling-Based Multiple Testing</i>). It holds the probability that
 * any of them is taken for real where none is.
 */
final class LargestStatistic {
    private LargestStatistic() {}

    /**
     * The probability of a largest statistic as far from its mean by chance, for each; 1 for one that no exchange changes, and
     * for not-a-number.
     *
     * @param observed by statistic
     * @param exchanged by statistic, then by exchange; what is not finite is left out
     */
    static double[] probabilities(double[] observed, double[][] exchanged) {
        int exchanges = exchanged[0].length;
        double[] largest = new double[exchanges];
        double[] distances = new double[observed.length];
        for (int statistic = 0; statistic < observed.length; statistic++) {
            Moments moments = Moments.of(
                    Arrays.stream(exchanged[statistic]).filter(Double::isFinite).toArray());
            if (moments.deviation() > 0) {
                distances[statistic] = distance(observed[statistic], moments);
                for (int exchange = 0; exchange < exchanges; exchange++) {
                    largest[exchange] = Math.max(largest[exchange], distance(exchanged[statistic][exchange], moments));
                }
            }
        }
        return Arrays.stream(distances)
                .map(distance -> (1.0
                                + Arrays.stream(largest)
                                        .filter(each -> each >= distance)
                                        .count())
                        / (1 + exchanges))
                .toArray();
    }

    private static double distance(double value, Moments moments) {
        return Double.isFinite(value) ? Math.abs(value - moments.mean()) / moments.deviation() : 0;
    }
}
