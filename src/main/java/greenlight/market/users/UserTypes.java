package greenlight.market.users;

import static greenlight.market.parameter.MarketParameter.BUDGET;
import static greenlight.market.parameter.MarketParameter.BUDGET_SPREAD;
import static greenlight.market.parameter.MarketParameter.HALF_LIFE_SPREAD;
import static greenlight.market.parameter.MarketParameter.NEED;
import static greenlight.market.parameter.MarketParameter.NOVELTY_DECAY;
import static greenlight.market.parameter.MarketParameter.NOVELTY_HALF_LIFE;
import static greenlight.market.parameter.MarketParameter.PROFESSIONAL_BUDGET;
import static greenlight.market.parameter.MarketParameter.PROFESSIONAL_NEED;
import static greenlight.market.parameter.MarketParameter.PROFESSIONAL_SHARE;

import greenlight.market.chance.Draws;
import greenlight.market.chance.ScaledProbability;
import greenlight.market.economics.Exact;
import greenlight.market.economics.Novelty;
import greenlight.market.economics.Quantile;
import greenlight.market.scenario.Calendar;
import greenlight.runner.model.Setting;
import java.util.Arrays;

/**
 * The kinds of people there are: what is fixed at a user's birth is one of 256 kinds, 192 casual and 64 professional.
 * A kind has a budget, a need, a half-life of novelty and a propensity to misuse, each at the middle of a slice of its
 * distribution. Professionals are creators and small businesses: they have budgets of their own and a lasting use.
 *
 * <p>Kinds are the points of a shifted lattice (Sloan and Joe 1994, <i>Lattice Methods for Multiple Integration</i>), so
 * that each trait takes as many values as there are kinds, and any two traits are as good as independent: weighted,
 * their correlations stay below 0.04. Few people can pay for video at all, so kinds are closer together where budgets are
 * larger: a newborn draws two slices of budgets and gets the poorer one, and half of the kinds share the richest quarter
 * of the people.
 */
final class UserTypes {
    static final int BITS = 8;
    static final int COUNT = 1 << BITS;
    static final int PROFESSIONALS = COUNT / 4;
    static final int CASUALS = COUNT - PROFESSIONALS;
    /** Slices of half-lives. */
    static final int SLICES = 16;

    private static final double MIDDLE = 0.5;
    /** Less of the novelty than this counts as none. */
    private static final double GONE = 0x1p-10;
    /** Fixed-point unit of the misuse weights, so that their sum is exact in any order. */
    static final double MISUSE_UNIT = 0x1p-20;

    /** In a dollar. */
    static final double CENTS = 100;
    /** Further random numbers for a user's traits are keyed by a number that is no user's. */
    private static final long FURTHER = 1L << 40;

    // generators and shifts for need, half-life and misuse; found by search among 100,000
    private static final int[] CASUAL_STEPS = {91, 31, 125};
    private static final int[] CASUAL_SHIFTS = {164, 57, 16};
    private static final int[] PROFESSIONAL_STEPS = {0, 27, 49};
    private static final int[] PROFESSIONAL_SHIFTS = {0, 44, 28};

    // what does not depend on setting
    private static final double[] BUDGET_DEVIATE = new double[COUNT];
    private static final double[] NEED_PLACE = new double[COUNT];
    private static final byte[] HALF_LIFE = new byte[COUNT];
    private static final double[] MISUSE = new double[COUNT];
    private static final double[] SLICE_DEVIATE = new double[SLICES];

    static {
        for (int kind = 0; kind < COUNT; kind++) {
            boolean professional = professional(kind);
            int n = professional ? PROFESSIONALS : CASUALS;
            int point = professional ? kind - CASUALS : kind;
            int[] steps = professional ? PROFESSIONAL_STEPS : CASUAL_STEPS;
            int[] shifts = professional ? PROFESSIONAL_SHIFTS : CASUAL_SHIFTS;
            double richer = (richerThanSlice(point, n) + richerThanSlice(point + 1, n)) / 2;
            BUDGET_DEVIATE[kind] = Quantile.normal(1 - richer);
            NEED_PLACE[kind] = coordinate(point, steps[0], shifts[0], n);
            HALF_LIFE[kind] = (byte) (SLICES * coordinate(point, steps[1], shifts[1], n));
            MISUSE[kind] = Quantile.exponential(1, coordinate(point, steps[2], shifts[2], n));
        }
        for (int slice = 0; slice < SLICES; slice++) {
            SLICE_DEVIATE[slice] = Quantile.normal((slice + MIDDLE) / SLICES);
        }
    }

