package greenlight.market.measure;

import greenlight.market.contract.Deal;
import greenlight.market.contract.Stage;
import greenlight.market.record.Event;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * What a whole run is summed up in, one line each: kind (b yes or no, n count, r real), unit, how it is computed, meaning.
 * Empty where it does not apply.
 */
public enum Measure {
    // spotless:off
    //                        kind unit         computed by                                                               meaning
    HEADLINE_SIGNED         ('b', "",            run -> run.headline().signed(),                                           "the headline deal was signed"),
    HEADLINE_VOIDED         ('b', "",            run -> run.headline().voided(),                                           "it ended because the vendor's platform was gone"),
    HEADLINE_TERMINATED     ('b', "",            run -> run.headline().terminated(),                                       "it was terminated by the studio, in the pilot or later"),
    HEADLINE_COLLAPSED      ('b', "",            run -> run.headline().collapsed(),                                        "it was voided or terminated before its term"),
    HEADLINE_LIFE           ('n', "quarters",    run -> run.headline().life(),                                             "from its signing to its end, or to the horizon"),
    HEADLINE_LICENSED       ('n', "quarters",    run -> run.headline().licensedQuarters(),                                 "in which its characters might be used: in force, after its closing"),
    HEADLINE_GAIN           ('r', "USD",         run -> run.headline().gain(),                                             "what its studio got from it less what it paid, equity left out; 0 when it was not signed"),
    HEADLINE_EQUITY_PAID    ('r', "USD",         run -> run.headline().equityPaid(),                                       "equity that the studio of the headline deal had paid"),
    FLAGSHIP_CLOSED         ('b', "",            run -> run.flagship().closed(),                                           "the flagship's consumer video was closed"),
    SHUTDOWN_QUARTER        ('n', "quarter",     run -> run.flagship().closingQuarter(),                                   "in which it was closed, counted from 0"),
    QUARTERS_TO_SHUTDOWN    ('n', "quarters",    run -> run.flagship().quartersToClosing(),                                "from its launch to its closing"),
    FLAGSHIP_LIFE           ('n', "quarters",    run -> run.flagship().openQuarters(),                                     "in which its platform was open: from its launch to its closing, or to the horizon"),
    PEAK_DAILY_LOSS         ('r', "USD/day",     run -> run.flagship().peakDailyLoss(),                                    "largest daily loss of the flagship's consumer video"),
    DAILY_LOSS_AFTER_1      ('r', "USD/day",     run -> run.flagship().reading(Reading.DAILY_VIDEO_LOSS, 1),               "daily loss of the flagship's consumer video one quarter after launch; empty when it has closed by then"),
    FREE_QUOTA_AFTER_1      ('r', "ratio",       run -> run.flagship().againstLaunch(Reading.QUARTER_FREE_QUOTA, 1),       "the flagship's free quota one quarter after launch against that at launch; empty when it has closed by then"),
    LAUNCH_MINUTES          ('r', "GPU-minutes", run -> run.flagship().reading(Reading.QUARTER_MINUTES_PER_CLIP, 0),       "for one clip of the flagship in its launch quarter"),
    LAUNCH_USERS            ('r', "people",      run -> run.flagship().reading(Reading.ADOPTERS, 0),                   "who came to the flagship from no platform in its launch quarter, month by month"),
    ADOPTERS_AFTER_1        ('r', "ratio",       run -> run.flagship().againstLaunch(Reading.ADOPTERS, 1),                 "newcomers to the flagship one quarter after launch, against the launch quarter"),
    ACTIVE_AFTER_2          ('r', "ratio",       run -> run.flagship().againstLaunch(Reading.ACTIVE_USERS, 2),             "users of the flagship two quarters after launch, against the launch quarter; empty when it has closed by then"),
    RETENTION_1             ('r', "share",       run -> run.flagship().reading(Reading.NEWCOMER_RETENTION, 0),             "of those who came in its launch quarter to the flagship as their first platform, share still there a month later"),
    CONVERSION_AGAINST_PLAN ('r', "ratio",       run -> run.flagship().conversionAgainstPlan(),                            "the flagship's conversion in its first two quarters against its projection"),
    REVENUE_OVER_COMPUTE    ('r', "ratio",       run -> run.flagship().revenueOverCompute(),                               "the flagship's video revenue over its inference cost, whole life"),
    FLAGSHIP_VIDEO_LOSS     ('r', "USD",         run -> run.flagship().videoLoss(),                                        "the flagship's inference cost and overhead less video income, whole life"),
    FLAGSHIP_GAIN           ('r', "USD",         run -> run.flagship().gain(),                                             "what the flagship's vendor gained by video and by partners: video income, shared bills, less inference, overhead, fees and guarantees; GPUs at their rent, equity left out"),
    VIDEO_AGAINST_ENTERPRISE('r', "ratio",       run -> run.flagship().videoAgainstEnterprise(),                           "what a GPU-hour of the flagship's video brought from users, whole life, against what enterprises paid for one"),
    ENTERPRISE_AFTER_CLOSING('r', "ratio",       run -> run.flagship().enterpriseAfterClosing(),                           "the flagship's enterprise revenue two quarters after closing against the quarter before"),
    DEALS_SIGNED            ('n', "deals",       run -> run.deals().signed(),                                              "platform deals signed, pilots included"),
    DEALS_VOIDED            ('n', "deals",       run -> run.deals().ended(Stage.VOIDED),                                   "ended because the vendor's platform was gone"),
    DEALS_TERMINATED        ('n', "deals",       run -> run.deals().ended(Stage.TERMINATED),                               "ended by a studio, failed pilots included"),
    TERMINATED_FOR_BRAND    ('n', "deals",       run -> run.deals().ended(Deal.Cause.BRAND),                               "of these, for brand anomalies"),
    TERMINATED_FOR_LAW      ('n', "deals",       run -> run.deals().ended(Deal.Cause.LAW),                                 "of these, for legal risk"),
    EQUITY_PAID             ('r', "USD",         run -> run.deals().equityPaid(),                                          "equity that studios paid to vendors"),
    STUDIOS_LOSS            ('r', "USD",         run -> run.deals().studiosLoss(),                                         "what studios put into voided and terminated deals, less what they got from them and what the shares bought are worth at the horizon"),
    STUDIOS_LOSS_WITHOUT_STAKES('r', "USD",      run -> run.deals().studiosLossWithoutStakes(),                            "the same with the shares bought counted as worth nothing"),
    GAIN_TOOLS              ('r', "USD",         run -> run.deals().gainFromTools(),                                       "studios' gain from pipeline tools, those of partners included"),
    GAIN_CLOUD              ('r', "USD",         run -> run.deals().gainFromClouds(),                                      "studios' gain from private clouds"),
    GAIN_PLATFORM           ('r', "USD",         run -> run.deals().gainFromPlatforms(),                                   "studios' gain from platform deals, equity left out"),
    STRINGENCY_FIRST        ('r', "share",       run -> run.all().stringencyBeforeLaunch(),                                "mean stringency of studios before the flagship's launch"),
    STRINGENCY_RISE         ('r', "share",       run -> run.headline().stringencyRise(),                                   "mean stringency two quarters after the headline deal's end, less that before the flagship's launch"),
    STRINGENCY_LAST         ('r', "share",       run -> run.all().last(Reading.STRINGENCY),                                "mean stringency of studios at the horizon"),
    TOOLS_OR_CLOUD_LAST     ('n', "studios",     run -> run.all().last(Reading.STUDIOS_TOOLS) + run.all().last(Reading.STUDIOS_CLOUD), "on pipeline tools, alone or besides a platform, or a private cloud at the horizon"),
    PLATFORM_LAST           ('n', "studios",     run -> run.all().last(Reading.STUDIOS_PLATFORM),                          "partner of a platform at the horizon"),
    SURVIVING_LABS          ('n', "vendors",     run -> run.vendors().labs(),                                              "frontier labs whose video platform is live at the horizon"),
    SURVIVING_STARTUPS      ('n', "vendors",     run -> run.vendors().startups(),                                          "video start-ups whose platform is live at the horizon"),
    SURVIVING_TOOLS         ('n', "vendors",     run -> run.vendors().toolMakers(),                                        "tool makers live at the horizon, former start-ups included"),
    TOOLS_SURVIVAL          ('r', "share",       run -> run.vendors().survivalOfToolMakers(),                              "of those who came as tool makers, share whose tools can be bought at the horizon"),
    PLATFORMS_SURVIVAL      ('r', "share",       run -> run.vendors().survivalOfPlatforms(),                               "of those who ever opened a general video platform, share whose platform is open at the horizon"),
    STARTUPS_LOST           ('n', "vendors",     run -> run.vendors().startupsLost(),                                      "video start-ups that ran out of money, were bought, or gave up their platform"),
    OTHER_DEALS_FAILED      ('n', "deals",       run -> run.deals().failedElsewhere(),                                     "of vendors other than the flagship, voided, or terminated for brand or law"),
    RIVALS_GROWTH           ('r', "ratio",       run -> run.flagship().rivalsGrowth(),                                     "revenue of the video start-ups two quarters after the flagship's closing against the quarter before"),
    RIVALS_PAYERS           ('r', "people",      run -> run.rivals().payers(),                                           "paying users of the video start-ups at the horizon"),
    RIVALS_REVENUE          ('r', "USD",         run -> run.rivals().revenue(),                                          "what users paid the video start-ups in the last four quarters"),
    RIVALS_REVENUE_AT_LAUNCH('r', "USD/year",    run -> run.rivals().revenueIn(run.flagship().launchQuarter()),            "what users paid the video start-ups in the quarter of the flagship's launch, times four"),
    RIVALS_PAID_QUARTERS    ('r', "share",       run -> run.rivals().paidQuarters(),                                     "of the quarters, those in which a video start-up had paying users"),
    CLIP_PRICE_FALL         ('r', "ratio",       run -> run.rivals().clipPriceFall(),                                    "the start-ups' lowest price of a clip beyond the plan at the horizon against the first one"),
    ENTRIES                 ('n', "vendors",     run -> run.all().count(Event.Kind.ENTRY),                                 "start-ups founded"),
    INSOLVENCIES            ('n', "vendors",     run -> run.all().count(Event.Kind.INSOLVENCY),                            "that ran out of money"),
    PIVOTS                  ('n', "vendors",     run -> run.all().count(Event.Kind.PIVOT),                                 "that turned to tools or to enterprise"),
    ACQUISITIONS            ('n', "vendors",     run -> run.all().count(Event.Kind.ACQUISITION),                           "bought by a lab or a strategic investor"),
    ROUNDS                  ('n', "rounds",      run -> run.funding().rounds(),                                            "closed, shrunk ones included"),
    ROUNDS_TROUBLED         ('n', "rounds",      run -> run.funding().troubledRounds(),                                    "shrunk, down or failed"),
    RAISED                  ('r', "USD",         run -> run.funding().raised(),                                            "in all rounds of start-ups and tool makers"),
    WINTER_DEPTH            ('r', "share",       run -> run.flagship().winterDepth(),                                      "fall of the money raised by start-ups and tool makers, from the four quarters up to the flagship's closing to the four after it"),
    EXUBERANCE_LAST         ('r', "weight",      run -> run.all().last(Reading.QUARTER_EXUBERANCE),                        "mean exuberance at the horizon"),
    SUITS                   ('n', "cases",       run -> run.all().count(Event.Kind.SUIT),                                  "filed"),
    SUITS_RISE              ('r', "ratio",       run -> run.flagship().suitsRise(),                                        "suits filed in the flagship's launch quarter and the next, per quarter, against the six quarters before"),
    OPEN_CASES_LAST         ('n', "cases",       run -> run.all().last(Reading.OPEN_CASES),                                "open at the horizon"),
    CASES_ENDED             ('r', "share",       run -> run.all().shareEnded(),                                            "of the cases filed, share ended within the horizon"),
    CASES_DECIDED           ('r', "share",       run -> run.all().shareDecided(),                                          "of the cases filed, share ended by a judgment within the horizon"),
    OPEN_AT_LAUNCH          ('r', "share",       run -> run.flagship().openAtLaunch(),                                     "of the cases filed before the flagship's launch, share still open at its launch"),
    LEGAL_COST              ('r', "USD",         run -> run.all().sum(Reading.QUARTER_LEGAL_COST),                         "lawyers, settlements, damages and fines of all"),
    HHI_MEAN                ('r', "index",       run -> run.all().mean(Reading.HHI),                                       "mean concentration of users over platforms"),
    PEAK_ACTIVE             ('r', "people",      run -> run.all().max(Reading.ACTIVE_USERS),                               "most people active on all platforms in a quarter"),
    LAST_ACTIVE             ('r', "people",      run -> run.all().last(Reading.ACTIVE_USERS),                              "people active on all platforms at the horizon"),
    USERS_SURPLUS           ('r', "USD",         run -> run.all().sum(Reading.QUARTER_USERS_SURPLUS),                      "of paying users, all quarters"),
    CLIPS                   ('r', "clips",       run -> run.all().sum(Reading.QUARTER_CLIPS),                              "delivered by all vendors"),
    VIDEO_GPU_HOURS         ('r', "GPU-hours",   run -> run.all().videoGpuHours(),                                         "spent on video by all vendors"),
    VIDEO_REVENUE           ('r', "USD",         run -> run.all().sum(Reading.QUARTER_VIDEO_REVENUE),                      "of all vendors: subscriptions, and clips by the piece"),
    LABS_ENTERPRISE_REVENUE ('r', "USD",         run -> run.all().sum(Reading.QUARTER_ENTERPRISE_REVENUE),                 "of all labs"),
    INCIDENTS               ('r', "clips",       run -> run.all().sum(Reading.QUARTER_INCIDENTS),                          "harmful clips of all vendors");
    // spotless:on

    private final char kind;
    private final String unit;

    @SuppressWarnings("ImmutableEnumChecker") // the functions have no state
    private final ToDoubleFunction<RunHistory> function;

    private final String meaning;

    Measure(char kind, String unit, ToDoubleFunction<RunHistory> function, String meaning) {
        this.kind = kind;
        this.unit = unit;
        this.function = function;
        this.meaning = meaning;
    }

    /** The value of each measure in a run, in the order of the table; not-a-number where it does not apply. */
    public static double[] of(RunHistory run) {
        Measure[] measures = values();
        double[] values = new double[measures.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = measures[i].function.applyAsDouble(run);
        }
        return values;
    }

    /** Its name in files: the name of the constant in lower case. */
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
