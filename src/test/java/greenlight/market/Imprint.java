package greenlight.market;

import greenlight.market.record.Event;
import greenlight.market.record.Measure;
import greenlight.market.record.Reading;
import greenlight.market.record.Row;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** All that a run says, one line each, numbers to the last bit: two runs are the same when their imprints are. */
final class Imprint {
    private Imprint() {}

    static List<String> of(Market market) {
        List<String> lines = new ArrayList<>(ofRows(market));
        for (Event event : market.events()) {
            lines.add(of(event));
        }
        double[] measures = market.measures();
        for (Measure measure : Measure.values()) {
            lines.add(measure.key() + " " + bits(measures[measure.ordinal()]));
        }
        return lines;
    }

    static List<String> ofRows(Market market) {
        List<String> lines = new ArrayList<>();
        for (Row row : market.rows()) {
            for (Reading reading : Reading.values()) {
                lines.add(row.quarter() + " " + row.kind() + " " + row.entity() + " " + reading.key() + " "
                        + (reading.words() ? row.word(reading) : bits(row.get(reading))));
            }
        }
        return lines;
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