    private final int professionalOdds;
    private final double[] need = new double[COUNT];
    private final double[] budget = new double[COUNT];
    private final long[] budgetCents = new long[COUNT];
    /** Sum over a kind and the richer ones of its class, of their shares of the class, divided by their budgets. */
    private final double[] reciprocalBudgets = new double[COUNT];

    private final long[] misuse = new long[COUNT];
    private final double[][] noveltyLeft = new double[SLICES][UserState.LONGEST_EXPOSURE + 1];
    /** By slice of half-lives: the first month after which too little novelty is left to count. */
    private final int[] longest = new int[SLICES];

    private final int longestExposure;

    UserTypes(Setting setting) {
        this(Traits.of(setting));
    }

    UserTypes(Traits traits) {
        professionalOdds = ScaledProbability.of(traits.professionalShare());
        double misusing = 0;
        for (int slice = 0; slice < SLICES; slice++) {
            double halfLife = logNormal(traits.halfLife(), traits.halfLifeSpread(), SLICE_DEVIATE[slice]);
            for (int exposure = 0; exposure <= UserState.LONGEST_EXPOSURE; exposure++) {
                double quarters = (double) exposure / Calendar.MONTHS_PER_QUARTER;
                noveltyLeft[slice][exposure] = traits.noveltyFades() ? Novelty.left(quarters, halfLife) : 1;
            }
            longest[slice] = traits.noveltyFades() ? longestExposure(noveltyLeft[slice]) : UserState.FIRST_MONTH + 1;
        }
        longestExposure = Arrays.stream(longest).max().getAsInt();
        for (int kind = 0; kind < COUNT; kind++) {
            need[kind] = professional(kind) ? traits.professionalNeed() : 2 * traits.need() * NEED_PLACE[kind];
            budget[kind] = logNormal(
                    professional(kind) ? traits.professionalBudget() : traits.budget(),
                    traits.budgetSpread(),
                    BUDGET_DEVIATE[kind]);
            budgetCents[kind] = Math.round(budget[kind] * CENTS);
            misusing += share(kind) * MISUSE[kind];
        }
        for (int kind = COUNT - 1; kind >= 0; kind--) {
            int ofClass = classOf(kind);
            double richer = reciprocalBudgetsFrom(kind + 1, ofClass);
            reciprocalBudgets[kind] = richer + (shareFrom(kind, ofClass) - shareFrom(kind + 1, ofClass)) / budget[kind];
        }
        for (int kind = 0; kind < COUNT; kind++) {
            misuse[kind] = Math.round(MISUSE[kind] / misusing / MISUSE_UNIT);
        }
    }

    private static int longestExposure(double[] left) {
        int longest = UserState.FIRST_MONTH + 1;
        while (longest < UserState.LONGEST_EXPOSURE && left[longest] > GONE) {
            longest++;
        }
        return longest;
    }

    private static double logNormal(double median, double sigma, double deviate) {
        return median * Exact.exp(sigma * deviate);
    }

    /** Share of people who are richer than those below a slice of budgets: 1 below the first, 0 above the last. */
    private static double richerThanSlice(int slice, int n) {
        double poorer = (double) slice / n;
        return (1 - poorer) * (1 - poorer);
    }

    private static double coordinate(int point, int step, int shift, int n) {
        return ((point * step + shift) % n + MIDDLE) / n;
    }

    /** The kind of a newborn user. */
    int born(Draws birth, long user) {
        boolean professional =
                ScaledProbability.win(ScaledProbability.ticket(birth.bits(user + FURTHER)), professionalOdds);
        int n = professional ? PROFESSIONALS : CASUALS;
        long bits = birth.bits(user);
        int poorer = Math.min(slice(bits >>> Integer.SIZE, n), slice(bits & 0xffffffffL, n));
        return professional ? CASUALS + poorer : poorer;
    }

