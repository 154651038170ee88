package greenlight.market.users;

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
import greenlight.market.scenario.Calendar;
import greenlight.runner.model.Setting;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * The probabilities of a quarter's months, as tables: of moving, of paying, of choosing a vendor, by what users are and where
 * they are.
 *
 * <p>A probability of moving needs an exponential function, so it is computed at its first use: a small population uses
 * few. Every thread computes the same number, so it does not matter which one writes it. Offers are those of the quarter; from month to
 * month only the share of people changes who have begun, whom newcomers imitate.
 */
final class TransitionTables {
    private final Setting setting;
    private final UserTypes kinds;
    private final int vendors;
    private final Plans plans;
    private final boolean[] open;
    /** Those that are open, in order. */
    private final int[] choice;
    /** Quality of the models that anybody may use for free elsewhere. */
    private final double openQuality;

    private final int switching;
    /** By class: hazard of looking for a vendor in the month, of those who never used one. */
    private final double[] adopting = new double[Plans.CLASSES];

    /** By class: the most that the odds of newcomers can be in the month, those of the hazard alone. */
    private final int[] mostAdopting = new int[Plans.CLASSES];
    /** The most that the odds of leavers can be. */
    private final int mostReturning;

    /** By kind: what newcomers multiply the hazard by; not-a-number where it has not been used in the quarter. */
    private final double[] using = new double[UserTypes.COUNT];

    private final double hype;

    private final double returning;
    private final double staySensitivity;
    private final double outsideUtility;
    private final double lasting;
    /** The row of those who do not move, for each row. */
    final char[] staying;
    /** Odds of moving by row and kind; the most that they can be where they have not been used. */
    final int[] moving;
    /** Odds of paying at the month's end of those who do not move, and of those who join, by tier and kind. */
    final int[] paying;
    /** Which vendor is chosen by those who come to one. */
    private final VendorChoice choices;

    /** A quarter in which any vendor may have users. */
    TransitionTables(
            Setting setting, UserTypes kinds, List<Offer> offers, double hype, double openQuality, Buffers buffers) {
        this(setting, kinds, offers, hype, openQuality, vendor -> true, buffers);
    }

    /**
     * A quarter.
     *
     * @param openQuality of the models that anybody may use for free elsewhere
     * @param inhabited whether a vendor has users: the odds of others are not needed unless they are open
     */
    TransitionTables(
            Setting setting,
            UserTypes kinds,
            List<Offer> offers,
            double hype,
            double openQuality,
            IntPredicate inhabited,
            Buffers buffers) {
        this.setting = setting;
        this.kinds = kinds;
        vendors = offers.size();
        if (vendors > UserState.MOST_VENDORS) {
            throw new IllegalArgumentException("Users can choose among " + UserState.MOST_VENDORS
                    + " vendors at most, not among " + vendors + ".");
        }
        this.openQuality = openQuality;
        open = new boolean[vendors];
        int[] choice = new int[vendors];
        int many = 0;
        for (int v = 0; v < vendors; v++) {
            open[v] = offers.get(v).open();
            choice[many] = v;
            many += open[v] ? 1 : 0;
        }
        this.choice = Arrays.copyOf(choice, many);
        plans = new Plans(setting, kinds, offers);
        staySensitivity = setting.get(STAY_SENSITIVITY);
        outsideUtility = setting.get(OUTSIDE_UTILITY);
        lasting = 1 - setting.get(LEAVING);
        switching = ScaledProbability.of(setting.get(SWITCHING));
        this.hype = hype;
        returning = setting.get(RETURNING);
        mostReturning = ScaledProbability.of(returning);
        Arrays.fill(using, Double.NaN);
        staying = rowsOfThoseWhoStay();
        choices = new VendorChoice(setting, offers, plans);
        paying = buffers.paying();
        fillPaying(inhabited);
        moving = buffers.moving(places());
        forget(vendor -> open[vendor] || inhabited.test(vendor));
    }

    /**
     * A month begins.
     *
     * @param activeShare of the population, active at the month's start
     */
    void begin(double activeShare) {
        adopting[0] = hazard(0, activeShare);
        adopting[1] = hazard(setting.get(PROFESSIONAL_SEARCH), activeShare);
        int newcomers = UserState.row(UserState.NEWCOMERS, 0) << UserTypes.BITS;
        for (int ofClass = 0; ofClass < Plans.CLASSES; ofClass++) {
            mostAdopting[ofClass] = ScaledProbability.of(adopting[ofClass]);
            Arrays.fill(
                    moving,
                    newcomers + UserTypes.firstOf(ofClass),
                    newcomers + UserTypes.endOf(ofClass),
                    mostAdopting[ofClass]);
        }
    }

    /** Rates are per quarter. */
    private double hazard(double search, double activeShare) {
        return Bass.hazard(
                search / Calendar.MONTHS_PER_QUARTER,
                setting.get(INNOVATION) / Calendar.MONTHS_PER_QUARTER,
                hype,
                setting.get(IMITATION) / Calendar.MONTHS_PER_QUARTER,
                activeShare);
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
                rows[first + exposure] = (char) (first + (exposed ? kinds.longer(exposure) : exposure));
            }
        }
        return rows;
    }

    int vendors() {
        return vendors;
    }

    Plans plans() {
        return plans;
    }

    VendorChoice choices() {
        return choices;
    }

    UserTypes kinds() {
        return kinds;
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
    private void forget(IntPredicate inhabited) {
        int longestExposure = kinds.mostExposure();
        forget(UserState.LEAVERS, longestExposure, mostReturning);
        for (int v = 0; v < vendors; v++) {
            if (inhabited.test(v)) {
                forget(UserState.placeOf(v), longestExposure, ScaledProbability.UNKNOWN);
            }
        }
    }

    private void forget(int place, int longestExposure, int most) {
        int from = UserState.row(place, 0) << UserTypes.BITS;
        int to = (UserState.row(place, longestExposure) + 1) << UserTypes.BITS;
        Arrays.fill(moving, from, to, most);
    }

    /** What the table has where the odds have not been used: the most that they can be, so that the few who might move are looked at. */
    private int most(int place, int kind) {
        return switch (place) {
            case UserState.NEWCOMERS -> mostAdopting[UserTypes.classOf(kind)];
            case UserState.LEAVERS -> mostReturning;
            default -> ScaledProbability.UNKNOWN;
        };
    }

    /** Odds of paying at the month's end, where the user does not move, or has just come free. */
    int paying(int tier, int kind) {
        return paying[tier << UserTypes.BITS | kind];
    }

    /** Odds of trying another vendor, of those who leave one. */
    int switching() {
        return switching;
    }

    int staying(int row) {
        return staying[row];
    }

    /** Odds of moving: of joining a vendor where the place is no vendor's, of leaving where it is. */
    int moving(int row, int kind) {
        int known = moving[row << UserTypes.BITS | kind];
        return known == most(UserState.place(row), kind) ? learn(row, kind) : known;
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
        if (place == UserState.NEWCOMERS) {
            return ScaledProbability.of(adopting[UserTypes.classOf(kind)] * using(kind));
        }
        if (vendor < 0) {
            return ScaledProbability.of(returning * probabilityOfUsing(kind, exposure));
        }
        return open[vendor]
                ? ScaledProbability.of(1 - probabilityOfStaying(kind, vendor, exposure))
                : ScaledProbability.ALWAYS;
    }

    /** The same in all months of the quarter, and for every thread. */
    private double using(int kind) {
        double known = using[kind];
        if (Double.isNaN(known)) {
            known = probabilityOfUsing(kind, 0);
            using[kind] = known;
        }
        return known;
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
