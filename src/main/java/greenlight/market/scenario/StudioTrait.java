package greenlight.market.scenario;

import java.util.Locale;

/** What a studio is like at the start; each is a column of the scenario's studios. */
public enum StudioTrait {
    /** Value of its characters, 0 to 1. */
    IP,
    /** Strictness of its brand guidelines, 0 to 1. */
    STRICTNESS,
    /** Legal caution, 0 to 1. */
    CAUTION,
    /** How much it fears to miss out, 1 for the usual. */
    FOMO,
    /** Content spending, US dollars a quarter. */
    CONTENT_SPEND,
    /** Size of its library against what a model of one's own needs, 0 to 1. */
    LIBRARY;

    /** Its column: the name of the constant in lower case. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
