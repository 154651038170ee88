package greenlight.market.parameter;

import static greenlight.runner.model.Parameter.Basis.ASSUMED;
import static greenlight.runner.model.Parameter.Basis.CONTROL;
import static greenlight.runner.model.Parameter.Basis.ESTIMATED;
import static greenlight.runner.model.Parameter.Basis.LEVER;
import static greenlight.runner.model.Parameter.Basis.MEASURED;
import static greenlight.runner.model.Parameter.Kind.CHOICE;
import static greenlight.runner.model.Parameter.Kind.INTEGER;
import static greenlight.runner.model.Parameter.Kind.REAL;

import greenlight.runner.format.Decimal;
import greenlight.runner.model.Parameter;
import java.util.List;

/**
 * The market's parameters, one line each: kind, default, range, unit, what it belongs to, how it is known, what it is, source.
 * Ids such as S34 or L17 are rows of {@code facts.csv} in the resources of the scenarios.
 */
public enum MarketParameter implements Parameter {
    // spotless:off
    //                     kind     default  from    to      unit                group                known      what it is                                                                              source
    USERS                 (INTEGER, 20_000,  100,    1e9,    "agents",           "control",           CONTROL,   "number of user agents; each represents population / users people",                     "a choice of resolution"),
    AUDIENCE              (CHOICE,  0,       0,      1,      "individual or cohort", "control",       CONTROL,   "users one by one, or counted by equal traits and state: the same in distribution, other draws", "a choice of form"),
    QUARTERS              (INTEGER, 24,      1,      400,    "quarters",         "control",           CONTROL,   "horizon of a run",                                                                     "a choice of horizon"),
    POPULATION            (REAL,    98.94e6, 1e4,    1e9,    "people",           "control",           ASSUMED,   "people who might ever use a video generator",                                          "an order of magnitude below U11"),

    COMPUTE_COST          ("a clip costs what a still image costs, 1 % of the video figure"),
    NOVELTY_DECAY         ("novelty stays at its first-quarter value"),
    VC_PRESSURE           ("investors keep their first exuberance, runway never binds, the discount rate stays at its base"),
    LITIGATION            ("no case is filed, no fine is levied, no secondary liability"),
    BRAND_SAFETY          ("output never violates brand guidelines"),
    ENTERPRISE_OPTION     ("GPUs have no other use"),
    FEAR_OF_MISSING_OUT   ("studios judge each offer on its own expected value, whatever their rivals do"),
    LEARNING              ("studios keep their first trust and demands, whatever fails, and expect what vendors plan, whatever they see"),

