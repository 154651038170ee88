package greenlight.app.evidence;

import greenlight.runner.stats.Estimate;
import java.util.Locale;

/** What the model says of a claim, or of an expected sign. */
public enum Verdict {
    SUPPORTED,
    CONTRADICTED,
    UNDETERMINED,
    /** The runs leave no room: whatever is true, the answer would be the same. */
    CANNOT_BE_ANSWERED_HERE;

    private static final double HALF = 0.5;

    /**
     * The one rule: supported when the whole interval of the effect lies beyond the margin in the claim's direction,
     * contradicted when the whole interval falls short of it, undetermined when the margin lies inside.
     *
     * @param sign 1 for a claim that the effect is positive, -1 for one that it is negative
     * @param margin least effect in that direction that would be what the claim says
     */
    public static Verdict of(Estimate effect, int sign, double margin) {
        double low = sign > 0 ? effect.low() : -effect.high();
        double high = sign > 0 ? effect.high() : -effect.low();
        return low > margin ? SUPPORTED : high < margin ? CONTRADICTED : UNDETERMINED;
    }

    /** Over settings: the same rule for the share of them in which a claim holds, with one half as its margin. */
    public static Verdict over(Estimate held) {
        return of(held, 1, HALF);
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
