package greenlight.market.users;

import static greenlight.market.parameter.MarketParameter.CONVERTING;
import static greenlight.market.parameter.MarketParameter.LAPSING;
import static greenlight.market.parameter.MarketParameter.SWITCHING;

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
    /** Kinds are counted in so many blocks, each in memory of its own. */
    private static final int BLOCKS = 8;
    /** States; as many as forks and vendors with exposures. */
    private static final int CELLS = (2 * UserState.PLACES) << UserState.EXPOSURE_BITS;
    /** Memory for the counts of as many vendors as there can be, however many people there are. */
    public static final long BYTES = (long) CELLS * (UserTypes.COUNT + 3 * BLOCKS) * Long.BYTES;

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
    private static final int SWITCHING_OVER = 1;
    // tiers
    private static final int FREE = 0;
    private static final int PAID = 1;

    private final Setting setting;
    private final UserTypes kinds;
    private final long users;
    private final Chance chance;
    private final BlockRunner workers;
    private final Buffers buffers = new Buffers();
    /** Users by kind and tier. */
    private final Counts[][] cohorts = new Counts[UserTypes.COUNT][];
    /** By block: those of a kind at the month's end. */
    private final Counts[][] next = new Counts[BLOCKS][];
    /** By block, where from, fork and exposure before: who of a kind is on the way to a vendor, until all have arrived. */
    private final Counts[][] coming = new Counts[BLOCKS][];

    // of those who may pay and do not, and of those who do
    private final BinomialSampler converting;
    private final BinomialSampler paying;
    private final BinomialSampler switching;

    private DemandCounts total;

    public Cohorts(Setting setting, long users, Chance chance, BlockRunner workers) {
        this.setting = setting;
        this.users = users;
        this.chance = chance;
        this.workers = workers;
        kinds = new UserTypes(setting);
        converting = sampler(setting.get(CONVERTING));
        paying = sampler(1 - setting.get(LAPSING));
        switching = sampler(setting.get(SWITCHING));
        total = new DemandCounts(kinds, 0);
        for (Counts[][] each : List.of(cohorts, next, coming)) {
            Arrays.setAll(each, i -> new Counts[] {new Counts(), new Counts()});
        }
        Draws birth = chance.draws(RandomStream.TRAITS, 0);
        long professionals = new BinomialSampler(ScaledProbability.probability(kinds.professionalOdds()))
                .draw(users, birth, UserTypes.COUNT);
        bear(birth, 0, UserTypes.CASUALS, users - professionals);
        bear(birth, UserTypes.CASUALS, UserTypes.COUNT, professionals);
    }

    /** Of the odds as the tables of {@link People} round them. */
    private static BinomialSampler sampler(double probability) {
        return new BinomialSampler(ScaledProbability.probability(ScaledProbability.of(probability))).shared();
    }

    /** Share of this kind among those who are not of a poorer kind. */
    private void bear(Draws birth, int first, int end, long people) {
        long rest = people;
        for (int kind = first; kind < end; kind++) {
            long of = new BinomialSampler(kinds.shareOfTheRest(kind)).draw(rest, birth, kind);
            cohorts[kind][FREE].room(UserState.NEWCOMERS);
            cohorts[kind][FREE].add(UserState.NEWCOMERS, 0, of);
            rest -= of;
        }
    }

    @Override
    public List<Demand> live(int quarter, List<Offer> offers, double hype, double openQuality) {
        TransitionTables tables = new TransitionTables(setting, kinds, offers, hype, openQuality, buffers);
        ChoiceTree[] byClass = {
            tables.choices().choiceTree(false), tables.choices().choiceTree(true)
        };
        total = total.next(offers.size());
        for (int month = 0; month < Calendar.MONTHS_PER_QUARTER; month++) {
            total.begin();
            tables.begin(users == 0 ? 0 : (double) active() / users);
            Draws draws = chance.draws(RandomStream.USERS, quarter * Calendar.MONTHS_PER_QUARTER + month);
            live(tables, byClass, draws, offers.size());
            total.end();
        }
        return total.demand(tables.plans());
    }

    private void live(TransitionTables tables, ChoiceTree[] byClass, Draws draws, int vendors) {
        DemandCounts[] tallies = new DemandCounts[BLOCKS];
        int kindsOfBlock = UserTypes.COUNT / BLOCKS;
        workers.work(BLOCKS, block -> {
            tallies[block] = new DemandCounts(kinds, vendors);
            for (int kind = block * kindsOfBlock; kind < (block + 1) * kindsOfBlock; kind++) {
                new Month(tables, byClass[UserTypes.classOf(kind)], draws, kind, block, tallies[block]).pass();
                Counts[] spent = cohorts[kind];
                cohorts[kind] = next[block];
                next[block] = spent;
            }
        });
        for (DemandCounts tally : tallies) {
            total.add(tally);
        }
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
        return Arrays.stream(cohorts)
                .flatMap(Arrays::stream)
                .flatMapToLong(counts -> Arrays.stream(counts.people))
                .sum();
    }

    /** People of one kind, by place or fork and by exposure. */
    private static final class Counts {
        private long[] people = {};
        /** By place: none has been exposed so long. */
        private int[] end = {};

        /** Makes room for this place and those before it. */
        void room(int place) {
            if (place >= end.length) {
                people = Arrays.copyOf(people, UserState.row(place + 1, 0));
                end = Arrays.copyOf(end, place + 1);
            }
        }

        void add(int place, int exposure, long more) {
            if (more > 0) {
                people[UserState.row(place, exposure)] += more;
                end[place] = Math.max(end[place], exposure + 1);
            }
        }

        void clear(int place) {
            int first = UserState.row(place, 0);
            Arrays.fill(people, first, first + end[place], 0);
            end[place] = 0;
        }
    }

    /** One month of the users of one kind. */
    private final class Month {
        private final TransitionTables tables;
        private final ChoiceTree forks;
        private final Draws draws;
        private final int kind;
        private final int vendors;
        private final int longest;
        private final DemandCounts tally;
        private final Counts[] before;
        private final Counts[] after;
        private final Counts[] coming;

        Month(TransitionTables tables, ChoiceTree forks, Draws draws, int kind, int block, DemandCounts tally) {
            this.tables = tables;
            this.forks = forks;
            this.draws = draws;
            this.kind = kind;
            vendors = tables.vendors();
            this.tally = tally;
            longest = kinds.mostExposure(kind);
            before = cohorts[kind];
            after = next[block];
            coming = Cohorts.this.coming[block];
            for (int column = 0; column < 2; column++) {
                before[column].room(UserState.placeOf(vendors) - 1);
                after[column].room(UserState.placeOf(vendors) - 1);
                coming[column].room(forks.nodes() - 1);
            }
        }

        void pass() {
            for (int place = 0; place < UserState.placeOf(vendors); place++) {
                after[FREE].clear(place);
                after[PAID].clear(place);
                int end = Math.max(before[FREE].end[place], before[PAID].end[place]);
                for (int exposure = 0; exposure < end; exposure++) {
                    int row = UserState.row(place, exposure);
                    pass(row, before[FREE].people[row], before[PAID].people[row]);
                }
            }
            for (int from = FRESH; from <= SWITCHING_OVER; from++) {
                takeForks(from);
            }
            for (int vendor = 0; vendor < vendors; vendor++) {
                arrive(vendor);
            }
        }

        private int longer(int exposure) {
            return Math.min(exposure + 1, longest);
        }

        /** Those of the same place and exposure: first who moves, then who of the others pays. */
        private void pass(int row, long free, long paid) {
            if (free + paid == 0) {
                return;
            }
            int payer = UserState.of(row, true);
            int place = UserState.place(row);
            int exposure = UserState.exposure(row);
            BinomialSampler moving = new BinomialSampler(ScaledProbability.probability(tables.moving(row, kind)));
            long freeMoved = moving.draw(free, draws, decision(row, MOVE));
            long paidMoved = moving.draw(paid, draws, decision(payer, MOVE));
            long converting = pay(free - freeMoved, row, PAY);
            long paying = pay(paid - paidMoved, payer, PAY);
            boolean settled = UserState.vendorAt(place) >= 0;
            int then = settled ? longer(exposure) : exposure;
            after[FREE].add(place, then, free + paid - freeMoved - paidMoved - converting - paying);
            after[PAID].add(place, then, converting + paying);
            if (settled) {
                int tier = UserState.tier(row);
                int paidTier = UserState.tier(payer);
                tally.count(tier, paidTier, kind, converting);
                tally.count(paidTier, tier, kind, paid - paidMoved - paying);
                tally.count(tier, UserState.LEAVERS, kind, freeMoved);
                tally.count(paidTier, UserState.LEAVERS, kind, paidMoved);
            }
            if (freeMoved + paidMoved > 0) {
                move(row, freeMoved + paidMoved);
            }
        }

        /** Newcomers and leavers join a vendor; a vendor's users leave, and some of them join another. */
        private void move(int row, long people) {
            int vendor = UserState.vendorAt(UserState.place(row));
            int exposure = UserState.exposure(row);
            if (vendor < 0) {
                coming[FRESH].add(ChoiceTree.ROOT, exposure, people);
                return;
            }
            if (exposure == UserState.FIRST_MONTH) {
                tally.countNewLeft(vendor, people);
            }
            long rest = switching.draw(people, draws, decision(row, SWITCH));
            long gone = people - rest;
            for (int level = forks.levels() - 1; level >= 0 && rest > 0; level--) {
                long went = forks.elsewhere(vendor, level).draw(rest, draws, decision(row, ELSEWHERE + level));
                coming[SWITCHING_OVER].add(forks.beside(vendor, level), exposure, went);
                rest -= went;
            }
            after[FREE].add(UserState.LEAVERS, exposure, gone + rest);
        }

        /** From the root on, each fork shares out who has come to it by then. */
        private void takeForks(int from) {
            Counts at = coming[from];
            for (int node = ChoiceTree.ROOT; node < forks.leaf(0); node++) {
                for (int exposure = 0; exposure < at.end[node]; exposure++) {
                    int here = UserState.row(node, exposure);
                    long people = at.people[here];
                    if (people > 0) {
                        long second = forks.second(node).draw(people, draws, decision(here, FORK + from));
                        at.add(2 * node, exposure, people - second);
                        at.add(2 * node + 1, exposure, second);
                    }
                }
                at.clear(node);
            }
        }

        /** Counts who joins a vendor; whether they pay is drawn for all who bring the same exposure. */
        private void arrive(int vendor) {
            int leaf = forks.leaf(vendor);
            int place = UserState.placeOf(vendor);
            int end = Math.max(coming[FRESH].end[leaf], coming[SWITCHING_OVER].end[leaf]);
            long adopted = 0;
            long switched = 0;
            long paying = 0;
            for (int exposure = 0; exposure < end; exposure++) {
                long fresh = coming[FRESH].people[UserState.row(leaf, exposure)];
                long joined = fresh + coming[SWITCHING_OVER].people[UserState.row(leaf, exposure)];
                if (joined > 0) {
                    adopted += fresh;
                    switched += joined - fresh;
                    if (exposure == 0) {
                        tally.countNew(vendor, fresh);
                    }
                    long paid = pay(joined, UserState.row(place, exposure), PAY_AT_ONCE);
                    after[PAID].add(place, longer(exposure), paid);
                    after[FREE].add(place, longer(exposure), joined - paid);
                    paying += paid;
                }
            }
            coming[FRESH].clear(leaf);
            coming[SWITCHING_OVER].clear(leaf);
            int tier = UserState.tier(place, false);
            tally.count(UserState.LEAVERS, tier, kind, adopted);
            tally.countSwitched(vendor, kind, switched);
            tally.count(tier, UserState.tier(place, true), kind, paying);
        }

        private long pay(long people, int state, int when) {
            return people == 0 || tables.paying(UserState.tier(state), kind) == ScaledProbability.NEVER
                    ? 0
                    : (UserState.paid(state) ? paying : converting).draw(people, draws, decision(state, when));
        }

        private long decision(int state, int what) {
            return ((long) kind * CELLS + state) << DECISION_BITS | what;
        }
    }
}
