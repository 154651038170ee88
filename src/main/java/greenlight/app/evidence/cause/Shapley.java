package greenlight.app.evidence.cause;

import java.util.function.IntToDoubleFunction;

/**
 * Shapley values (Shapley 1953, <i>A value for n-person games</i>): what each player adds to the worth of a coalition, the
 * mean over all orders in which players may join. phi(i) = sum over coalitions S without i of |S|! (n − |S| − 1)! / n! ·
 * (v(S + i) − v(S)). They sum to v(all) − v(none), and a player who changes no coalition's worth gets exactly 0.
 */
final class Shapley {
    private Shapley() {}

    /**
     * The value of each player.
     *
     * @param players at most 20
     * @param worth of a coalition, whose bit <i>i</i> says whether player <i>i</i> is in it
     * @throws IllegalStateException when the values do not sum to the whole effect but for rounding
     */
    static double[] values(int players, IntToDoubleFunction worth) {
        double[] v = new double[1 << players];
        double largest = 1;
        for (int coalition = 0; coalition < v.length; coalition++) {
            v[coalition] = worth.applyAsDouble(coalition);
            largest = Math.max(largest, Math.abs(v[coalition]));
        }
        double[] weight = weights(players);
        double[] values = new double[players];
        double sum = 0;
        for (int player = 0; player < players; player++) {
            int bit = 1 << player;
            for (int coalition = 0; coalition < v.length; coalition++) {
                if ((coalition & bit) == 0) {
                    values[player] += weight[Integer.bitCount(coalition)] * (v[coalition | bit] - v[coalition]);
                }
            }
            sum += values[player];
        }
        double whole = v[v.length - 1] - v[0];
        if (!(Math.abs(sum - whole) <= ROUNDING * largest)) {
            throw new IllegalStateException(
                    "Shapley values sum to " + sum + ", not to the whole effect of " + whole + ".");
        }
        return values;
    }

    /** Rounding that is tolerated, of the largest worth. */
    private static final double ROUNDING = 1e-9;

    /** |S|! (n − |S| − 1)! / n! for each size of a coalition. */
    private static double[] weights(int n) {
        double[] weight = new double[n];
        weight[0] = 1.0 / n;
        for (int size = 1; size < n; size++) {
            weight[size] = weight[size - 1] * size / (n - size);
        }
        return weight;
    }
}
