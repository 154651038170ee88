package greenlight.market.economics;

/** How few firms hold a market. */
public final class Concentration {
    private Concentration() {}

    /**
     * The Herfindahl-Hirschman index of the first n sizes: 10,000 times the sum of squared shares, from 10,000 / n for
     * equals to 10,000 for a monopoly; NaN where all sizes are 0 (Hirschman 1964, <i>The paternity of an index</i>,
     * American Economic Review 54(5)).
     *
     * @param sizes at least 0, in any unit
     */
    public static double herfindahl(double[] sizes, int n) {
        double total = 0;
        for (int i = 0; i < n; i++) {
            total += sizes[i];
        }
        double sum = 0;
        for (int i = 0; i < n; i++) {
            double share = sizes[i] / total;
            sum += share * share;
        }
        return total > 0 ? 10_000 * sum : Double.NaN;
    }
}