    INNOVATION            (REAL,    0.004281, 0,      0.5,    "per quarter",      "adoption",          ESTIMATED, "hazard of adopting at hype 1 (Bass p)",                                                "U21"),
    IMITATION             (REAL,    0.1617,  0,      2,      "per quarter",      "adoption",          ESTIMATED, "hazard of adopting when everybody is active (Bass q)",                                   "U22"),
    PROFESSIONAL_SEARCH   (REAL,    0.1776,  0,      2,      "per quarter",      "adoption",          ASSUMED,   "rate at which creators and small businesses look for a video generator, whatever the hype", "a reasoned guess"),
    RETURNING             (REAL,    0.05331, 0,      1,      "per month",        "adoption",          ASSUMED,   "hazard of coming back, of those who have left and whom the best offer would hold",       "a reasoned guess"),
    LEAVING               (REAL,    0.02473, 0,      1,      "per month",        "adoption",          ASSUMED,   "hazard of leaving for reasons outside the model",                                      "U15 as an upper bound"),
    SWITCHING             (REAL,    0.1837,  0,      1,      "share",            "adoption",          ESTIMATED, "of those who leave a vendor, share who try another",                                   "U20"),
    CHOICE_SENSITIVITY    (REAL,    0.8673,  0,      10,     "per util",         "adoption",          ASSUMED,   "sharpness of the choice among vendors (logit)",                                        "a reasoned guess"),
    REACH_UTILITY         (REAL,    3.629,   0,      12,     "utils",            "adoption",          ESTIMATED, "what a household name adds to the choice of a vendor, against an unknown one",           "a reasoned guess"),
    STAY_SENSITIVITY      (REAL,    7.628,   0,      10,     "per util",         "adoption",          ASSUMED,   "sharpness of the choice to stay (logit)",                                              "a reasoned guess"),
    OUTSIDE_UTILITY       (REAL,    0.9487,  -20,    10,     "utils",            "adoption",          ESTIMATED, "what else a user could do with the time",                                              "S16, S17, S18"),
    OPEN_MODELS           (REAL,    0.209,   0,      1,      "share",            "adoption",          ASSUMED,   "quality of models that anybody may use for free, against the best platform of open_lag ago", "a reasoned guess"),
    OPEN_LAG              (INTEGER, 3,       0,      20,     "quarters",         "adoption",          ASSUMED,   "time in which open models and bundles of large labs follow the best platform",           "a reasoned guess"),
    NEED                  (REAL,    0.2563,  0,      3,      "utils",            "adoption",          ASSUMED,   "mean lasting use of a clip of quality 1 to a casual user",                             "S24"),
    PROFESSIONAL_SHARE    (REAL,    0.08166, 0,      0.5,    "share",            "adoption",          ESTIMATED, "creators and small businesses with a lasting need",                                      "U08, X02"),
    PROFESSIONAL_NEED     (REAL,    9.202,   0,      20,     "utils",            "adoption",          ASSUMED,   "lasting use of a clip of quality 1 to a professional",                                 "a reasoned guess"),
    FRICTION              (REAL,    0.5229,  0,      3,      "utils",            "adoption",          ASSUMED,   "utility lost to guardrails at full effort",                                            "ST15"),
    CASUAL_CLIPS          (REAL,    34.11,   0.5,    100,    "clips/quarter",    "adoption",          ESTIMATED, "clips that a casual user wishes for, mean",                                              "C11, S24"),
    PROFESSIONAL_CLIPS    (REAL,    31.93,   0.5,    1000,   "clips/quarter",    "adoption",          ASSUMED,   "clips that a professional wishes for, mean",                                             "U26 over I08"),
    USE_TAIL              (REAL,    2.845,   1.2,    10,     "index",            "adoption",          ASSUMED,   "tail of the clips that users wish for (Lomax): the smaller, the more a few make of all", "a reasoned guess: Ochoa and Duval 2008 find heavy tails on all platforms of user-made content"),
    BUDGET                (REAL,    5.748,   0.1,    50,     "USD/month",        "adoption",          ESTIMATED, "what the median casual user would pay for all its clips at quality 1",                   "S13, S28, U13"),
    PROFESSIONAL_BUDGET   (REAL,    168.4,   0.5,    500,    "USD/month",        "adoption",          ESTIMATED, "what the median professional would pay for all its clips at quality 1",                  "I03, I10, I12"),
    BUDGET_SPREAD         (REAL,    0.5934,  0,      2,      "log s.d.",         "adoption",          ASSUMED,   "spread of willingness to pay (log-normal)",                                            "a reasoned guess"),
    CONVERTING            (REAL,    0.1673,  0,      1,      "per month",        "adoption",          ESTIMATED, "hazard of paying, for a free user to whom the paid plan is worth its price",             "U13, S14"),
    PREMIUM               (REAL,    0.4444,  0,      1,      "share",            "adoption",          ESTIMATED, "part of a clip's worth that only the paid plan gives: resolution, length, no watermark", "S25 to S29"),
    PLAN_CLIPS            (REAL,    98.11,   1,      3000,   "clips/quarter",    "adoption",          ASSUMED,   "clips that the paid plan includes",                                                      "S25"),
    CLIP_WORTH            (REAL,    0.3952,  0.01,   20,     "USD/clip",         "adoption",          ESTIMATED, "mean worth of a clip beyond the plan to its payer (exponential)",                        "S28, C20 to C28"),
    LAPSING               (REAL,    0.0486,  0,      1,      "per month",        "adoption",          ESTIMATED, "hazard of a paying user's return to the free plan",                                      "U15, U16"),
    MISUSE                (REAL,    0.0001198, 0,      0.05,   "share of clips",   "adoption",          ASSUMED,   "attempts at deepfakes and the like, mean over users",                                  "no source counts them"),

