package greenlight.market.users;

import greenlight.market.chance.Draws;
import greenlight.market.chance.ScaledProbability;

/**
 * The rule by which a user passes through a month: a pure function of the user's kind, state and random numbers. Whether
 * to move is one look into a table, whether to pay another; only those who move choose.
 */
final class UserRule {
    /** Further random numbers of those who move are keyed by a number that is no user's. */
    private static final long FURTHER = 1L << 40;
    /** Users who are treated together. */
    private static final int STRIP = 256;

    private final TransitionTables tables;
    private final Draws draws;

    UserRule(TransitionTables tables, Draws draws) {
        this.tables = tables;
        this.draws = draws;
    }

    TransitionTables tables() {
        return tables;
    }

    /**
     * Lets a block of users live through the month: reads their columns, applies the rule, writes, counts. Most stay, and
     * one look into the table shows that; those who may move are set aside and treated after a strip of users, so that the
     * loop over all is short.
     */
    void live(byte[] born, char[] state, int first, int end, DemandCounts tally) {
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
                countNew(before, after, tally);
            }
        }
    }

    /** Lets those stay who do, and sets the others aside; returns how many these are. */
    private int stay(byte[] born, char[] state, int from, int to, DemandCounts tally, int[] aside) {
        int[] moving = tables.moving; // locals, so that the loop keeps them in registers
        int[] paying = tables.paying;
        char[] staying = tables.staying;
        Draws draws = this.draws;
        int many = 0;
        for (int user = from; user < to; user++) {
            int kind = Byte.toUnsignedInt(born[user]);
            int before = state[user];
            long bits = draws.bits(user);
            if (ScaledProbability.win(
                    ScaledProbability.ticket(bits), moving[UserState.row(before) << UserTypes.BITS | kind])) {
                aside[many++] = user;
            } else {
                int after = stay(bits, kind, before, paying, staying);
                state[user] = (char) after;
                count(before, after, kind, tally);
            }
        }
        return many;
    }

    private static void count(int before, int after, int kind, DemandCounts tally) {
        if (UserState.tier(before) != UserState.tier(after)) {
            tally.count(UserState.tier(before), UserState.tier(after), kind, 1);
        }
    }

    /** Counts those who come to their first vendor, and those who leave it a month after. */
    private static void countNew(int before, int after, DemandCounts tally) {
        int from = UserState.place(before);
        int to = UserState.place(after);
        if (from == UserState.NEWCOMERS && to != from) {
            tally.countNew(UserState.vendorAt(to), 1);
        } else if (UserState.vendorAt(from) >= 0 && to != from && UserState.exposure(before) == UserState.FIRST_MONTH) {
            tally.countNewLeft(UserState.vendorAt(from), 1);
        }
    }

    /** The rule: the state of one user at the month's end. */
    int pass(long user, int kind, int state) {
        long bits = draws.bits(user);
        return ScaledProbability.win(ScaledProbability.ticket(bits), tables.moving(UserState.row(state), kind))
                ? move(user, kind, state, ScaledProbability.otherTicket(bits))
                : stay(bits, kind, state, tables.paying, tables.staying);
    }

    private static int stay(long bits, int kind, int state, int[] paying, char[] staying) {
        boolean pays = ScaledProbability.win(
                ScaledProbability.otherTicket(bits), paying[UserState.tier(state) << UserTypes.BITS | kind]);
        return UserState.of(staying[UserState.row(state)], pays);
    }

    /** Newcomers and leavers join a vendor; a vendor's users leave, and some of them join another. */
    private int move(long user, int kind, int state, int money) {
        long bits = draws.bits(user + FURTHER);
        int place = UserState.place(state);
        boolean settled = UserState.vendorAt(place) >= 0;
        int exposure = UserState.exposure(state);
        boolean joins = !settled || ScaledProbability.win(ScaledProbability.otherTicket(bits), tables.switching());
        int vendor = joins ? tables.choices().choose(kind, place, ScaledProbability.ticket(bits)) : UserState.NO_VENDOR;
        if (vendor == UserState.NO_VENDOR) {
            return UserState.of(UserState.row(UserState.LEAVERS, exposure), false);
        }
        int to = UserState.placeOf(vendor);
        boolean pays = ScaledProbability.win(money, tables.paying(UserState.tier(to, false), kind));
        return UserState.of(UserState.row(to, tables.kinds().longer(exposure)), pays);
    }
}
