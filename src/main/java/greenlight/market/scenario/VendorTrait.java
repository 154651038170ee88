package greenlight.market.scenario;

import java.util.Locale;

/** What a vendor is like and has at the start; each is a column of the scenario's vendors. */
public enum VendorTrait {
    /** Distribution, from 0 for an unknown vendor to 1 for a household name. */
    REACH,
    /** Balance, US dollars. */
    CASH,
    /** Minutes per clip relative to the parameter's. */
    EFFICIENCY,
    /** Quality of its video model, 1 for the frontier at the flagship's launch. */
    QUALITY,
    /** How well it serves lasting work, against the best tool for it, 0 to 1 (task-technology fit). */
    WORK_FIT,
    /** Consistency of its video model, 0 to 1. */
    CONSISTENCY,
    /** Share of the training data that is licensed. */
    PROVENANCE,
    /** Size of the fleet, GPUs. */
    GPUS,
    /** Share of the fleet for video at launch. */
    VIDEO_SHARE,
    /** Share of the fleet for research. */
    RESEARCH_SHARE,
    /** Capability of its core models against the outside rivals' 1; 0 for those who have none. */
    CAPABILITY,
    /** Cost beside compute, US dollars a quarter. */
    OVERHEAD,
    /** Revenue from other customers, US dollars a quarter. */
    OTHER_REVENUE,
    /** Growth of that revenue, per quarter. */
    OTHER_GROWTH,
    /** Post-money valuation of the last round, US dollars. */
    VALUATION,
    /** Loss on video that it bears in a quarter without pressure, US dollars. */
    TOLERANCE;

    /** Its column: the name of the constant in lower case. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