    NOVELTY               (REAL,    3.177,   0,      10,     "utils",            "novelty_decay",     ASSUMED,   "utility of the first clips, before novelty fades",                                     "a scale; fixes the util"),
    NOVELTY_HALF_LIFE     (REAL,    0.1612,  0.05,   8,      "quarters",         "novelty_decay",     ESTIMATED, "median time for novelty to halve",                                                     "S16, S17, S18", Scale.LOG),
    HALF_LIFE_SPREAD      (REAL,    0.7576,  0,      1.5,    "log s.d.",         "novelty_decay",     ESTIMATED, "spread of half-lives between users (log-normal)",                                      "U08, X02"),
    NOVELTY_RESTORED      (REAL,    0.6086,  0,      1,      "share",            "novelty_decay",     ASSUMED,   "part of the faded novelty that a new model generation restores",                         "a reasoned guess"),
    LICENSED_IP_APPEAL    (REAL,    0.3846,  0,      3,      "ratio",            "novelty_decay",     ASSUMED,   "gain in novelty when all characters are licensed",                                     "ST15"),
    HYPE_HALF_LIFE        (REAL,    3.261,   0.1,    8,      "quarters",         "novelty_decay",     ESTIMATED, "time for the market's attention to halve",                                             "S06, S07, S08, S09", Scale.LOG),
    LAUNCH_BUZZ           (REAL,    22.55,   0,      40,     "hype",             "novelty_decay",     ESTIMATED, "attention a launch of the greatest reach adds (hype 1 is an ordinary quarter)",        "S06, S07, S08"),
    DEAL_BUZZ             (REAL,    0.9724,  0,      10,     "hype",             "novelty_decay",     ASSUMED,   "attention a signed platform deal adds, at IP value 1",                                 "a reasoned guess"),
    SCANDAL_LOSS          (REAL,    0.4926,  0,      5,      "hype",             "novelty_decay",     ASSUMED,   "attention a shutdown, fine or judgment takes",                                         "a reasoned guess"),

    MINUTES_PER_CLIP      (REAL,    40,      2,      60,     "GPU-minutes",      "compute_cost",      MEASURED,  "for a ten-second clip at frontier quality, at launch",                                 "S34, C13, C14"),
    GPU_PRICE             (REAL,    2.85,    0.2,    12,     "USD/GPU-hour",     "compute_cost",      MEASURED,  "at the first quarter; later quarters follow the scenario's series",                    "C02", Scale.LOG),
    GPU_PRICE_DECLINE     (REAL,    0.2581,  -0.05,  0.5,    "per year",         "compute_cost",      ESTIMATED, "fall of the GPU price where the scenario's series has ended",                          "C08, X18"),
    GPU_PRICE_FLOOR       (REAL,    0.1818,  0.02,   1,      "USD/GPU-hour",     "compute_cost",      ASSUMED,   "what the GPU price falls towards: power and housing, however cheap the chips",          "a reasoned guess: 1.3 kW with cooling at 0.10 USD/kWh"),
    EXPERIENCE            (REAL,    0.482,   0,      0.8,    "exponent",         "compute_cost",      ESTIMATED, "fall of minutes per clip with clips made (Wright's exponent)",                         "C18"),
    EXPERIENCE_SCALE      (REAL,    120e6,   1e5,    1e10,   "clips",            "compute_cost",      ESTIMATED, "clips after which the experience curve bends",                                         "C18", Scale.LOG),
    INCOMPRESSIBLE        (REAL,    0.0112,  0.005,  0.5,    "share",            "compute_cost",      ASSUMED,   "of the minutes per clip at launch, part that no experience removes",                    "a reasoned guess: fifty times faster than C18 began", Scale.LOG),
    QUALITY_RACE          (REAL,    0.1358,  0,      1,      "per generation",   "compute_cost",      ESTIMATED, "of the minutes per clip at launch, what each model generation adds (length, resolution)",           "C17"),
    COMPUTE_TAX           (REAL,    0.4109,  0,      1,      "share",            "compute_cost",      ASSUMED,   "of the demand above a lab's video GPUs, part met from research and enterprise",        "the article"),
    VIDEO_OVERHEAD        (REAL,    14.94e6, 0,      2e8,    "USD/quarter",      "compute_cost",      ASSUMED,   "staff, moderation and storage of a consumer platform of the greatest reach",           "no source"),

