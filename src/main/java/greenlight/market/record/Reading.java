package greenlight.market.record;

import java.util.Locale;

/** What is read off each quarter, one line each: of whom (m market, v vendor, s studio), unit, meaning. */
public enum Reading {
    // spotless:off
    //                         of whom  unit                meaning
    ACTIVE_USERS              ("mv",  "people",             "people who used a platform in the quarter"),
    PAID_USERS                ("mv",  "people",             "of these, people on a paid tier"),
    ADOPTERS                  ("mv",  "people",             "people who came from no platform"),
    LEAVERS                   ("mv",  "people",             "people who left the platform"),
    RETENTION_OBSERVED        ("v",   "share",              "of last quarter's users, share who stayed"),
    RETENTION_BELIEVED        ("v",   "share",              "what the vendor expects that share to be"),
    CONVERSION_OBSERVED       ("v",   "share",              "of the free users, share who began to pay"),
    CONVERSION_BELIEVED       ("v",   "share",              "what the vendor expects that share to be"),
    QUARTER_CLIPS             ("mv",  "clips",              "clips delivered"),
    CLIPS_RATIONED            ("mv",  "clips",              "clips asked for and not delivered"),
    GPU_MINUTES_DEMANDED      ("mv",  "GPU-minutes",        "GPU time of all clips asked for"),
    GPU_MINUTES               ("mv",  "GPU-minutes",        "GPU time of the clips delivered"),
    QUARTER_MINUTES_PER_CLIP  ("v",   "GPU-minutes",        "GPU time of one clip"),
    INFERENCE_COST            ("mv",  "USD",                "GPU time of the clips delivered, at the GPU price"),
    QUARTER_VIDEO_REVENUE     ("mv",  "USD",                "subscriptions of users"),
    QUARTER_ENTERPRISE_REVENUE("mv",  "USD",                "a lab's enterprise services"),
    OTHER_REVENUE             ("mv",  "USD",                "other customers, studios that buy tools, partners' cost shares"),
    DAILY_VIDEO_LOSS          ("mv",  "USD/day",            "inference cost less video revenue and cost shares, per day"),
    CASH                      ("vs",  "USD",                "balance at the quarter's end"),
    RUNWAY                    ("v",   "quarters",           "cash over the quarter's burn; empty when nothing is burnt"),
    VALUATION                 ("v",   "USD",                "post-money valuation of the last round"),
    PRESSURE                  ("v",   "share",              "pressure of its investors for profit"),
    GPUS                      ("v",   "GPUs",               "size of the fleet"),
    VIDEO_SHARE               ("v",   "share",              "of the fleet, used for video"),
    ENTERPRISE_SHARE          ("v",   "share",              "of the fleet, used for enterprise services"),
    RESEARCH_SHARE            ("v",   "share",              "of the fleet, used for research"),
    SHADOW_PRICE              ("v",   "USD/GPU-hour",       "what a lab's freed GPU would earn beyond its rent"),
    CAPABILITY                ("v",   "index",              "a lab's core capability against the outside rivals"),
    QUALITY                   ("v",   "index",              "of the video model"),
    CONSISTENCY               ("v",   "share",              "of the video model"),
    PROVENANCE                ("v",   "share",              "of the training data, licensed"),
    QUARTER_GUARDRAILS        ("v",   "effort",             "against misuse"),
    QUARTER_PRICE             ("v",   "USD/month",          "of the paid tier"),
    QUARTER_FREE_QUOTA        ("v",   "clips/quarter",      "of the free tier"),
    PRODUCT                   ("v",   "",                   "state of the product"),
    QUARTER_INCIDENTS         ("mv",  "clips",              "harmful clips that passed the guardrails"),
    OPEN_CASES                ("mvs", "cases",              "suits and actions open against it"),
    SUITS_FILED               ("mvs", "cases",              "suits and actions filed against it in the quarter"),
    QUARTER_LEGAL_COST        ("mvs", "USD",                "lawyers, settlements, damages and fines"),
    DEALS_PILOT               ("mvs", "deals",              "in a pilot"),
    DEALS_IN_FORCE            ("mvs", "deals",              "active or renewed"),
    STRATEGY                  ("s",   "",                   "the studio's AI strategy"),
    QUARTER_TRUST             ("ms",  "share",              "of studios in vendors, mean over vendors"),
    STRINGENCY                ("ms",  "share",              "of the terms that studios demand, 0 lax to 1 strictest"),
    AI_GAIN                   ("ms",  "USD",                "savings, engagement and fees less the costs of AI"),
    QUARTER_EXUBERANCE        ("m",   "weight",             "mean over investors of the weight of growth against margin"),
    DRY_POWDER                ("m",   "USD",                "money that investors could still place"),
    QUARTER_RAISED            ("mv",  "USD",                "in funding rounds"),
    HYPE                      ("m",   "index",              "attention of the market; 1 is an ordinary quarter"),
    LEGAL_CLIMATE             ("m",   "probability",        "that a plaintiff wins, as the market believes"),
    LEGAL_UNCERTAINTY         ("m",   "s.d.",               "of that belief"),
    REGULATORY_PRESSURE       ("m",   "share",              "of its full strength"),
    QUARTER_GPU_PRICE         ("m",   "USD/GPU-hour",       "rent of a GPU"),
    QUARTER_ENTERPRISE_DEMAND ("m",   "USD",                "what enterprises would spend on the labs and their rivals"),
    PLATFORMS                 ("m",   "vendors",            "general video platforms that are live"),
    HHI                       ("m",   "index",              "concentration of users over platforms, 0 to 10,000"),
    QUARTER_USERS_SURPLUS     ("m",   "USD",                "what paying users would have paid beyond the price"),
    STUDIOS_TOOLS             ("m",   "studios",            "that use pipeline tools"),
    STUDIOS_CLOUD             ("m",   "studios",            "that run a private cloud"),
    STUDIOS_PLATFORM          ("m",   "studios",            "that partner with a platform");
    // spotless:on

    private final String of;
    private final String unit;
    private final String meaning;

    Reading(String of, String unit, String meaning) {
        this.of = of;
        this.unit = unit;
        this.meaning = meaning;
    }

    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether the reading is words rather than a number. */
    public boolean words() {
        return unit.isEmpty();
    }

    /** Whether the reading is a count of things that come one by one. */
    public boolean whole() {
        return switch (this) {
            case OPEN_CASES,
                    SUITS_FILED,
                    DEALS_PILOT,
                    DEALS_IN_FORCE,
                    PLATFORMS,
                    STUDIOS_TOOLS,
                    STUDIOS_CLOUD,
                    STUDIOS_PLATFORM,
                    QUARTER_CLIPS,
                    CLIPS_RATIONED,
                    QUARTER_INCIDENTS -> true;
            default -> false;
        };
    }

    public String unit() {
        return unit;
    }

    public String meaning() {
        return meaning;
    }

    /** Of whom the reading is taken: letters of {@code m} market, {@code v} vendor, {@code s} studio. */
    public String of() {
        return of;
    }
}
