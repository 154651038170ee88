package greenlight.app.evidence;

import static greenlight.market.measure.Measure.CONVERSION_AGAINST_PLAN;
import static greenlight.market.measure.Measure.DEALS_SIGNED;
import static greenlight.market.measure.Measure.FLAGSHIP_LIFE;
import static greenlight.market.measure.Measure.FLAGSHIP_VIDEO_LOSS;
import static greenlight.market.measure.Measure.HEADLINE_COLLAPSED;
import static greenlight.market.measure.Measure.HEADLINE_SIGNED;
import static greenlight.market.measure.Measure.LAST_ACTIVE;
import static greenlight.market.measure.Measure.LAUNCH_USERS;
import static greenlight.market.measure.Measure.LEGAL_COST;
import static greenlight.market.measure.Measure.PEAK_ACTIVE;
import static greenlight.market.measure.Measure.RAISED;
import static greenlight.market.measure.Measure.RETENTION_1;
import static greenlight.market.measure.Measure.RIVALS_REVENUE;
import static greenlight.market.measure.Measure.STUDIOS_LOSS;
import static greenlight.market.measure.Measure.SUITS;
import static greenlight.market.parameter.MarketParameter.*;

import greenlight.market.measure.Measure;
import greenlight.market.parameter.MarketParameter;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which way a measure goes, according to economics, when a parameter rises or a mechanism is switched on, all else equal.
 * Each row was written from the reason that it gives, none from a run of the model.
 *
 * @param sign 1 when the measure rises, -1 when it falls
 * @param reason why, in one sentence without its full stop
 */
