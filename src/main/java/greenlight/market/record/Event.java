package greenlight.market.record;

/**
 * One thing that a newspaper would print.
 *
 * @param who the firm that acts
 * @param whom the other side; empty when there is none
 * @param cents the amount in US cents; 0 when there is none
 * @param cause the reason in words, with the figures that decided
 */
public record Event(int quarter, Kind kind, String who, String whom, long cents, String cause) {
    /** What happened. */
    public enum Kind {
        LAUNCH,
        GENERATION,
        OUTSIDE,
        OFFER,
        REFUSAL,
        SIGNING,
        PILOT_PASSED,
        PILOT_FAILED,
        TRANCHE,
        RENEWAL,
        RENEGOTIATION,
        COMPLETION,
        TERMINATION,
        VOIDING,
        STRATEGY,
        RATIONING,
        SHUTDOWN,
        PIVOT,
        ROUND,
        SHRUNK_ROUND,
        DOWN_ROUND,
        FAILED_ROUND,
        INSOLVENCY,
        ACQUISITION,
        ENTRY,
        SUIT,
        DISMISSAL,
        SETTLEMENT,
        JUDGMENT,
        FINE
    }
}
