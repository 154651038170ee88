package greenlight.market.users;

import greenlight.market.chance.BinomialSampler;
import greenlight.market.chance.Chance;
import greenlight.market.chance.Draws;
import greenlight.market.chance.RandomStream;
import greenlight.market.chance.ScaledProbability;
import greenlight.market.scenario.Calendar;
import greenlight.runner.model.Setting;
import java.util.Arrays;
import java.util.List;

/**
 * All users, counted: those of the same kind, place, exposure and tier are one cohort, of which a binomial number does
 * what each of its users would do with some odds. So a month costs as much as there are cohorts, however many people
 * there are.
 *
 * <p>The same rule, kinds and odds as those of {@link People}, so the same law of demand, quarter after quarter: exact
 * but for rounding. People who choose a vendor from the same exposure are counted together as soon as they come to the
 * same {@link ChoiceTree fork}.
 * A single user has no history here, and the two forms share no random numbers: runs of the same seed differ as runs of two seeds
 * do.
 */
public final class Cohorts implements Audience {
    /** Memory for the counts, however many people there are. */
    public static final long BYTES =
            4L * UserTypes.COUNT * ((2 * UserState.PLACES) << UserState.EXPOSURE_BITS) * Long.BYTES;

    /** States; as many as forks and vendors with exposures. */
    private static final int CELLS = (2 * UserState.PLACES) << UserState.EXPOSURE_BITS;
    /** Room for the decisions of one cohort. */
    private static final int DECISION_BITS = 8;
    // what a cohort decides; the last for each level of the forks
    private static final int MOVE = 0;
    private static final int PAY = 1;
    private static final int SWITCH = 2;
    private static final int PAY_AT_ONCE = 3;
    private static final int FORK = 4;
    private static final int ELSEWHERE = 6;
    // where those come from who choose a vendor; each takes the forks by random numbers of its own
    private static final int FRESH = 0;
    private static final int SWITCHING = 1;

    private final Setting setting;
    private final UserTypes kinds;
    private final long users;
    private final Chance chance;
    private final BlockRunner workers;
    private final Buffers buffers = new Buffers();
    /** Users by kind and by state. */
    private final long[][] cohorts = new long[UserTypes.COUNT][CELLS];
    /** Those of the month's end, until it ends. */
    private final long[][] next = new long[UserTypes.COUNT][CELLS];
    /** By kind, where from, fork and exposure before: who is on the way to a vendor, until all have arrived. */
    private final long[][][] coming = new long[UserTypes.COUNT][2][0];

    private DemandCounts total;
    /** Months. */
    private int lived;

    public Cohorts(Setting setting, long users, Chance chance, BlockRunner workers) {
        this.setting = setting;
        this.users = users;
        this.chance = chance;
        this.workers = workers;
        kinds = new UserTypes(setting);
        total = new DemandCounts(kinds, 0);
        Draws birth = chance.draws(RandomStream.TRAITS, 0);
        long professionals = new BinomialSampler(ScaledProbability.probability(kinds.professionalOdds()))
                .draw(users, birth, UserTypes.COUNT);
        bear(birth, 0, UserTypes.CASUALS, users - professionals);
        bear(birth, UserTypes.CASUALS, UserTypes.COUNT, professionals);
    }

    /** Share of this kind among those who are not of a poorer kind. */
    private void bear(Draws birth, int first, int end, long people) {
        long rest = people;
        for (int kind = first; kind < end; kind++) {
            long of = new BinomialSampler(kinds.shareOfTheRest(kind)).draw(rest, birth, kind);
            cohorts[kind][UserState.NEWBORN] = of;
            rest -= of;
        }
    }

