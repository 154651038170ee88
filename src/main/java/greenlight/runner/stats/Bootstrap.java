package greenlight.runner.stats;

import java.util.SplittableRandom;
import java.util.function.IntUnaryOperator;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;

/**
 * The bootstrap (Efron and Tibshirani 1993, <i>An Introduction to the Bootstrap</i>): observations are drawn with
 * replacement and the statistic is computed again. The seed is fixed, so that the same table gives the same interval.
 */
public final class Bootstrap {
    private static final long SEED = 20_260_324L;
    private static final int PERCENTILE_RESAMPLES = 2000;

    private static final int FEWEST = 50;
    private static final long WORK = 5_000_000L;

    private Bootstrap() {}

    /** What is done with one resample. */
    @FunctionalInterface
    public interface Use {
        /**
         * Takes a resample.
         *
         * @param resample its number, from 0
         * @param drawn the places of the observations drawn; the array is used again for the next resample
         */
        void take(int resample, int[] drawn);
    }

    /** Resamples of this many observations that are worth their time: at most {@code most}, at least 50. */
    public static int resamples(long observations, int most) {
        return (int) Math.max(FEWEST, Math.min(most, WORK / Math.max(1, observations)));
    }

    /** The generator that draws, at its fixed seed. */
    public static UniformRandomProvider random() {
        return RandomSource.XO_SHI_RO_256_PP.create(SEED);
    }

    /** Draws the resamples of observations 0 to {@code observations - 1}. */
    public static void draw(int observations, int resamples, Use use) {
        draw(observations, resamples, random()::nextInt, use);
    }

    private static void draw(int observations, int resamples, IntUnaryOperator below, Use use) {
        int[] drawn = new int[observations];
        for (int resample = 0; resample < resamples; resample++) {
            for (int i = 0; i < observations; i++) {
                drawn[i] = below.applyAsInt(observations);
            }
            use.take(resample, drawn);
        }
    }

    /** A value whose standard error is the deviation of its resampled values; the interval is normal. */
    public static Estimate normal(double value, double[] resampled) {
        return Estimate.normal(value, Moments.of(resampled).deviation());
    }

    /**
     * A statistic with the interval between the 2.5th and the 97.5th percentile of its resampled values (chapter 13). It
     * draws from a generator of its own, by which the recorded intervals of claims and of attribution were drawn.
     */
    public static Estimate percentile(int observations, ToDoubleFunction<int[]> statistic) {
        double[] values = new double[PERCENTILE_RESAMPLES];
        SplittableRandom random = new SplittableRandom(SEED);
        draw(
                observations,
                PERCENTILE_RESAMPLES,
                random::nextInt,
                (resample, drawn) -> values[resample] = statistic.applyAsDouble(drawn));
        double tail = (1 - Estimate.LEVEL) / 2;
        double[] ends = Quantiles.of(values, tail, 1 - tail);
        double value = statistic.applyAsDouble(IntStream.range(0, observations).toArray());
        return new Estimate(value, ends[0], ends[1]);
    }

    /** The percentile interval of a mean. */
    public static Estimate mean(double[] observations) {
        return percentile(observations.length, drawn -> {
            double sum = 0;
            for (int i : drawn) {
                sum += observations[i];
            }
            return sum / drawn.length;
        });
    }
}
