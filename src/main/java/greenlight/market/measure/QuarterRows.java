package greenlight.market.measure;

import greenlight.market.agent.Studio;
import greenlight.market.agent.Vendor;
import greenlight.market.state.Clock;
import java.util.ArrayList;
import java.util.List;

/** Computes all readings of a quarter. */
public final class QuarterRows {
    private static final Reading[] READINGS = Reading.values();

    private QuarterRows() {}

    /** The rows of a quarter: the market, then the vendors, then the studios. */
    public static List<Row> of(QuarterView quarter) {
        List<Row> vendors = new ArrayList<>();
        for (Vendor vendor : quarter.firms().vendors()) {
            vendors.add(of(vendor, quarter));
        }
        List<Row> studios = new ArrayList<>();
        for (Studio studio : quarter.firms().studios()) {
            studios.add(of(studio, quarter));
        }
        List<Row> rows = new ArrayList<>();
        rows.add(ofMarket(quarter, vendors, studios));
        rows.addAll(vendors);
        rows.addAll(studios);
        return rows;
    }

    private static Row row(QuarterView quarter, String entity, String kind) {
        Clock clock = quarter.clock();
        return new Row(clock.quarter(), clock.label(clock.quarter()), entity, kind);
    }

    private static Row of(Vendor vendor, QuarterView quarter) {
        Row row = row(quarter, vendor.name(), Row.VENDOR);
        for (Reading reading : READINGS) {
            if (reading.words()) {
                row.put(reading, reading.word(vendor));
            } else {
                row.put(reading, reading.of(vendor, quarter));
            }
        }
        return row;
    }

    private static Row of(Studio studio, QuarterView quarter) {
        Row row = row(quarter, studio.name(), Row.STUDIO);
        for (Reading reading : READINGS) {
            if (reading.words()) {
                row.put(reading, reading.word(studio));
            } else {
                row.put(reading, reading.of(studio, quarter));
            }
        }
        return row;
    }

    private static Row ofMarket(QuarterView quarter, List<Row> vendors, List<Row> studios) {
        Row row = row(quarter, Row.MARKET, Row.MARKET);
        for (Reading reading : READINGS) {
            if (reading.ofMarket()) {
                double ofVendors = sum(vendors, reading);
                double ofStudios = sum(studios, reading);
                row.put(reading, reading.of(quarter, new Reading.Totals(ofVendors, ofStudios, studios.size())));
            }
        }
        return row;
    }

    private static double sum(List<Row> rows, Reading reading) {
        double sum = 0;
        for (Row row : rows) {
            double value = row.get(reading);
            sum += Double.isNaN(value) ? 0 : value;
        }
        return sum;
    }
}
