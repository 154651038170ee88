package greenlight.app.evidence;

import static greenlight.app.evidence.Pattern.Kind.CALIBRATED;
import static greenlight.app.evidence.Pattern.Kind.TEST;
import static greenlight.market.measure.Measure.ADOPTERS_AFTER_1;

import greenlight.market.measure.Measure;
import java.util.Optional;

/**
 * What the baseline must reproduce, one line each: number in the list of ten patterns, kind, whether it is required,
 * target with the record's own value, what it is, source. Ids such as S34 are rows of {@code facts.csv}. A pattern that
 * is calibrated to pulls the parameters; one that is left as a test never does.
 */
public enum Pattern {
    // spotless:off
    //                     no  kind        required  measure                          low    value  high   what                                                                    source
    PEAK_LOSS             ( 1, CALIBRATED, true,  Measure.PEAK_DAILY_LOSS,            0.7e6, 1e6,   1.5e6, "consumer video loses near $1 million a day at its worst",              "S32, S33"),
    LATER_LOSS            ( 1, TEST,       false, Measure.DAILY_LOSS_AFTER_1,         0.7e6, 1e6,   1.5e6, "and still loses as much in the quarter after its launch, 2026Q1",       "S32, S33",
                           "the record also says that its users left and that it cut the free quota twice and ended it within that time (S18, S26, S27), which cannot cost as much"),
    CLIP_PRICE            ( 2, TEST,       true,  Measure.CLIP_PRICE_FALL,            0.05,  0.33,  0.8,   "the price of a clip falls with its cost",                              "C24, C30"),
    LAUNCH_USERS          ( 3, CALIBRATED, true,  Measure.LAUNCH_USERS,               7e6,   8.43e6, 10e6, "people who try it in the launch quarter, as downloads count them",     "S06, S07, S08"),
    RETENTION             ( 3, CALIBRATED, true,  Measure.RETENTION_1,                0.005, 0.01,  0.08,  "of those who try it, one to eight in a hundred are there a month later", "S18, S19, S20"),
    FADING_ADOPTION       ( 3, CALIBRATED, true,  ADOPTERS_AFTER_1,                   0.26,  0.35,  0.43,  "newcomers fall to a third in one quarter",                             "S06, S07, S08, S09, U24"),
    CONVERSION            ( 4, TEST,       true,  Measure.CONVERSION_AGAINST_PLAN,    0,     0.13,  0.35,  "conversion stays far below the vendor's projection",                   "S35"),
    REVENUE               ( 4, CALIBRATED, true,  Measure.REVENUE_OVER_COMPUTE,       0.005, 0.012, 0.03,  "what users pay covers one or two hundredths of the compute",           "S36"),
    QUOTA                 ( 4, TEST,       true,  Measure.FREE_QUOTA_AFTER_1,         0,     0.1,   0.25,  "a quarter after its launch the free quota is cut to a fifth and then to nothing", "S25, S26, S27"),
    SHUTDOWN              ( 5, CALIBRATED, true,  Measure.QUARTERS_TO_SHUTDOWN,       2,     3,     4,     "the flagship closes consumer video two to four quarters after launch", "S37"),
    SIGNED                ( 6, CALIBRATED, true,  Measure.HEADLINE_SIGNED,            0.5,   1,     1,     "the headline deal is signed",                                          "D01"),
    VOIDED                ( 6, CALIBRATED, true,  Measure.HEADLINE_VOIDED,            1,     1,     1,     "the headline deal is voided because the platform is gone",             "D07, D10"),
    EQUITY_UNPAID         ( 6, TEST,       true,  Measure.HEADLINE_EQUITY_PAID,       0,     0,     5e8,   "most of the pledged billion is never paid",                            "D05, D07"),
    ENTERPRISE            ( 7, TEST,       true,  Measure.VIDEO_AGAINST_ENTERPRISE,   0.004, 0.02,  0.1,   "a GPU-hour of video brings a fiftieth of what enterprises pay",         "C34, C35"),
    STRINGENCY            ( 8, TEST,       true,  Measure.STRINGENCY_RISE,            0.02,  0.2,   1,     "studios demand stricter terms after the collapse",                     "the article; ST09"),
    TOOLS                 ( 8, TEST,       true,  Measure.TOOLS_OR_CLOUD_LAST,        4,     6,     8,     "at least half of the eight studios end on tools or a private cloud",   "the article; ST09, ST10, ST11"),
    WINTER                ( 9, CALIBRATED, true,  Measure.WINTER_DEPTH,               0,     0.5,   1,     "start-ups raise less in the year after the closing than in the year before (so the article; the record contradicts it so far)", "the article; I02, I04, I22"),
    STARTUPS_LOST         ( 9, CALIBRATED, true,  Measure.STARTUPS_LOST,              3,     4,     8,     "several start-ups, at least three, fail, are bought or give up their platform", "the article; X14"),
    RIVALS_GROW           ( 9, TEST,       true,  Measure.RIVALS_GROWTH,              1,     1.44,  2.4,   "rivals' revenue grows through the exit, over three quarters (so the record)", "I03, I04, I15"),
    RIVALS_REVENUE        ( 9, CALIBRATED, true,  Measure.RIVALS_REVENUE_AT_LAUNCH,   250e6, 530e6, 900e6, "users pay the rivals half a billion dollars a year when the flagship launches", "I03, I10, I12"),
    PENDING               (10, CALIBRATED, true,  Measure.OPEN_AT_LAUNCH,             0.75,  0.94,  1,     "most cases filed before the launch are open at the launch",            "L02"),
    DECIDED               (10, TEST,       true,  Measure.CASES_DECIDED,              0,     0.06,  0.2,   "few cases are decided within the horizon",                             "L09");
    // spotless:on

