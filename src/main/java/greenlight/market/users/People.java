package greenlight.market.users;

import greenlight.market.chance.Chance;
import greenlight.market.chance.Draws;
import greenlight.market.chance.RandomStream;
import greenlight.market.scenario.Calendar;
import greenlight.runner.model.Setting;
import java.util.List;

/**
 * All users one by one, as columns: user <i>u</i> is row <i>u</i>. Three bytes a user: one for what is fixed at birth,
 * two for what changes.
 *
 * <p>Fixed blocks of rows are worked by whatever the audience is handed and added in block order, so the answer depends
 * neither on the machine nor on the number of threads.
 */
public final class People implements Audience {
    static final int BYTES_PER_USER = Byte.BYTES + Character.BYTES;
    static final int BLOCK = 1 << 16;

    private final Setting setting;
    private final UserTypes kinds;
    private final int users;
    private final Chance chance;
    private final BlockRunner workers;
    private final Buffers buffers;
    /** The kind of each user, 0 to 255. */
    private final byte[] born;
    /** Packed {@link UserState} of each user.
     */
    private final char[] state;

    private DemandCounts total;

    public People(Setting setting, int users, Chance chance, BlockRunner workers) {
        this(setting, users, chance, workers, new Buffers());
    }

    /** @param buffers lent to this audience until the next one gets them */
    public People(Setting setting, int users, Chance chance, BlockRunner workers, Buffers buffers) {
        this.setting = setting;
        this.users = users;
        this.chance = chance;
        this.workers = workers;
        this.buffers = buffers;
        kinds = buffers.kindsOf(setting);
        born = buffers.kinds(users);
        state = buffers.states(users);
        total = new DemandCounts(kinds, 0);
        Draws birth = chance.draws(RandomStream.TRAITS, 0);
        workers.work(blocks(), block -> {
            for (int user = first(block); user < end(block); user++) {
                born[user] = (byte) kinds.born(birth, user);
            }
        });
    }

    /** Memory for the columns of a number of users, and for the tables of as many vendors as there can be, bytes. */
    public static long bytesNeeded(long users) {
        long rows = UserState.row(UserState.PLACES, 0);
        long tiers = 2L * UserState.PLACES;
        return users * BYTES_PER_USER + (rows + tiers) * UserTypes.COUNT * Integer.BYTES;
    }

    @Override
    public List<Demand> live(int quarter, List<Offer> offers, double hype, double openQuality) {
        TransitionTables tables = new TransitionTables(
                setting, kinds, offers, hype, openQuality, vendor -> total.users(vendor) > 0, buffers);
        total = total.next(offers.size());
        for (int month = 0; month < Calendar.MONTHS_PER_QUARTER; month++) {
            total.begin();
            tables.begin(users == 0 ? 0 : (double) active() / users);
            live(new UserRule(tables, draws(quarter, month)), offers.size());
            total.end();
        }
        return total.demand(tables.plans());
    }

    private Draws draws(int quarter, int month) {
        return chance.draws(RandomStream.USERS, quarter * Calendar.MONTHS_PER_QUARTER + month);
    }

    private void live(UserRule rule, int vendors) {
        if (blocks() == 1) { // few users are counted where they are summed
            rule.live(born, state, 0, users, total);
            return;
        }
        DemandCounts[] tallies = new DemandCounts[blocks()];
        workers.work(tallies.length, block -> tallies[block] = live(rule, block, vendors));
        for (DemandCounts tally : tallies) {
            total.add(tally);
        }
    }

    private DemandCounts live(UserRule rule, int block, int vendors) {
        DemandCounts tally = new DemandCounts(kinds, vendors);
        rule.live(born, state, first(block), end(block), tally);
        return tally;
    }

    @Override
    public long users() {
        return users;
    }

    @Override
    public long active() {
        return total.active();
    }

    private int blocks() {
        return (int) ((users + BLOCK - 1L) / BLOCK);
    }

    private static int first(int block) {
        return block * BLOCK;
    }

    private int end(int block) {
        return (int) Math.min(users, (block + 1L) * BLOCK);
    }
}
