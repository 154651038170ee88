package greenlight.market.users;

import java.util.ArrayList;
import java.util.List;

/**
 * What users did, per vendor: only those who move or change tier are counted, so the stocks are changes where a tally
 * begins at nothing. Whole numbers only, so that the sum is exact in any order.
 */
final class DemandCounts {
    private final UserTypes kinds;
    private final int vendors;
    // stocks; all but misuse and the new by vendor and class
    private final long[] free;
    private final long[] paid;
    private final long[] budgetCents;
    private final long[] misuse;
    /** Who came to their first vendor in the last month. */
    private final long[] newcomers;
    // stocks at the months' ends, summed over the quarter
    private final long[] freeMonths;
    private final long[] paidMonths;
    private final long[] budgetMonths;
    private final long[] misuseMonths;
    // stocks at the months' starts, summed over the quarter
    private final long[] freeBefore;
    private final long[] paidBefore;
    private final long[] newBefore;
    // flows
    private final long[] freeLeft;
    private final long[] paidLeft;
    private final long[] newLeft;
    private final long[] adopted;
    private final long[] switched;
    private final long[] converted;

    DemandCounts(UserTypes kinds, int vendors) {
        this.kinds = kinds;
        this.vendors = vendors;
        free = new long[Plans.CLASSES * vendors];
        paid = new long[Plans.CLASSES * vendors];
        budgetCents = new long[Plans.CLASSES * vendors];
        misuse = new long[vendors];
        newcomers = new long[vendors];
        freeMonths = new long[Plans.CLASSES * vendors];
        paidMonths = new long[Plans.CLASSES * vendors];
        budgetMonths = new long[Plans.CLASSES * vendors];
        misuseMonths = new long[vendors];
        freeBefore = new long[vendors];
        paidBefore = new long[vendors];
        newBefore = new long[vendors];
        freeLeft = new long[vendors];
        paidLeft = new long[vendors];
        newLeft = new long[vendors];
        adopted = new long[vendors];
        switched = new long[vendors];
        converted = new long[vendors];
    }

    /** A quarter begins with the stocks of the one before, and flows of nothing. */
    DemandCounts next(int vendors) {
        DemandCounts next = new DemandCounts(kinds, vendors);
        add(next.free, free);
        add(next.paid, paid);
        add(next.misuse, misuse);
        add(next.budgetCents, budgetCents);
        add(next.newcomers, newcomers);
        return next;
    }

    /** A month begins. */
    void begin() {
        for (int vendor = 0; vendor < vendors; vendor++) {
            freeBefore[vendor] += all(free, vendor);
            paidBefore[vendor] += all(paid, vendor);
            newBefore[vendor] += newcomers[vendor];
            newcomers[vendor] = 0;
        }
    }

    /** A month ends. */
    void end() {
        add(freeMonths, free);
        add(paidMonths, paid);
        add(budgetMonths, budgetCents);
        add(misuseMonths, misuse);
    }

    /** Counts users of a kind who went from one tier to another. */
    void count(int tierBefore, int tierAfter, int kind, long users) {
        boolean paidBefore = tierBefore >= UserState.PLACES;
        boolean pays = tierAfter >= UserState.PLACES;
        int from = UserState.vendorAt(tierBefore % UserState.PLACES);
        int to = UserState.vendorAt(tierAfter % UserState.PLACES);
        if (from >= 0) {
            stock(from, paidBefore, kind, -users);
        }
        if (to >= 0) {
            stock(to, pays, kind, users);
        }
        if (from != to && from >= 0) {
            (paidBefore ? paidLeft : freeLeft)[from] += users;
        }
        if (from != to && to >= 0) {
            (from < 0 ? adopted : switched)[to] += users;
        }
        if (pays && !(paidBefore && from == to)) {
            converted[to] += users;
        }
    }

    /** Counts users of a kind who come to a vendor, on the free tier, after {@link #count} let them leave another. */
    void countSwitched(int vendor, int kind, long users) {
        stock(vendor, false, kind, users);
        switched[vendor] += users;
    }

    /** Of those who come to a vendor, counts those who never used one. */
    void countNew(int vendor, long users) {
        newcomers[vendor] += users;
    }

    /** Of those who leave a vendor, counts those who had come in the month before, as their first. */
    void countNewLeft(int vendor, long users) {
        newLeft[vendor] += users;
    }

    private void stock(int vendor, boolean pays, int kind, long users) {
        misuse[vendor] += users * kinds.misuse(kind);
        int cell = Plans.CLASSES * vendor + UserTypes.classOf(kind);
        if (pays) {
            paid[cell] += users;
            budgetCents[cell] += users * kinds.budgetCents(kind);
        } else {
            free[cell] += users;
        }
    }

    /** Adds what a part of the users did in a month. */
    void add(DemandCounts other) {
        add(free, other.free);
        add(paid, other.paid);
        add(misuse, other.misuse);
        add(budgetCents, other.budgetCents);
        add(newcomers, other.newcomers);
        add(freeLeft, other.freeLeft);
        add(paidLeft, other.paidLeft);
        add(newLeft, other.newLeft);
        add(adopted, other.adopted);
        add(switched, other.switched);
        add(converted, other.converted);
    }

    private static void add(long[] sum, long[] more) {
        for (int i = 0; i < more.length; i++) {
            sum[i] += more[i];
        }
    }

    /** Users of a vendor; none of one that has come since. */
    long users(int vendor) {
        return vendor < vendors ? all(free, vendor) + all(paid, vendor) : 0;
    }

    private static long all(long[] stock, int vendor) {
        int cell = Plans.CLASSES * vendor;
        return stock[cell] + stock[cell + 1];
    }

    private static long professionals(long[] stock, int vendor) {
        return stock[Plans.CLASSES * vendor + 1];
    }

    long active() {
        long sum = 0;
        for (int v = 0; v < vendors; v++) {
            sum += users(v);
        }
        return sum;
    }

    /** @param plans of the quarter, by which the surplus of payers is reckoned */
    List<Demand> demand(Plans plans) {
        List<Demand> demand = new ArrayList<>(vendors);
        for (int v = 0; v < vendors; v++) {
            demand.add(new Demand(
                    all(free, v),
                    all(paid, v),
                    all(freeMonths, v),
                    all(paidMonths, v),
                    professionals(freeMonths, v),
                    professionals(paidMonths, v),
                    freeBefore[v],
                    freeLeft[v],
                    paidBefore[v],
                    paidLeft[v],
                    adopted[v],
                    switched[v],
                    converted[v],
                    newBefore[v],
                    newLeft[v],
                    misuseMonths[v] * UserTypes.MISUSE_UNIT,
                    Math.round(plans.surplusCents(v, paidMonths, budgetMonths)),
                    plans.visitorMonths(v, freeMonths),
                    plans.clipsOfVisitors(v, freeMonths),
                    plans.clipsElsewhere(v, freeMonths)));
        }
        return demand;
    }
}
