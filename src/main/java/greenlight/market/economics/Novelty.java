package greenlight.market.economics;

/**
 * The charm of the new and its fade. That collective attention to new things fades with a natural time scale is
 * measured in Wu and Huberman 2007, <i>Novelty and collective attention</i>, PNAS 104(45); the plain half-life is this
 * model's form.
 */
public final class Novelty {
    /** After this number of half-lives nothing is left that a double could add to anything. */
    private static final double LONG_GONE = 1000;

    private Novelty() {}

    /**
     * Share of the first charm that is left: 2^(-exposure / halfLife).
     *
     * @param exposure quarters spent with the product, at least 0
     * @param halfLife quarters, above 0
     */
    public static double left(double exposure, double halfLife) {
        double halvings = exposure / halfLife;
        return halvings > LONG_GONE ? 0 : Exact.pow(2, -halvings);
    }

    /**
     * Share of the first charm that is left in the quarter of a new generation, which restores a part of what has faded:
     * l + r (1 - l).
     *
     * @param left l, share that was left, 0 to 1
     * @param restored r, part of the faded charm that a new generation restores, 0 to 1
     */
    public static double restored(double left, double restored) {
        return left + restored * (1 - left);
    }

    /**
     * Utility of a product to a user, in units of the logit: met (need quality + n0 (1 + chi licensedIp) left) - friction.
     *
     * @param met part of the worth of the user's wishes that its plan gives, 0 to 1
     * @param need weight of quality for this user
     * @param quality of the vendor's video, 1 for the frontier at the start
     * @param novelty0 n0, charm of the first quarter without licensed characters
     * @param chi how much licensed characters add to the charm
     * @param licensedIp share of the licensed characters that the vendor may show, 0 to 1
     * @param left share of the charm that is left
     * @param friction what guardrails cost the user
     */
    public static double utility(
            double met,
            double need,
            double quality,
            double novelty0,
            double chi,
            double licensedIp,
            double left,
            double friction) {
        return met * (need * quality + novelty0 * (1 + chi * licensedIp) * left) - friction;
    }
}
