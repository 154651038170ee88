package greenlight.market.measure;

import greenlight.market.agent.Vendor;
import greenlight.market.contract.Deal;
import greenlight.market.record.Event;
import greenlight.runner.model.Setting;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

/** What is left of a run that is over: its firms, deals, events and rows. */
final class RunRecord {
    private static final double MINUTES_PER_HOUR = 60;

    private final Setting setting;
    private final List<Vendor> vendors;
    private final List<Deal> deals;
    private final List<Row> rows;
    private final List<Row> ofMarket = new ArrayList<>();
    private final List<Row> ofStudios = new ArrayList<>();
    /** Suits by the quarter of their filing. */
    private final int[] suits;

    private final int[] events = new int[Event.Kind.values().length];

    /** Worth of the share that a deal's studio holds in its vendor at the horizon, US dollars. */
    private final ToDoubleFunction<Deal> stakes;

    RunRecord(
            Setting setting,
            List<Vendor> vendors,
            List<Deal> deals,
            ToDoubleFunction<Deal> stakes,
            List<Event> events,
            List<Row> rows) {
        this.setting = setting;
        this.vendors = vendors;
        this.deals = deals;
        this.stakes = stakes;
        this.rows = rows;
        for (Row row : rows) {
            if (row.kind().equals(Row.MARKET)) {
                ofMarket.add(row);
            } else if (row.kind().equals(Row.STUDIO)) {
                ofStudios.add(row);
            }
        }
        suits = new int[ofMarket.size()];
        for (Event event : events) {
            this.events[event.kind().ordinal()]++;
            suits[event.quarter()] += event.kind() == Event.Kind.SUIT ? 1 : 0;
        }
    }

    Setting setting() {
        return setting;
    }

    List<Vendor> vendors() {
        return vendors;
    }

    List<Deal> deals() {
        return deals;
    }

    double stakeWorth(Deal deal) {
        return stakes.applyAsDouble(deal);
    }

    /** The studios' rows, quarter by quarter. */
    List<Row> ofStudios() {
        return ofStudios;
    }

    /** The rows of some vendors, quarter by quarter; in each quarter they are in the order of entry. */
    List<Row> ofVendors(Predicate<Vendor> which) {
        boolean[] chosen = new boolean[vendors.size()];
        for (int place = 0; place < chosen.length; place++) {
            chosen[place] = which.test(vendors.get(place));
        }
        List<Row> of = new ArrayList<>();
        int place = 0;
        for (Row row : rows) {
            boolean ofVendor = row.kind().equals(Row.VENDOR);
            if (ofVendor && chosen[place]) {
                of.add(row);
            }
            place = ofVendor ? place + 1 : 0;
        }
        return of;
    }

    int quarters() {
        return ofMarket.size();
    }

    int lastQuarter() {
        return ofMarket.size() - 1;
    }

    /** A reading of the market in a quarter. */
    double market(Reading reading, int quarter) {
        return ofMarket.get(quarter).get(reading);
    }

    /** A reading of the market at the horizon. */
    double last(Reading reading) {
        return market(reading, lastQuarter());
    }

    /** A reading of the market, added over all quarters. */
    double sum(Reading reading) {
        return sum(ofMarket, reading);
    }

    /** The largest value of a reading of the market. */
    double max(Reading reading) {
        return max(ofMarket, reading);
    }

    /** The mean of a reading of the market over the quarters in which it applies; not-a-number when there are none. */
    double mean(Reading reading) {
        double sum = 0;
        int counted = 0;
        for (Row row : ofMarket) {
            if (!Double.isNaN(row.get(reading))) {
                sum += row.get(reading);
                counted++;
            }
        }
        return counted > 0 ? sum / counted : Double.NaN;
    }

    /** Number of events of a kind. */
    int count(Event.Kind kind) {
        return events[kind.ordinal()];
    }

    /** Suits filed from a quarter up to another, which is left out. */
    int suits(int from, int to) {
        int filed = 0;
        for (int quarter = Math.max(0, from); quarter < Math.min(to, suits.length); quarter++) {
            filed += suits[quarter];
        }
        return filed;
    }

    /** Of the cases filed, the share that ended within the horizon; not-a-number without cases. */
    double shareEnded() {
        int ended = count(Event.Kind.DISMISSAL)
                + count(Event.Kind.SETTLEMENT)
                + count(Event.Kind.JUDGMENT)
                + count(Event.Kind.FINE);
        return ratio(ended, count(Event.Kind.SUIT));
    }

    /** Of the cases filed, the share that a judgment ended within the horizon; not-a-number without cases. */
    double shareDecided() {
        return ratio(count(Event.Kind.JUDGMENT), count(Event.Kind.SUIT));
    }

    /** GPU-hours that all vendors spent on video. */
    double videoGpuHours() {
        return sum(Reading.GPU_MINUTES) / MINUTES_PER_HOUR;
    }

    /** Mean stringency of studios in the quarter before the flagship's launch, or in the first quarter. */
    double stringencyBeforeLaunch() {
        for (Vendor vendor : vendors) {
            if (vendor.opening().flagship() && vendor.launched() > 0 && vendor.launched() < quarters()) {
                return market(Reading.STRINGENCY, vendor.launched() - 1);
            }
        }
        return market(Reading.STRINGENCY, 0);
    }

    static double sum(List<Row> rows, Reading reading) {
        double sum = 0;
        for (Row row : rows) {
            sum += row.get(reading);
        }
        return sum;
    }

    static double max(List<Row> rows, Reading reading) {
        double max = Double.NEGATIVE_INFINITY;
        for (Row row : rows) {
            max = Math.max(max, row.get(reading));
        }
        return max;
    }

    /** One number over another; not-a-number unless the other is positive. */
    static double ratio(double part, double whole) {
        return whole > 0 ? part / whole : Double.NaN;
    }

    static double number(boolean yes) {
        return yes ? 1 : 0;
    }
}