    EXUBERANCE            (REAL,    0.6821,  0,      1,      "weight",           "vc_pressure",       ESTIMATED, "mean weight of growth against margin among investors at the start, to which it reverts",                    "I18, I21, I27"),
    MOOD_REVERSION        (REAL,    0.05696, 0.01,   1,      "per quarter",      "vc_pressure",       ASSUMED,   "part of the gap to its long-run level that a mood closes",                              "a reasoned guess: a half-life of a year and a half"),
    GROWTH_CHEER          (REAL,    0.1261,  0,      1,      "per doubling",     "vc_pressure",       ASSUMED,   "gain of exuberance when the sector's revenue doubles in a quarter",                    "I35"),
    EXIT_FEAR             (REAL,    0.1449,  0,      0.5,    "share/exit",       "vc_pressure",       ESTIMATED, "part of exuberance lost at each exit of an ordinary start-up; a household name's counts threefold", "X15; the article"),
    DISCOUNT_RATE         (REAL,    0.05676, 0,      0.3,    "per quarter",      "vc_pressure",       ASSUMED,   "vendors' and studios' base discount rate",                                                  "the usual venture hurdle of 15 to 20 % a year"),
    PRESSURE_PREMIUM      (REAL,    0.09475, 0,      0.6,    "per quarter",      "vc_pressure",       ASSUMED,   "added to the discount rate under full pressure of investors",                          "a reasoned guess"),
    PRESSURE_ON_RESEARCH  (REAL,    0.5396,  0,      1,      "share",            "vc_pressure",       ASSUMED,   "full pressure cuts research by this part",                                             "a reasoned guess"),
    GROWTH_MULTIPLE       (REAL,    10,      1,      80,     "ratio",            "vc_pressure",       MEASURED,  "valuation over the annual revenue that a vendor has when its growth has faded, for an exuberant investor",                              "I16"),
    MARGIN_MULTIPLE       (REAL,    6.488,   1,      60,     "ratio",            "vc_pressure",       ASSUMED,   "valuation over annual contribution for a sober investor",                              "a reasoned guess"),
    USER_VALUE            (REAL,    40.48,   0,      1000,   "USD/person",       "vc_pressure",       ESTIMATED, "what growth investors credit for each quarter that an active user will stay",          "I02, I05, I08"),
    DILUTION              (REAL,    0.2,     0.02,   0.6,    "share",            "vc_pressure",       MEASURED,  "share of a vendor that one round sells",                                               "I32"),
    ASK_BELOW             (REAL,    6.083,   1,      16,     "quarters",         "vc_pressure",       ESTIMATED, "runway below which a vendor asks for money",                                           "I30, I31"),
    RUNWAY_WANTED         (REAL,    9,       2,      24,     "quarters",         "vc_pressure",       MEASURED,  "runway that a round is meant to buy",                                                  "I30"),
    STEP_UP               (REAL,    2.1,     1.1,    10,     "ratio",            "vc_pressure",       MEASURED,  "a vendor's mark over its last round's valuation at which it raises without need",       "I27"),
    OPINION_SPREAD        (REAL,    0.5788,  0,      1.5,    "log s.d.",         "vc_pressure",       ASSUMED,   "spread of investors' opinions of one vendor (log-normal)",                              "a reasoned guess"),
    REFILL                (REAL,    0.07047, 0,      0.5,    "per quarter",      "vc_pressure",       ASSUMED,   "of an investor's first dry powder, what its own backers add at full exuberance",       "a reasoned guess"),
    DEAL_SIGNAL           (REAL,    0.1404,  0,      1,      "ratio",            "vc_pressure",       ASSUMED,   "gain in valuation for each running studio deal",                                       "a reasoned guess"),
    STRATEGIC_REACH       (REAL,    0.2809,  0,      1,      "share",            "vc_pressure",       ASSUMED,   "of the reach that a start-up lacks, what strategic investors lend it who hold a fifth of it or more",          "a reasoned guess: clouds and platforms list what they hold"),
    ENTRY                 (REAL,    0.5564,  0,      5,      "per quarter",      "vc_pressure",       ASSUMED,   "would-be founders of start-ups; each founds with the share of the firm's worth that is left to founders", "X16"),
    PIVOT_COST            (REAL,    23.95e6, 0,      2e8,    "USD",              "vc_pressure",       ASSUMED,   "cost of turning a video start-up into a maker of tools",                               "no source"),

