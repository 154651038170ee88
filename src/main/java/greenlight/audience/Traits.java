package greenlight.audience;

import greenlight.chance.Draws;
import greenlight.economics.Quantile;

/**
 * What is fixed at a user's birth, packed into 32 bits: need (10 bits), half-life of novelty (6), budget (8),
 * susceptibility to others (4) and propensity to misuse (4). Each field is the number of an equally likely slice of its
 * distribution, and stands for the value in the middle of the slice.
 */
final class Traits {
    private static final int NEED_BITS = 10;
    private static final int HALF_LIFE_BITS = 6;
    private static final int BUDGET_BITS = 8;
    private static final int SUSCEPTIBILITY_BITS = 4;
    private static final int MISUSE_BITS = 4;
    private static final int HALF_LIFE_AT = NEED_BITS;
    private static final int BUDGET_AT = HALF_LIFE_AT + HALF_LIFE_BITS;
    private static final int SUSCEPTIBILITY_AT = BUDGET_AT + BUDGET_BITS;
    private static final int MISUSE_AT = SUSCEPTIBILITY_AT + SUSCEPTIBILITY_BITS;
    private static final double MIDDLE = 0.5;

    static final int SUSCEPTIBILITIES = 1 << SUSCEPTIBILITY_BITS;
    static final int HALF_LIVES = 1 << HALF_LIFE_BITS;

    private final double[] need = new double[1 << NEED_BITS];
    private final double[] halfLife = new double[HALF_LIVES];
    private final double[] budget = new double[1 << BUDGET_BITS];
    private final double[] susceptibility = new double[SUSCEPTIBILITIES];
    private final double[] misuse = new double[1 << MISUSE_BITS];

    Traits(Taste taste) {
        double casual = 1 - taste.professionalShare();
        for (int i = 0; i < need.length; i++) {
            double u = slice(i, need.length);
            need[i] = u < casual ? 2 * taste.need() * (u / casual) : taste.professionalNeed();
        }
        for (int i = 0; i < halfLife.length; i++) {
            halfLife[i] = Quantile.logNormal(taste.halfLife(), taste.halfLifeSpread(), slice(i, halfLife.length));
        }
        for (int i = 0; i < budget.length; i++) {
            budget[i] = Quantile.logNormal(taste.budget(), taste.budgetSpread(), slice(i, budget.length));
        }
        for (int i = 0; i < susceptibility.length; i++) {
            susceptibility[i] = Quantile.logNormal(1, taste.susceptibilitySpread(), slice(i, susceptibility.length));
        }
        scaleToMean(susceptibility, taste.imitation());
        for (int i = 0; i < misuse.length; i++) {
            misuse[i] = Quantile.exponential(1, slice(i, misuse.length));
        }
        scaleToMean(misuse, 1);
    }

    private static double slice(int i, int n) {
        return (i + MIDDLE) / n;
    }

    private static void scaleToMean(double[] values, double mean) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        for (int i = 0; i < values.length; i++) {
            values[i] *= mean * values.length / sum;
        }
    }

    /** The traits of a new-born user. */
    static int born(Draws draws, long user) {
        return (int) (draws.bits(user) >>> 32);
    }

    double need(int traits) {
        return need[traits & (1 << NEED_BITS) - 1];
    }

    static int halfLifeSlice(int traits) {
        return traits >>> HALF_LIFE_AT & HALF_LIVES - 1;
    }

    double halfLife(int slice) {
        return halfLife[slice];
    }

    /** US dollars a month. */
    double budget(int traits) {
        return budget[traits >>> BUDGET_AT & (1 << BUDGET_BITS) - 1];
    }

    static int susceptibilitySlice(int traits) {
        return traits >>> SUSCEPTIBILITY_AT & SUSCEPTIBILITIES - 1;
    }

    /** Imitation hazard of a slice; the mean over slices is the taste's imitation. */
    double susceptibility(int slice) {
        return susceptibility[slice];
    }

    /** Propensity to misuse; the mean over slices is 1. */
    double misuse(int traits) {
        return misuse[traits >>> MISUSE_AT];
    }

    boolean professional(int traits, Taste taste) {
        return slice(traits & (1 << NEED_BITS) - 1, need.length) >= 1 - taste.professionalShare();
    }
}
