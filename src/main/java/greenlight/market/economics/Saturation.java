package greenlight.market.economics;

/**
 * Growth that saturates: the logistic law of Verhulst 1838, <i>Notice sur la loi que la population suit dans son
 * accroissement</i>, Correspondance mathématique et physique 10, in the discrete form that lies on the same curve (Beverton
 * and Holt 1957, <i>On the Dynamics of Exploited Fish Populations</i>).
 */
public final class Saturation {
    private Saturation() {}

    /**
     * The level after a number of steps: K / (1 + (K / N - 1) (1 + r)^-n). It grows by r a step far below the ceiling, never
     * passes it, and comes down to it from above. What shrinks knows no ceiling: N (1 + r)^n where r is 0 or less.
     *
     * @param level N, at least 0
     * @param rate r a step, above -1
     * @param ceiling K, above 0
     * @param steps n, at least 0; need not be whole
     */
    public static double after(double level, double rate, double ceiling, double steps) {
        if (level == 0) {
            return 0;
        }
        double unchecked = Exact.pow(1 + rate, steps);
        return rate <= 0 ? level * unchecked : ceiling / (1 + (ceiling / level - 1) / unchecked);
    }

    /**
     * A fall that ends: F + (N - F) (1 - d)^n.
     *
     * @param level N, at least 0; it stays where it is when it is below the floor
     * @param decline d a step, below 1
     * @param floor F, at least 0
     * @param steps n, at least 0
     */
    public static double falling(double level, double decline, double floor, double steps) {
        return level <= floor ? level : floor + (level - floor) * Exact.pow(1 - decline, steps);
    }
}
