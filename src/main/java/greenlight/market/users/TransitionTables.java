package greenlight.market.users;

import static greenlight.market.parameter.MarketParameter.CHOICE_SENSITIVITY;
import static greenlight.market.parameter.MarketParameter.CONVERTING;
import static greenlight.market.parameter.MarketParameter.IMITATION;
import static greenlight.market.parameter.MarketParameter.INNOVATION;
import static greenlight.market.parameter.MarketParameter.LAPSING;
import static greenlight.market.parameter.MarketParameter.LEAVING;
import static greenlight.market.parameter.MarketParameter.OUTSIDE_UTILITY;
import static greenlight.market.parameter.MarketParameter.PROFESSIONAL_SEARCH;
import static greenlight.market.parameter.MarketParameter.RETURNING;
import static greenlight.market.parameter.MarketParameter.STAY_SENSITIVITY;
import static greenlight.market.parameter.MarketParameter.SWITCHING;

import greenlight.market.chance.ScaledProbability;
import greenlight.market.economics.Logit;
import greenlight.market.economics.demand.Bass;
import greenlight.runner.model.Setting;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * The probabilities of one quarter, as tables: of moving, of paying, of choosing a vendor, by what users are and where
 * they are.
 *
 * <p>A probability of moving needs an exponential function, so it is computed at its first use: a small population uses
 * few. Every thread computes the same number, so it does not matter which one writes it.
 */
final class TransitionTables {
    /** Shares below this have lost digits to the largest. */
    private static final double LEAST_SHARE = 1e-3;

    private final Setting setting;
    private final UserTypes kinds;
    private final int vendors;
    private final List<Offer> offers;
    private final Plans plans;
    private final boolean[] open;
    /** Those that are open, in order. */
    private final int[] choice;
    /** Quality of the models that anybody may use for free elsewhere. */
    private final double openQuality;

    private final int switching;
    /** By class: hazard of looking for a vendor, of those who never used one. */
    private final double[] adopting;

    private final double returning;
    private final double staySensitivity;
    private final double outsideUtility;
    private final double lasting;
    /** The row of those who do not move, for each row. */
    final char[] staying;
    /** Odds of moving by row and kind; {@link ScaledProbability#UNKNOWN} where it has not been used. */
    final int[] moving;
    /** Odds of paying at the quarter's end of those who do not move, and of those who join, by tier and kind. */
    final int[] paying;
    /** Cumulative odds of choosing a vendor: casual users first, by the place that is left, and the vendor chosen. */
    private final int[] choosing;

    /** A quarter in which any vendor may have users. */
    TransitionTables(
            Setting setting,
            UserTypes kinds,
            List<Offer> offers,
            double hype,
            double openQuality,
            double activeShare,
            int lived,
            Buffers buffers) {
        this(setting, kinds, offers, hype, openQuality, activeShare, vendor -> true, lived, buffers);
    }

    /**
     * A quarter.
     *
     * @param openQuality of the models that anybody may use for free elsewhere
     * @param activeShare of the population, active at the quarter's start
     * @param inhabited whether a vendor may have users: the odds of others are not needed
     * @param lived quarters that the population has lived through
     */
    TransitionTables(
            Setting setting,
            UserTypes kinds,
            List<Offer> offers,
            double hype,
            double openQuality,
            double activeShare,
            IntPredicate inhabited,
            int lived,
            Buffers buffers) {
        this.setting = setting;
        this.kinds = kinds;
        this.offers = offers;
        vendors = offers.size();
        if (vendors > UserState.MOST_VENDORS) {
            throw new IllegalArgumentException("Users can choose among " + UserState.MOST_VENDORS
                    + " vendors at most, not among " + vendors + ".");
        }
        this.openQuality = openQuality;
        open = new boolean[vendors];
        for (int v = 0; v < vendors; v++) {
            open[v] = offers.get(v).open();
        }
        choice = IntStream.range(0, vendors).filter(v -> open[v]).toArray();
        plans = new Plans(setting, kinds, offers);
        staySensitivity = setting.get(STAY_SENSITIVITY);
        outsideUtility = setting.get(OUTSIDE_UTILITY);
        lasting = 1 - setting.get(LEAVING);
        switching = ScaledProbability.of(setting.get(SWITCHING));
        double innovation = setting.get(INNOVATION);
        double imitation = setting.get(IMITATION);
        adopting = new double[] {
            Bass.hazard(0, innovation, hype, imitation, activeShare),
            Bass.hazard(setting.get(PROFESSIONAL_SEARCH), innovation, hype, imitation, activeShare)
        };
        returning = setting.get(RETURNING);
        staying = rowsOfThoseWhoStay();
        choosing = new int[2 * places() * vendors];
        for (int ofClass = 0; ofClass < Plans.CLASSES; ofClass++) {
            fillChoosing(ofClass, ofClass * places() * vendors);
        }
        paying = buffers.paying();
        fillPaying(inhabited);
        moving = buffers.moving(places());
        forget(inhabited, Math.min(lived, UserState.LONGEST_EXPOSURE));
    }

