package greenlight.market.record;

import java.util.Arrays;

/**
 * The readings of one entity in one quarter.
 *
 * @param entity the firm's name, or {@code market}
 * @param kind {@code market}, {@code vendor} or {@code studio}
 */
public record Row(int quarter, String label, String entity, String kind, double[] numbers, String[] words) {
    private static final int READINGS = Reading.values().length;

    public Row(int quarter, String label, String entity, String kind) {
        this(quarter, label, entity, kind, empty(), new String[READINGS]);
    }

    private static double[] empty() {
        double[] numbers = new double[READINGS];
        Arrays.fill(numbers, Double.NaN);
        return numbers;
    }

    public Row put(Reading reading, double value) {
        numbers[reading.ordinal()] = value;
        return this;
    }

    public Row put(Reading reading, String value) {
        words[reading.ordinal()] = value;
        return this;
    }

    /** The value; not-a-number where the reading does not apply. */
    public double get(Reading reading) {
        return numbers[reading.ordinal()];
    }

    public String word(Reading reading) {
        return words[reading.ordinal()];
    }
}
