package greenlight.market.users;

import static greenlight.market.parameter.MarketParameter.CHOICE_SENSITIVITY;
import static greenlight.market.parameter.MarketParameter.CONVERTING;
import static greenlight.market.parameter.MarketParameter.INNOVATION;
import static greenlight.market.parameter.MarketParameter.LAPSING;
import static greenlight.market.parameter.MarketParameter.LEAVING;
import static greenlight.market.parameter.MarketParameter.LICENSED_IP_APPEAL;
import static greenlight.market.parameter.MarketParameter.NEED;
import static greenlight.market.parameter.MarketParameter.NOVELTY;
import static greenlight.market.parameter.MarketParameter.NOVELTY_RESTORED;
import static greenlight.market.parameter.MarketParameter.OUTSIDE_UTILITY;
import static greenlight.market.parameter.MarketParameter.PROFESSIONAL_NEED;
import static greenlight.market.parameter.MarketParameter.RETURNING;
import static greenlight.market.parameter.MarketParameter.STAY_SENSITIVITY;
import static greenlight.market.parameter.MarketParameter.SWITCHING;

import greenlight.market.chance.ScaledProbability;
import greenlight.market.economics.Logit;
import greenlight.market.economics.Novelty;
import greenlight.market.economics.demand.Bass;
import greenlight.runner.model.Setting;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;

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
    private final boolean anyOpen;
    private final List<Offer> offers;
    private final boolean[] open;
    private final boolean[] renewed;
    private final int switching;
    private final int[] adopting = new int[UserTypes.SLICES];
    private final int[] returning = new int[UserTypes.SLICES];
    /** Exposure after a renewal, for each exposure before. */
    private final int[] restored = new int[UserState.LONGEST_EXPOSURE + 1];
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
            double activeShare,
            int lived,
            Buffers buffers) {
        this(setting, kinds, offers, hype, activeShare, vendor -> true, lived, buffers);
    }

    /**
     * A quarter.
     *
     * @param activeShare of the population, active at the quarter's start
     * @param inhabited whether a vendor may have users: the odds of others are not needed
     * @param lived quarters that the population has lived through
     */
    TransitionTables(
            Setting setting,
            UserTypes kinds,
            List<Offer> offers,
            double hype,
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
        open = new boolean[vendors];
        renewed = new boolean[vendors];
        boolean any = false;
        for (int v = 0; v < vendors; v++) {
            Offer offer = offers.get(v);
            open[v] = offer.open();
            any |= offer.open();
            renewed[v] = offer.renewed();
        }
        anyOpen = any;
        switching = ScaledProbability.of(setting.get(SWITCHING));
        for (int slice = 0; slice < UserTypes.SLICES; slice++) {
            double hazard =
                    anyOpen ? Bass.hazard(setting.get(INNOVATION), hype, kinds.susceptibility(slice), activeShare) : 0;
            adopting[slice] = ScaledProbability.of(hazard);
            returning[slice] = ScaledProbability.of(hazard * setting.get(RETURNING));
        }
        for (int exposure = 0; exposure <= UserState.LONGEST_EXPOSURE; exposure++) {
            restored[exposure] = (int) Math.round(exposure * (1 - setting.get(NOVELTY_RESTORED)));
        }
        staying = rowsOfThoseWhoStay();
        choosing = new int[2 * places() * vendors];
        fillChoosing(setting.get(NEED), 0);
        fillChoosing(setting.get(PROFESSIONAL_NEED), places() * vendors);
        paying = buffers.paying();
        fillPaying(offers, inhabited);
        moving = buffers.moving(places());
        forget(inhabited, Math.min(lived, UserState.LONGEST_EXPOSURE));
    }

    private int places() {
        return UserState.placeOf(vendors);
    }

    private char[] rowsOfThoseWhoStay() {
        char[] rows = new char[UserState.row(places(), 0)];
        for (int place = 0; place < places(); place++) {
            int vendor = UserState.vendorAt(place);
            int first = UserState.row(place, 0);
            for (int exposure = 0; exposure <= UserState.LONGEST_EXPOSURE; exposure++) {
                int with = vendor >= 0 && renewed[vendor] ? restored[exposure] : exposure;
                rows[first + exposure] = (char) (first + (vendor < 0 ? with : longer(with)));
            }
        }
        return rows;
    }

    static int longer(int exposure) {
        return Math.min(exposure + 1, UserState.LONGEST_EXPOSURE);
    }

    /** Exposure with which the quarter is met: a new model generation of the own vendor undoes a part of it. */
    int exposureIn(int row) {
        int vendor = UserState.vendorAt(UserState.place(row));
        return vendor >= 0 && renewed[vendor] ? restored[UserState.exposure(row)] : UserState.exposure(row);
    }

    private double[] utilityOfChoosing(double need) {
        double[] utility = new double[vendors];
        for (int v = 0; v < vendors; v++) {
            utility[v] = open[v] ? offers.get(v).reach() + utility(need, offers.get(v), 1) : Double.NEGATIVE_INFINITY;
        }
        return utility;
    }

    /** The same choice for those who are counted: not rounded to tickets. */
    ChoiceTree choiceTree(boolean professional) {
        double[] value = utilityOfChoosing(professional ? setting.get(PROFESSIONAL_NEED) : setting.get(NEED));
        for (int v = 0; v < vendors; v++) {
            value[v] = open[v] ? setting.get(CHOICE_SENSITIVITY) * value[v] : value[v];
        }
        return new ChoiceTree(value);
    }

    /** Cumulative shares of the logit choice among open vendors, but the one that is left, by users who come fresh. */
    private void fillChoosing(double need, int at) {
        double[] utility = utilityOfChoosing(need);
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
    private void fillPaying(List<Offer> offers, IntPredicate inhabited) {
        Arrays.fill(paying, 0, UserState.placeOf(0) << UserTypes.BITS, ScaledProbability.NEVER);
        int lapsing = ScaledProbability.of(1 - setting.get(LAPSING));
        for (int v = 0; v < vendors; v++) {
            if (!open[v] && !inhabited.test(v)) {
                continue;
            }
            int converting = ScaledProbability.of(
                    Math.min(1, setting.get(CONVERTING) * offers.get(v).eager()));
            double price = offers.get(v).price();
            int casual = kinds.poorestWhoCanPay(price, 0, UserTypes.CASUALS);
            int professional = kinds.poorestWhoCanPay(price, UserTypes.CASUALS, UserTypes.COUNT);
            fillPaying(UserState.tier(UserState.placeOf(v), false), casual, professional, converting);
            fillPaying(UserState.tier(UserState.placeOf(v), true), casual, professional, lapsing);
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
        int vendor = UserState.vendorAt(place);
        if (vendor < 0) {
            return (place == UserState.NEWCOMERS ? adopting : returning)[UserTypes.susceptibilitySlice(kind)];
        }
        return open[vendor]
                ? ScaledProbability.of(1 - probabilityOfStaying(kind, vendor, exposureIn(row)))
                : ScaledProbability.ALWAYS;
    }

    private double utility(double need, Offer offer, double noveltyLeft) {
        return Novelty.utility(
                need,
                offer.quality(),
                setting.get(NOVELTY),
                setting.get(LICENSED_IP_APPEAL),
                offer.licensedIp(),
                noveltyLeft,
                offer.friction(),
                offer.queue());
    }

    /** A hazard of leaving for outside reasons, times a logit of utility. */
    double probabilityOfStaying(int kind, int vendor, int exposure) {
        double utility = utility(kinds.need(kind), offers.get(vendor), kinds.noveltyLeft(kind, exposure));
        return (1 - setting.get(LEAVING))
                * Logit.probability(setting.get(STAY_SENSITIVITY) * (utility - setting.get(OUTSIDE_UTILITY)));
    }
}
