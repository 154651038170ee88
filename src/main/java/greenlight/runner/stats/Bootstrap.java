package greenlight.runner.stats;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;

/**
 * Percentile bootstrap over replications (Efron and Tibshirani 1993, <i>An Introduction to the Bootstrap</i>, chapter 13):
 * replications are drawn with replacement and the statistic worked out again. All arms of a comparison take the same
 * draw, so what they share under common random numbers cancels.
 */
public final class Bootstrap {
    private static final int RESAMPLES = 2000;
    private static final double LEVEL = 0.95;
    private static final long SEED = 20260324;

    private Bootstrap() {}

    /**
     * The 95 % interval of a statistic.
     *
     * @param replications how many there are to draw from
     * @param statistic of the replications drawn, by number
     */
    public static Interval interval(int replications, ToDoubleFunction<int[]> statistic) {
        int[] all = new int[replications];
        Arrays.setAll(all, i -> i);
        double[] values = new double[RESAMPLES];
        SplittableRandom luck = new SplittableRandom(SEED);
        int[] drawn = new int[replications];
        for (int i = 0; i < RESAMPLES; i++) {
            for (int j = 0; j < replications; j++) {
                drawn[j] = luck.nextInt(replications);
            }
            values[i] = statistic.applyAsDouble(drawn);
        }
        Arrays.sort(values);
        double tail = (1 - LEVEL) / 2;
        return new Interval(
                statistic.applyAsDouble(all), Quantiles.ofSorted(values, tail), Quantiles.ofSorted(values, 1 - tail));
    }
}
