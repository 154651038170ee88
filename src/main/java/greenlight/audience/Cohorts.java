package greenlight.audience;

import greenlight.chance.Chance;
import greenlight.chance.Draws;
import greenlight.chance.For;
import java.util.Arrays;
import java.util.List;

/**
 * All users, counted: those of the same kind, place, exposure and tier are one cohort, of which a binomial number does
 * what each of its users would do with some odds. So a quarter costs as much as there are cohorts, however many people
 * there are.
 *
 * <p>The same rule, kinds and odds as those of {@link People}, so the same law of demand, quarter after quarter: exact
 * but for rounding. The vendors
 * tried are not counted, since nothing depends on more than whether there were any. A single user has no history here,
 * and the two forms share no luck: runs of the same seed differ as runs of two seeds do.
 */
public final class Cohorts implements Audience {
    /** Memory for the counts, however many people there are. */
    public static final long BYTES = (2L * Kinds.COUNT * ((2 * State.PLACES) << State.EXPOSURE_BITS)
                    + (long) Kinds.COUNT * State.row(State.PLACES, 0))
            * Long.BYTES;

    private static final int CELLS = (2 * State.PLACES) << State.EXPOSURE_BITS;
    /** Room for the decisions of one cohort. */
    private static final int DECISION_BITS = 8;
    // what a cohort decides; the last for each vendor
    private static final int MOVE = 0;
    private static final int PAY = 1;
    private static final int SWITCH = 2;
    private static final int PAY_AT_ONCE = 3;
    private static final int CHOOSE = 4;

    private final Taste taste;
    private final Kinds kinds;
    private final long users;
    private final Chance chance;
    private final Workers workers;
    private final Buffers buffers = new Buffers();
    /** Users by kind and by state without the vendors tried. */
    private final long[][] cohorts = new long[Kinds.COUNT][CELLS];
    /** Those of the quarter's end, until it ends. */
    private final long[][] next = new long[Kinds.COUNT][CELLS];
    /** By kind, place and exposure before: who joins a vendor, until all have chosen. */
    private final long[][] joining = new long[Kinds.COUNT][State.row(State.PLACES, 0)];

    private Tally total;
    private int lived;

    public Cohorts(Taste taste, long users, Chance chance, Workers workers) {
        this.taste = taste;
        this.users = users;
        this.chance = chance;
        this.workers = workers;
        kinds = new Kinds(taste);
        total = new Tally(kinds, 0);
        Draws birth = chance.draws(For.TRAITS, 0);
        long professionals = Lot.binomial(users, Odds.probability(kinds.professionalOdds()), birth, Kinds.COUNT);
        bear(birth, 0, Kinds.CASUALS, users - professionals);
        bear(birth, Kinds.CASUALS, Kinds.COUNT, professionals);
    }

    /** Of those who are not of a poorer kind, so many are of this one. */
    private void bear(Draws birth, int first, int end, long people) {
        long rest = people;
        for (int kind = first; kind < end; kind++) {
            long of = Lot.binomial(rest, kinds.shareOfTheRest(kind), birth, kind);
            cohorts[kind][State.NEWBORN] = of;
            rest -= of;
        }
    }

    @Override
    public List<Demand> live(int quarter, List<Offer> offers, double hype) {
        Draws luck = chance.draws(For.USERS, quarter);
        double activeShare = users == 0 ? 0 : (double) active() / users;
        Season season = new Season(taste, kinds, luck, offers, hype, activeShare, lived, buffers);
        Tally[] tallies = new Tally[Kinds.COUNT];
        int longest = Math.min(lived, State.LONGEST_EXPOSURE);
        workers.work(Kinds.COUNT, kind -> {
            Quarter of = new Quarter(season, luck, kind, offers.size());
            of.pass(cohorts[kind], longest);
            long[] spent = cohorts[kind];
            cohorts[kind] = next[kind];
            next[kind] = spent;
            tallies[kind] = of.tally;
        });
        total = total.next(offers.size());
        for (Tally tally : tallies) {
            total.add(tally);
        }
        lived++;
        return total.demand(offers);
    }

    @Override
    public long users() {
        return users;
    }

    @Override
    public long active() {
        return total.active();
    }

