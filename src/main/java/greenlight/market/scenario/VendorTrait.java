package greenlight.market.scenario;

/** What a vendor is like and has at the start; each is a column of the scenario's vendors. */
public enum VendorTrait implements Trait {
    // spotless:off
    //             from  to     unit           what it is
    REACH         (0,    1,     "share",       "distribution, from 0 for an unknown vendor to 1 for a household name"),
    CASH          (0,    1e12,  "USD",         "balance"),
    EFFICIENCY    (0.01, 10,    "factor",      "minutes per clip relative to the parameter's"),
    QUALITY       (0,    10,    "index",       "quality of its video model, 1 for the frontier at the flagship's launch"),
    WORK_FIT      (0,    1,     "share",       "how well it serves lasting work, against the best tool for it (task-technology fit)"),
    CONSISTENCY   (0,    1,     "share",       "consistency of its video model"),
    PROVENANCE    (0,    1,     "share",       "of the training data, what is licensed"),
    GPUS          (1,    1e8,   "GPUs",        "size of the fleet"),
    VIDEO_SHARE   (0,    1,     "share",       "of the fleet, for video at launch"),
    RESEARCH_SHARE(0,    1,     "share",       "of the fleet, for research"),
    CAPABILITY    (0,    10,    "index",       "capability of its core models against the outside rivals' 1; 0 for those who have none"),
    OVERHEAD      (0,    1e11,  "USD/quarter", "cost beside compute"),
    OTHER_REVENUE (0,    1e11,  "USD/quarter", "revenue from other customers"),
    OTHER_GROWTH  (-1,   1,     "per quarter", "growth of the revenue from other customers"),
    VALUATION     (0,    1e13,  "USD",         "post-money valuation of the last round"),
    TOLERANCE     (0,    1e13,  "USD/quarter", "loss on video that it bears without pressure");
    // spotless:on

    private final double from;
    private final double to;
    private final String unit;
    private final String meaning;

    VendorTrait(double from, double to, String unit, String meaning) {
        this.from = from;
        this.to = to;
        this.unit = unit;
        this.meaning = meaning;
    }

    @Override
    public String unit() {
        return unit;
    }

    @Override
    public double from() {
        return from;
    }

    @Override
    public double to() {
        return to;
    }

    @Override
    public String meaning() {
        return meaning;
    }
}