    private int places() {
        return UserState.placeOf(vendors);
    }

    private char[] rowsOfThoseWhoStay() {
        char[] rows = new char[UserState.row(places(), 0)];
        for (int place = 0; place < places(); place++) {
            boolean exposed = UserState.vendorAt(place) >= 0;
            int first = UserState.row(place, 0);
            for (int exposure = 0; exposure <= UserState.LONGEST_EXPOSURE; exposure++) {
                rows[first + exposure] = (char) (first + (exposed ? longer(exposure) : exposure));
            }
        }
        return rows;
    }

    static int longer(int exposure) {
        return Math.min(exposure + 1, UserState.LONGEST_EXPOSURE);
    }

    Plans plans() {
        return plans;
    }

    /** What a vendor is worth to a class that comes fresh: between its plans, as many of the class pay as can. */
    private double[] utilityOfChoosing(int ofClass) {
        double[] utility = new double[vendors];
        Arrays.fill(utility, Double.NEGATIVE_INFINITY);
        for (int v : choice) {
            utility[v] = offers.get(v).reach() + plans.meanUtility(v, ofClass);
        }
        return utility;
    }

    /** The same choice for those who are counted: not rounded to tickets. */
    ChoiceTree choiceTree(boolean professional) {
        double[] value = utilityOfChoosing(professional ? 1 : 0);
        for (int v : choice) {
            value[v] *= setting.get(CHOICE_SENSITIVITY);
        }
        return new ChoiceTree(value);
    }

    /** Cumulative shares of the logit choice among open vendors, but the one that is left, by users who come fresh. */
    private void fillChoosing(int ofClass, int at) {
        double[] utility = utilityOfChoosing(ofClass);
        double[] all = new double[vendors];
        Logit.shares(utility, vendors, setting.get(CHOICE_SENSITIVITY), all);
        double[] shares = new double[vendors];
        for (int left = 0; left < places(); left++) {
            int first = at + left * vendors;
            int vendor = UserState.vendorAt(left);
            if (left > 0 && (vendor < 0 || !open[vendor])) {
                System.arraycopy(choosing, at, choosing, first, vendors);
                continue;
            }
            leaveOut(vendor, utility, all, shares);
            double sum = 0;
            int last = 0;
            for (int v = 0; v < vendors; v++) {
                sum += shares[v];
                choosing[first + v] = ScaledProbability.of(Math.min(1, sum));
                last = shares[v] > 0 ? v : last;
            }
            if (sum > 0) {
                Arrays.fill(choosing, first + last, first + vendors, ScaledProbability.ALWAYS);
            }
        }
    }

    /**
     * Shares among the vendors but one: those among all, over what the others have together (a logit is independent of
     * irrelevant alternatives). Where that vendor leaves next to nothing, they are computed again.
     */
    private void leaveOut(int vendor, double[] utility, double[] all, double[] shares) {
        double others = 0;
        for (int v = 0; v < vendors; v++) {
            others += v == vendor ? 0 : all[v];
        }
        if (others > LEAST_SHARE) {
            for (int v = 0; v < vendors; v++) {
                shares[v] = v == vendor ? 0 : all[v] / others;
            }
            return;
        }
        double[] without = utility.clone();
        if (vendor >= 0) {
            without[vendor] = Double.NEGATIVE_INFINITY;
        }
        Logit.shares(without, vendors, setting.get(CHOICE_SENSITIVITY), shares);
    }

    /** Only those pay who are with a vendor or may come to it. */
    private void fillPaying(IntPredicate inhabited) {
        Arrays.fill(paying, 0, UserState.placeOf(0) << UserTypes.BITS, ScaledProbability.NEVER);
        int converting = ScaledProbability.of(setting.get(CONVERTING));
        int lapsing = ScaledProbability.of(1 - setting.get(LAPSING));
        for (int v = 0; v < vendors; v++) {
            if (open[v] || inhabited.test(v)) {
                int casual = plans.poorestWhoPays(v, 0);
                int professional = plans.poorestWhoPays(v, 1);
                fillPaying(UserState.tier(UserState.placeOf(v), false), casual, professional, converting);
                fillPaying(UserState.tier(UserState.placeOf(v), true), casual, professional, lapsing);
            }
        }
    }

