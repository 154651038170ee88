package greenlight.market.law;

/**
 * Cases that are open against a vendor.
 *
 * @param open all of them
 * @param overOutput of these, over output and harm
 * @param actions of these, the regulator's
 */
public record CaseLoad(int open, int overOutput, int actions) {
    /** Nothing is open. */
    public static final CaseLoad NONE = new CaseLoad(0, 0, 0);
}
