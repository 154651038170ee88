package greenlight.market.record;

import java.util.Locale;

/** What a whole run is summed up in, one line each: kind (b yes or no, n count, r real), unit, meaning. Empty where it does not apply. */
public enum Measure {
    // spotless:off
    //                       kind  unit        meaning
    HEADLINE_SIGNED         ('b', "",         "the headline deal was signed"),
    HEADLINE_VOIDED         ('b', "",         "it ended because the vendor's platform was gone"),
    HEADLINE_TERMINATED     ('b', "",         "it was terminated by the studio, in the pilot or later"),
    HEADLINE_COLLAPSED      ('b', "",         "it was voided or terminated before its term"),
    HEADLINE_LIFE           ('n', "quarters", "from its signing to its end, or to the horizon"),
    HEADLINE_EQUITY_PAID    ('r', "USD",      "equity that the studio of the headline deal had paid"),
    FLAGSHIP_CLOSED         ('b', "",         "the flagship's consumer video was closed"),
    SHUTDOWN_QUARTER        ('n', "quarter",  "in which it was closed, counted from 0"),
    QUARTERS_TO_SHUTDOWN    ('n', "quarters", "from its launch to its closing"),
    FLAGSHIP_LIFE           ('n', "quarters", "in which its platform was open: from its launch to its closing, or to the horizon"),
    PEAK_DAILY_LOSS         ('r', "USD/day",  "largest daily loss of the flagship's consumer video"),
    LAUNCH_MINUTES          ('r', "GPU-minutes", "for one clip of the flagship in its launch quarter"),
    LAUNCH_USERS            ('r', "people",   "users of the flagship in its launch quarter"),
    ADOPTERS_AFTER_1        ('r', "ratio",    "newcomers to the flagship one quarter after launch, against the launch quarter"),
    ACTIVE_AFTER_2          ('r', "ratio",    "users of the flagship two quarters after launch, against the launch quarter; empty when it has closed by then"),
    RETENTION_1             ('r', "share",    "of the flagship's launch-quarter users, share who stayed a quarter later"),
    RETENTION_2             ('r', "share",    "the same over two quarters (product of the quarterly shares)"),
    CONVERSION_AGAINST_PLAN ('r', "ratio",    "the flagship's conversion in its first two quarters against its projection"),
    REVENUE_OVER_COMPUTE    ('r', "ratio",    "the flagship's video revenue over its inference cost, whole life"),
    FLAGSHIP_VIDEO_LOSS     ('r', "USD",      "the flagship's inference cost and overhead less video income, whole life"),
    ENTERPRISE_AFTER_CLOSING('r', "ratio",    "the flagship's enterprise revenue two quarters after closing against the quarter before"),
    DEALS_SIGNED            ('n', "deals",    "platform deals signed, pilots included"),
    DEALS_VOIDED            ('n', "deals",    "ended because the vendor's platform was gone"),
    DEALS_TERMINATED        ('n', "deals",    "ended by a studio, failed pilots included"),
    TERMINATED_FOR_BRAND    ('n', "deals",    "of these, for brand anomalies"),
    TERMINATED_FOR_LAW      ('n', "deals",    "of these, for legal risk"),
    EQUITY_PAID             ('r', "USD",      "equity that studios paid to vendors"),
    STUDIOS_LOSS            ('r', "USD",      "what studios put into voided and terminated deals, less what they got from them"),
    GAIN_TOOLS              ('r', "USD",      "studios' gain from pipeline tools"),
    GAIN_CLOUD              ('r', "USD",      "studios' gain from private clouds"),
    GAIN_PLATFORM           ('r', "USD",      "studios' gain from platform deals, equity left out"),
    STRINGENCY_FIRST        ('r', "share",    "mean stringency of studios before the flagship's launch"),
    STRINGENCY_RISE         ('r', "share",    "mean stringency two quarters after the headline deal's end, less that before the flagship's launch"),
    STRINGENCY_LAST         ('r', "share",    "mean stringency of studios at the horizon"),
    TOOLS_OR_CLOUD_LAST     ('n', "studios",  "on pipeline tools or a private cloud at the horizon"),
    PLATFORM_LAST           ('n', "studios",  "partner of a platform at the horizon"),
    SURVIVING_LABS          ('n', "vendors",  "frontier labs whose video platform is live at the horizon"),
    SURVIVING_STARTUPS      ('n', "vendors",  "video start-ups whose platform is live at the horizon"),
    SURVIVING_TOOLS         ('n', "vendors",  "tool makers live at the horizon, former start-ups included"),
    TOOLS_SURVIVAL          ('r', "share",    "of those who came as tool makers, share whose tools can be bought at the horizon"),
    PLATFORMS_SURVIVAL      ('r', "share",    "of those who ever opened a general video platform, share whose platform is open at the horizon"),
    STARTUPS_LOST           ('n', "vendors",  "video start-ups that ran out of money, were bought, or gave up their platform"),
    OTHER_DEALS_FAILED      ('n', "deals",    "of vendors other than the flagship, voided, or terminated for brand or law"),
    RIVALS_GROWTH           ('r', "ratio",    "revenue of the video start-ups two quarters after the flagship's closing against the quarter before"),
    ENTRIES                 ('n', "vendors",  "start-ups founded"),
    INSOLVENCIES            ('n', "vendors",  "that ran out of money"),
    PIVOTS                  ('n', "vendors",  "that turned to tools or to enterprise"),
    ACQUISITIONS            ('n', "vendors",  "bought by a lab or a strategic investor"),
    ROUNDS                  ('n', "rounds",   "closed, shrunk ones included"),
    ROUNDS_TROUBLED         ('n', "rounds",   "shrunk, down or failed"),
    RAISED                  ('r', "USD",      "in all rounds of start-ups and tool makers"),
    WINTER_DEPTH            ('r', "share",    "fall of the money raised by start-ups and tool makers, from the four quarters up to the flagship's closing to the four after it"),
    EXUBERANCE_LAST         ('r', "weight",   "mean exuberance at the horizon"),
    SUITS                   ('n', "cases",    "filed"),
    SUITS_RISE              ('r', "ratio",    "suits filed in the flagship's launch quarter and the next, per quarter, against the six quarters before"),
    OPEN_CASES_LAST         ('n', "cases",    "open at the horizon"),
    CASES_ENDED             ('r', "share",    "of the cases filed, share ended within the horizon"),
    CASES_DECIDED           ('r', "share",    "of the cases filed, share ended by a judgment within the horizon"),
    OPEN_AT_LAUNCH          ('r', "share",    "of the cases filed before the flagship's launch, share still open at its launch"),
    LEGAL_COST              ('r', "USD",      "lawyers, settlements, damages and fines of all"),
    HHI_MEAN                ('r', "index",    "mean concentration of users over platforms"),
    PEAK_ACTIVE             ('r', "people",   "most people active on all platforms in a quarter"),
    LAST_ACTIVE             ('r', "people",   "people active on all platforms at the horizon"),
    USERS_SURPLUS           ('r', "USD",      "of paying users, all quarters"),
    CLIPS                   ('r', "clips",    "delivered by all vendors"),
    VIDEO_GPU_HOURS         ('r', "GPU-hours", "spent on video by all vendors"),
    VIDEO_REVENUE           ('r', "USD",      "subscriptions to all vendors"),
    LABS_ENTERPRISE_REVENUE ('r', "USD",      "of all labs"),
    INCIDENTS               ('r', "clips",    "harmful clips of all vendors");
    // spotless:on

    private final char kind;
    private final String unit;
    private final String meaning;

    Measure(char kind, String unit, String meaning) {
        this.kind = kind;
        this.unit = unit;
        this.meaning = meaning;
    }

    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether the measure is yes (1) or no (0). */
    public boolean yesOrNo() {
        return kind == 'b';
    }

    /** Whether the measure is a count. */
    public boolean whole() {
        return kind == 'n';
    }

    public String unit() {
        return unit;
    }

    public String meaning() {
        return meaning;
    }
}
