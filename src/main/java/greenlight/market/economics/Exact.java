package greenlight.market.economics;

/*
 * Copyright (C) 1993 by Sun Microsystems, Inc. All rights reserved.
 *
 * Developed at SunPro, a Sun Microsystems, Inc. business.
 * Permission to use, copy, modify, and distribute this
 * software is freely granted, provided that this notice
 * is preserved.
 */

/**
 * Exponential, logarithm and power with the same bits on every machine, the browser included, where {@code StrictMath}
 * is left to the browser. After fdlibm, the library that defines {@code StrictMath}, whose bits they have; outside
 * their range they refuse instead. {@code exp} avoids bit casts, which are slow in JavaScript.
 */
@SuppressWarnings("FloatingPointLiteralPrecision") // the digits as published
public final class Exact {
    private static final double LN2_HIGH = 6.93147180369123816490e-01;
    private static final double LN2_LOW = 1.90821492927058770002e-10;
    private static final double ONE_OVER_LN2 = 1.44269504088896338700e+00;
    private static final double P1 = 1.66666666666666019037e-01;
    private static final double P2 = -2.77777777770155933842e-03;
    private static final double P3 = 6.61375632143793436117e-05;
    private static final double P4 = -1.65339022054652515390e-06;
    private static final double P5 = 4.13813679705723846039e-08;

    private static final double L1 = 6.666666666666735130e-01;
    private static final double L2 = 3.999999999940941908e-01;
    private static final double L3 = 2.857142874366239149e-01;
    private static final double L4 = 2.222219843214978396e-01;
    private static final double L5 = 1.818357216161805012e-01;
    private static final double L6 = 1.531383769920937332e-01;
    private static final double L7 = 1.479819860511658591e-01;

    private static final double[] BASE = {1.0, 1.5};
    private static final double[] LOG2_BASE_HIGH = {0, 5.84962487220764160156e-01};
    private static final double[] LOG2_BASE_LOW = {0, 1.35003920212974897128e-08};
    private static final double Q1 = 5.99999999999994648725e-01;
    private static final double Q2 = 4.28571428578550184252e-01;
    private static final double Q3 = 3.33333329818377432918e-01;
    private static final double Q4 = 2.72728123808534006489e-01;
    private static final double Q5 = 2.30660745775561754067e-01;
    private static final double Q6 = 2.06975017800338417784e-01;
    private static final double LN2 = 6.93147180559945286227e-01;
    private static final double LN2_UPPER = 6.93147182464599609375e-01;
    private static final double LN2_LOWER = -1.90465429995776804525e-09;
    private static final double TWO_THIRDS_OVER_LN2 = 9.61796693925975554329e-01;
    private static final double TWO_THIRDS_OVER_LN2_HIGH = 9.61796700954437255859e-01;
    private static final double TWO_THIRDS_OVER_LN2_LOW = -7.02846165095275826516e-09;

    /** Powers of two, from 2^-1022. */
    private static final double[] TWO_TO = powersOfTwo();

    // what fdlibm tests on the high word: 0.5 ln2, 1.5 ln2, 2^-28
    private static final double HALF_LN2 = Double.longBitsToDouble(0x3fd62e4300000000L);
    private static final double THREE_HALVES_LN2 = Double.longBitsToDouble(0x3FF0A2B200000000L);
    private static final double TINY = 0x1p-28;

    private static final double LARGEST_EXPONENT = 700;

    private Exact() {}

    private static double[] powersOfTwo() {
        double[] power = new double[2046];
        for (int i = 0; i < power.length; i++) {
            power[i] = Double.longBitsToDouble((long) (i + 1) << 52);
        }
        return power;
    }