    @Override
    public List<Demand> live(int quarter, List<Offer> offers, double hype, double openQuality) {
        TransitionTables tables = new TransitionTables(setting, kinds, offers, hype, openQuality, buffers);
        ChoiceTree casual = tables.choices().choiceTree(false);
        ChoiceTree professional = tables.choices().choiceTree(true);
        total = total.next(offers.size());
        for (int month = 0; month < Calendar.MONTHS_PER_QUARTER; month++) {
            total.begin();
            tables.begin(users == 0 ? 0 : (double) active() / users);
            Draws draws = chance.draws(RandomStream.USERS, quarter * Calendar.MONTHS_PER_QUARTER + month);
            live(tables, casual, professional, draws, offers.size());
            total.end();
        }
        return total.demand(tables.plans());
    }

    private void live(TransitionTables tables, ChoiceTree casual, ChoiceTree professional, Draws draws, int vendors) {
        DemandCounts[] tallies = new DemandCounts[UserTypes.COUNT];
        int longest = Math.min(lived, kinds.mostExposure());
        workers.work(UserTypes.COUNT, kind -> {
            ChoiceTree forks = UserTypes.professional(kind) ? professional : casual;
            Month of = new Month(tables, forks, draws, kind, vendors, longest);
            of.pass(cohorts[kind]);
            long[] spent = cohorts[kind];
            cohorts[kind] = next[kind];
            next[kind] = spent;
            tallies[kind] = of.tally;
        });
        for (DemandCounts tally : tallies) {
            total.add(tally);
        }
        lived++;
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

    /** One month of the users of one kind. */
    private final class Month {
        private final TransitionTables tables;
        private final ChoiceTree forks;
        private final BinomialSampler switching;
        private final Draws draws;
        private final int kind;
        private final int vendors;
        private final int exposures;
        private final DemandCounts tally;
        private final long[] after;
        private final long[][] coming;
        // at one place
        private long moved;
        private long payersMoved;
        private long converted;
        private long lapsed;

        Month(TransitionTables tables, ChoiceTree forks, Draws draws, int kind, int vendors, int longest) {
            this.tables = tables;
            this.forks = forks;
            switching = lot(tables.switching());
            this.draws = draws;
            this.kind = kind;
            this.vendors = vendors;
            exposures = longest + 1;
            tally = new DemandCounts(kinds, vendors);
            after = next[kind];
            int places = UserState.row(forks.nodes(), 0);
            if (Cohorts.this.coming[kind][FRESH].length < places) {
                Cohorts.this.coming[kind] = new long[2][places];
            }
            coming = Cohorts.this.coming[kind];
        }

        void pass(long[] before) {
            int rows = UserState.row(UserState.placeOf(vendors), 0);
            Arrays.fill(after, 0, rows, 0);
            int payers = UserState.of(0, true);
            Arrays.fill(after, payers, payers + rows, 0);
            for (int place = 0; place < UserState.placeOf(vendors); place++) {
                pass(before, place);
            }
            for (int from = FRESH; from <= SWITCHING; from++) {
                takeForks(from);
            }
            for (int vendor = 0; vendor < vendors; vendor++) {
                arrive(vendor);
            }
        }

        private void pass(long[] before, int place) {
            moved = 0;
            payersMoved = 0;
            converted = 0;
            lapsed = 0;
            int first = UserState.row(place, 0);
            for (int row = first; row < first + exposures; row++) {
                long free = before[row];
                long paying = before[UserState.of(row, true)];
                if (free + paying > 0) {
                    pass(row, free, paying);
                }
            }
            if (UserState.vendorAt(place) >= 0) {
                int free = UserState.tier(place, false);
                int paid = UserState.tier(place, true);
                tally.count(free, paid, kind, converted);
                tally.count(paid, free, kind, lapsed);
                tally.count(free, UserState.LEAVERS, kind, moved - payersMoved);
                tally.count(paid, UserState.LEAVERS, kind, payersMoved);
            }
        }

        /** Those of the same place and exposure: first who moves, then who of the others pays. */
        private void pass(int row, long free, long paying) {
            int payer = UserState.of(row, true);
            BinomialSampler moving = lot(tables.moving(row, kind));
            long freeMoved = moving.draw(free, draws, decision(row, MOVE));
            long payingMoved = moving.draw(paying, draws, decision(payer, MOVE));
            long converting = pay(free - freeMoved, row, PAY);
            long paid = pay(paying - payingMoved, payer, PAY);
            int staying = tables.staying(row);
            after[UserState.of(staying, true)] += converting + paid;
            after[staying] += free + paying - freeMoved - payingMoved - converting - paid;
            converted += converting;
            lapsed += paying - payingMoved - paid;
            payersMoved += payingMoved;
            if (freeMoved + payingMoved > 0) {
                moved += freeMoved + payingMoved;
                move(row, freeMoved + payingMoved);
            }
        }

        /** Newcomers and leavers join a vendor; a vendor's users leave, and some of them join another. */
        private void move(int row, long people) {
            int vendor = UserState.vendorAt(UserState.place(row));
            int exposure = UserState.exposure(row);
            if (vendor < 0) {
                coming[FRESH][UserState.row(ChoiceTree.ROOT, exposure)] += people;
                return;
            }
            if (exposure == UserState.FIRST_MONTH) {
                tally.countNewLeft(vendor, people);
            }
            long rest = switching.draw(people, draws, decision(row, SWITCH));
            long gone = people - rest;
            for (int level = forks.levels() - 1; level >= 0 && rest > 0; level--) {
                long went = forks.elsewhere(vendor, level).draw(rest, draws, decision(row, ELSEWHERE + level));
                coming[SWITCHING][UserState.row(forks.beside(vendor, level), exposure)] += went;
                rest -= went;
            }
            after[UserState.row(UserState.LEAVERS, exposure)] += gone + rest;
        }

        /** From the root on, each fork shares out who has come to it by then. */
        private void takeForks(int from) {
            long[] at = coming[from];
            for (int node = ChoiceTree.ROOT; node < forks.leaf(0); node++) {
                for (int exposure = 0; exposure < exposures; exposure++) {
                    int here = UserState.row(node, exposure);
                    if (at[here] > 0) {
                        long second = forks.second(node).draw(at[here], draws, decision(here, FORK + from));
                        at[UserState.row(2 * node, exposure)] += at[here] - second;
                        at[UserState.row(2 * node + 1, exposure)] += second;
                        at[here] = 0;
                    }
                }
            }
        }

        /** Counts who joins a vendor; whether they pay is drawn for all who bring the same exposure. */
        private void arrive(int vendor) {
            int place = UserState.placeOf(vendor);
            int tier = UserState.tier(place, false);
            long adopted = 0;
            long switched = 0;
            long paying = 0;
            for (int exposure = 0; exposure < exposures; exposure++) {
                int leaf = UserState.row(forks.leaf(vendor), exposure);
                long joined = coming[FRESH][leaf] + coming[SWITCHING][leaf];
                if (joined > 0) {
                    adopted += coming[FRESH][leaf];
                    if (exposure == 0) {
                        tally.countNew(vendor, coming[FRESH][leaf]);
                    }
                    switched += coming[SWITCHING][leaf];
                    coming[FRESH][leaf] = 0;
                    coming[SWITCHING][leaf] = 0;
                    int to = UserState.row(place, kinds.longer(exposure));
                    long paid = pay(joined, UserState.row(place, exposure), PAY_AT_ONCE);
                    after[UserState.of(to, true)] += paid;
                    after[to] += joined - paid;
                    paying += paid;
                }
            }
            tally.count(UserState.LEAVERS, tier, kind, adopted);
            tally.countSwitched(vendor, kind, switched);
            tally.count(tier, UserState.tier(place, true), kind, paying);
        }

        private long pay(long people, int state, int when) {
            int odds = tables.paying(UserState.tier(state), kind);
            return people == 0 || odds == ScaledProbability.NEVER
                    ? 0
                    : lot(odds).draw(people, draws, decision(state, when));
        }

        private static BinomialSampler lot(int odds) {
            return new BinomialSampler(ScaledProbability.probability(odds));
        }

        private long decision(int state, int what) {
            return ((long) kind * CELLS + state) << DECISION_BITS | what;
        }
    }
}
