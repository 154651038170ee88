package greenlight.app.evidence;

import greenlight.runner.stats.Estimate;
import java.util.Locale;

/** What the model says of a claim, or of an expected sign. */
public enum Verdict {
    SUPPORTED,
    CONTRADICTED,
    UNDETERMINED;

    /**
     * The one rule: supported when the whole interval of the effect lies beyond the margin in the claim's direction,
     * contradicted when the whole interval falls short of it, undetermined when the margin lies inside.
     *
     * @param sign 1 for a claim that the effect is positive, -1 for one that it is negative
     * @param margin least effect in that direction that would be what the claim says
     */
    static Verdict of(Estimate effect, int sign, double margin) {
        double low = sign > 0 ? effect.low() : -effect.high();
        double high = sign > 0 ? effect.high() : -effect.low();
        return low > margin ? SUPPORTED : high < margin ? CONTRADICTED : UNDETERMINED;
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
