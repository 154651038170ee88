package greenlight.runner.journal;

/** A measure or reading of a run is infinite, or is not-a-number where it always applies. */
final class NotANumber extends ArithmeticException {
    private static final long serialVersionUID = 1;

    NotANumber(String message) {
        super(message);
    }
}
