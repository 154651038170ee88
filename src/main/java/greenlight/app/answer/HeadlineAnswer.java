package greenlight.app.answer;

import static greenlight.market.parameter.MarketParameter.BRAND_SAFETY;
import static greenlight.market.parameter.MarketParameter.COMPUTE_COST;
import static greenlight.market.parameter.MarketParameter.COST_SHARE;
import static greenlight.market.parameter.MarketParameter.ENTERPRISE_OPTION;
import static greenlight.market.parameter.MarketParameter.FEAR_OF_MISSING_OUT;
import static greenlight.market.parameter.MarketParameter.GUARANTEE;
import static greenlight.market.parameter.MarketParameter.LITIGATION;
import static greenlight.market.parameter.MarketParameter.NOVELTY_DECAY;
import static greenlight.market.parameter.MarketParameter.PILOT_QUARTERS;
import static greenlight.market.parameter.MarketParameter.VC_PRESSURE;

import greenlight.app.evidence.cause.Outcome;
import greenlight.market.parameter.MarketParameter;
import greenlight.runner.model.Parameter;
import java.util.Locale;
import java.util.Map;

/**
 * The figures on which the two questions rest, which force brought it down and which terms would have saved it. A figure is the
 * mean of an outcome, or of its change in pairs of runs with the same setting and seed, of which one has a force switched off
 * or a term of the contract.
 */
public enum HeadlineAnswer {
    // spotless:off
    //                       outcome                  changed              to   what it is
    CLOSED                  (Outcome.CLOSED_EARLY,                              "runs in which the flagship's platform closes within four quarters"),
    COLLAPSED               (Outcome.COLLAPSED,                                 "headline deals that collapse before their term, of those signed"),
    WITHOUT_COMPUTE_COST    (Outcome.CLOSED_EARLY,    COMPUTE_COST,        0,   "change of these closings without the cost of compute"),
    WITHOUT_NOVELTY_DECAY   (Outcome.CLOSED_EARLY,    NOVELTY_DECAY,       0,   "change of these closings without the fade of novelty"),
    WITHOUT_VC_PRESSURE     (Outcome.CLOSED_EARLY,    VC_PRESSURE,         0,   "change of these closings without pressure by investors"),
    WITHOUT_LITIGATION      (Outcome.CLOSED_EARLY,    LITIGATION,          0,   "change of these closings without litigation"),
    WITHOUT_BRAND_SAFETY    (Outcome.CLOSED_EARLY,    BRAND_SAFETY,        0,   "change of these closings without brand anomalies"),
    WITHOUT_ENTERPRISE      (Outcome.CLOSED_EARLY,    ENTERPRISE_OPTION,   0,   "change of these closings without another use of GPUs"),
    WITHOUT_FEAR_OF_MISSING (Outcome.CLOSED_EARLY,    FEAR_OF_MISSING_OUT, 0,   "change of these closings without studios' fear of missing out"),
    STUDIOS_LOSS            (Outcome.STUDIOS_LOSS,                              "dollars lost by studios in deals that failed"),
    GUARANTEE_SIGNED        (Outcome.SIGNED,          GUARANTEE,           0.2, "change of the headline deals signed, with a guarantee of a fifth"),
    GUARANTEE_LIFE          (Outcome.HEADLINE_LIFE,   GUARANTEE,           0.2, "change of the headline deal's life with a guarantee of a fifth, where signed with and without"),
    SHARED_BILL_SIGNED      (Outcome.SIGNED,          COST_SHARE,          0.5, "change of the headline deals signed, with half of the bill shared"),
    SHARED_BILL_LIFE        (Outcome.HEADLINE_LIFE,   COST_SHARE,          0.5, "change of the headline deal's life with half of the bill shared, where signed with and without"),
    PILOT_SIGNED            (Outcome.SIGNED,          PILOT_QUARTERS,      2,   "change of the headline deals signed, with a pilot of two quarters"),
    PILOT_LIFE              (Outcome.HEADLINE_LIFE,   PILOT_QUARTERS,      2,   "change of the headline deal's life with a pilot of two quarters, where signed with and without");
    // spotless:on

    private final Outcome outcome;

    @SuppressWarnings("ImmutableEnumChecker") // a constant of an enum never changes
    private final Map<Parameter, Double> change;

    private final String words;

    HeadlineAnswer(Outcome outcome, String words) {
        this(outcome, Map.of(), words);
    }

    HeadlineAnswer(Outcome outcome, MarketParameter changed, double to, String words) {
        this(outcome, Map.of(changed, to), words);
    }

    HeadlineAnswer(Outcome outcome, Map<Parameter, Double> change, String words) {
        this.outcome = outcome;
        this.change = change;
        this.words = words;
    }

    /** Its name in files. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String words() {
        return words;
    }

    /** Of its values: {@code share}, {@code quarters} or {@code USD}. */
    public String unit() {
        return outcome.yesOrNo() ? "share" : outcome.measure().unit();
    }

    /** Whether it is the share of runs with an event, no change. */
    boolean isShare() {
        return change.isEmpty() && outcome.yesOrNo();
    }

    /** What the second run of a pair has changed; nothing where the answer is of single runs. */
    Map<Parameter, Double> change() {
        return change;
    }

    /** Its value in a pair of runs, whose measures are given; not-a-number where it does not apply to both. */
    double of(double[] baseline, double[] changed) {
        return change.isEmpty() ? outcome.of(baseline) : outcome.of(changed) - outcome.of(baseline);
    }
}
