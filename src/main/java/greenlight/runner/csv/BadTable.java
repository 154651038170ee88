package greenlight.runner.csv;

/** Results that cannot be analysed as they are; the message says what, in which file, line and column. */
public final class BadTable extends Exception {
    public BadTable(String message) {
        super(message);
    }
}
