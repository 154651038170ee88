package greenlight.market.chance;

/**
 * The draws for one purpose in one quarter: pure functions of an agent's number, so they may be drawn in any order, from any
 * thread, again or never.
 *
 * <p>A draw is a keyed mix of a counter (Salmon, Moraes, Dror and Shaw 2011, <i>Parallel random numbers: as easy as 1,
 * 2, 3</i>, SC '11). The mix is that of SplitMix (Steele, Lea and Flood 2014, <i>Fast splittable pseudorandom number
 * generators</i>, OOPSLA '14) with the constants of Stafford's variant 13 (2011, <i>Better bit mixing</i>). Seed,
 * purpose and quarter make two keys: one places the counter, the other enters between the two multiplications, so that
 * two sets of draws are never shifted copies of each other.
 */
public final class Draws {
    /** 2^64 divided by the golden ratio, made odd. */
    private static final long GOLDEN = 0x9e3779b97f4a7c15L;

    private static final long FIRST = 0xbf58476d1ce4e5b9L;
    private static final long SECOND = 0x94d049bb133111ebL;

    private final long place;
    private final long twist;

    Draws(long place, long twist) {
        this.place = place;
        this.twist = twist;
    }

    /** The draws of one seed for one purpose in one quarter. */
    public static Draws of(long seed, RandomStream purpose, int quarter) {
        long key = mix(mix(mix(seed + GOLDEN, 0) ^ purpose.key(), 0) + quarter * GOLDEN, 0);
        return new Draws(mix(key + GOLDEN, 0), mix(key - GOLDEN, 0));
    }

    /** 64 random bits: all different for different {@code who}. */
    public long bits(long who) {
        return mix(who * GOLDEN + place, twist);
    }

    /** Evenly spread over [0, 1), in steps of 2^-53. */
    public double uniform(long who) {
        return toUniform(bits(who));
    }

    /** Evenly spread strictly inside (0, 1), for quantile functions: {@link #uniform(long)} moved off the ends. */
    public double uniformOpenInterval(long who) {
        return toOpen(bits(who));
    }

    /** The {@code k}-th further draw of the same {@code who}; none of them, nor the 0th, is {@code uniform(who)}. */
    public double uniform(long who, int k) {
        return toUniform(further(who, k));
    }

    /** {@link #uniform(long, int)} moved off the ends. */
    public double uniformOpenInterval(long who, int k) {
        return toOpen(further(who, k));
    }

    /** A second mix: a plain sum of who and k would hand some pairs the same draw. */
    long further(long who, int k) {
        return mix(bits(who) + k * GOLDEN, twist);
    }

    static double toUniform(long bits) {
        return (bits >>> 11) * 0x1p-53;
    }

    static double toOpen(long bits) {
        return ((bits >>> 12) + 0.5) * 0x1p-52;
    }

    private static long mix(long counter, long twist) {
        long z = (counter ^ (counter >>> 30)) * FIRST + twist;
        z = (z ^ (z >>> 27)) * SECOND;
        return z ^ (z >>> 31);
    }
}
