package greenlight.runner.sample;

/**
 * A Latin hypercube (McKay, Beckman and Conover 1979): each coordinate has exactly one point in each of as many equal
 * strata as there are points, at a random place within it. Another number of points is another sample throughout.
 */
public final class LatinHypercube implements Sample {
    /** Bits of the place within a stratum: few enough that it never rounds into the next one. */
    private static final int BITS = 28;

    private final int[][] strata;
    private final long[] places;

    /** A sample with a number of points and of dimensions, each at least 1. */
    public LatinHypercube(int points, int dimensions, long seed) {
        strata = new int[dimensions][];
        places = new long[dimensions];
        for (int dimension = 0; dimension < dimensions; dimension++) {
            strata[dimension] = SplitMix64.shuffled(points, SplitMix64.child(seed, 2L * dimension));
            places[dimension] = SplitMix64.child(seed, 2L * dimension + 1);
        }
    }

    @Override
    public int points() {
        return strata[0].length;
    }

    @Override
    public double[] point(int index) {
        double[] point = new double[strata.length];
        for (int dimension = 0; dimension < point.length; dimension++) {
            double within = (SplitMix64.child(places[dimension], index) >>> (Long.SIZE - BITS)) / (double) (1L << BITS);
            point[dimension] = (strata[dimension][index] + within) / points();
        }
        return point;
    }
}
