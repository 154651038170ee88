package greenlight.audience;

import greenlight.chance.Draws;
import greenlight.economics.Bass;
import greenlight.economics.Logit;
import greenlight.economics.Novelty;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * One quarter as users meet it, and the rule by which one user passes through it. The rule is a pure function of the
 * user's kind, state and luck: whether to move is one look into a table of odds, whether to pay another; only those who
 * move choose.
 *
 * <p>The odds of moving need an exponential function each, so they are worked out when somebody first asks: a small
 * population asks for few. Whoever asks gets the same number, so it does not matter which thread writes it.
 */
final class Season {
    /** Further luck of those who move is asked for by a number that is no user's. */
    private static final long FURTHER = 1L << 40;
    /** Users who are let through together. */
    private static final int STRIP = 256;
    /** Shares below this have lost digits to the largest. */
    private static final double LEAST_SHARE = 1e-3;

    private final Taste taste;
    private final Kinds kinds;
    private final Draws luck;
    private final int vendors;
    private final boolean anyOpen;
    private final List<Offer> offers;
    private final boolean[] open;
    private final boolean[] renewed;
    private final int switching;
    private final int[] adopting = new int[Kinds.SLICES];
    private final int[] returning = new int[Kinds.SLICES];
    /** Exposure after a renewal, for each exposure before. */
    private final int[] restored = new int[State.LONGEST_EXPOSURE + 1];
    /** The row of those who do not move, for each row. */
    private final char[] staying;
    /** Odds of moving by row and kind; {@link Odds#UNKNOWN} where nobody has asked. */
    private final int[] moving;
    /** Odds of paying at the quarter's end of those who do not move, and of those who join, by tier and kind. */
    private final int[] paying;
    /** Cumulative odds of choosing a vendor: casual users first, by the place that is left, and the vendor chosen. */
    private final int[] choosing;

    /** A quarter in which any vendor may have users. */
    Season(
            Taste taste,
            Kinds kinds,
            Draws luck,
            List<Offer> offers,
            double hype,
            double activeShare,
            int lived,
            Buffers buffers) {
        this(taste, kinds, luck, offers, hype, activeShare, vendor -> true, lived, buffers);
    }

