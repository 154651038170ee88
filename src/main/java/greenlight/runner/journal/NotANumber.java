package greenlight.runner.journal;

/** A figure of a run is infinite, or is missing where it always applies. */
final class NotANumber extends ArithmeticException {
    private static final long serialVersionUID = 1;

    NotANumber(String message) {
        super(message);
    }
}
