package greenlight.runner.csv;

import java.io.IOException;

/** Results that cannot be analysed as they are; the message says what, in which file, line and column. */
public final class BadTable extends IOException {
    private static final long serialVersionUID = 1;

    public BadTable(String message) {
        super(message);
    }
}
