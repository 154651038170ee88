package greenlight.market.economics;

/**
 * Quantile functions (inverse distribution functions): one draw u, strictly between 0 and 1, gives one variate, and a
 * larger u never a smaller one. So the same random number means more where more is expected, which is what common random numbers
 * need (Glasserman and Yao 1992, <i>Some guidelines and guarantees for common random numbers</i>, Management Science
 * 38(6)). All but the normal by inversion as in Devroye 1986, <i>Non-Uniform Random Variate Generation</i>, II.2, III.2
 * and X.
 *
 * <p>Poisson and binomial counts: while the mean (of a binomial, of successes or of failures) is at most 500, the
 * probabilities are added up, which is exact but for rounding (u within about 1e-13 of a step). Above, a Cornish-Fisher
 * expansion to the third order with continuity correction (Cornish and Fisher 1938; for the Poisson law Giles 2016,
 * <i>Algorithm 955</i>, ACM TOMS 42(1)): it gives another count than the exact law for at most about one draw in
 * 20,000, and then the next one. So a larger mean gives a smaller count only where it crosses 500, rarely and by one.
 */
@SuppressWarnings("FloatingPointLiteralPrecision") // the digits as published
public final class Quantile {
    // spotless:off
    private static final double[] CENTRE_ABOVE = {
        2.5090809287301226727e3, 3.3430575583588128105e4, 6.7265770927008700853e4, 4.5921953931549871457e4,
        1.3731693765509461125e4, 1.9715909503065514427e3, 1.3314166789178437745e2, 3.3871328727963666080e0
    };
    private static final double[] CENTRE_BELOW = {
        5.2264952788528545610e3, 2.8729085735721942674e4, 3.9307895800092710610e4, 2.1213794301586595867e4,
        5.3941960214247511077e3, 6.8718700749205790830e2, 4.2313330701600911252e1, 1
    };
    private static final double[] TAIL_ABOVE = {
        7.74545014278341407640e-4, 2.27238449892691845833e-2, 2.41780725177450611770e-1, 1.27045825245236838258e0,
        3.64784832476320460504e0, 5.76949722146069140550e0, 4.63033784615654529590e0, 1.42343711074968357734e0
    };
    private static final double[] TAIL_BELOW = {
        1.05075007164441684324e-9, 5.47593808499534494600e-4, 1.51986665636164571966e-2, 1.48103976427480074590e-1,
        6.89767334985100004550e-1, 1.67638483018380384940e0, 2.05319162663775882187e0, 1
    };
    private static final double[] FAR_ABOVE = {
        2.01033439929228813265e-7, 2.71155556874348757815e-5, 1.24266094738807843860e-3, 2.65321895265761230930e-2,
        2.96560571828504891230e-1, 1.78482653991729133580e0, 5.46378491116411436990e0, 6.65790464350110377720e0
    };
    private static final double[] FAR_BELOW = {
        2.04426310338993978564e-15, 1.42151175831644588870e-7, 1.84631831751005468180e-5, 7.86869131145613259100e-4,
        1.48753612908506148525e-2, 1.36929880922735805310e-1, 5.99832206555887937690e-1, 1
    };
    // spotless:on

    /** Below it no probability of 0 events is smaller than the e^-700 that {@link Exact} knows. */
    private static final double LARGEST_SUMMED_MEAN = 500;

    /** Up to here every whole number is a double. */
    private static final double LARGEST_COUNT = 0x1p53;

    private Quantile() {}

    /**
     * Normal with mean 0 and deviation 1, to about one part in 10^16: Wichura 1988, <i>Algorithm AS 241</i> (PPND16),
     * Applied Statistics 37(3).
     */
    public static double normal(double u) {
        double q = inside(u) - 0.5;
        if (Math.abs(q) <= 0.425) {
            double r = 0.180625 - q * q;
            return polynomial(CENTRE_ABOVE, r) * q / polynomial(CENTRE_BELOW, r);
        }
        double r = Math.sqrt(-Exact.log(q < 0 ? u : 1 - u));
        double size = r <= 5
                ? polynomial(TAIL_ABOVE, r - 1.6) / polynomial(TAIL_BELOW, r - 1.6)
                : polynomial(FAR_ABOVE, r - 5) / polynomial(FAR_BELOW, r - 5);
        return q < 0 ? -size : size;
    }