    TRAINING_SUITS        (REAL,    0.6741,  0,      5,      "per quarter",      "litigation",        ESTIMATED, "class actions over training data against a fully visible vendor without licences, where suing pays at the median",    "L06, L07"),
    OUTPUT_SUITS          (REAL,    0.07675, 0,      5,      "per quarter",      "litigation",        ESTIMATED, "suits over infringing output by a studio of IP value 1 against a fully visible vendor, where suing pays at the median", "L15, ST13"),
    SECONDARY_SUITS       (REAL,    0.009567, 0,      5,      "per quarter",      "litigation",        ASSUMED,   "claims against a studio for what its fully visible partner did, where suing pays at the median",                    "no such suit is on record"),
    REGULATOR_ACTIONS     (REAL,    0.3104,  0,      5,      "per quarter",      "litigation",        ASSUMED,   "actions for 10,000 harmful clips at full regulatory pressure",                         "L21"),
    FINE                  (REAL,    53_088,  0,      1e6,    "USD/violation",    "litigation",        MEASURED,  "fine for one harmful clip",                                                         "L21, L19"),
    LARGEST_FINE          (REAL,    16e6,    1e5,     1e9,    "USD",              "litigation",        MEASURED,  "most that a regulator fines a vendor, or 3 % of its annual revenue where that is more",  "L19", Scale.LOG),
    ACTION_LENGTH         (REAL,    1.828,   1,      20,     "quarters",         "litigation",        ASSUMED,   "mean time from a regulator's action to its end",                                       "ST14; a reasoned guess"),
    RESTRICTION           (REAL,    0.4311,  0,      1,      "share",            "litigation",        ASSUMED,   "of a platform's reach, what a regulator's action takes while it is open",              "ST14; a reasoned guess"),
    FULLY_VISIBLE         (REAL,    4.136e6, 1e5,    1e9,    "people",           "litigation",        ASSUMED,   "users at which a vendor is as visible to plaintiffs as it can be",                     "a reasoned guess", Scale.LOG),
    FAME                  (REAL,    0.3353,  0,      1,      "share",            "litigation",        ASSUMED,   "visibility that a name of the greatest reach has without users; without a platform, that part of it", "a reasoned guess"),
    CASE_LENGTH           (REAL,    16.41,   2,      40,     "quarters",         "litigation",        ESTIMATED, "mean time from filing to a settlement; half of that to a dismissal, half as much again to a judgment",                                          "L12, L13, L14, L16"),
    CASE_COST             (REAL,    0.4663e6, 0,      5e7,    "USD/quarter",      "litigation",        ASSUMED,   "what a case costs the defendant while it is open",                                     "AIPLA survey: 1.3 million for a copyright suit over more than 25 million; assumed to be five times that against AI vendors"),
    SUING_COST            (REAL,    0.3201e6, 0,      5e7,    "USD/quarter",      "litigation",        ASSUMED,   "what a case costs the plaintiff while it is open, at the median of those who could sue", "no source; near what a suit brings at the median"),
    SETTLING              (REAL,    0.67,    0,      1,      "share",            "litigation",        MEASURED,  "of the cases that end, share that settles",                                            "L17, X17"),
    DISMISSAL             (REAL,    0.2344,  0,      1,      "share",            "litigation",        ESTIMATED, "of the cases that do not settle, share dismissed before judgment",                     "L09"),
    PLAINTIFF_WINS        (REAL,    0.33,    0,      1,      "share",            "litigation",        MEASURED,  "of the judgments, share for the plaintiff",                                            "L09"),
    DAMAGES               (REAL,    16.53e6,  1e5,    1e9,    "USD",              "litigation",        ESTIMATED, "least damages of a lost judgment",                                                     "L10, L11, L18", Scale.LOG),
    DAMAGES_TAIL          (REAL,    1.518,   1.02,   4,      "exponent",         "litigation",        ASSUMED,   "Pareto exponent of damages; smaller is heavier",                                       "L10, L18"),
    LEGAL_MEMORY          (REAL,    4.202,   0.5,    100,    "cases",            "litigation",        ASSUMED,   "weight of what was believed of judgments and payments before the first case ended",                                "a reasoned guess"),

    ANOMALIES             (REAL,    0.04873, 0,      0.5,    "per clip",         "brand_safety",      ASSUMED,   "brand anomalies per licensed clip of a model without consistency",                     "the article; U27"),
    BRAND_TOLERANCE       (REAL,    0.07478, 0,      0.5,    "per clip",         "brand_safety",      ASSUMED,   "anomalies that the least strict studio tolerates",                                     "the article"),
    BREACH_FACTOR         (REAL,    2.263,   1,      10,     "ratio",            "brand_safety",      ASSUMED,   "how far above its tolerance a studio ends a running deal",                             "a reasoned guess"),
    ANOMALY_COST          (REAL,    120.7e6, 0,      5e9,    "USD/quarter",      "brand_safety",      ASSUMED,   "harm to a brand of IP value 1 if every clip were off",                                 "no source"),
    CONSISTENCY_GAIN      (REAL,    0.0402,  0,      0.5,    "per quarter",      "brand_safety",      ASSUMED,   "part of the remaining inconsistency that ordinary research removes",                   "the article"),

