package greenlight.market.chance;

import java.util.Arrays;
import java.util.function.LongUnaryOperator;

/**
 * How far a source of bits is from what a random one would show, in standard deviations of either sign: too even is as
 * surprising as too uneven. A source gives 64 bits for each of 0, 1, 2, ...
 */
final class Surprise {
    /** Reached by a random source once in a million looks (normal law, both tails). */
    static final double UNLIKELY = 4.9;

    /** The same, when the most surprising of 64 looks is taken. */
    static final double UNLIKELY_OF_64 = 5.7;

    /** The same, when the most surprising of 4096 looks is taken. */
    static final double UNLIKELY_OF_4096 = 6.4;

    private Surprise() {}

    /** The most uneven of the 64 bits. */
    static double bits(LongUnaryOperator source, int n) {
        int[] ones = new int[64];
        for (int i = 0; i < n; i++) {
            long bits = source.applyAsLong(i);
            for (int b = 0; b < 64; b++) {
                ones[b] += (int) (bits >>> b & 1);
            }
        }
        return mostUneven(ones, n);
    }

    /** The most uneven pair of a bit flipped on the way in and a bit that should flip then in half of the cases. */
    static double avalanche(LongUnaryOperator source, int flippable, int n) {
        int[] flips = new int[flippable * 64];
        for (int i = 0; i < n; i++) {
            long before = source.applyAsLong(i);
            for (int in = 0; in < flippable; in++) {
                long changed = before ^ source.applyAsLong(i ^ 1L << in);
                for (int out = 0; out < 64; out++) {
                    flips[in * 64 + out] += (int) (changed >>> out & 1);
                }
            }
        }
        return mostUneven(flips, n);
    }

    private static double mostUneven(int[] counts, int n) {
        double most = 0;
        for (int count : counts) {
            most = Math.max(most, Math.abs(count - n / 2.0) / Math.sqrt(n / 4.0));
        }
        return most;
    }

    /** How evenly one byte, at the given shift, takes its 256 values. */
    static double values(LongUnaryOperator source, int n, int shift) {
        int[] counts = new int[256];
        for (int i = 0; i < n; i++) {
            counts[(int) (source.applyAsLong(i) >>> shift & 255)]++;
        }
        return chiSquare(counts, n);
    }

    /** How evenly two sources together fill a grid of 16 by 16, by four bits of each at the given shift. */
    static double pairs(LongUnaryOperator one, LongUnaryOperator other, int n, int shift) {
        int[] counts = new int[256];
        for (int i = 0; i < n; i++) {
            int column = (int) (one.applyAsLong(i) >>> shift & 15);
            int row = (int) (other.applyAsLong(i) >>> shift & 15);
            counts[16 * row + column]++;
        }
        return chiSquare(counts, n);
    }

    /** How evenly n cases fill the cells. */
    static double chiSquare(int[] counts, int n) {
        double expected = (double) n / counts.length;
        double sum = 0;
        for (int count : counts) {
            sum += (count - expected) * (count - expected) / expected;
        }
        return chiSquare(sum, counts.length - 1);
    }

    /** A chi-square's cube root is nearly normal (Wilson and Hilferty 1931, PNAS 17). */
    static double chiSquare(double sum, int freedom) {
        double spread = 2.0 / (9 * freedom);
        return Math.abs(Math.cbrt(sum / freedom) - (1 - spread)) / Math.sqrt(spread);
    }

    /** Correlation of two sources as uniform draws. */
    static double correlation(LongUnaryOperator one, LongUnaryOperator other, int n) {
        double sum = 0;
        for (int i = 0; i < n; i++) {
            sum += (Draws.toUniform(one.applyAsLong(i)) - 0.5) * (Draws.toUniform(other.applyAsLong(i)) - 0.5);
        }
        return Math.abs(sum) * 12 / Math.sqrt(n);
    }

    /**
     * Birthday spacings (Marsaglia 1985): of 4096 birthdays in a year of 2^32 days, the spacings that equal another
     * are a Poisson count with mean 4096^3 / (4 2^32) = 4. Days are 32 bits at the given shift.
     */
    static double spacings(LongUnaryOperator source, int groups, int shift) {
        int equal = 0;
        long[] day = new long[4096];
        for (int group = 0; group < groups; group++) {
            for (int i = 0; i < day.length; i++) {
                day[i] = source.applyAsLong((long) group * day.length + i) >>> shift & 0xffffffffL;
            }
            Arrays.sort(day);
            for (int i = day.length - 1; i > 0; i--) {
                day[i] -= day[i - 1];
            }
            Arrays.sort(day);
            for (int i = 1; i < day.length; i++) {
                equal += day[i] == day[i - 1] ? 1 : 0;
            }
        }
        return Math.abs(equal - 4.0 * groups) / Math.sqrt(4.0 * groups);
    }
}