public record Expectation(MarketParameter parameter, Measure measure, int sign, String reason) {
    // spotless:off
    private static final List<Expectation> TABLE = List.of(
        rises(POPULATION,            PEAK_ACTIVE,             "equal shares of more people are more users"),
        falls(COMPUTE_COST,          FLAGSHIP_LIFE,           "a clip that costs a hundred times as much makes every free user a loss that ends with the platform"),
        rises(COMPUTE_COST,          FLAGSHIP_VIDEO_LOSS,     "inference is the largest cost of a free platform"),
        falls(NOVELTY_DECAY,         RETENTION_1,             "users who came for what was new leave when it is no longer new"),
        falls(NOVELTY_DECAY,         FLAGSHIP_LIFE,           "a platform that its users leave has less to go on for"),
        falls(VC_PRESSURE,           RAISED,                  "sober investors pay less for growth without a margin"),
        falls(VC_PRESSURE,           FLAGSHIP_LIFE,           "a higher discount rate and a short runway leave less time for losses to turn"),
        rises(LITIGATION,            SUITS,                   "without it no case is filed"),
        rises(LITIGATION,            LEGAL_COST,              "every case needs lawyers"),
        falls(LITIGATION,            DEALS_SIGNED,            "expected cases are a cost of a deal to both sides"),
        falls(BRAND_SAFETY,          DEALS_SIGNED,            "expected harm to its brand is a cost of a deal to a studio"),
        falls(ENTERPRISE_OPTION,     FLAGSHIP_LIFE,           "what GPUs earn elsewhere is a cost of using them for video"),
        rises(FEAR_OF_MISSING_OUT,   DEALS_SIGNED,            "rivals' deals add to the worth of one's own"),
        falls(LEARNING,              DEALS_SIGNED,            "a failed deal, and an audience below the plan, teach caution"),

        rises(INNOVATION,            PEAK_ACTIVE,             "more people adopt unprompted (Bass p)"),
        rises(IMITATION,             PEAK_ACTIVE,             "each user brings more others (Bass q)"),
        rises(PROFESSIONAL_SEARCH,   PEAK_ACTIVE,             "more creators and small businesses find a platform"),
        rises(PROFESSIONAL_SEARCH,   RIVALS_REVENUE,          "those who find a platform for their work pay for it"),
        rises(RETURNING,             PEAK_ACTIVE,             "those who left come back sooner"),
        rises(RETURNING,             LAST_ACTIVE,             "those who left come back sooner"),
        falls(LEAVING,               RETENTION_1,             "it is a hazard of leaving"),
        rises(SWITCHING,             PEAK_ACTIVE,             "those who leave one vendor for another stay in the market"),
        falls(OUTSIDE_UTILITY,       RETENTION_1,             "a better outside option makes staying worth less"),
        falls(OUTSIDE_UTILITY,       PEAK_ACTIVE,             "a better outside option keeps people out"),
        falls(OUTSIDE_UTILITY,       FLAGSHIP_LIFE,           "a platform that its users leave has less to go on for"),
        falls(OPEN_MODELS,           RETENTION_1,             "what is free elsewhere makes staying worth less"),
        falls(OPEN_MODELS,           PEAK_ACTIVE,             "what is free elsewhere keeps people out"),
        falls(OPEN_MODELS,           RIVALS_REVENUE,          "what is free elsewhere holds payers off"),
        rises(OPEN_LAG,              PEAK_ACTIVE,             "open models that come later are a worse outside good"),
        rises(NEED,                  RETENTION_1,             "lasting use outlives novelty"),
        rises(NEED,                  FLAGSHIP_LIFE,           "users who stay are worth going on for"),
        rises(PROFESSIONAL_SHARE,    RETENTION_1,             "professionals have a lasting use"),
        rises(PROFESSIONAL_SHARE,    FLAGSHIP_LIFE,           "users who stay are worth going on for"),
        rises(PROFESSIONAL_SHARE,    RIVALS_REVENUE,          "those who have work for clips pay for them"),
        rises(PROFESSIONAL_NEED,     RETENTION_1,             "lasting use outlives novelty"),
        rises(PROFESSIONAL_NEED,     RIVALS_REVENUE,          "those who have work for clips stay and pay"),
        falls(FRICTION,              RETENTION_1,             "refused clips are worth nothing to their user"),
        rises(CASUAL_CLIPS,          FLAGSHIP_VIDEO_LOSS,     "a clip made for free costs inference and brings nothing"),
        rises(USE_TAIL,              FLAGSHIP_VIDEO_LOSS,     "with a lighter tail the same quota cuts less of the same wishes"),
        rises(BUDGET,                CONVERSION_AGAINST_PLAN, "more people can afford the price"),
        rises(PROFESSIONAL_BUDGET,   CONVERSION_AGAINST_PLAN, "more creators and small businesses can afford the price"),
        rises(PROFESSIONAL_BUDGET,   RIVALS_REVENUE,          "more creators and small businesses can afford the price"),
        rises(BUDGET_SPREAD,         CONVERSION_AGAINST_PLAN, "the price lies above the median budget, so a wider spread puts more budgets above it"),
        rises(CONVERTING,            CONVERSION_AGAINST_PLAN, "it is the hazard of paying"),
        rises(CONVERTING,            RIVALS_REVENUE,          "it is the hazard of paying"),
        rises(PREMIUM,               CONVERSION_AGAINST_PLAN, "the paid plan gives more that the free one does not"),
        falls(PREMIUM,               PEAK_ACTIVE,             "a free plan of less worth attracts fewer users"),
        rises(PLAN_CLIPS,            CONVERSION_AGAINST_PLAN, "the paid plan meets more of what its users wish for"),
        rises(CLIP_WORTH,            RIVALS_REVENUE,          "more clips beyond the plan are bought, at a higher price"),
        falls(LAPSING,               RIVALS_REVENUE,          "it is the hazard of ceasing to pay"),
        rises(MISUSE,                LEGAL_COST,              "more harmful clips are more violations to be fined"),

        rises(NOVELTY,               RETENTION_1,             "more is left of a larger novelty after a quarter"),
        rises(NOVELTY,               PEAK_ACTIVE,             "the first clips are what people come for"),
        rises(NOVELTY_HALF_LIFE,     RETENTION_1,             "novelty that fades more slowly holds users longer"),
        rises(NOVELTY_HALF_LIFE,     FLAGSHIP_LIFE,           "users who stay are worth going on for"),
        rises(NOVELTY_RESTORED,      FLAGSHIP_LIFE,           "a new generation that brings users back is worth going on for"),
        rises(NOVELTY_RESTORED,      LAST_ACTIVE,             "new generations bring people back"),
        rises(LICENSED_IP_APPEAL,    DEALS_SIGNED,            "what characters add for users is what a vendor pays studios for"),
        rises(HYPE_HALF_LIFE,        PEAK_ACTIVE,             "attention that lasts longer reaches more people"),
        rises(LAUNCH_BUZZ,           PEAK_ACTIVE,             "more attention at a launch brings more newcomers"),
        rises(DEAL_BUZZ,             PEAK_ACTIVE,             "attention to a deal brings newcomers"),
        falls(SCANDAL_LOSS,          PEAK_ACTIVE,             "lost attention is lost newcomers"),

        falls(MINUTES_PER_CLIP,      FLAGSHIP_LIFE,           "dearer clips lose more on each free user"),
        falls(GPU_PRICE,             FLAGSHIP_LIFE,           "dearer clips lose more on each free user"),
        rises(GPU_PRICE_DECLINE,     FLAGSHIP_LIFE,           "falling costs are worth waiting for"),
        falls(GPU_PRICE_FLOOR,       FLAGSHIP_LIFE,           "costs that stop falling sooner are worth less waiting for"),
        rises(EXPERIENCE,            FLAGSHIP_LIFE,           "costs that fall with experience are worth waiting for"),
        falls(EXPERIENCE_SCALE,      FLAGSHIP_LIFE,           "costs that fall later are worth less waiting for"),
        falls(INCOMPRESSIBLE,        FLAGSHIP_LIFE,           "costs that stop falling sooner are worth less waiting for"),
        falls(QUALITY_RACE,          FLAGSHIP_LIFE,           "each generation makes a clip dearer"),
        falls(COMPUTE_TAX,           FLAGSHIP_LIFE,           "what video takes from research and enterprise is a cost of video to the lab"),
        rises(COMPUTE_TAX,           FLAGSHIP_VIDEO_LOSS,     "more of the clips that exceed a lab's GPUs for video are made, each of them at a loss"),
        falls(VIDEO_OVERHEAD,        FLAGSHIP_LIFE,           "a larger avoidable cost is a reason to close"),

        rises(EXUBERANCE,            RAISED,                  "exuberant investors pay for growth"),
        rises(EXUBERANCE,            FLAGSHIP_LIFE,           "patient capital bears losses longer"),
        rises(GROWTH_CHEER,          RAISED,                  "growing revenue makes investors more exuberant"),
        falls(EXIT_FEAR,             RAISED,                  "investors who are frightened by exits pay less"),
        falls(DISCOUNT_RATE,         FLAGSHIP_LIFE,           "losses come first, gains later"),
        falls(PRESSURE_PREMIUM,      FLAGSHIP_LIFE,           "losses come first, gains later"),
        falls(PRESSURE_ON_RESEARCH,  PEAK_ACTIVE,             "models that improve more slowly attract fewer users"),
        rises(GROWTH_MULTIPLE,       RAISED,                  "a share of a vendor is worth more to an exuberant investor"),
        rises(MARGIN_MULTIPLE,       RAISED,                  "a share of a vendor is worth more to a sober investor"),
        rises(USER_VALUE,            RAISED,                  "users add to what investors pay"),
        rises(USER_VALUE,            FLAGSHIP_LIFE,           "users add to the worth of a vendor that goes on"),
        rises(DILUTION,              RAISED,                  "a round that sells more brings more"),
        rises(ASK_BELOW,             RAISED,                  "vendors that ask earlier ask more often"),
        rises(RUNWAY_WANTED,         RAISED,                  "a longer runway costs more"),
        falls(STEP_UP,               RAISED,                  "vendors that wait for a higher price raise less often"),
        rises(OPINION_SPREAD,        RAISED,                  "the most optimistic set the price (Miller 1977)"),
        rises(REFILL,                RAISED,                  "investors have more to place"),
        rises(DEAL_SIGNAL,           RAISED,                  "a studio deal adds to a vendor's valuation"),
        rises(STRATEGIC_REACH,       RIVALS_REVENUE,          "start-ups that strategic investors hold are found by more people"),
        rises(ENTRY,                 RAISED,                  "more firms raise money"),

        rises(TRAINING_SUITS,        SUITS,                   "it is a rate of filing"),
        rises(TRAINING_SUITS,        LEGAL_COST,              "more cases cost more"),
        rises(OUTPUT_SUITS,          SUITS,                   "it is a rate of filing"),
        rises(OUTPUT_SUITS,          LEGAL_COST,              "more cases cost more"),
        falls(SECONDARY_SUITS,       DEALS_SIGNED,            "a partner's liability is a cost of the deal to a studio"),
        rises(REGULATOR_ACTIONS,     LEGAL_COST,              "more actions are more fines"),
        rises(FINE,                  LEGAL_COST,              "each violation costs more"),
        rises(LARGEST_FINE,          LEGAL_COST,              "a larger fine is possible"),
        falls(FULLY_VISIBLE,         SUITS,                   "fewer plaintiffs notice a platform of the same size"),
        rises(FAME,                  SUITS,                   "a name alone draws plaintiffs"),
        rises(CASE_COST,             LEGAL_COST,              "each quarter of a case costs more"),
        falls(SUING_COST,            SUITS,                   "a suit is filed for its expected value"),
        falls(DISMISSAL,             LEGAL_COST,              "a dismissed case pays no damages"),
        falls(DISMISSAL,             SUITS,                   "a suit is filed for its expected value"),
        rises(PLAINTIFF_WINS,        LEGAL_COST,              "more judgments pay damages"),
        rises(PLAINTIFF_WINS,        SUITS,                   "a suit is filed for its expected value"),
        falls(PLAINTIFF_WINS,        DEALS_SIGNED,            "expected awards are a cost of a deal to both sides"),
        rises(DAMAGES,               LEGAL_COST,              "each award is larger"),
        rises(DAMAGES,               SUITS,                   "a suit is filed for its expected value"),
        falls(DAMAGES,               DEALS_SIGNED,            "larger expected awards are a cost of a deal to both sides"),
        falls(DAMAGES_TAIL,          LEGAL_COST,              "a lighter tail has a smaller mean"),

        falls(ANOMALIES,             DEALS_SIGNED,            "expected harm to its brand is a cost of a deal to a studio"),
        rises(BRAND_TOLERANCE,       DEALS_SIGNED,            "a tolerant studio finds more vendors good enough"),
        falls(BREACH_FACTOR,         HEADLINE_COLLAPSED,      "a studio that bears more anomalies ends fewer deals"),
        falls(ANOMALY_COST,          DEALS_SIGNED,            "expected harm to its brand is a cost of a deal to a studio"),
        rises(CONSISTENCY_GAIN,      DEALS_SIGNED,            "vendors become good enough sooner"),

        falls(ENTERPRISE_HOURS,     FLAGSHIP_LIFE,           "more enterprises wait for the GPUs that video uses"),
        falls(ENTERPRISE_GROWTH,     FLAGSHIP_LIFE,           "more enterprises will wait for the GPUs that video uses"),
        falls(ENTERPRISE_CEILING,    FLAGSHIP_LIFE,           "more enterprises will wait for the GPUs that video uses"),
        falls(ENTERPRISE_WORTH,    FLAGSHIP_LIFE,           "a dearer GPU-hour elsewhere is a larger cost of using it for video"),
        falls(GROWTH_FADE,           RAISED,                  "vendors whose growth fades sooner are worth less"),
        rises(GENERATION_GAIN,       PEAK_ACTIVE,             "better clips attract more users"),
        rises(FLEET_GROWTH,          FLAGSHIP_LIFE,           "with more GPUs fewer are missed elsewhere"),
        rises(FLEET_CEILING,         FLAGSHIP_LIFE,           "with more GPUs fewer are missed elsewhere"),

        rises(TRUST,                 DEALS_SIGNED,            "a vendor that is expected to last is a better partner"),
        rises(FOMO,                  DEALS_SIGNED,            "rivals' deals add to the worth of one's own"),
        falls(LESSON_FROM_OTHERS,    DEALS_SIGNED,            "studios that learn from a failed deal of others sign less after it"),
        falls(STRICTEST_GUARANTEE,   DEALS_SIGNED,            "stricter terms are refused by more vendors"),
        falls(CLOUD_SAVING,          DEALS_SIGNED,            "a better alternative to a platform deal"),
        rises(CLOUD_COST,            DEALS_SIGNED,            "a dearer alternative to a platform deal"),
        rises(ENGAGEMENT,            DEALS_SIGNED,            "a platform's users are worth more to a studio"),
        rises(PARTNER_SAVING,        DEALS_SIGNED,            "a partner's model saves a studio more"),
        falls(INTEGRATION_COST,      DEALS_SIGNED,            "a running deal costs a studio more"),
        rises(WINDING_DOWN,          STUDIOS_LOSS,            "a platform that closes under a deal leaves a larger bill"),

        rises(PROJECTED_AUDIENCE,    DEALS_SIGNED,            "studios expect more users of a platform"),
        rises(PROJECTED_RETENTION,   FLAGSHIP_LIFE,           "users who are expected to stay are worth going on for"),
        rises(PROJECTED_CONVERSION,  FLAGSHIP_LIFE,           "users who are expected to pay are worth going on for"),
        rises(PRIOR_WEIGHT,          FLAGSHIP_LIFE,           "a plan better than the facts is given up later"),
        rises(FORECAST_ERROR,        FLAGSHIP_LIFE,           "the less is known, the more the option to close later is worth"),
        rises(PLANNING_QUARTERS,     FLAGSHIP_LIFE,           "losses come first, gains later"),
        rises(LOSS_TOLERANCE,        FLAGSHIP_LIFE,           "patient capital bears losses longer"),

        falls(PRICE,                 CONVERSION_AGAINST_PLAN, "fewer people can afford a higher price"),
        rises(FREE_QUOTA,            PEAK_ACTIVE,             "a smaller quota gives users less to come for"),
        rises(FREE_QUOTA,            LAUNCH_USERS,            "a smaller quota gives users less to come for"),
        rises(FREE_QUOTA,            FLAGSHIP_VIDEO_LOSS,     "a clip made for free costs inference and brings nothing"),
        falls(GUARDRAILS,            LEGAL_COST,              "fewer harmful clips are fewer violations to be fined"),
        falls(GUARDRAILS,            RETENTION_1,             "refused clips are worth nothing to their user"),
        falls(LICENSING_EFFORT,      SUITS,                   "licensed data give no ground for a suit"),
        rises(LICENSING_COST,        SUITS,                   "dearer licences are bought less, and what is not licensed is sued over"),
        rises(PILOT_COST,            STUDIOS_LOSS,            "a failed pilot costs more"),
        falls(RENEGOTIATION_COST,    FLAGSHIP_LIFE,           "partners who would pay for it to go on pay for the talks first"),
        falls(PILOT_QUARTERS,        STUDIOS_LOSS,            "a failed pilot costs less than a failed deal"),
        falls(COST_SHARE,            DEALS_SIGNED,            "a studio that pays part of the bill gets less out of the deal"),
        rises(COST_SHARE,            FLAGSHIP_LIFE,           "a vendor whose bill is shared loses less"),
        falls(COST_SHARE_STEP,       DEALS_SIGNED,            "a studio that pays more of the bill when users leave gets less out of the deal"),
        rises(COST_SHARE_STEP,       FLAGSHIP_LIFE,           "a vendor whose bill is shared when users leave loses less when it would close"),
        falls(GUARANTEE,             STUDIOS_LOSS,            "a studio gets back part of what it put in"),
        rises(ANOMALY_BREAK,         STUDIOS_LOSS,            "a studio that may not leave over anomalies pays the bill of an early end, or stays at a loss"),
        falls(EXCLUSIVITY,           HEADLINE_SIGNED,         "a studio that is bound longer gives up more other offers"),
        falls(EXCLUSIVITY,           DEALS_SIGNED,            "a studio that is bound longer gives up more other offers"),
        falls(EQUITY_PLEDGE,         HEADLINE_SIGNED,         "a larger stake in one risky firm needs a larger premium"),
        rises(EQUITY_TRANCHES,       HEADLINE_SIGNED,         "a stake that is paid by milestones is at risk for a shorter time"),
        falls(CLOSING_LAG,           DEALS_SIGNED,            "a deal that closes later costs longer before it brings anything"),
        rises(CLOSING_LAG,           STUDIOS_LOSS,            "a platform that closes before the deal does has brought its studio nothing"),
        rises(EQUITY_GAIN,           HEADLINE_SIGNED,         "equity is worth more to the vendor that sells it"),
        falls(EQUITY_RISK,           HEADLINE_SIGNED,         "riskier shares need a larger premium"),
        rises(LICENSED_SHARE,        DEALS_SIGNED,            "the more users make of its characters the more a platform is worth to a studio"),
        rises(OFFERS,                DEALS_SIGNED,            "more offers are more chances to sign"));
    // spotless:on