    private static double polynomial(double[] coefficients, double r) {
        double sum = coefficients[0];
        for (int i = 1; i < coefficients.length; i++) {
            sum = sum * r + coefficients[i];
        }
        return sum;
    }

    /** Median times e^(sigma z), z normal: sigma is the deviation of the logarithm. */
    public static double logNormal(double median, double sigma, double u) {
        return median * Exact.exp(sigma * normal(u));
    }

    /** Waiting time with the given mean: -mean ln(1 - u). */
    public static double exponential(double mean, double u) {
        return -mean * Exact.log(1 - inside(u));
    }

    /** At least the minimum, with a tail that falls as x^-alpha: minimum (1 - u)^(-1/alpha), alpha > 0. */
    public static double pareto(double minimum, double alpha, double u) {
        return minimum * Exact.pow(1 - inside(u), -1 / alpha);
    }

    /** Number of trials up to and with the first success, when the mean number is at least 1: 1, 2, 3, ... */
    public static long geometric(double mean, double u) {
        if (!(mean >= 1 && mean <= LARGEST_COUNT)) {
            throw new IllegalArgumentException("A geometric count has a mean from 1 to 2^53, not " + mean + ".");
        }
        if (mean == 1) {
            return 1;
        }
        double trials = Exact.log(1 - inside(u)) / Exact.log1p(-1 / mean);
        return Math.max(1, (long) -Math.floor(-trials));
    }

    /** Number of independent rare events: 0, 1, 2, ... with the given mean. */
    public static long poisson(double mean, double u) {
        inside(u);
        if (!(mean >= 0 && mean <= LARGEST_COUNT)) {
            throw new IllegalArgumentException("A Poisson count has a mean from 0 to 2^53, not " + mean + ".");
        }
        if (mean > LARGEST_SUMMED_MEAN) {
            return Math.max(0, expanded(mean, 0, u));
        }
        if (u <= 1 - mean) {
            return 0; // at least so probable
        }
        double probability = Exact.exp(-mean);
        double sum = probability;
        long count = 0;
        while (sum < u) {
            count++;
            probability *= mean / count;
            if (count > mean && sum + probability == sum) {
                break;
            }
            sum += probability;
        }
        return count;
    }

    /** Number of successes in n independent trials, each with probability p. */
    public static long binomial(long n, double p, double u) {
        inside(u);
        if (!(n >= 0 && n <= LARGEST_COUNT && p >= 0 && p <= 1)) {
            throw new IllegalArgumentException("A binomial count has 0 to 2^53 trials and a probability, not " + n
                    + " trials with probability " + p + ".");
        }
        if (n * Math.min(p, 1 - p) > LARGEST_SUMMED_MEAN) {
            return Math.min(n, Math.max(0, expanded(n * p, p, u)));
        }
        return p > 0.5 ? n - rareSuccesses(n, 1 - p, 1 - u) : rareSuccesses(n, p, u);
    }

    /** The binomial count for p up to a half, where the probability of no success is at least 2^-1000. */
    private static long rareSuccesses(long n, double p, double u) {
        double odds = p / (1 - p);
        double probability = Exact.exp(n * Exact.log1p(-p));
        double sum = probability;
        long count = 0;
        while (sum < u && count < n) {
            probability *= (double) (n - count) / (count + 1) * odds;
            count++;
            if (count > n * p && sum + probability == sum) {
                break;
            }
            sum += probability;
        }
        return count;
    }

    /**
     * The count with mean m and variance m (1 - p) by Cornish-Fisher: binomial, or Poisson where p is 0. The cumulants
     * are those of the law, but for the variance, which is less by the 1/12 that steps have and a smooth curve through
     * them has not (Sheppard's correction).
     */
    private static long expanded(double mean, double p, double u) {
        double z = normal(u);
        double pq = p * (1 - p);
        double deviation = Math.sqrt(mean * (1 - p));
        double skewness = (1 - 2 * p) * (z * z - 1) / 6;
        double curvature = z * ((14 * pq - 2) - (1 + 2 * pq) * z * z) / (72 * deviation);
        return (long) -Math.floor(0.5 - (mean + deviation * z + skewness + curvature));
    }

    private static double inside(double u) {
        if (!(u > 0 && u < 1)) {
            throw new IllegalArgumentException("A quantile is defined between 0 and 1, not at " + u + ".");
        }
        return u;
    }
}
