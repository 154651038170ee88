package greenlight.runner.search;

import greenlight.runner.sample.SplitMix64;

/** Uniform numbers in order, fixed by a seed. */
final class RandomStream {
    /** Bits of a double's fraction, so that every number is below 1. */
    private static final int BITS = 53;

    private final long seed;
    private long drawn;

    RandomStream(long seed) {
        this.seed = seed;
    }

    /** The next number, from 0 to below 1. */
    double next() {
        return (SplitMix64.child(seed, drawn++) >>> (Long.SIZE - BITS)) / (double) (1L << BITS);
    }

    /** A whole number from 0 to below a bound. */
    int below(int bound) {
        return (int) (next() * bound);
    }
}