    /** e^x for x below 700; 0 below -700, where the true value is under 1e-304 and means nothing here. */
    public static double exp(double x) {
        double size = x < 0 ? -x : x;
        if (!(size < LARGEST_EXPONENT)) {
            if (x <= -LARGEST_EXPONENT) {
                return 0;
            }
            throw new IllegalArgumentException("exp takes a number below 700, not " + x + ".");
        }
        double high = 0;
        double low = 0;
        int k = 0;
        if (size >= HALF_LN2) {
            if (size < THREE_HALVES_LN2) {
                if (x > 0) {
                    high = x - LN2_HIGH;
                    low = LN2_LOW;
                    k = 1;
                } else {
                    high = x + LN2_HIGH;
                    low = -LN2_LOW;
                    k = -1;
                }
            } else {
                k = (int) (ONE_OVER_LN2 * x + (x < 0 ? -0.5 : 0.5));
                high = x - k * LN2_HIGH;
                low = k * LN2_LOW;
            }
            x = high - low;
        } else if (size < TINY) {
            return 1 + x;
        }
        double t = x * x;
        double c = x - t * (P1 + t * (P2 + t * (P3 + t * (P4 + t * P5))));
        if (k == 0) {
            return 1 - ((x * c) / (c - 2.0) - x);
        }
        return (1 - ((low - (x * c) / (2.0 - c)) - high)) * TWO_TO[k + 1022];
    }

    /** The natural logarithm of a positive normal number. */
    public static double log(double x) {
        if (!(x >= Double.MIN_NORMAL && x <= Double.MAX_VALUE)) {
            throw new IllegalArgumentException("log takes a positive normal number, not " + x + ".");
        }
        int word = high(x);
        int k = (word >> 20) - 1023;
        word &= 0x000fffff;
        int i = (word + 0x95f64) & 0x100000;
        x = withHigh(x, word | (i ^ 0x3ff00000));
        k += i >> 20;
        double f = x - 1.0;
        if ((0x000fffff & (2 + word)) < 3) {
            if (f == 0) {
                return k == 0 ? 0 : k * LN2_HIGH + k * LN2_LOW;
            }
            double r = f * f * (0.5 - 0.33333333333333333 * f);
            return k == 0 ? f - r : k * LN2_HIGH - ((r - k * LN2_LOW) - f);
        }
        double s = f / (2.0 + f);
        double z = s * s;
        double w = z * z;
        i = word - 0x6147a;
        int j = 0x6b851 - word;
        double r = z * (L1 + w * (L3 + w * (L5 + w * L7))) + w * (L2 + w * (L4 + w * L6));
        if ((i | j) > 0) {
            double h = 0.5 * f * f;
            return k == 0 ? f - (h - s * (h + r)) : k * LN2_HIGH - ((h - (s * (h + r) + k * LN2_LOW)) - f);
        }
        return k == 0 ? f - s * (f - r) : k * LN2_HIGH - ((s * (f - r) - k * LN2_LOW) - f);
    }

    /**
     * x^y for a positive normal x, y within a thousand million of 0, and a result between 2^-1021 and 2^1023; also 0^y
     * = 0 for a positive y, and x^0 = 1.
     */
    public static double pow(double x, double y) {
        if (y == 0) {
            return 1;
        }
        if (!(x >= Double.MIN_NORMAL && x <= Double.MAX_VALUE && y > -1e9 && y < 1e9)) {
            if (x == 0 && y > 0) {
                return 0;
            }
            throw outside(x, y);
        }
        if (y == 1) {
            return x;
        }
        if (y == 2) {
            double square = x * x;
            if (square >= Double.MIN_NORMAL && square <= Double.MAX_VALUE) {
                return square;
            }
            throw outside(x, y);
        }
        if (y == 0.5) {
            return Math.sqrt(x);
        }
        if (y == -1) {
            return 1 / x;
        }
        if (x == 1) {
            return 1;
        }
        return generalPower(x, y);
    }

    private static IllegalArgumentException outside(double x, double y) {
        return new IllegalArgumentException("pow cannot take " + x + " to the power of " + y
                + ": it takes a positive normal number and gives one between 2^-1021 and 2^1023.");
    }

