package greenlight.market.measure;

import greenlight.market.agent.Strategy;
import greenlight.market.agent.Studio;
import greenlight.market.agent.Vendor;
import greenlight.market.law.Party;
import greenlight.market.ledger.Account;
import greenlight.market.ledger.Why;
import greenlight.market.scenario.Calendar;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.ToDoubleBiFunction;

/**
 * What is read off each quarter, one line each: how it is computed for the market (q quarter, t what vendors and studios have of it), for a
 * vendor (v) and for a studio (s), null where it does not apply; kind (n count, r real); unit; meaning. A reading in words
 * has neither kind nor unit.
 */
public enum Reading {
    // spotless:off
    //                         market                                          vendor                                                          studio                           kind unit             meaning
    ACTIVE_USERS              ((q, t) -> q.activePeople(),                     (v, q) -> v.userBase().activePeople(),                          null,                            'r', "people",        "people who used a platform in the quarter's last month"),
    PAID_USERS                ((q, t) -> t.all(),                              (v, q) -> v.userBase().paidPeople(),                            null,                            'r', "people",        "of these, people on a paid tier"),
    ADOPTERS                  ((q, t) -> t.all(),                              (v, q) -> v.userBase().demand().adopted() * q.peoplePerAgent(), null,                            'r', "people",        "people who came from no platform, month by month"),
    LEAVERS                   ((q, t) -> t.all(),                              (v, q) -> v.userBase().demand().left() * q.peoplePerAgent(),    null,                            'r', "people",        "people who left the platform, month by month"),
    VISITORS                  ((q, t) -> t.all(),                              (v, q) -> v.userBase().demand().visitorMonths() * q.peoplePerAgent() / Calendar.MONTHS_PER_QUARTER, null,                            'r', "people",        "people on another platform's free plan who use this one's besides, in the mean month"),
    RETENTION_OBSERVED        (null,                                           (v, q) -> v.userBase().demand().retention(),                    null,                            'r', "share",         "of a month's users, share who stay for another one"),
    NEWCOMER_RETENTION        (null,                                           (v, q) -> v.userBase().demand().newcomerRetention(),                    null,                            'r', "share",         "of those who came to their first platform, share still there a month later"),
    RETENTION_BELIEVED        (null,                                           (v, q) -> v.beliefs().retention().mean(),                       null,                            'r', "share",         "what the vendor expects that share to be"),
    CONVERSION_OBSERVED       (null,                                           (v, q) -> v.userBase().demand().conversion(),                   null,                            'r', "share",         "of the free users, share who begin to pay in a month"),
    CONVERSION_BELIEVED       (null,                                           (v, q) -> v.beliefs().conversion().mean(),                      null,                            'r', "share",         "what the vendor expects that share to be"),
    QUARTER_CLIPS             ((q, t) -> t.all(),                              (v, q) -> v.delivery().clips(),                                 null,                            'n', "clips",         "clips delivered"),
    CLIPS_RATIONED            ((q, t) -> t.all(),                              (v, q) -> v.delivery().rationed(),                              null,                            'n', "clips",         "clips requested and not delivered"),
    GPU_MINUTES_DEMANDED      ((q, t) -> t.all(),                              (v, q) -> v.delivery().minutesDemanded(),                       null,                            'r', "GPU-minutes",   "GPU time of all clips requested"),
    GPU_MINUTES               ((q, t) -> t.all(),                              (v, q) -> v.delivery().minutes(),                               null,                            'r', "GPU-minutes",   "GPU time of the clips delivered"),
    QUARTER_MINUTES_PER_CLIP  (null,                                           (v, q) -> where(v.platformOpen(), v.delivery().minutesEach()),  null,                            'r', "GPU-minutes",   "GPU time of one clip"),
    INFERENCE_COST            ((q, t) -> t.all(),                              (v, q) -> v.delivery().inferenceCost(),                         null,                            'r', "USD",           "GPU time of the clips delivered, at the GPU price"),
    QUARTER_VIDEO_REVENUE     ((q, t) -> t.all(),                              (v, q) -> v.received(Why.SUBSCRIPTION) + v.received(Why.CLIPS), null,                            'r', "USD",           "subscriptions of users, and clips by the piece"),
    QUARTER_ENTERPRISE_REVENUE((q, t) -> t.all(),                              (v, q) -> where(v.lab(), v.received(Why.ENTERPRISE)),           null,                            'r', "USD",           "a lab's enterprise services"),
    OTHER_REVENUE             ((q, t) -> t.all(),                              (v, q) -> v.received(Why.TOOLS) + v.received(Why.COST_SHARE),   null,                            'r', "USD",           "other customers, studios that buy tools, partners' cost shares"),
    DAILY_VIDEO_LOSS          ((q, t) -> t.all(),                              (v, q) -> v.dailyLoss(),                                        null,                            'r', "USD/day",       "inference cost less video revenue and cost shares, per day"),
    CASH                      (null,                                           (v, q) -> v.cash(),                                             (s, q) -> s.account().dollars(), 'r', "USD",           "balance at the quarter's end"),
    RUNWAY                    (null,                                           (v, q) -> where(v.burn() > 0, Math.max(0, v.runway())),         null,                            'r', "quarters",      "cash over the quarter's burn; empty when nothing is burnt"),
    VALUATION                 (null,                                           (v, q) -> v.valuation(),                                        null,                            'r', "USD",           "what investors mark it at: the post-money valuation of a round, moved every quarter towards what they would pay"),
    PRESSURE                  (null,                                           (v, q) -> v.pressure(),                                         null,                            'r', "share",         "pressure of its investors for profit"),
    GPUS                      (null,                                           (v, q) -> v.fleet().gpus(),                                     null,                            'r', "GPUs",          "size of the fleet"),
    VIDEO_SHARE               (null,                                           (v, q) -> v.fleet().videoShare(),                               null,                            'r', "share",         "of the fleet, used for video"),
    ENTERPRISE_SHARE          (null,                                           (v, q) -> v.fleet().enterpriseShare(),                          null,                            'r', "share",         "of the fleet, used for enterprise services"),
    RESEARCH_SHARE            (null,                                           (v, q) -> v.fleet().researchShare(),                            null,                            'r', "share",         "of the fleet, used for research"),
    ENTERPRISE_PRICE          (null,                                           (v, q) -> where(v.lab(), v.fleet().enterprisePrice()),                  null,                            'r', "USD/GPU-hour",  "what enterprises pay a lab"),
    SHADOW_PRICE              (null,                                           (v, q) -> where(v.lab(), v.fleet().shadowPrice()),                      null,                            'r', "USD/GPU-hour",  "what a lab's freed GPU would earn beyond its rent"),
    CAPABILITY                (null,                                           (v, q) -> where(v.lab(), v.model().capability()),               null,                            'r', "index",         "a lab's core capability against the outside rivals"),
    QUALITY                   (null,                                           (v, q) -> v.model().quality(),                                  null,                            'r', "index",         "of the video model"),
    CONSISTENCY               (null,                                           (v, q) -> v.model().consistency(),                              null,                            'r', "share",         "of the video model"),
    PROVENANCE                (null,                                           (v, q) -> v.provenance(),                                       null,                            'r', "share",         "of the training data, licensed"),
    QUARTER_GUARDRAILS        (null,                                           (v, q) -> v.terms().guardrails(),                               null,                            'r', "effort",        "against misuse"),
    QUARTER_PRICE             (null,                                           (v, q) -> v.terms().price(),                                    null,                            'r', "USD/month",     "of the paid tier"),
    QUARTER_FREE_QUOTA        (null,                                           (v, q) -> v.terms().freeQuota(),                                null,                            'r', "clips/quarter", "of the free tier"),
    QUARTER_HEADROOM          (null,                                           (v, q) -> v.terms().headroom(),                                 null,                            'r', "ratio",         "GPUs that it plans to hold for video, against those that expected demand takes"),
    QUARTER_CLIP_PRICE        (null,                                           (v, q) -> where(v.platformOpen(), v.delivery().clipPrice()),    null,                            'r', "USD/clip",      "price of a clip beyond the paid plan"),
    PRODUCT                   (Text.of(v -> v.state().name(), null),                                                                                                                                  "state of the product"),
    QUARTER_OPT_IN            (null,                                           (v, q) -> v.terms().optIn() ? 1 : 0,                            null,                            'n', "",              "1 where it shows only characters whose owners have opted in"),
    QUARTER_INCIDENTS         ((q, t) -> t.all(),                              (v, q) -> v.delivery().incidents(),                             null,                            'n', "clips",         "harmful clips that passed the guardrails"),
    OPEN_CASES                ((q, t) -> t.all(),                              (v, q) -> q.openCases(v),                                       (s, q) -> q.openCases(s),        'n', "cases",         "suits and actions open against it"),
    SUITS_FILED               ((q, t) -> t.all(),                              (v, q) -> q.suitsFiled(v),                                      (s, q) -> q.suitsFiled(s),       'n', "cases",         "suits and actions filed against it in the quarter"),
    QUARTER_LEGAL_COST        ((q, t) -> t.all(),                              (v, q) -> legalCost(v),                                         (s, q) -> legalCost(s),          'r', "USD",           "lawyers, settlements, damages and fines"),
    DEALS_PILOT               ((q, t) -> q.pilots(),                           (v, q) -> q.pilots(v),                                          (s, q) -> q.pilots(s),           'n', "deals",         "in a pilot"),
    DEALS_IN_FORCE            ((q, t) -> q.dealsInForce(),                     (v, q) -> q.dealsInForce(v),                                    (s, q) -> q.dealsInForce(s),     'n', "deals",         "active or renewed"),
    STRATEGY                  (Text.of(null, s -> s.strategy().name()),                                                                                                                               "the studio's AI strategy"),
    QUARTER_TRUST             ((q, t) -> t.meanOfStudios(),                    null,                                                           (s, q) -> s.meanTrust(),         'r', "share",         "of studios in vendors, mean over vendors"),
    STRINGENCY                ((q, t) -> t.meanOfStudios(),                    null,                                                           (s, q) -> s.stringency(),        'r', "share",         "of the terms that studios demand, 0 lax to 1 strictest"),
    AI_GAIN                   ((q, t) -> t.all(),                              null,                                                           (s, q) -> gain(s),               'r', "USD",           "savings, engagement and fees less the costs of AI"),
    STAKES                    ((q, t) -> t.all(),                              null,                                                           (s, q) -> q.stakes(s),           'r', "USD",           "shares in vendors that studios have bought, at the vendors' marks"),
    QUARTER_EXUBERANCE        ((q, t) -> q.meanExuberance(),                   null,                                                           null,                            'r', "weight",        "mean over investors of the weight of growth against margin"),
    DRY_POWDER                ((q, t) -> q.dryPowder(),                        null,                                                           null,                            'r', "USD",           "money that investors could still place"),
    QUARTER_RAISED            ((q, t) -> t.all(),                              (v, q) -> v.received(Why.ROUND) + v.received(Why.EQUITY),       null,                            'r', "USD",           "in funding rounds"),
    HYPE                      ((q, t) -> q.environment().attention(),          null,                                                           null,                            'r', "index",         "attention of the market; 1 is an ordinary quarter"),
    LEGAL_CLIMATE             ((q, t) -> q.court().climate(),                  null,                                                           null,                            'r', "probability",   "that a plaintiff wins, as the market believes"),
    LEGAL_UNCERTAINTY         ((q, t) -> q.court().uncertainty(),              null,                                                           null,                            'r', "s.d.",          "of that belief"),
    REGULATORY_PRESSURE       ((q, t) -> q.environment().regulatoryPressure(), null,                                                           null,                            'r', "share",         "of its full strength"),
    QUARTER_GPU_PRICE         ((q, t) -> q.environment().gpuPrice(),           null,                                                           null,                            'r', "USD/GPU-hour",  "rent of a GPU"),
    QUARTER_ENTERPRISE_HOURS  ((q, t) -> q.environment().enterpriseHours(),    null,                                                           null,                            'r', "GPU-hours",     "what enterprises would take from the labs and their rivals if it cost nothing"),
    PLATFORMS                 ((q, t) -> q.platforms(),                        null,                                                           null,                            'n', "vendors",       "general video platforms that are live"),
    HHI                       ((q, t) -> q.concentration(),                    null,                                                           null,                            'r', "index",         "concentration of users over platforms, 0 to 10,000"),
    QUARTER_USERS_SURPLUS     ((q, t) -> q.usersSurplus(),                     null,                                                           null,                            'r', "USD",           "what paying users would have paid beyond the price"),
    STUDIOS_TOOLS             ((q, t) -> q.usingTools(),                       null,                                                           null,                            'n', "studios",       "that use pipeline tools, alone or besides a platform"),
    STUDIOS_CLOUD             ((q, t) -> q.count(Strategy.PRIVATE_CLOUD),      null,                                                           null,                            'n', "studios",       "that run a private cloud"),
    STUDIOS_PLATFORM          ((q, t) -> q.count(Strategy.PLATFORM_PARTNER),   null,                                                           null,                            'n', "studios",       "that partner with a platform");
    // spotless:on

