package greenlight.audience;

import greenlight.chance.Draws;
import greenlight.economics.Exact;
import greenlight.economics.Quantile;

/**
 * How many of many people have luck: binomial counts in a time that does not grow with them. Where few are expected, by
 * inversion; elsewhere by transformed rejection (Hörmann 1993, <i>The generation of binomial random variates</i>,
 * Journal of Statistical Computation and Simulation 46, algorithm BTRS), which is exact but for rounding. Unlike
 * quantiles, counts by rejection do not grow with the luck; cohorts have no common luck to keep.
 */
@SuppressWarnings("FloatingPointLiteralPrecision") // the digits as published
final class Lot {
    private static final double FEW = 10;
    /** Stirling's formula is short by so much: ln k! less its value, for k from 0. */
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

    private Lot() {}

    /** Of so many people, how many have luck of this probability; {@code who} asks for no other draw. */
    static long binomial(long people, double probability, Draws luck, long who) {
        if (people == 0 || probability <= 0) {
            return 0;
        }
        if (probability >= 1) {
            return people;
        }
        double rarer = Math.min(probability, 1 - probability);
        if (people * rarer < FEW) {
            double u = luck.open(who);
            return people == 1 ? (u > 1 - probability ? 1 : 0) : Quantile.binomial(people, probability, u);
        }
        long rare = rejection(people, rarer, luck, who);
        return rarer < probability ? people - rare : rare;
    }

    /** As published, letter by letter. */
    private static long rejection(long n, double p, Draws luck, long who) {
        double deviation = Math.sqrt(n * p * (1 - p));
        double b = 1.15 + 2.53 * deviation;
        double a = -0.0873 + 0.0248 * b + 0.01 * p;
        double c = n * p + 0.5;
        double vr = 0.92 - 4.2 / b;
        for (int attempt = 1; ; attempt += 2) {
            double u = luck.open(who, attempt) - 0.5;
            double v = luck.open(who, attempt + 1);
            double us = 0.5 - Math.abs(u);
            double k = Math.floor((2 * a / us + b) * u + c);
            if (us >= 0.07 && v <= vr) {
                return (long) k;
            }
            if (k >= 0 && k <= n) {
                double alpha = (2.83 + 5.1 / b) * deviation;
                if (Exact.log(v * alpha / (a / (us * us) + b)) <= logOfDensity(n, p, k)) {
                    return (long) k;
                }
            }
        }
    }

    /** Logarithm of the probability of k, less that of the mode. */
    private static double logOfDensity(double n, double p, double k) {
        double odds = p / (1 - p);
        double m = Math.floor((n + 1) * p);
        return (m + 0.5) * Exact.log((m + 1) / (odds * (n - m + 1)))
                + (n + 1) * Exact.log((n - m + 1) / (n - k + 1))
                + (k + 0.5) * Exact.log(odds * (n - k + 1) / (k + 1))
                + stirlingError(m)
                + stirlingError(n - m)
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
