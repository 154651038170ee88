package greenlight.market.record;

/**
 * The readings of one entity in one quarter.
 *
 * @param entity the firm's name, or {@code market}
 * @param kind {@code market}, {@code vendor} or {@code studio}
 */
public record Row(int quarter, String label, String entity, String kind, double[] numbers, String[] words) {
    public Row(int quarter, String label, String entity, String kind) {
        this(quarter, label, entity, kind, empty(), new String[Reading.values().length]);
    }

    private static double[] empty() {
        double[] numbers = new double[Reading.values().length];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = Double.NaN;
        }
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