    ENTERPRISE_HOURS      (REAL,    5.084e9,  5e8,    5e10,   "GPU-hours/quarter", "enterprise_option", ASSUMED, "GPU-hours that enterprises would take from labs and their rivals in the first quarter if they cost nothing", "set so that the flagship sells to enterprises in 2025Q4 about what E14 has", Scale.LOG),
    ENTERPRISE_GROWTH     (REAL,    0.1316,  -0.2,   0.5,    "per quarter",      "enterprise_option", ESTIMATED, "growth of those hours where the scenario's series has ended",                          "E08"),
    ENTERPRISE_CEILING    (REAL,    3.502e11, 1e11,   1e13,   "GPU-hours/quarter", "enterprise_option", ASSUMED,  "most that those hours grow to",                                                         "a reasoned guess: what labs sell then, some 250 billion dollars a year each", Scale.LOG),
    ENTERPRISE_WORTH      (REAL,    2.459,   0.1,    50,     "USD/GPU-hour",     "enterprise_option", ASSUMED, "mean worth of a GPU-hour to enterprises, few of whom pay several times as much",         "a reasoned guess: with C34, an hour is worth its rent to one in four", Scale.LOG),
    RIVAL_PROGRESS        (REAL,    0.08584, -0.05,  0.2,    "per quarter",      "enterprise_option", ASSUMED,   "growth of the outside rivals' capability",                                             "E12, E13"),
    GROWTH_FADE           (REAL,    0.1037,  0.02,   0.5,    "per quarter",      "research",          ASSUMED,   "fall of a vendor's growth of revenue",                                         "I03, I12"),
    GENERATION_LENGTH     (REAL,    3.193,   2,      40,     "quarters",         "research",          ESTIMATED, "ordinary research from one model generation to the next",                              "S01, S02"),
    GENERATION_GAIN       (REAL,    0.1243,  0,      1,      "quality",          "research",          ASSUMED,   "quality gained by a new generation",                                                   "a reasoned guess"),
    RESEARCH_YIELD        (REAL,    0.06819, 0,      0.2,    "per quarter",      "enterprise_option", ASSUMED,   "growth of a lab's capability at its opening research share",                           "E12"),
    CAPABILITY_SENSITIVITY(REAL,    2.435,   0,      12,     "exponent",         "enterprise_option", ASSUMED,   "how sharply enterprise demand follows capability",                                     "E12"),
    FLEET_GROWTH          (REAL,    0.1352,   -0.1,   0.3,    "per quarter",      "enterprise_option", ESTIMATED, "growth of a lab's fleet where the scenario's series has ended",                        "E16"),
    FLEET_CEILING         (REAL,    47.77,   10,     500,    "ratio",            "enterprise_option", ASSUMED,   "most that labs' fleets grow to, against their opening",                                 "a reasoned guess: some 18 GW for a lab, ten times E16", Scale.LOG),

    TRUST                 (REAL,    0.8022,  0,      1,      "share",            "learning",          ASSUMED,   "chance that studios give a new vendor to last for twelve quarters",                         "X11"),
    TRUST_WEIGHT          (REAL,    3.459,   0.2,    50,     "deals",            "learning",          ASSUMED,   "deals of a full term that the first trust is worth",                                    "a reasoned guess"),
    FOMO                  (REAL,    2.872e6, 0,      5e8,    "USD/quarter",      "fear_of_missing_out",ASSUMED,   "worth of a platform deal to a studio of IP value 1 when all its rivals have one",      "the article; no source"),
    LESSON_FROM_OTHERS    (REAL,    0.6224,  0,      1,      "share",            "learning",          ASSUMED,   "of what a deal teaches its studio of its vendor, what it teaches other studios, and of other vendors",                         "the article; ST08"),
    STRICTEST_GUARANTEE   (REAL,    0.4422,  0,      1,      "share",            "learning",          ASSUMED,   "guarantee that a fully wary studio demands",                                           "the article"),
    TOOL_SAVING           (REAL,    0.002014, 0,      0.1,    "share of spend",   "studio",            ESTIMATED, "content spend saved by pipeline tools of quality 1",                                   "ST05"),
    CLOUD_SAVING          (REAL,    0.003616, 0,      0.1,    "share of spend",   "studio",            ASSUMED,   "content spend saved by a private cloud with an unlimited library",                     "ST05, ST08, ST10"),
    CLOUD_COST            (REAL,    38.26e6, 0,      5e8,    "USD/quarter",      "studio",            ASSUMED,   "fixed cost of a private cloud",                                                        "ST10"),
    ENGAGEMENT            (REAL,    3.605e9, 0,      6e9,    "USD/quarter",      "studio",            ASSUMED,   "worth of a platform that all people use for its characters alone to a studio of IP value 1", "D11"),
    PARTNER_SAVING        (REAL,    0.0003017, 0,      0.1,    "share of spend",   "studio",            ASSUMED,   "content spend saved by working with a partner's model of quality 1",                   "D10, ST05, ST08"),
    INTEGRATION_COST      (REAL,    13.38e6, 0,      5e8,    "USD/quarter",      "studio",            ASSUMED,   "what a deal with a platform of the greatest reach costs a studio of IP value 1 in staff and tools", "D10"),
    WINDING_DOWN          (REAL,    2.046,   0,      12,     "quarters",         "studio",            ASSUMED,   "of staff and tools, what a studio still has to pay for when a platform closes under a deal", "a reasoned guess: a year's notice"),
    TASTE                 (REAL,    2.268e6,   0,      5e8,    "USD/quarter",      "studio",            ASSUMED,   "spread of what a studio of IP value 1 sees in an offer of a platform of the greatest reach and the model does not",                        "a reasoned guess"),

