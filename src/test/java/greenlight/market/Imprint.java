package greenlight.market;

import greenlight.market.measure.Measure;
import greenlight.market.measure.Reading;
import greenlight.market.measure.Row;
import greenlight.market.record.Event;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** All that a run says, one line each, numbers to the last bit: two runs are the same when their imprints are. */
final class Imprint {
    private Imprint() {}

    static List<String> of(Market market) {
        List<String> lines = new ArrayList<>(ofRows(market));
        lines.addAll(ofEvents(market));
        lines.addAll(ofMeasures(market));
        return lines;
    }

    /** In the order in which they were printed. */
    static List<String> ofEvents(Market market) {
        return market.events().stream().map(Imprint::of).toList();
    }

    static List<String> ofMeasures(Market market) {
        List<String> lines = new ArrayList<>();
        double[] measures = market.measures();
        for (Measure measure : Measure.values()) {
            lines.add(measure.key() + " " + bits(measures[measure.ordinal()]));
        }
        return lines;
    }

    private static List<String> ofRows(Market market) {
        List<String> lines = new ArrayList<>();
        for (Row row : market.rows()) {
            lines.addAll(of(row));
        }
        return lines;
    }

    private static List<String> of(Row row) {
        List<String> lines = new ArrayList<>();
        for (Reading reading : Reading.values()) {
            lines.add(row.quarter() + " " + row.kind() + " " + row.entity() + " " + reading.key() + " "
                    + (reading.words() ? row.word(reading) : bits(row.get(reading))));
        }
        return lines;
    }

    /** The first line in which two runs differ; empty when they are the same. */
    static String difference(Market one, Market other) {
        String rows = differenceOfRows(one.rows(), other.rows());
        String events = rows.isEmpty() ? difference(ofEvents(one), ofEvents(other)) : rows;
        return events.isEmpty() ? difference(ofMeasures(one), ofMeasures(other)) : events;
    }

    /** The first line in which the rows of two runs differ; lines are written only of rows that do. */
    static String differenceOfRows(List<Row> one, List<Row> other) {
        for (int i = 0; i < Math.min(one.size(), other.size()); i++) {
            String difference = same(one.get(i), other.get(i)) ? "" : difference(of(one.get(i)), of(other.get(i)));
            if (!difference.isEmpty()) {
                return difference;
            }
        }
        return one.size() == other.size() ? "" : one.size() + " rows <> " + other.size() + " rows";
    }

    private static boolean same(Row one, Row other) {
        double[] mine = one.numbers();
        double[] theirs = other.numbers();
        boolean same = one.quarter() == other.quarter()
                && one.kind().equals(other.kind())
                && one.entity().equals(other.entity())
                && Arrays.equals(one.words(), other.words())
                && mine.length == theirs.length;
        for (int i = 0; same && i < mine.length; i++) {
            same = Double.doubleToRawLongBits(mine[i]) == Double.doubleToRawLongBits(theirs[i]);
        }
        return same;
    }

    /** The rows in one number: that of another run is another, but for a chance of one in 2^31. */
    static int hash(Market market) {
        int hash = 0;
        for (Row row : market.rows()) {
            hash = 31 * hash + Arrays.hashCode(row.numbers());
            hash = 31 * hash + Arrays.hashCode(row.words());
        }
        return hash;
    }

    /** What was printed, in alphabetical order within each quarter. */
    static List<String> ofEventsSorted(Market market) {
        return market.events().stream()
                .sorted((a, b) ->
                        a.quarter() != b.quarter() ? Integer.compare(a.quarter(), b.quarter()) : of(a).compareTo(of(b)))
                .map(Imprint::of)
                .toList();
    }

    static String of(Event event) {
        return event.quarter() + " " + event.kind() + " " + event.who() + " > " + event.whom() + " " + event.cents()
                + " " + event.cause();
    }

    /** The first line in which two imprints differ, both versions of it; empty when they are the same. */
    static String difference(List<String> one, List<String> other) {
        for (int i = 0; i < Math.max(one.size(), other.size()); i++) {
            String mine = i < one.size() ? one.get(i) : "nothing";
            String theirs = i < other.size() ? other.get(i) : "nothing";
            if (!mine.equals(theirs)) {
                return mine + " <> " + theirs;
            }
        }
        return "";
    }

    /** The value for the reader, the bits for the test. */
    private static String bits(double value) {
        return value + " " + Long.toHexString(Double.doubleToRawLongBits(value));
    }
}
