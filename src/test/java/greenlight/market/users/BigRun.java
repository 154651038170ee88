package greenlight.market.users;

import greenlight.market.chance.Chance;
import java.lang.management.ManagementFactory;
import java.util.Locale;

/**
 * One run of 24 quarters: {@code BigRun QUIET|BUSY people|cohorts users threads [quarters]}. Prints time, time a user
 * and quarter, and the heap that is in use at the end.
 */
final class BigRun {
    private static final int QUARTERS = 24;
    private static final double NANOSECONDS = 1e9;
    private static final double MEBIBYTE = 1 << 20;

    private BigRun() {}

    public static void main(String[] arguments) {
        Workload workload = Workload.valueOf(arguments[0]);
        long users = Long.parseLong(arguments[2]);
        BlockRunner workers = Crew.of(Integer.parseInt(arguments[3]));
        int quarters = arguments.length > 4 ? Integer.parseInt(arguments[4]) : QUARTERS;
        long began = System.nanoTime();
        Audience audience = arguments[1].equals("people")
                ? new People(workload.taste(), Math.toIntExact(users), new Chance(7), workers)
                : new Cohorts(workload.taste(), users, new Chance(7), workers);
        long born = System.nanoTime();
        for (int quarter = 0; quarter < quarters; quarter++) {
            audience.live(quarter, workload.offers(quarter), workload.hype(quarter), workload.open());
        }
        long ended = System.nanoTime();
        System.gc();
        long heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
        System.out.printf(
                Locale.ROOT,
                "%s %s, %,d users, %s threads: birth %.2f s, %d quarters %.2f s, %.3f ns a user and quarter, heap %.0f MiB, %,d active%n",
                workload,
                arguments[1],
                users,
                arguments[3],
                (born - began) / NANOSECONDS,
                quarters,
                (ended - born) / NANOSECONDS,
                (double) (ended - born) / users / quarters,
                heap / MEBIBYTE,
                audience.active());
    }
}
