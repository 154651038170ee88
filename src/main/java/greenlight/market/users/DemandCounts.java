package greenlight.market.users;

import java.util.ArrayList;
import java.util.List;

/**
 * What users did, per vendor: only those who move or change tier are counted, so the stocks are changes where a tally
 * begins at nothing. Whole numbers only, so that the sum is exact in any order.
 */
final class DemandCounts {
    private final UserTypes kinds;
    // stocks; all but misuse by vendor and class
    private final long[] free;
    private final long[] paid;
    private final long[] budgetCents;
    private final long[] misuse;
    // flows
    private final long[] left;
    private final long[] adopted;
    private final long[] switched;
    private final long[] converted;

    DemandCounts(UserTypes kinds, int vendors) {
        this.kinds = kinds;
        free = new long[Plans.CLASSES * vendors];
        paid = new long[Plans.CLASSES * vendors];
        misuse = new long[vendors];
        budgetCents = new long[Plans.CLASSES * vendors];
        left = new long[vendors];
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
        return next;
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
            left[from] += users;
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

    void add(DemandCounts other) {
        add(free, other.free);
        add(paid, other.paid);
        add(misuse, other.misuse);
        add(budgetCents, other.budgetCents);
        add(left, other.left);
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
        return vendor < misuse.length ? all(free, vendor) + all(paid, vendor) : 0;
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
        for (int v = 0; v < misuse.length; v++) {
            sum += users(v);
        }
        return sum;
    }

    /** @param plans of the quarter, by which the surplus of payers is reckoned */
    List<Demand> demand(Plans plans) {
        List<Demand> demand = new ArrayList<>(misuse.length);
        for (int v = 0; v < misuse.length; v++) {
            long kept = users(v) - adopted[v] - switched[v];
            demand.add(new Demand(
                    all(free, v),
                    all(paid, v),
                    professionals(free, v),
                    professionals(paid, v),
                    kept + left[v],
                    kept,
                    adopted[v],
                    switched[v],
                    converted[v],
                    misuse[v] * UserTypes.MISUSE_UNIT,
                    Math.round(plans.surplusCents(v, paid, budgetCents))));
        }
        return demand;
    }
}
