package greenlight.market.economics;

/**
 * Choice between alternatives of known utility by people whose further reasons are not observed: McFadden 1974,
 * <i>Conditional logit analysis of qualitative choice behavior</i>, in Zarembka (ed.), Frontiers in Econometrics.
 */
public final class Logit {
    private Logit() {}

    /** Probability of yes against no, where x is the utility of yes less that of no: 1 / (1 + e^-x), any finite x. */
    public static double probability(double x) {
        if (x >= 0) {
            return 1 / (1 + Exact.exp(-x));
        }
        double odds = Exact.exp(x);
        return odds / (1 + odds);
    }

    /** The utility of yes less that of no which gives a probability p of yes: ln(p / (1 - p)), 0 < p < 1. */
    public static double utility(double p) {
        return Exact.log(p / (1 - p));
    }

    /**
     * What two sets of alternatives are worth together, ln(e^a + e^b), so that a choice between sets is again a logit
     * (McFadden 1978, <i>Modelling the choice of residential location</i>); minus infinity is an empty set.
     */
    public static double inclusive(double a, double b) {
        double better = Math.max(a, b);
        return better == Double.NEGATIVE_INFINITY ? better : better + Exact.log1p(Exact.exp(Math.min(a, b) - better));
    }

    /**
     * Shares of the first n alternatives: e^(s u_i) / sum over j of e^(s u_j). An alternative of utility minus infinity
     * gets 0; where there is no other, all get 0.
     *
     * @param utility u, finite or minus infinity
     * @param sensitivity s, at least 0: at 0 the shares are equal, with a large one the best takes all
     * @param out where the shares go; may be {@code utility} itself
     */
    public static void shares(double[] utility, int n, double sensitivity, double[] out) {
        double best = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < n; i++) {
            best = Math.max(best, utility[i]);
        }
        double sum = 0;
        for (int i = 0; i < n; i++) {
            boolean possible = utility[i] != Double.NEGATIVE_INFINITY;
            out[i] = possible ? Exact.exp(sensitivity * (utility[i] - best)) : 0;
            sum += out[i];
        }
        for (int i = 0; sum > 0 && i < n; i++) {
            out[i] /= sum;
        }
    }
}
