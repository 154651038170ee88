package greenlight.runner.sample;

/**
 * SplitMix64 (Steele, Lea and Flood 2014, with Stafford's thirteenth finaliser), addressed by place: the <i>n</i>th
 * number of a parent without those before it.
 */
public final class SplitMix64 {
    /** 2^64 divided by the golden ratio, odd: the stride from one number to the next. */
    private static final long STRIDE = 0x9E3779B97F4A7C15L;

    /** The finaliser's multipliers. */
    private static final long FIRST = 0xBF58476D1CE4E5B9L;

    private static final long SECOND = 0x94D049BB133111EBL;

    private SplitMix64() {}

    /** The <i>n</i>th number of the generator that begins at the mixed parent; no two of one parent are equal. */
    public static long child(long parent, long n) {
        return mixed(mixed(parent) + STRIDE * (n + 1));
    }

    /** The parent whose first child is given. */
    public static long parent(long child) {
        return unmixed(unmixed(child) - STRIDE);
    }

    /** A whole number from 0 to below a bound, the <i>n</i>th of its parent; biased by less than bound / 2^63. */
    static int below(int bound, long parent, long n) {
        return (int) Math.multiplyHigh(child(parent, n) >>> 1, 2L * bound);
    }

    /** The numbers from 0 to below a count in random order (Fisher and Yates 1938). */
    static int[] shuffled(int count, long parent) {
        int[] order = new int[count];
        for (int i = 0; i < count; i++) {
            int other = below(i + 1, parent, i);
            order[i] = order[other];
            order[other] = i;
        }
        return order;
    }

    private static long mixed(long bits) {
        long once = (bits ^ (bits >>> 30)) * FIRST;
        long twice = (once ^ (once >>> 27)) * SECOND;
        return twice ^ (twice >>> 31);
    }

    private static long unmixed(long bits) {
        long twice = unshifted(bits, 31);
        long once = unshifted(twice * inverse(SECOND), 27);
        return unshifted(once * inverse(FIRST), 30);
    }

    /** Undoes {@code x ^ (x >>> shift)}: each turn mends as many bits again, from the top. */
    private static long unshifted(long bits, int shift) {
        long x = bits;
        for (int mended = shift; mended < Long.SIZE; mended += shift) {
            x = bits ^ (x >>> shift);
        }
        return x;
    }

    /** Of an odd number, modulo 2^64, by Newton's iteration: each turn doubles the bits that are right, from 3. */
    private static long inverse(long odd) {
        long x = odd;
        for (int right = 3; right < Long.SIZE; right *= 2) {
            x *= 2 - odd * x;
        }
        return x;
    }
}