    /** One of n slices, by 32 random bits. */
    private static int slice(long bits, int n) {
        return (int) ((bits * n) >>> Integer.SIZE);
    }

    /** Odds of being born a professional. */
    int professionalOdds() {
        return professionalOdds;
    }

    /** Of those casual people, or of those professionals, who are not of a poorer kind, the share of a kind. */
    double shareOfTheRest(int kind) {
        int n = professional(kind) ? PROFESSIONALS : CASUALS;
        int point = professional(kind) ? kind - CASUALS : kind;
        return 1 - richerThanSlice(point + 1, n) / richerThanSlice(point, n);
    }

    /** Share of people who are of a kind. */
    double share(int kind) {
        boolean professional = professional(kind);
        int n = professional ? PROFESSIONALS : CASUALS;
        int point = professional ? kind - CASUALS : kind;
        double professionals = ScaledProbability.probability(professionalOdds);
        return (professional ? professionals : 1 - professionals)
                * (richerThanSlice(point, n) - richerThanSlice(point + 1, n));
    }

    static boolean professional(int kind) {
        return kind >= CASUALS;
    }

    /** 0 for casual users, 1 for professionals. */
    static int classOf(int kind) {
        return kind >= CASUALS ? 1 : 0;
    }

    /** The poorest kind of a class. */
    static int firstOf(int ofClass) {
        return ofClass == 0 ? 0 : CASUALS;
    }

    /** The kind after the richest of a class. */
    static int endOf(int ofClass) {
        return ofClass == 0 ? CASUALS : COUNT;
    }

    /** Of the people of a class, those of a kind and of the richer ones. */
    double shareFrom(int kind, int ofClass) {
        int first = firstOf(ofClass);
        return richerThanSlice(kind - first, endOf(ofClass) - first);
    }

    /** Mean over a class of 1 / budget, months / US dollar, where the poorer than a kind count as 0. */
    double reciprocalBudgetsFrom(int kind, int ofClass) {
        return kind == endOf(ofClass) ? 0 : reciprocalBudgets[kind];
    }

    double need(int kind) {
        return need[kind];
    }

    /** Of the kinds from one to another, either all casual or all professional, the poorest whose budget is so large. */
    int poorestWhoCanPay(double price, int from, int end) {
        int poorer = from; // kinds are in the order of their budgets
        int able = end;
        while (poorer < able) {
            int middle = (poorer + able) / 2;
            if (budget[middle] >= price) {
                able = middle;
            } else {
                poorer = middle + 1;
            }
        }
        return able;
    }

    /** US dollars a month. */
    double budget(int kind) {
        return budget[kind];
    }

    long budgetCents(int kind) {
        return budgetCents[kind];
    }

    /** Propensity to misuse in {@link #MISUSE_UNIT}; the mean over people is 1. */
    long misuse(int kind) {
        return misuse[kind];
    }

    /** Exposure after another month, of those who stay. */
    int longer(int exposure) {
        return Math.min(exposure + 1, longestExposure);
    }

    /** The longest exposure that there is, months: beyond it nothing is left of the novelty. */
    int mostExposure() {
        return longestExposure;
    }

    /** The longest exposure that makes a difference to users of this kind, months. */
    int mostExposure(int kind) {
        return longest[HALF_LIFE[kind]];
    }

    /** Share of novelty that a user of this kind still sees after some months. */
    double noveltyLeft(int kind, int exposure) {
        return noveltyLeft[HALF_LIFE[kind]][exposure];
    }

    /** The parameters on which the types of users depend; settings that agree in these share the types. */
    record Traits(
            double professionalShare,
            double professionalNeed,
            double need,
            double halfLife,
            double halfLifeSpread,
            boolean noveltyFades,
            double budget,
            double professionalBudget,
            double budgetSpread) {
        static Traits of(Setting setting) {
            return new Traits(
                    setting.get(PROFESSIONAL_SHARE),
                    setting.get(PROFESSIONAL_NEED),
                    setting.get(NEED),
                    setting.get(NOVELTY_HALF_LIFE),
                    setting.get(HALF_LIFE_SPREAD),
                    setting.on(NOVELTY_DECAY),
                    setting.get(BUDGET),
                    setting.get(PROFESSIONAL_BUDGET),
                    setting.get(BUDGET_SPREAD));
        }
    }
}