    @SuppressWarnings("ImmutableEnumChecker") // the functions have no state
    private final ToDoubleBiFunction<QuarterView, Totals> market;

    @SuppressWarnings("ImmutableEnumChecker") // the functions have no state
    private final ToDoubleBiFunction<Vendor, QuarterView> vendor;

    @SuppressWarnings("ImmutableEnumChecker") // the functions have no state
    private final ToDoubleBiFunction<Studio, QuarterView> studio;

    @SuppressWarnings("ImmutableEnumChecker") // the functions have no state
    private final Text text;

    private final char kind;
    private final String unit;
    private final String meaning;

    Reading(
            ToDoubleBiFunction<QuarterView, Totals> market,
            ToDoubleBiFunction<Vendor, QuarterView> vendor,
            ToDoubleBiFunction<Studio, QuarterView> studio,
            char kind,
            String unit,
            String meaning) {
        this.market = market;
        this.vendor = vendor;
        this.studio = studio;
        this.kind = kind;
        this.unit = unit;
        this.meaning = meaning;
        text = null;
    }

    Reading(Text text, String meaning) {
        this.text = text;
        this.meaning = meaning;
        market = null;
        vendor = null;
        studio = null;
        kind = 't';
        unit = "";
    }

    /** A reading in words: of a vendor and of a studio, null where it does not apply. */
    private record Text(Function<Vendor, String> vendor, Function<Studio, String> studio) {
        static Text of(Function<Vendor, String> vendor, Function<Studio, String> studio) {
            return new Text(vendor, studio);
        }
    }