    /** Whether the parameters were fitted to a pattern. */
    public enum Kind {
        CALIBRATED("calibrated to"),
        TEST("left as a test");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    private final int number;
    private final Kind kind;
    private final boolean required;
    private final Measure measure;
    private final double low;
    private final double value;
    private final double high;
    private final String what;
    private final String source;
    private final String limits;

    Pattern(
            int number,
            Kind kind,
            boolean required,
            Measure measure,
            double low,
            double value,
            double high,
            String what,
            String source) {
        this(number, kind, required, measure, low, value, high, what, source, "");
    }

    Pattern(
            int number,
            Kind kind,
            boolean required,
            Measure measure,
            double low,
            double value,
            double high,
            String what,
            String source,
            String limits) {
        this.number = number;
        this.kind = kind;
        this.required = required;
        this.measure = measure;
        this.low = low;
        this.value = value;
        this.high = high;
        this.what = what;
        this.source = source;
        this.limits = limits;
    }

    public String key() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    /** Place in the list of ten patterns, from 1; several lines may make one pattern quantitative. */
    public int number() {
        return number;
    }

    public Kind kind() {
        return kind;
    }

    /** Whether validation fails when it does not hold. */
    public boolean required() {
        return required;
    }

    public Measure measure() {
        return measure;
    }

    /** Least value of the target, in the measure's unit. */
    public double low() {
        return low;
    }

    /** What the record says, in the measure's unit. */
    public double value() {
        return value;
    }

    /** Largest value of the target, in the measure's unit. */
    public double high() {
        return high;
    }

    public String what() {
        return what;
    }

    public String source() {
        return source;
    }

    /** Why the model cannot be expected to meet it, where it cannot. */
    public Optional<String> limits() {
        return limits.isEmpty() ? Optional.empty() : Optional.of(limits);
    }

    /** The target. */
    public TargetRange range() {
        return new TargetRange(low, value, high);
    }

    /** Whether a run meets it. */
    public boolean holds(double measured) {
        return range().holds(measured);
    }

    /** How far off a value is, as {@link TargetRange#distance} has it. */
    public double distance(double measured, double most) {
        return range().distance(measured, most);
    }
}
