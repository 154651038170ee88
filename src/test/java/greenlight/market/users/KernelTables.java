package greenlight.market.users;

import static greenlight.market.parameter.MarketParameter.PROFESSIONAL_SHARE;

import greenlight.market.chance.Chance;
import greenlight.market.chance.Draws;
import greenlight.market.chance.RandomStream;
import greenlight.market.chance.ScaledProbability;
import greenlight.market.scenario.Calendar;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * Runs the columns, writes the tables of every quarter for the C form of the same rule, and prints the time and the
 * checksum that the C form must print: {@code KernelTables file workload users quarters threads}.
 */
final class KernelTables {
    private static final long SEED = 7;
    private static final long FNV_PRIME = 0x100000001b3L;
    private static final int ROUNDS = 5;

    private KernelTables() {}

    public static void main(String[] arguments) throws IOException {
        Workload workload = Workload.valueOf(arguments[1]);
        int users = Integer.parseInt(arguments[2]);
        int quarters = Integer.parseInt(arguments[3]);
        int threads = Integer.parseInt(arguments[4]);
        Buffers buffers = new Buffers();
        for (int round = 0; round < ROUNDS; round++) {
            People people = new People(workload.taste(), users, new Chance(SEED), Crew.of(threads), buffers);
            long checksum = 0;
            long time = -System.nanoTime();
            for (int quarter = 0; quarter < quarters; quarter++) {
                for (Demand demand :
                        people.live(quarter, workload.offers(quarter), workload.hype(quarter), workload.open())) {
                    checksum = add(checksum, demand);
                }
            }
            time += System.nanoTime();
            System.out.printf(
                    Locale.ROOT,
                    "java   %d threads %7.3f ns a user and quarter, checksum %016x%n",
                    threads,
                    (double) time / users / quarters,
                    checksum);
        }
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(Path.of(arguments[0])))) {
            write(out, workload, users, quarters);
        }
    }

    static long add(long checksum, Demand demand) {
        long sum = checksum;
        for (long count : new long[] {
            demand.free(),
            demand.paid(),
            demand.left(),
            demand.adopted(),
            demand.switched(),
            demand.converted(),
            Math.round(demand.misuse() / UserTypes.MISUSE_UNIT)
        }) {
            sum = (sum ^ count) * FNV_PRIME;
        }
        return sum;
    }

    private static void write(OutputStream out, Workload workload, int users, int quarters) throws IOException {
        UserTypes kinds = new UserTypes(workload.taste());
        out.write(longs(
                SEED,
                users,
                quarters,
                ScaledProbability.of(workload.taste().get(PROFESSIONAL_SHARE)),
                kinds.mostExposure()));
        for (int kind = 0; kind < UserTypes.COUNT; kind++) {
            out.write(longs(kinds.budgetCents(kind)));
        }
        for (int kind = 0; kind < UserTypes.COUNT; kind++) {
            out.write(longs(kinds.misuse(kind)));
        }
        Chance chance = new Chance(SEED);
        byte[] born = new byte[users];
        char[] state = new char[users];
        for (int user = 0; user < users; user++) {
            born[user] = (byte) kinds.born(chance.draws(RandomStream.TRAITS, 0), user);
        }
        DemandCounts counts = new DemandCounts(kinds, 0);
        for (int quarter = 0; quarter < quarters; quarter++) {
            List<Offer> offers = workload.offers(quarter);
            TransitionTables tables = new TransitionTables(
                    workload.taste(), kinds, offers, workload.hype(quarter), workload.open(), new Buffers());
            counts = counts.next(offers.size());
            for (int month = 0; month < Calendar.MONTHS_PER_QUARTER; month++) {
                tables.begin((double) counts.active() / users);
                if (month == 0) {
                    write(out, tables, offers.size());
                }
                for (int kind = 0; kind < UserTypes.COUNT; kind++) {
                    out.write(ints(tables.moving(UserState.row(UserState.NEWCOMERS, 0), kind)));
                }
                Draws draws = chance.draws(RandomStream.USERS, quarter * Calendar.MONTHS_PER_QUARTER + month);
                new UserRule(tables, draws).live(born, state, 0, users, counts);
            }
        }
    }

    private static void write(OutputStream out, TransitionTables tables, int vendors) throws IOException {
        int places = UserState.placeOf(vendors);
        int rows = UserState.row(places, 0);
        out.write(ints(vendors, tables.switching()));
        for (int cell = 0; cell < rows << UserTypes.BITS; cell++) {
            out.write(ints(tables.moving(cell >> UserTypes.BITS, cell % UserTypes.COUNT)));
        }
        for (int cell = 0; cell < (2 * UserState.PLACES) << UserTypes.BITS; cell++) {
            out.write(ints(tables.paying(cell >> UserTypes.BITS, cell % UserTypes.COUNT)));
        }
        for (int kind : new int[] {0, UserTypes.CASUALS}) {
            for (int left = 0; left < places; left++) {
                for (int vendor = 0; vendor < vendors; vendor++) {
                    out.write(ints(tables.choices().choosing(kind, left, vendor)));
                }
            }
        }
        for (int row = 0; row < rows; row++) {
            out.write(tables.staying(row));
            out.write(tables.staying(row) >> Byte.SIZE);
        }
    }

    private static byte[] longs(long... values) {
        ByteBuffer bytes = ByteBuffer.allocate(Long.BYTES * values.length).order(ByteOrder.LITTLE_ENDIAN);
        for (long value : values) {
            bytes.putLong(value);
        }
        return bytes.array();
    }

    private static byte[] ints(int... values) {
        ByteBuffer bytes = ByteBuffer.allocate(Integer.BYTES * values.length).order(ByteOrder.LITTLE_ENDIAN);
        for (int value : values) {
            bytes.putInt(value);
        }
        return bytes.array();
    }
}