    /**
     * What the firms have of a reading in a quarter.
     *
     * @param vendors sum over vendors
     * @param studios sum over studios
     * @param count number of studios
     */
    record Totals(double vendors, double studios, int count) {
        double all() {
            return vendors + studios;
        }

        double meanOfStudios() {
            return studios / count;
        }
    }

    /** Whether the market has the reading. */
    boolean ofMarket() {
        return market != null;
    }

    /** Whether vendors have the reading, in numbers or words. */
    boolean ofVendor() {
        return vendor != null || (text != null && text.vendor() != null);
    }

    /** Whether studios have the reading, in numbers or words. */
    boolean ofStudio() {
        return studio != null || (text != null && text.studio() != null);
    }

    /** The market's value; not-a-number where the reading does not apply. */
    double of(QuarterView quarter, Totals totals) {
        return market == null ? Double.NaN : market.applyAsDouble(quarter, totals);
    }

    /** A vendor's value; not-a-number where the reading does not apply, or is in words. */
    double of(Vendor of, QuarterView quarter) {
        return vendor == null ? Double.NaN : vendor.applyAsDouble(of, quarter);
    }

    /** A studio's value; not-a-number where the reading does not apply, or is in words. */
    double of(Studio of, QuarterView quarter) {
        return studio == null ? Double.NaN : studio.applyAsDouble(of, quarter);
    }

