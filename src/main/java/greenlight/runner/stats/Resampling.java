package greenlight.runner.stats;

import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;

/** Draws with replacement for bootstrap intervals, from a fixed seed: the same table, the same interval. */
public final class Resampling {
    private static final long SEED = 20_260_324L;

    private static final int FEWEST = 50;
    private static final long WORK = 5_000_000L;

    private Resampling() {}

    /** What is done with one resample. */
    @FunctionalInterface
    public interface Use {
        void take(int resample, int[] picked);
    }

    /** How many resamples of so many things are worth their time: at most this many, at least enough for an error. */
    public static int worth(long size, int most) {
        return (int) Math.max(FEWEST, Math.min(most, WORK / Math.max(1, size)));
    }

    public static UniformRandomProvider random() {
        return RandomSource.XO_SHI_RO_256_PP.create(SEED);
    }

    /** Hands over so many resamples of the places 0 to size - 1; the array is used again. */
    public static void indices(int size, int resamples, Use use) {
        UniformRandomProvider random = random();
        int[] picked = new int[size];
        for (int resample = 0; resample < resamples; resample++) {
            for (int i = 0; i < size; i++) {
                picked[i] = random.nextInt(size);
            }
            use.take(resample, picked);
        }
    }
}