    PROJECTED_AUDIENCE    (REAL,    0.07992, 0,      1,      "share",            "belief",            ESTIMATED, "of the population, users that studios expect of a vendor of the greatest reach",       "S21, S31"),
    PROJECTED_RETENTION   (REAL,    0.3664,  0.001,  0.999,  "per month",        "belief",            ASSUMED,   "share of users that vendors expect to keep",                                           "U03, U04"),
    PROJECTED_CONVERSION  (REAL,    0.00703, 0.0005, 0.5,    "per month",        "belief",            ESTIMATED, "share of free users that vendors expect to convert",                                   "S35, U12"),
    PRIOR_WEIGHT          (REAL,    1.481,   0.05,   20,     "quarters",         "belief",            ASSUMED,   "quarters of data that outweigh the projection",                                        "a reasoned guess"),
    FORECAST_ERROR        (REAL,    0.9226,  0,      2,      "share",            "belief",            ASSUMED,   "deviation of what users will bring from what the plan of a new platform says",           "a reasoned guess"),
    PLANNING_QUARTERS     (INTEGER, 6,       1,      40,     "quarters",         "belief",            ASSUMED,   "how far vendors look ahead",                                                           "a reasoned guess"),
    LOSS_TOLERANCE        (REAL,    0.1413,  0,      50,     "ratio",            "belief",            ESTIMATED, "loss on video that vendors bear in a quarter, against the scenario's figures; more is more patient capital", "S37"),

    PRICE                 (REAL,    20,      1,      300,    "USD/month",        "contract",          LEVER,     "list price of a consumer subscription",                                                "S29"),
    FREE_QUOTA            (REAL,    90,      0,      3000,   "clips/quarter",    "contract",          LEVER,     "clips that a free user may make",                                                      "S25, S26, S27"),
    GUARDRAILS            (REAL,    0.5,     0,      1,      "effort",           "contract",          LEVER,     "vendors' effort against misuse at the start",                                          "S25; no source counts it"),
    LICENSING_EFFORT      (REAL,    0.25,    0,      1,      "per quarter",      "contract",          LEVER,     "of the way to the licences that are worth their price, what a vendor goes in a quarter", "L13, L14"),
    LICENSING_COST        (REAL,    18.73e6, 0,      5e9,    "USD",              "contract",          ASSUMED,   "what the median of rights holders asks, for all training data of a vendor of the greatest reach",                      "L10"),
    PILOT_COST            (REAL,    0.2895,  0,      1,      "share",            "contract",          ASSUMED,   "of the integration cost of a deal, what its pilot costs",                              "a reasoned guess"),
    RENEGOTIATION_COST    (REAL,    0.2046,  0,      10,     "share",            "contract",          ASSUMED,   "of the integration cost of a deal, what talks over its price cost either side",         "a reasoned guess"),
    PILOT_QUARTERS        (INTEGER, 0,       0,      12,     "quarters",         "contract",          LEVER,     "pilot before a platform deal starts",                                                  "D10; the article"),
    COST_SHARE            (REAL,    0,       0,      1,      "share",            "contract",          LEVER,     "of the inference cost of licensed clips, what the studio pays",                        "the article"),
    COST_SHARE_STEP       (REAL,    0,       0,      1,      "share",            "contract",          LEVER,     "of that cost, what the studio pays more in a quarter after one in which users stayed less than planned", "a clause as in long-term contracts: Crocker and Masten 1991"),
    GUARANTEE             (REAL,    0,       0,      1,      "share",            "contract",          LEVER,     "of the studio's exposure (see docs/ODD.md), what a vendor owes when it closes the platform", "the article"),
    ANOMALY_BREAK         (REAL,    1,       0,      1,      "per clip",         "contract",          LEVER,     "anomalies beyond which, in a quarter's audit, a studio may leave without the bill of an early end; at 1 it never may", "a break clause: Robichek and Van Horne 1967"),
    LICENCE_FEE           (REAL,    5e6,     0,      5e8,    "USD/quarter",      "contract",          LEVER,     "what a vendor of the greatest reach pays a studio of IP value 1 where it has the users that it planned (the headline deal has its own)",            "D06"),
    DEAL_TERM             (INTEGER, 12,      1,      40,     "quarters",         "contract",          LEVER,     "term of a platform deal",                                                              "D02"),
    EXCLUSIVITY           (INTEGER, 4,       0,      40,     "quarters",         "contract",          LEVER,     "time in which a partner studio signs with no other vendor",                            "D03"),
    EQUITY_PLEDGE         (REAL,    1e9,     0,      1e10,   "USD",              "contract",          LEVER,     "equity that the studio of the headline deal pledges",                                  "D05"),
    EQUITY_TRANCHES       (INTEGER, 0,       0,      10,     "tranches",         "contract",          LEVER,     "equal tranches of that equity, one a contract year that the platform is open, as many as end in the term; at 0 four, one a quarter after closing", "staged capital: Gompers 1995"),
    CLOSING_LAG           (INTEGER, 3,       0,      12,     "quarters",         "contract",          LEVER,     "time from the start of a deal until it closes: characters, fees and equity come then",                       "D01, D07"),
    EQUITY_GAIN           (REAL,    0.0323,  0,      1,      "share",            "contract",          ASSUMED,   "of pledged equity, what a vendor counts as gain, the rest being its price",            "a reasoned guess"),
    EQUITY_RISK           (REAL,    0.4622,  0,      1.5,    "s.d. per quarter", "contract",          ASSUMED,   "of the return on a vendor's shares, which a studio that pledges equity bears",          "Cochrane 2005, The risk and return of venture capital: 0.89 a year"),
    LICENSED_SHARE        (REAL,    0.2822,  0,      1,      "share",            "contract",          ASSUMED,   "of a vendor's clips, share with licensed characters at IP value 1",                    "D04"),
    OFFERS                (REAL,    0.1733,  0,      1,      "per quarter",      "contract",          ASSUMED,   "chance that a vendor courts a studio",                                                 "ST08, ST09, D01");
    // spotless:on

