package greenlight.market.record;

/**
 * What is written down of a run beside its firms' books; nothing of it changes what happens.
 *
 * @param readings whether all readings of a quarter are taken, or only those from which measures are computed
 * @param causes whether events say in words why they happened
 * @param payments whether each payment is kept
 */
public record Recording(boolean readings, boolean causes, boolean payments) {
    /** Everything. */
    public static final Recording ALL = new Recording(true, true, true);
}
