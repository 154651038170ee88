package greenlight.market.measure;

import java.util.Arrays;

/**
 * The readings of one entity in one quarter.
 *
 * @param entity the firm's name, or {@code market}
 * @param kind {@code market}, {@code vendor} or {@code studio}
 * @param numbers by the number of the reading; not-a-number where it does not apply
 * @param words of the readings in words, in their order; null where one does not apply
 */
public record Row(int quarter, String label, String entity, String kind, double[] numbers, String[] words) {
    /** The kind and the name of the market's own rows. */
    public static final String MARKET = "market";

    public static final String VENDOR = "vendor";
    public static final String STUDIO = "studio";

    private static final int READINGS = Reading.values().length;
    /** Of each reading in words, its place among these; few rows have more than one. */
    private static final int[] WORD = new int[READINGS];

    private static final int WORDS;
    private static final double[] NOTHING = new double[READINGS];

    static {
        int words = 0;
        for (Reading reading : Reading.values()) {
            WORD[reading.ordinal()] = reading.words() ? words++ : -1;
        }
        WORDS = words;
        Arrays.fill(NOTHING, Double.NaN);
    }

    public Row(int quarter, String label, String entity, String kind) {
        this(quarter, label, entity, kind, NOTHING.clone(), new String[WORDS]);
    }

    public Row put(Reading reading, double value) {
        numbers[reading.ordinal()] = value;
        return this;
    }

    public Row put(Reading reading, String value) {
        words[WORD[reading.ordinal()]] = value;
        return this;
    }

    /** The value; not-a-number where the reading does not apply. */
    public double get(Reading reading) {
        return numbers[reading.ordinal()];
    }

    /** The word; null where the reading does not apply, or is a number. */
    public String word(Reading reading) {
        int place = WORD[reading.ordinal()];
        return place < 0 ? null : words[place];
    }
}