    /** Between the two words of a choice, in the place of its unit. */
    private static final String OR = " or ";

    private final Kind kind;
    private final double defaultValue;
    private final double from;
    private final double to;
    private final String unit;
    private final String group;
    private final Basis basis;
    private final String meaning;
    private final String source;
    private final Scale scale;

    MarketParameter(
            Kind kind,
            double standard,
            double from,
            double to,
            String unit,
            String group,
            Basis known,
            String meaning,
            String source) {
        this(kind, standard, from, to, unit, group, known, meaning, source, Scale.LINEAR);
    }

    MarketParameter(
            Kind kind,
            double standard,
            double from,
            double to,
            String unit,
            String group,
            Basis known,
            String meaning,
            String source,
            Scale scale) {
        this.kind = kind;
        this.defaultValue = standard;
        this.from = from;
        this.to = to;
        this.unit = unit;
        this.group = group;
        this.basis = known;
        this.meaning = meaning;
        this.source = source;
        this.scale = scale;
    }

    /** The switch of a mechanism. */
    MarketParameter(String whenOff) {
        this(
                Kind.SWITCH,
                1,
                0,
                1,
                "on/off",
                "mechanism",
                Basis.CONTROL,
                "off: " + whenOff,
                "an experimental control",
                Scale.LINEAR);
    }

    /** The table, in order. */
    public static List<MarketParameter> table() {
        return List.of(values());
    }

    /**
     * The parameter of that key.
     *
     * @throws IllegalArgumentException when there is none
     */
    public static MarketParameter of(String key) {
        for (MarketParameter parameter : values()) {
            if (parameter.key().equals(key)) {
                return parameter;
            }
        }
        throw new IllegalArgumentException("No parameter is called " + key + ".");
    }

    @Override
    public Kind kind() {
        return kind;
    }

    @Override
    public List<String> words() {
        int or = unit.indexOf(OR);
        return kind == Kind.CHOICE
                ? List.of(unit.substring(0, or), unit.substring(or + OR.length()))
                : Parameter.super.words();
    }

    /** The same text in a browser, where an end that a world's row passes is named, too. */
    @Override
    public String bound(double end) {
        return Decimal.bound(end);
    }

    @Override
    public double defaultValue() {
        return defaultValue;
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
    public Scale scale() {
        return scale;
    }

    @Override
    public String unit() {
        return unit;
    }

    @Override
    public String group() {
        return group;
    }

    @Override
    public String meaning() {
        return meaning;
    }

    @Override
    public Basis basis() {
        return basis;
    }

    @Override
    public String source() {
        return source;
    }
}