    /** 2^(y log2 x), the logarithm in two parts, since its error is multiplied by y. */
    private static double generalPower(double x, double y) {
        int word = high(x);
        int n = (word >> 20) - 0x3ff;
        int j = word & 0x000fffff;
        word = j | 0x3ff00000;
        int k;
        if (j <= 0x3988E) {
            k = 0;
        } else if (j < 0xBB67A) {
            k = 1;
        } else {
            k = 0;
            n++;
            word -= 0x00100000;
        }
        double ax = withHigh(x, word);
        double u = ax - BASE[k];
        double v = 1.0 / (ax + BASE[k]);
        double s = u * v;
        double sHigh = upper(s);
        double tHigh = Double.longBitsToDouble((long) (((word >> 1) | 0x20000000) + 0x00080000 + (k << 18)) << 32);
        double tLow = ax - (tHigh - BASE[k]);
        double sLow = v * ((u - sHigh * tHigh) - sHigh * tLow);
        double s2 = s * s;
        double r = s2 * s2 * (Q1 + s2 * (Q2 + s2 * (Q3 + s2 * (Q4 + s2 * (Q5 + s2 * Q6)))));
        r += sLow * (sHigh + s);
        s2 = sHigh * sHigh;
        tHigh = upper(3.0 + s2 + r);
        tLow = r - ((tHigh - 3.0) - s2);
        u = sHigh * tHigh;
        v = sLow * tHigh + tLow * s;
        double pHigh = upper(u + v);
        double pLow = v - (pHigh - u);
        double zHigh = TWO_THIRDS_OVER_LN2_HIGH * pHigh;
        double zLow = TWO_THIRDS_OVER_LN2_LOW * pHigh + pLow * TWO_THIRDS_OVER_LN2 + LOG2_BASE_LOW[k];
        double log2High = upper(((zHigh + zLow) + LOG2_BASE_HIGH[k]) + n);
        double log2Low = zLow - (((log2High - n) - LOG2_BASE_HIGH[k]) - zHigh);
        double yHigh = upper(y);
        double low = (y - yHigh) * log2High + y * log2Low;
        double high = yHigh * log2High;
        if (!(low + high < 1023 && low + high > -1021)) {
            throw outside(x, y);
        }
        return twoTo(high, low);
    }

    /** 2^(high + low). */
    private static double twoTo(double high, double low) {
        int j = high(low + high);
        int i = j & 0x7fffffff;
        int k = (i >> 20) - 0x3ff;
        int n = 0;
        if (i > 0x3fe00000) {
            n = j + (0x00100000 >> (k + 1));
            k = ((n & 0x7fffffff) >> 20) - 0x3ff;
            double whole = Double.longBitsToDouble((long) (n & ~(0x000fffff >> k)) << 32);
            n = ((n & 0x000fffff) | 0x00100000) >> (20 - k);
            if (j < 0) {
                n = -n;
            }
            high -= whole;
        }
        double t = upper(low + high);
        double u = t * LN2_UPPER;
        double v = (low - (t - high)) * LN2 + t * LN2_LOWER;
        double z = u + v;
        double w = v - (z - u);
        t = z * z;
        double t1 = z - t * (P1 + t * (P2 + t * (P3 + t * (P4 + t * P5))));
        double r = (z * t1) / (t1 - 2.0) - (w + z * w);
        return (1.0 - (r - z)) * TWO_TO[n + 1022];
    }

    /**
     * ln(1 + x) for x above -1, to a few units in the last place also where x is tiny (Goldberg 1991, <i>What every
     * computer scientist should know about floating-point arithmetic</i>, theorem 4); not the bits of
     * {@code StrictMath}.
     */
    public static double log1p(double x) {
        double sum = 1 + x;
        return sum == 1 ? x : x * log(sum) / (sum - 1);
    }

    /**
     * e^x - 1 for x below 700, to a few units in the last place also where x is tiny (Kahan's way; Higham 2002,
     * <i>Accuracy and Stability of Numerical Algorithms</i>, 1.14.1); not the bits of {@code StrictMath}.
     */
    public static double expm1(double x) {
        double power = exp(x);
        if (power == 1) {
            return x;
        }
        return power == 0 ? -1 : (power - 1) * x / log(power);
    }

    private static int high(double d) {
        return (int) (Double.doubleToRawLongBits(d) >> 32);
    }

    /** The number with the lower half of its bits cleared. */
    private static double upper(double d) {
        return Double.longBitsToDouble(Double.doubleToRawLongBits(d) & 0xffffffff00000000L);
    }

    private static double withHigh(double d, int high) {
        return Double.longBitsToDouble(((long) high << 32) | (Double.doubleToRawLongBits(d) & 0xffffffffL));
    }
}
