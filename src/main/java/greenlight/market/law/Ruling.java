package greenlight.market.law;

/**
 * How a case ended.
 *
 * @param dollars what the defendant owes
 */
public record Ruling(Case about, Outcome outcome, double dollars) {
    /** How a case may end. */
    public enum Outcome {
        DISMISSED,
        SETTLED,
        FOR_DEFENDANT,
        FOR_PLAINTIFF,
        FINED
    }
}
