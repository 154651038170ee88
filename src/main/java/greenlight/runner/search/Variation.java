package greenlight.runner.search;

/**
 * New places of the unit cube from two others: simulated binary crossover (Deb and Agrawal 1995, <i>Complex
 * Systems</i> 9, in the bounded form of Deb's code) and polynomial mutation (Deb and Goyal 1996), with the indices
 * and probabilities of Deb and others (2002).
 */
final class Variation {
    /** The larger, the nearer children are to their parents, and mutants to what they were. */
    private static final double INDEX = 20;

    private static final double CROSSOVER = 0.9;
    private static final double HALF = 0.5;

    /** Coordinates nearer than this are not crossed. */
    private static final double SAME = 1e-14;

    private final RandomStream random;

    Variation(RandomStream random) {
        this.random = random;
    }

    /** Two children of two parents. */
    double[][] children(double[] mother, double[] father) {
        double[][] children = {mother.clone(), father.clone()};
        if (random.next() < CROSSOVER) {
            for (int i = 0; i < mother.length; i++) {
                if (random.next() < HALF && Math.abs(mother[i] - father[i]) > SAME) {
                    cross(children, i);
                }
            }
        }
        for (double[] child : children) {
            for (int i = 0; i < child.length; i++) {
                if (random.next() < 1.0 / child.length) {
                    child[i] = mutant(child[i]);
                }
            }
        }
        return children;
    }

    private void cross(double[][] children, int i) {
        double low = Math.min(children[0][i], children[1][i]);
        double high = Math.max(children[0][i], children[1][i]);
        double draw = random.next();
        double lower = (low + high - spread(draw, 1 + 2 * low / (high - low)) * (high - low)) / 2;
        double upper = (low + high + spread(draw, 1 + 2 * (1 - high) / (high - low)) * (high - low)) / 2;
        boolean swapped = random.next() < HALF;
        children[0][i] = within(swapped ? upper : lower);
        children[1][i] = within(swapped ? lower : upper);
    }

    /** The children's distance against the parents', where {@code room} is the largest that stays within the cube. */
    private static double spread(double draw, double room) {
        double alpha = 2 - StrictMath.pow(room, -(INDEX + 1));
        double base = draw <= 1 / alpha ? draw * alpha : 1 / (2 - draw * alpha);
        return StrictMath.pow(base, 1 / (INDEX + 1));
    }

    private double mutant(double value) {
        double draw = random.next();
        double power = 1 / (INDEX + 1);
        if (draw < HALF) {
            double base = 2 * draw + (1 - 2 * draw) * StrictMath.pow(1 - value, INDEX + 1);
            return within(value + StrictMath.pow(base, power) - 1);
        }
        double base = 2 * (1 - draw) + (2 * draw - 1) * StrictMath.pow(value, INDEX + 1);
        return within(value + 1 - StrictMath.pow(base, power));
    }

    private static double within(double value) {
        return Math.max(0, Math.min(1, value));
    }
}
