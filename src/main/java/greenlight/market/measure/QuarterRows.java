package greenlight.market.measure;

import greenlight.market.agent.Studio;
import greenlight.market.agent.Vendor;
import greenlight.market.state.Clock;
import java.util.ArrayList;
import java.util.List;

/** Takes the readings of a quarter. */
public final class QuarterRows {
    private final QuarterView quarter;
    private final Readings readings;
    private final int number;
    private final String label;

    private QuarterRows(QuarterView quarter, Readings readings) {
        this.quarter = quarter;
        this.readings = readings;
        Clock clock = quarter.clock();
        number = clock.quarter();
        label = clock.label(number);
    }

    /** The rows of a quarter: the market, then the vendors, then the studios. */
    public static List<Row> of(QuarterView quarter, Readings readings) {
        return new QuarterRows(quarter, readings).all();
    }

    private List<Row> all() {
        List<Row> vendors = new ArrayList<>();
        for (Vendor vendor : quarter.firms().vendors()) {
            vendors.add(of(vendor));
        }
        List<Row> studios = new ArrayList<>();
        for (Studio studio : quarter.firms().studios()) {
            studios.add(of(studio));
        }
        List<Row> rows = new ArrayList<>();
        rows.add(ofMarket(vendors, studios));
        rows.addAll(vendors);
        rows.addAll(studios);
        return rows;
    }

    private Row of(Vendor vendor) {
        Row row = new Row(number, label, vendor.name(), Row.VENDOR);
        for (Reading reading : readings.ofVendors()) {
            if (reading.words()) {
                row.put(reading, reading.word(vendor));
            } else {
                row.put(reading, reading.of(vendor, quarter));
            }
        }
        return row;
    }

    private Row of(Studio studio) {
        Row row = new Row(number, label, studio.name(), Row.STUDIO);
        for (Reading reading : readings.ofStudios()) {
            if (reading.words()) {
                row.put(reading, reading.word(studio));
            } else {
                row.put(reading, reading.of(studio, quarter));
            }
        }
        return row;
    }

    private Row ofMarket(List<Row> vendors, List<Row> studios) {
        Row row = new Row(number, label, Row.MARKET, Row.MARKET);
        for (Reading reading : readings.ofMarket()) {
            double ofVendors = reading.ofVendor() ? sum(vendors, reading) : 0;
            double ofStudios = reading.ofStudio() ? sum(studios, reading) : 0;
            row.put(reading, reading.of(quarter, new Reading.Totals(ofVendors, ofStudios, studios.size())));
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
