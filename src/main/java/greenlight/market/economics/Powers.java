package greenlight.market.economics;

import java.util.Arrays;

/** Powers x^(n / d) of one number at a time, n = 0, 1, 2, ...: each is worked out when it is first needed. */
public final class Powers {
    private final double divisor;
    private double base = Double.NaN;
    private double[] known = {};

    /**
     * Powers of one divisor.
     *
     * @param divisor d, not 0
     */
    public Powers(double divisor) {
        this.divisor = divisor;
    }

    /**
     * The power of a number; those of the number before are forgotten.
     *
     * @param x at least 0
     * @param n at least 0
     */
    public double of(double x, int n) {
        if (x != base) {
            base = x;
            Arrays.fill(known, Double.NaN);
        }
        if (n >= known.length) {
            int before = known.length;
            known = Arrays.copyOf(known, 2 * n + 1);
            Arrays.fill(known, before, known.length, Double.NaN);
        }
        if (Double.isNaN(known[n])) {
            known[n] = Exact.pow(x, n / divisor);
        }
        return known[n];
    }
}
