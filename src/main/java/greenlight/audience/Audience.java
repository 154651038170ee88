package greenlight.audience;

import greenlight.chance.Chance;
import greenlight.chance.Draws;
import greenlight.chance.For;
import java.util.ArrayList;
import java.util.List;

/**
 * All users, as columns: user <i>u</i> is row <i>u</i>. Offers go in, demand comes out. Eight bytes a user: four for what
 * is fixed at birth, four for what changes.
 *
 * <p>Fixed blocks of rows are worked by whatever the audience is handed and added in block order, so the answer depends
 * neither on the machine nor on the number of threads.
 */
public final class Audience {
    /** Most vendors that can ever be offered to users; one number of a byte means none. */
    public static final int MOST_VENDORS = State.NONE;

    static final int BYTES_PER_USER = 2 * Integer.BYTES;

    private static final int BLOCK = 1 << 16;
    /** Fixed-point unit of the misuse weights, so that their sum is exact in any order. */
    private static final double MISUSE_UNIT = 0x1p-20;

    private static final double CENTS = 100;

    private final Taste taste;
    private final Traits traits;
    private final double[][] noveltyLeft;
    private final int users;
    private final Chance chance;
    private final Workers workers;
    /** Packed {@link Traits} of each user. */
    private final int[] born;
    /** Packed {@link State} of each user. */
    private final int[] state;

    private long active;

    public Audience(Taste taste, int users, Chance chance, Workers workers) {
        this.taste = taste;
        this.users = users;
        this.chance = chance;
        this.workers = workers;
        traits = new Traits(taste);
        noveltyLeft = Season.noveltyLeft(taste, traits);
        born = new int[users];
        state = new int[users];
        Draws birth = chance.draws(For.TRAITS, 0);
        workers.work(blocks(), block -> {
            for (int user = first(block); user < end(block); user++) {
                born[user] = Traits.born(birth, user);
                state[user] = State.NEWCOMER;
            }
        });
    }

    /**
     * Lets every user live through a quarter.
     *
     * @param offers one for each vendor that ever was, open or not, always in the same order
     * @param hype attention of the market, 1 in an ordinary quarter
     * @return for each vendor what users did with it, in the order of the offers
     */
    public List<Demand> live(int quarter, List<Offer> offers, double hype) {
        Season season = new Season(
                taste,
                traits,
                noveltyLeft,
                chance.draws(For.USERS, quarter),
                offers,
                hype,
                users == 0 ? 0 : (double) active / users);
        Tally[] tallies = new Tally[blocks()];
        workers.work(tallies.length, block -> {
            Tally tally = new Tally(offers.size());
            for (int user = first(block); user < end(block); user++) {
                int before = state[user];
                int after = season.pass(user, born[user], before);
                state[user] = after;
                tally.count(before, after, born[user]);
            }
            tallies[block] = tally;
        });
        Tally total = new Tally(offers.size());
        for (Tally tally : tallies) {
            total.add(tally);
        }
        active = total.active();
        return total.demand(offers);
    }

    public int users() {
        return users;
    }

    /** Users on any platform. */
    public long active() {
        return active;
    }

    private int blocks() {
        return (users + BLOCK - 1) / BLOCK;
    }

    private static int first(int block) {
        return block * BLOCK;
    }

    private int end(int block) {
        return (int) Math.min(users, (block + 1L) * BLOCK);
    }

    /** What a block's users did, per vendor; whole numbers only, so that blocks may be added in any order. */
    private final class Tally {
        private final long[] free;
        private final long[] paid;
        private final long[] before;
        private final long[] kept;
        private final long[] adopted;
        private final long[] switched;
        private final long[] converted;
        private final long[] misuse;
        private final long[] budgetCents;

        Tally(int vendors) {
            free = new long[vendors];
            paid = new long[vendors];
            before = new long[vendors];
            kept = new long[vendors];
            adopted = new long[vendors];
            switched = new long[vendors];
            converted = new long[vendors];
            misuse = new long[vendors];
            budgetCents = new long[vendors];
        }

        void count(int was, int is, int traitsOfUser) {
            int from = State.vendor(was);
            int to = State.vendor(is);
            if (from != State.NONE) {
                before[from]++;
                if (to == from) {
                    kept[from]++;
                }
            }
            if (to == State.NONE) {
                return;
            }
            if (from == State.NONE) {
                adopted[to]++;
            } else if (from != to) {
                switched[to]++;
            }
            if (State.paid(is)) {
                paid[to]++;
                budgetCents[to] += Math.round(traits.budget(traitsOfUser) * CENTS);
                if (from != to || !State.paid(was)) {
                    converted[to]++;
                }
            } else {
                free[to]++;
            }
            misuse[to] += Math.round(traits.misuse(traitsOfUser) / MISUSE_UNIT);
        }

        void add(Tally other) {
            add(free, other.free);
            add(paid, other.paid);
            add(before, other.before);
            add(kept, other.kept);
            add(adopted, other.adopted);
            add(switched, other.switched);
            add(converted, other.converted);
            add(misuse, other.misuse);
            add(budgetCents, other.budgetCents);
        }

        private static void add(long[] sum, long[] more) {
            for (int i = 0; i < sum.length; i++) {
                sum[i] += more[i];
            }
        }

        long active() {
            long sum = 0;
            for (int v = 0; v < free.length; v++) {
                sum += free[v] + paid[v];
            }
            return sum;
        }

        List<Demand> demand(List<Offer> offers) {
            List<Demand> demand = new ArrayList<>(free.length);
            for (int v = 0; v < free.length; v++) {
                long priceCents = Math.round(offers.get(v).price() * CENTS);
                demand.add(new Demand(
                        free[v],
                        paid[v],
                        before[v],
                        kept[v],
                        adopted[v],
                        switched[v],
                        converted[v],
                        misuse[v] * MISUSE_UNIT,
                        budgetCents[v] - paid[v] * priceCents));
            }
            return demand;
        }
    }
}
