package greenlight.runner.batch;

/** A point that cannot be run, in one sentence. */
final class BadPoint extends Exception {
    private static final long serialVersionUID = 1;

    BadPoint(String sentence) {
        super(sentence);
    }
}
