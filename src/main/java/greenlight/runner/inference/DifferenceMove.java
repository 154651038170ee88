package greenlight.runner.inference;

import java.util.List;
import java.util.stream.IntStream;

/**
 * A symmetric random step along the difference of two particles (ter Braak 2006, Statistics and Computing 16), which is as
 * wide and as correlated as the population, in a random subset of the dimensions (Vrugt and others 2009, International
 * Journal of Nonlinear Sciences and Numerical Simulation 10).
 */
final class DifferenceMove {
    /** Gaussian steps are best at 2.38 deviations in one dimension (Roberts, Gelman and Gilks 1997); the variance of a
     * difference of two particles is twice theirs. */
    private static final double BEST_SCALE = 2.38 / Math.sqrt(2);

    /** Half-width of the noise of a step in the unit cube, with which every point can be reached. */
    private static final double JITTER = 1e-4;

    /** The smallest share of the dimensions that move is their number to the power of minus this: about a third of 30. */
    private static final double SMALLEST_SUBSET = 0.3;

    private DifferenceMove() {}

    /**
     * Where a step leads, perhaps out of the cube; of the dimensions that do not step, some are drawn anew from the prior.
     *
     * @param population at least two different points
     * @param stepping the dimensions that move by steps, at least one
     * @param scale of the step, 1 being best for a normal distribution
     */
    static double[] from(double[] point, List<double[]> population, int[] stepping, double scale, Draws draws) {
        int one = draws.below(population.size());
        int other = draws.below(population.size() - 1);
        double[] head = population.get(one);
        double[] tail = population.get(other < one ? other : other + 1);
        boolean[] moves = subset(stepping.length, SMALLEST_SUBSET, draws);
        int moving = 0;
        for (boolean moved : moves) {
            moving += moved ? 1 : 0;
        }
        double length = scale * BEST_SCALE / Math.sqrt(moving);
        double[] to = point.clone();
        boolean[] steps = new boolean[point.length];
        for (int i = 0; i < stepping.length; i++) {
            int k = stepping[i];
            steps[k] = true;
            to[k] += moves[i] ? length * (head[k] - tail[k]) + JITTER * (2 * draws.uniform() - 1) : 0;
        }
        redraw(to, IntStream.range(0, to.length).filter(k -> !steps[k]).toArray(), draws);
        return to;
    }

    /** Draws some dimensions anew from the prior, few more often than all: each matters little, all together not. */
    private static void redraw(double[] point, int[] dimensions, Draws draws) {
        if (dimensions.length > 0) {
            boolean[] anew = subset(dimensions.length, 1, draws);
            for (int i = 0; i < dimensions.length; i++) {
                if (anew[i]) {
                    point[dimensions[i]] = draws.uniform();
                }
            }
        }
    }

    /**
     * Each dimension with a probability that is itself drawn, log-uniform up to 1, and at least one.
     *
     * @param smallest the least probability is the number of dimensions to the power of minus this
     */
    private static boolean[] subset(int dimensions, double smallest, Draws draws) {
        double probability = StrictMath.pow(dimensions, -smallest * draws.uniform());
        boolean[] subset = new boolean[dimensions];
        for (int k = 0; k < dimensions; k++) {
            subset[k] = draws.uniform() < probability;
        }
        subset[draws.below(dimensions)] = true;
        return subset;
    }
}