    /**
     * A quarter.
     *
     * @param activeShare of the population, active at the quarter's start
     * @param inhabited whether a vendor may have users: only where there are some will anybody ask for odds
     * @param lived quarters that the population has lived through
     */
    Season(
            Taste taste,
            Kinds kinds,
            Draws luck,
            List<Offer> offers,
            double hype,
            double activeShare,
            IntPredicate inhabited,
            int lived,
            Buffers buffers) {
        this.taste = taste;
        this.kinds = kinds;
        this.luck = luck;
        this.offers = offers;
        vendors = offers.size();
        if (vendors > State.MOST_VENDORS) {
            throw new IllegalArgumentException(
                    "Users can choose among " + State.MOST_VENDORS + " vendors at most, not among " + vendors + ".");
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
        switching = Odds.of(taste.switching());
        for (int slice = 0; slice < Kinds.SLICES; slice++) {
            double hazard =
                    anyOpen ? Bass.hazard(taste.innovation(), hype, kinds.susceptibility(slice), activeShare) : 0;
            adopting[slice] = Odds.of(hazard);
            returning[slice] = Odds.of(hazard * taste.returning());
        }
        for (int exposure = 0; exposure <= State.LONGEST_EXPOSURE; exposure++) {
            restored[exposure] = (int) Math.round(exposure * (1 - taste.restored()));
        }
        staying = rowsOfThoseWhoStay();
        choosing = new int[2 * places() * vendors];
        fillChoosing(taste.need(), 0);
        fillChoosing(taste.professionalNeed(), places() * vendors);
        paying = buffers.paying();
        fillPaying(offers, inhabited);
        moving = buffers.moving(places());
        forget(inhabited, Math.min(lived, State.LONGEST_EXPOSURE));
    }

    private int places() {
        return State.placeOf(vendors);
    }

    private char[] rowsOfThoseWhoStay() {
        char[] rows = new char[State.row(places(), 0)];
        for (int place = 0; place < places(); place++) {
            int vendor = State.vendorAt(place);
            int first = State.row(place, 0);
            for (int exposure = 0; exposure <= State.LONGEST_EXPOSURE; exposure++) {
                int with = vendor >= 0 && renewed[vendor] ? restored[exposure] : exposure;
                rows[first + exposure] = (char) (first + (vendor < 0 ? with : longer(with)));
            }
        }
        return rows;
    }

    private static int longer(int exposure) {
        return Math.min(exposure + 1, State.LONGEST_EXPOSURE);
    }

    /** Exposure with which the quarter is met: a new model generation of the own vendor undoes a part of it. */
    int exposureIn(int row) {
        int vendor = State.vendorAt(State.place(row));
        return vendor >= 0 && renewed[vendor] ? restored[State.exposure(row)] : State.exposure(row);
    }

    private double[] utilityOfChoosing(double need) {
        double[] utility = new double[vendors];
        for (int v = 0; v < vendors; v++) {
            utility[v] = open[v] ? offers.get(v).reach() + utility(need, offers.get(v), 1) : Double.NEGATIVE_INFINITY;
        }
        return utility;
    }

    /** The same choice for those who are counted: not rounded to tickets. */
    Forks forks(boolean professional) {
        double[] value = utilityOfChoosing(professional ? taste.professionalNeed() : taste.need());
        for (int v = 0; v < vendors; v++) {
            value[v] = open[v] ? taste.choiceSensitivity() * value[v] : value[v];
        }
        return new Forks(value);
    }

    /** Cumulative shares of the logit choice among open vendors, but the one that is left, by users who come fresh. */
    private void fillChoosing(double need, int at) {
        double[] utility = utilityOfChoosing(need);
        double[] all = new double[vendors];
        Logit.shares(utility, vendors, taste.choiceSensitivity(), all);
        double[] shares = new double[vendors];
        for (int left = 0; left < places(); left++) {
            int first = at + left * vendors;
            int vendor = State.vendorAt(left);
            if (left > 0 && (vendor < 0 || !open[vendor])) {
                System.arraycopy(choosing, at, choosing, first, vendors);
                continue;
            }
            leaveOut(vendor, utility, all, shares);
            double sum = 0;
            int last = 0;
            for (int v = 0; v < vendors; v++) {
                sum += shares[v];
                choosing[first + v] = Odds.of(Math.min(1, sum));
                last = shares[v] > 0 ? v : last;
            }
            if (sum > 0) {
                Arrays.fill(choosing, first + last, first + vendors, Odds.ALWAYS);
            }
        }
    }

    /**
     * Shares among the vendors but one: those among all, over what the others have together (a logit is independent of
     * irrelevant alternatives). Where that vendor leaves next to nothing, they are worked out anew.
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
        Logit.shares(without, vendors, taste.choiceSensitivity(), shares);
    }

    /** Only those pay who are with a vendor or may come to it. */
    private void fillPaying(List<Offer> offers, IntPredicate inhabited) {
        Arrays.fill(paying, 0, State.placeOf(0) << Kinds.BITS, Odds.NEVER);
        int lapsing = Odds.of(1 - taste.lapsing());
        for (int v = 0; v < vendors; v++) {
            if (!open[v] && !inhabited.test(v)) {
                continue;
            }
            int converting =
                    Odds.of(Math.min(1, taste.converting() * offers.get(v).eager()));
            double price = offers.get(v).price();
            int casual = kinds.poorestWhoCanPay(price, 0, Kinds.CASUALS);
            int professional = kinds.poorestWhoCanPay(price, Kinds.CASUALS, Kinds.COUNT);
            fillPaying(State.tier(State.placeOf(v), false), casual, professional, converting);
            fillPaying(State.tier(State.placeOf(v), true), casual, professional, lapsing);
        }
    }

    private void fillPaying(int tier, int casual, int professional, int odds) {
        int first = tier << Kinds.BITS;
        Arrays.fill(paying, first, first + casual, Odds.NEVER);
        Arrays.fill(paying, first + casual, first + Kinds.CASUALS, odds);
        Arrays.fill(paying, first + Kinds.CASUALS, first + professional, Odds.NEVER);
        Arrays.fill(paying, first + professional, first + Kinds.COUNT, odds);
    }

    /** Odds of the quarter before are forgotten where there is somebody to ask for them. */
    private void forget(IntPredicate inhabited, int longestExposure) {
        forget(State.NEWCOMERS, longestExposure);
        forget(State.LEAVERS, longestExposure);
        for (int v = 0; v < vendors; v++) {
            if (inhabited.test(v)) {
                forget(State.placeOf(v), longestExposure);
            }
        }
    }

    private void forget(int place, int longestExposure) {
        int from = State.row(place, 0) << Kinds.BITS;
        int to = (State.row(place, longestExposure) + 1) << Kinds.BITS;
        Arrays.fill(moving, from, to, Odds.UNKNOWN);
    }

    /**
     * Lets a block of users live through the quarter: reads their columns, asks the rule, writes, counts. Most stay, and
     * one look into the table tells so; those who may move are set aside and treated after a strip of users, so that the
     * loop over all is short.
     */
    void live(byte[] born, char[] state, int first, int end, Tally tally) {
        int[] aside = new int[STRIP];
        for (int from = first; from < end; from += STRIP) {
            int to = Math.min(end, from + STRIP);
            int many = stay(born, state, from, to, tally, aside);
            for (int i = 0; i < many; i++) {
                int user = aside[i];
                int kind = Byte.toUnsignedInt(born[user]);
                int before = state[user];
                int after = pass(user, kind, before);
                state[user] = (char) after;
                count(before, after, kind, tally);
            }
        }
    }

    /** Lets those stay who do, and sets the others aside; returns how many these are. */
    private int stay(byte[] born, char[] state, int from, int to, Tally tally, int[] aside) {
        int[] moving = this.moving; // the loop keeps at hand what it holds itself
        int[] paying = this.paying;
        char[] staying = this.staying;
        Draws luck = this.luck;
        int many = 0;
        for (int user = from; user < to; user++) {
            int kind = Byte.toUnsignedInt(born[user]);
            int before = state[user];
            long bits = luck.bits(user);
            if (Odds.win(Odds.ticket(bits), moving[State.row(before) << Kinds.BITS | kind])) {
                aside[many++] = user;
            } else {
                int after = stay(bits, kind, before, paying, staying);
                state[user] = (char) after;
                count(before, after, kind, tally);
            }
        }
        return many;
    }

    private static void count(int before, int after, int kind, Tally tally) {
        if (State.tier(before) != State.tier(after)) {
            tally.count(State.tier(before), State.tier(after), kind, 1);
        }
    }

    /** The rule: the state of one user at the quarter's end. */
    int pass(long user, int kind, int state) {
        long bits = luck.bits(user);
        return Odds.win(Odds.ticket(bits), moving(State.row(state), kind))
                ? move(user, kind, state, Odds.otherTicket(bits))
                : stay(bits, kind, state, paying, staying);
    }

    private static int stay(long bits, int kind, int state, int[] paying, char[] staying) {
        boolean pays = Odds.win(Odds.otherTicket(bits), paying[State.tier(state) << Kinds.BITS | kind]);
        return State.of(staying[State.row(state)], pays, State.tried(state));
    }

    /** Newcomers and leavers join somebody; a vendor's users leave, and some of them join another. */
    private int move(long user, int kind, int state, int money) {
        long bits = luck.bits(user + FURTHER);
        int place = State.place(state);
        boolean settled = State.vendorAt(place) >= 0;
        int tried = State.tried(state);
        int exposure = exposureIn(State.row(state));
        boolean joins = !settled || Odds.win(Odds.otherTicket(bits), switching);
        int vendor = joins ? choose(kind, place, Odds.ticket(bits)) : State.NO_VENDOR;
        if (vendor == State.NO_VENDOR) {
            return State.of(State.row(State.LEAVERS, exposure), false, tried);
        }
        int to = State.placeOf(vendor);
        boolean pays = Odds.win(money, paying(State.tier(to, false), kind));
        return State.of(State.row(to, longer(exposure)), pays, Math.min(tried + 1, State.MOST_TRIED));
    }

    /** An open vendor other than the one that is left; none if there is none. */
    private int choose(int kind, int left, int ticket) {
        int first = choosingAt(kind, left);
        for (int v = 0; v < vendors; v++) {
            if (Odds.win(ticket, choosing[first + v])) {
                return v;
            }
        }
        return State.NO_VENDOR;
    }

    private int choosingAt(int kind, int left) {
        return ((Kinds.professional(kind) ? places() : 0) + left) * vendors;
    }

    /** Odds of choosing this vendor or one before it, when this place is left. */
    int choosing(int kind, int left, int vendor) {
        return choosing[choosingAt(kind, left) + vendor];
    }

    /** Odds of paying at the quarter's end, where the user does not move, or has just come free. */
    int paying(int tier, int kind) {
        return paying[tier << Kinds.BITS | kind];
    }

    /** Odds that one of those who leave a vendor tries another. */
    int switching() {
        return switching;
    }

    /** The row of those who do not move. */
    int staying(int row) {
        return staying[row];
    }

    /** Odds of moving: of joining somebody where the place is nobody's, of leaving where it is a vendor's. */
    int moving(int row, int kind) {
        int known = moving[row << Kinds.BITS | kind];
        return known == Odds.UNKNOWN ? learn(row, kind) : known;
    }

    private int learn(int row, int kind) {
        int odds = oddsOfMoving(row, kind);
        moving[row << Kinds.BITS | kind] = odds;
        return odds;
    }

    int oddsOfMoving(int row, int kind) {
        int place = State.place(row);
        int vendor = State.vendorAt(place);
        if (vendor < 0) {
            return (place == State.NEWCOMERS ? adopting : returning)[Kinds.susceptibilitySlice(kind)];
        }
        return open[vendor] ? Odds.of(1 - probabilityOfStaying(kind, vendor, exposureIn(row))) : Odds.ALWAYS;
    }

    private double utility(double need, Offer offer, double noveltyLeft) {
        return Novelty.utility(
                need,
                offer.quality(),
                taste.novelty(),
                taste.ipAppeal(),
                offer.licensedIp(),
                noveltyLeft,
                offer.friction(),
                offer.queue());
    }

    /** A hazard of leaving for outside reasons, times a logit of utility. */
    double probabilityOfStaying(int kind, int vendor, int exposure) {
        double utility = utility(kinds.need(kind), offers.get(vendor), kinds.noveltyLeft(kind, exposure));
        return (1 - taste.leaving()) * Logit.probability(taste.staySensitivity() * (utility - taste.outside()));
    }
}
