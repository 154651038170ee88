package greenlight.runner.stats;

import java.util.Arrays;
import org.apache.commons.statistics.descriptive.NaNPolicy;
import org.apache.commons.statistics.descriptive.Quantile;
import org.apache.commons.statistics.descriptive.Quantile.EstimationMethod;

/**
 * Quantiles of measured values, those that do not apply left out: linear between order statistics (type 7 of Hyndman and
 * Fan 1996), as R, NumPy and pandas compute them by default.
 */
public final class Quantiles {
    private static final Quantile TYPE_7 = Quantile.withDefaults()
            .with(EstimationMethod.HF7)
            .with(NaNPolicy.EXCLUDE)
            .withCopy(true);

    private Quantiles() {}

    /** The values that apply, in order. */
    public static double[] sorted(double[] values) {
        return Arrays.stream(values)
                .filter(value -> !Double.isNaN(value))
                .sorted()
                .toArray();
    }

    /** The quantile at a share from 0 to 1; not-a-number of nothing. */
    public static double of(double[] values, double share) {
        return TYPE_7.evaluate(values, share);
    }

    /** The quantiles at several shares. */
    public static double[] of(double[] values, double... shares) {
        return TYPE_7.evaluate(values, shares);
    }

    /** The value that half of them lie below. */
    public static double median(double[] values) {
        return of(values, 0.5);
    }
}
