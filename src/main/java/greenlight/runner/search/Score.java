package greenlight.runner.search;

/**
 * How good a point is.
 *
 * @param objectives each to be small; never not-a-number
 * @param violation of the constraints in all; 0 where the point keeps them, infinite where it has no score
 */
public record Score(double[] objectives, double violation) {
    /** Whether every constraint is kept. */
    public boolean feasible() {
        return violation == 0;
    }

    /**
     * Whether it is better: it violates the constraints less, or keeps them and is at least as good in every
     * objective and better in one (constrained domination, Deb, Pratap, Agarwal and Meyarivan 2002, <i>IEEE
     * Transactions on Evolutionary Computation</i> 6, section VI).
     */
    public boolean dominates(Score other) {
        if (!feasible() || !other.feasible()) {
            return violation < other.violation;
        }
        boolean better = false;
        for (int i = 0; i < objectives.length; i++) {
            if (objectives[i] > other.objectives[i]) {
                return false;
            }
            better |= objectives[i] < other.objectives[i];
        }
        return better;
    }
}