    /** A vendor's word; null where the reading does not apply, or is a number. */
    String word(Vendor of) {
        return text == null || text.vendor() == null ? null : text.vendor().apply(of);
    }

    /** A studio's word; null where the reading does not apply, or is a number. */
    String word(Studio of) {
        return text == null || text.studio() == null ? null : text.studio().apply(of);
    }

    private static double where(boolean applies, double value) {
        return applies ? value : Double.NaN;
    }

    private static double legalCost(Party party) {
        Account account = party.account();
        return account.paid(Why.CASE_COST)
                + account.paid(Why.SETTLEMENT)
                + account.paid(Why.DAMAGES)
                + account.paid(Why.FINE);
    }

    /** Savings, engagement, fees and guarantees less what AI costs the studio, equity left out. */
    private static double gain(Studio studio) {
        Account account = studio.account();
        return account.received(Why.SAVINGS)
                + account.received(Why.ENGAGEMENT)
                + account.received(Why.LICENCE_FEE)
                + account.received(Why.GUARANTEE)
                - account.paid(Why.TOOLS)
                - account.paid(Why.PRIVATE_CLOUD)
                - account.paid(Why.INTEGRATION)
                - account.paid(Why.COST_SHARE)
                - account.paid(Why.BRAND_HARM);
    }

    /** Its name in files: the name of the constant in lower case. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether the reading is words rather than a number. */
    public boolean words() {
        return text != null;
    }

    /** Whether the reading is a count of things that come one by one. */
    public boolean whole() {
        return kind == 'n';
    }

    public String unit() {
        return unit;
    }

    public String meaning() {
        return meaning;
    }

    /** The entities that have the reading: letters of {@code m} market, {@code v} vendor, {@code s} studio. */
    public String of() {
        return (ofMarket() ? "m" : "") + (ofVendor() ? "v" : "") + (ofStudio() ? "s" : "");
    }
}