    private void fillPaying(int tier, int casual, int professional, int odds) {
        int first = tier << UserTypes.BITS;
        Arrays.fill(paying, first, first + casual, ScaledProbability.NEVER);
        Arrays.fill(paying, first + casual, first + UserTypes.CASUALS, odds);
        Arrays.fill(paying, first + UserTypes.CASUALS, first + professional, ScaledProbability.NEVER);
        Arrays.fill(paying, first + professional, first + UserTypes.COUNT, odds);
    }

    /** Forgets the odds of the quarter before where there may be users. */
    private void forget(IntPredicate inhabited, int longestExposure) {
        forget(UserState.NEWCOMERS, longestExposure);
        forget(UserState.LEAVERS, longestExposure);
        for (int v = 0; v < vendors; v++) {
            if (inhabited.test(v)) {
                forget(UserState.placeOf(v), longestExposure);
            }
        }
    }

    private void forget(int place, int longestExposure) {
        int from = UserState.row(place, 0) << UserTypes.BITS;
        int to = (UserState.row(place, longestExposure) + 1) << UserTypes.BITS;
        Arrays.fill(moving, from, to, ScaledProbability.UNKNOWN);
    }

    /** An open vendor other than the one that is left; none if there is none. */
    int choose(int kind, int left, int ticket) {
        int first = choosingAt(kind, left);
        for (int v = 0; v < vendors; v++) {
            if (ScaledProbability.win(ticket, choosing[first + v])) {
                return v;
            }
        }
        return UserState.NO_VENDOR;
    }

    private int choosingAt(int kind, int left) {
        return ((UserTypes.professional(kind) ? places() : 0) + left) * vendors;
    }

    /** Odds of choosing this vendor or one before it, when this place is left. */
    int choosing(int kind, int left, int vendor) {
        return choosing[choosingAt(kind, left) + vendor];
    }

    /** Odds of paying at the quarter's end, where the user does not move, or has just come free. */
    int paying(int tier, int kind) {
        return paying[tier << UserTypes.BITS | kind];
    }

    /** Odds that one of those who leave a vendor tries another. */
    int switching() {
        return switching;
    }

    /** The row of those who do not move. */
    int staying(int row) {
        return staying[row];
    }

    /** Odds of moving: of joining a vendor where the place is no vendor's, of leaving where it is. */
    int moving(int row, int kind) {
        int known = moving[row << UserTypes.BITS | kind];
        return known == ScaledProbability.UNKNOWN ? learn(row, kind) : known;
    }

    private int learn(int row, int kind) {
        int odds = oddsOfMoving(row, kind);
        moving[row << UserTypes.BITS | kind] = odds;
        return odds;
    }

    int oddsOfMoving(int row, int kind) {
        int place = UserState.place(row);
        int exposure = UserState.exposure(row);
        int vendor = UserState.vendorAt(place);
        if (vendor < 0) {
            double hazard = place == UserState.NEWCOMERS ? adopting[UserTypes.classOf(kind)] : returning;
            return ScaledProbability.of(hazard * probabilityOfUsing(kind, exposure));
        }
        return open[vendor]
                ? ScaledProbability.of(1 - probabilityOfStaying(kind, vendor, exposure))
                : ScaledProbability.ALWAYS;
    }

    /** That the best of the open vendors beats what users have elsewhere; 0 where none is open. */
    double probabilityOfUsing(int kind, int exposure) {
        double best = Double.NEGATIVE_INFINITY;
        for (int v : choice) {
            best = Math.max(best, plans.utility(kind, v, exposure));
        }
        return best == Double.NEGATIVE_INFINITY ? 0 : against(kind, best);
    }

    /** A hazard of leaving for outside reasons, times a logit of utility. */
    double probabilityOfStaying(int kind, int vendor, int exposure) {
        return lasting * against(kind, plans.utility(kind, vendor, exposure));
    }

    /** The logit of a utility against what users have elsewhere for free: other pastimes, and models open to all. */
    private double against(int kind, double utility) {
        return Logit.probability(staySensitivity * (utility - outsideUtility - kinds.need(kind) * openQuality));
    }
}
