package greenlight.runner.stats;

import org.hipparchus.stat.correlation.PearsonsCorrelation;
import org.hipparchus.stat.ranking.NaturalRanking;

/** How far one number grows with another, between -1 and 1. */
public final class Correlation {
    /** Variance of the z-transform of a rank correlation, times its degrees of freedom (Fieller, Hartley and Pearson 1957). */
    private static final double RANK_VARIANCE = 1.06;

    private static final double LESS_THAN_ONE = 0.999_999;

    private Correlation() {}

    /** Pearson's correlation; not-a-number where either is constant or there are fewer than two pairs. */
    public static double pearson(double[] x, double[] y) {
        return x.length < 2 ? Double.NaN : new PearsonsCorrelation().correlation(x, y);
    }

    /** Spearman's correlation of ranks (1904); not-a-number where either is constant or there are fewer than two pairs. */
    public static double spearman(double[] x, double[] y) {
        return pearson(ranks(x), ranks(y));
    }

    /** The rank of each value, from 1; equal values share their mean rank. */
    public static double[] ranks(double[] values) {
        return new NaturalRanking().rank(values);
    }

    /** A correlation of ranks with the interval of Fisher's z-transform; without one below one degree of freedom. */
    public static Estimate rankEstimate(double correlation, int freedom) {
        if (Double.isNaN(correlation) || freedom < 1) {
            return Estimate.bare(correlation);
        }
        double bounded = Math.max(-LESS_THAN_ONE, Math.min(LESS_THAN_ONE, correlation));
        double z = Math.log((1 + bounded) / (1 - bounded)) / 2;
        double half = Estimate.NORMAL * Math.sqrt(RANK_VARIANCE / freedom);
        return new Estimate(correlation, Math.tanh(z - half), Math.tanh(z + half));
    }
}
