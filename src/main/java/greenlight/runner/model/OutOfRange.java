package greenlight.runner.model;

/**
 * A run left the range for which its model is meant: its further figures would mean nothing. The run ends with the status
 * {@link Status#OUT_OF_RANGE}, and the message, one sentence, is its error.
 */
public final class OutOfRange extends RuntimeException {
    private static final long serialVersionUID = 1;

    public OutOfRange(String sentence) {
        super(sentence);
    }
}