    /** Parameters of which economics alone gives no sign: noise, spreads, and those whose effects oppose each other. */
    private static final Set<MarketParameter> OPEN = EnumSet.of(
            CHOICE_SENSITIVITY,
            STAY_SENSITIVITY,
            REACH_UTILITY,
            PROFESSIONAL_CLIPS,
            HALF_LIFE_SPREAD,
            MOOD_REVERSION,
            PIVOT_COST,
            CASE_LENGTH,
            SETTLING,
            LEGAL_MEMORY,
            RIVAL_PROGRESS,
            GENERATION_LENGTH,
            RESEARCH_YIELD,
            CAPABILITY_SENSITIVITY,
            TASTE,
            LICENCE_FEE,
            DEAL_TERM,
            TOOL_SAVING,
            TRUST_WEIGHT,
            ACTION_LENGTH,
            RESTRICTION);

    private static Expectation rises(MarketParameter parameter, Measure measure, String reason) {
        return new Expectation(parameter, measure, 1, reason);
    }

    private static Expectation falls(MarketParameter parameter, Measure measure, String reason) {
        return new Expectation(parameter, measure, -1, reason);
    }

    /** All rows, in the order of the parameters. */
    public static List<Expectation> table() {
        return TABLE;
    }

    /** Parameters of which no sign is expected. */
    public static Set<MarketParameter> open() {
        return EnumSet.copyOf(OPEN);
    }

    /** What is expected of a measure when a parameter rises. */
    static Optional<Expectation> of(MarketParameter parameter, Measure measure) {
        return TABLE.stream()
                .filter(row -> row.parameter() == parameter && row.measure() == measure)
                .findFirst();
    }

    /** The sign as the tables have it. */
    public String word() {
        return sign > 0 ? "+" : "-";
    }
}
