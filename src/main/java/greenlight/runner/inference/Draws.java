package greenlight.runner.inference;

import greenlight.runner.sample.SplitMix64;
import java.util.Arrays;

/** The random numbers of one decision, one after the other, from a parent of their own. */
public final class Draws {
    private static final int BITS = 53;

    private final long parent;
    private long count;

    /** The draws of a parent, from the first on. */
    public Draws(long parent) {
        this.parent = parent;
    }

    /** From 0 to below 1. */
    double uniform() {
        return (SplitMix64.child(parent, count++) >>> (Long.SIZE - BITS)) / (double) (1L << BITS);
    }

    /** Several, each from 0 to below 1. */
    public double[] uniforms(int size) {
        double[] uniforms = new double[size];
        Arrays.setAll(uniforms, i -> uniform());
        return uniforms;
    }

    /** A whole number from 0 to below a bound. */
    int below(int bound) {
        return (int) (uniform() * bound);
    }
}
