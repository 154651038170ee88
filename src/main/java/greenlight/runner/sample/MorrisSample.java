package greenlight.runner.sample;

/**
 * Morris's (1991) trajectories for elementary effects: each begins at a random point of a grid and moves every
 * coordinate once, in random order, up or down by half the grid's levels; so it has one point more than there are
 * dimensions. More trajectories begin with the fewer ones.
 */
public final class MorrisSample implements Sample {
    private final int trajectories;
    private final int levels;
    private final int dimensions;
    private final long seed;

    /**
     * A sample with a number of trajectories and of dimensions.
     *
     * @param levels of the grid from 0 to 1: even, at least 2
     */
    public MorrisSample(int trajectories, int levels, int dimensions, long seed) {
        if (levels < 2 || levels % 2 != 0) {
            throw new IllegalArgumentException(levels + " levels; allowed is an even number from 2.");
        }
        this.trajectories = trajectories;
        this.levels = levels;
        this.dimensions = dimensions;
        this.seed = seed;
    }

    /** The length of every step: levels / (2 (levels - 1)). */
    public static double step(int levels) {
        return levels / (2.0 * (levels - 1));
    }

    @Override
    public int points() {
        return Math.multiplyExact(trajectories, dimensions + 1);
    }

    @Override
    public double[] point(int index) {
        long trajectory = SplitMix64.child(seed, index / (dimensions + 1));
        int moved = index % (dimensions + 1);
        int[] turn = SplitMix64.shuffled(dimensions, SplitMix64.child(trajectory, 0));
        long starts = SplitMix64.child(trajectory, 1);
        double[] point = new double[dimensions];
        for (int dimension = 0; dimension < dimensions; dimension++) {
            int place = SplitMix64.below(levels, starts, dimension);
            boolean there = turn[dimension] < moved;
            point[dimension] = (there ? (place + levels / 2) % levels : place) / (levels - 1.0);
        }
        return point;
    }
}
