package greenlight.market.chance;

import greenlight.market.economics.Exact;

/**
 * Binomial counts: of a number of people, how many meet an event of a given probability, in a time that does not grow
 * with the number. Where few are expected, by inversion; elsewhere by transformed rejection (Hörmann 1993, <i>The generation of binomial random variates</i>,
 * Journal of Statistical Computation and Simulation 46, algorithm BTRD), which is exact but for rounding and seldom
 * needs a logarithm. Unlike quantiles, counts by rejection do not grow with the random number; cohorts have no common
 * random numbers to keep.
 */
@SuppressWarnings("FloatingPointLiteralPrecision") // the digits as published
public final class BinomialSampler {
    private static final double FEW = 10;
    private static final double ROUNDING = 0x1p-53;
    /** Of so few people, probabilities are multiplied rather than their logarithms added. */
    private static final int HANDFUL = 16;
    /** As near to the mode as this, ratios of neighbours are multiplied, and no logarithm is needed. */
    private static final int NEAR = 15;
    /** The error of Stirling's formula: ln k! less its value, for k from 0. */
    private static final double[] STIRLING_ERROR = {
        0.0810614667953272,
        0.0413406959554092,
        0.0276779256849983,
        0.02079067210376509,
        0.0166446911898211,
        0.0138761288230707,
        0.0118967099458917,
        0.0104112652619720,
        0.00925546218271273,
        0.00833056343336287
    };

    private final double probability;
    /** Probability of the event or of its complement, the smaller of the two; counts are drawn of that. */
    private final double rarer;

    private final double odds;
    /** Logarithm of the probability that one person's case is the other; 0 until it is needed. */
    private double logOfOther;

    /** @param probability of the event, 0 to 1 */
    public BinomialSampler(double probability) {
        this.probability = probability;
        rarer = Math.max(0, Math.min(probability, 1 - probability));
        odds = rarer / (1 - rarer);
    }

    /** Of the event. */
    public double probability() {
        return probability;
    }

    /** The same with all that draws need computed beforehand, so that threads can share it. */
    public BinomialSampler shared() {
        logOfOther();
        return this;
    }

    private double logOfOther() {
        if (logOfOther == 0) {
            logOfOther = Exact.log1p(-rarer);
        }
        return logOfOther;
    }

    /** How many of a number of people meet the event; {@code who} keys this draw only. */
    public long draw(long people, Draws draws, long who) {
        if (people == 0 || probability <= 0) {
            return 0;
        }
        if (probability >= 1) {
            return people;
        }
        long rare = people * rarer < FEW
                ? inversion(people, draws.uniformOpenInterval(who))
                : rejection(people, draws, who);
        return rarer < probability ? people - rare : rare;
    }

    /** Adds up the probabilities of 0, 1, 2, ... until they pass u. */
    private long inversion(long n, double u) {
        if (u <= 1 - n * rarer) {
            return 0; // at least so probable
        }
        if (n == 1) {
            return 1;
        }
        double most = (n + 1) * odds;
        double probabilityOfCount = n <= HANDFUL ? noneOf(n) : Exact.exp(n * logOfOther());
        double left = u;
        long count = 0;
        while (left > probabilityOfCount && count < n) {
            left -= probabilityOfCount;
            count++;
            probabilityOfCount *= most / count - odds;
            if (count > FEW && probabilityOfCount < left * ROUNDING) {
                break; // there is no more to add
            }
        }
        return count;
    }

    /** Probability that none of a handful of people meets the event. */
    private double noneOf(long n) {
        double none = 1;
        for (int i = 0; i < n; i++) {
            none *= 1 - rarer;
        }
        return none;
    }

    /** As published, letter by letter. */
    private long rejection(long n, Draws draws, long who) {
        double p = rarer;
        double deviation = Math.sqrt(n * p * (1 - p));
        double b = 1.15 + 2.53 * deviation;
        double a = -0.0873 + 0.0248 * b + 0.01 * p;
        double c = n * p + 0.5;
        double vr = 0.92 - 4.2 / b;
        for (int attempt = 0; ; attempt += 2) {
            double v = attempt == 0 ? draws.uniformOpenInterval(who) : draws.uniformOpenInterval(who, attempt);
            double u = v / vr - 0.43;
            if (u <= 0.43) {
                return (long) ((2 * a / (0.5 - Math.abs(u)) + b) * u + c);
            }
            double further = draws.uniformOpenInterval(who, attempt + 1);
            if (v >= vr) {
                u = further - 0.5;
            } else {
                u -= 0.5;
                u = (u < 0 ? -0.5 : 0.5) - u;
                v = further * vr;
            }
            double us = 0.5 - Math.abs(u);
            double k = Math.floor((2 * a / us + b) * u + c);
            if (k >= 0 && k <= n) {
                double alpha = (2.83 + 5.1 / b) * deviation;
                if (below(v * alpha / (a / (us * us) + b), n, k)) {
                    return (long) k;
                }
            }
        }
    }

    /** Whether v is at most the probability of k over that of the mode. */
    private boolean below(double v, double n, double k) {
        double mode = Math.floor((n + 1) * rarer);
        double far = Math.abs(k - mode);
        if (far <= NEAR) {
            double most = (n + 1) * odds;
            double ratio = 1;
            for (double i = Math.min(k, mode) + 1; i <= Math.max(k, mode); i++) {
                ratio *= most / i - odds;
            }
            return k < mode ? v * ratio <= 1 : v <= ratio;
        }
        double logarithm = Exact.log(v);
        double variance = n * rarer * (1 - rarer);
        double about = -far * far / (2 * variance);
        double error = far / variance * (((far / 3 + 0.625) * far + 1.0 / 6) / variance + 0.5);
        if (Math.abs(logarithm - about) > error) {
            return logarithm < about;
        }
        return logarithm
                <= (mode + 0.5) * Exact.log((mode + 1) / (odds * (n - mode + 1)))
                        + (n + 1) * Exact.log((n - mode + 1) / (n - k + 1))
                        + (k + 0.5) * Exact.log(odds * (n - k + 1) / (k + 1))
                        + stirlingError(mode)
                        + stirlingError(n - mode)
                        - stirlingError(k)
                        - stirlingError(n - k);
    }

    private static double stirlingError(double k) {
        if (k < STIRLING_ERROR.length) {
            return STIRLING_ERROR[(int) k];
        }
        double square = (k + 1) * (k + 1);
        return (1.0 / 12 - (1.0 / 360 - 1.0 / 1260 / square) / square) / (k + 1);
    }
}