    /** Users in all cohorts together. */
    long counted() {
        long sum = 0;
        for (long[] kind : cohorts) {
            for (long cohort : kind) {
                sum += cohort;
            }
        }
        return sum;
    }

    /** One quarter of the users of one kind. */
    private final class Quarter {
        private final Season season;
        private final Draws luck;
        private final int kind;
        private final int vendors;
        private final Tally tally;
        private final long[] after;
        private final long[] joining;

        Quarter(Season season, Draws luck, int kind, int vendors) {
            this.season = season;
            this.luck = luck;
            this.kind = kind;
            this.vendors = vendors;
            tally = new Tally(kinds, vendors);
            after = next[kind];
            joining = Cohorts.this.joining[kind];
        }

        void pass(long[] before, int longest) {
            int rows = State.row(State.placeOf(vendors), 0);
            Arrays.fill(after, 0, rows, 0);
            Arrays.fill(after, State.of(0, true, 0), State.of(rows, true, 0), 0);
            for (int place = 0; place < State.placeOf(vendors); place++) {
                for (int exposure = 0; exposure <= longest; exposure++) {
                    int row = State.row(place, exposure);
                    int paying = State.of(row, true, 0);
                    long moved = stay(row, before[row]);
                    long payersMoved = stay(paying, before[paying]);
                    if (moved + payersMoved > 0) {
                        // whoever leaves stops paying
                        tally.count(State.tier(paying), State.tier(row), kind, payersMoved);
                        move(row, moved + payersMoved);
                    }
                }
            }
            for (int row = 0; row < rows; row++) {
                if (joining[row] > 0) {
                    begin(row, joining[row]);
                    joining[row] = 0;
                }
            }
        }

        /** Lets those of a cohort stay who do; the others are left over. */
        private long stay(int state, long of) {
            if (of == 0) {
                return 0;
            }
            int row = State.row(state);
            long moved = draw(of, season.moving(row, kind), state, MOVE);
            long stayed = of - moved;
            long paid = draw(stayed, season.paying(State.tier(state), kind), state, PAY);
            int free = season.staying(row);
            put(state, State.of(free, true, 0), paid);
            put(state, free, stayed - paid);
            return moved;
        }

        /** Newcomers and leavers join somebody; a vendor's users leave, and some of them join another. */
        private void move(int row, long moved) {
            int place = State.place(row);
            int exposure = season.exposureIn(row);
            boolean settled = State.vendorAt(place) >= 0;
            long rest = settled ? draw(moved, season.switching(), row, SWITCH) : moved;
            long gone = moved - rest;
            for (int v = 0; v < vendors && rest > 0; v++) {
                int upTo = season.choosing(kind, place, v);
                double left = 1 - (v == 0 ? 0 : Odds.probability(season.choosing(kind, place, v - 1)));
                double share = Odds.probability(upTo) - (1 - left);
                long chose = Lot.binomial(rest, share / left, luck, decision(row, CHOOSE + v));
                rest -= chose;
                join(row, State.row(State.placeOf(v), exposure), chose);
            }
            put(row, State.row(State.LEAVERS, exposure), gone + rest);
        }

        /** Counts who joins a vendor; whether they pay is drawn when all have come who bring the same exposure. */
        private void join(int from, int to, long chose) {
            joining[to] += chose;
            tally.count(State.tier(from), State.tier(to), kind, chose);
        }

        private void begin(int row, long joined) {
            int to = State.row(State.place(row), Math.min(State.exposure(row) + 1, State.LONGEST_EXPOSURE));
            long paid = draw(joined, season.paying(State.tier(row), kind), row, PAY_AT_ONCE);
            after[State.of(to, true, 0)] += paid;
            after[to] += joined - paid;
            tally.count(State.tier(to), State.tier(State.of(to, true, 0)), kind, paid);
        }

        private void put(int from, int to, long people) {
            if (people > 0) {
                after[to] += people;
                if (State.tier(from) != State.tier(to)) {
                    tally.count(State.tier(from), State.tier(to), kind, people);
                }
            }
        }

        private long draw(long people, int odds, int state, int what) {
            return Lot.binomial(people, Odds.probability(odds), luck, decision(state, what));
        }

        private long decision(int state, int what) {
            return ((long) kind * CELLS + state) << DECISION_BITS | what;
        }
    }
}
