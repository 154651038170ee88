package greenlight.app.evidence.cause;

import greenlight.market.measure.Measure;
import java.util.Optional;

/** What came of a run: a measure, or whether an event came within {@value #HORIZON} quarters. */
public enum Outcome {
    CLOSED_EARLY(
            Measure.FLAGSHIP_CLOSED,
            Measure.QUARTERS_TO_SHUTDOWN,
            "the flagship's platform closed within four quarters of its launch"),
    ENDED_EARLY(
            Measure.HEADLINE_COLLAPSED,
            Measure.HEADLINE_LIFE,
            "the headline deal collapsed within four quarters of its signing, where it was signed"),
    COLLAPSED(Measure.HEADLINE_COLLAPSED, null, "the headline deal collapsed before its term, where it was signed"),
    SIGNED(Measure.HEADLINE_SIGNED, null, "the headline deal was signed"),
    HEADLINE_LIFE(
            Measure.HEADLINE_LIFE,
            null,
            "quarters from the headline deal's signing to its end, or to the horizon, where it was signed"),
    LIFE(
            Measure.FLAGSHIP_LIFE,
            null,
            "quarters that the flagship's platform is open, those up to the horizon where it is not closed"),
    STUDIOS_LOSS(
            Measure.STUDIOS_LOSS,
            null,
            "dollars lost by studios in deals that failed, shares counted at their worth at the horizon"),
    VIDEO_LOSS(
            Measure.FLAGSHIP_VIDEO_LOSS,
            null,
            "dollars lost by the flagship on video, its whole life: inference and overhead less what users paid"),
    DEALS_SIGNED(Measure.DEALS_SIGNED, null, "platform deals signed"),
    STARTUPS_LOST(Measure.STARTUPS_LOST, null, "video start-ups that failed, were bought or gave up their platform"),
    OTHER_DEALS_FAILED(Measure.OTHER_DEALS_FAILED, null, "failed deals of vendors other than the flagship"),
    TOOLS_SURVIVAL(Measure.TOOLS_SURVIVAL, null, "survival of tool makers"),
    PLATFORMS_SURVIVAL(Measure.PLATFORMS_SURVIVAL, null, "survival of general platforms"),
    STUDIOS_WITH_TOOLS(Measure.TOOLS_OR_CLOUD_LAST, null, "studios with tools or a private cloud at the horizon"),
    STUDIOS_WITH_PLATFORM(Measure.PLATFORM_LAST, null, "studios with a platform at the horizon");

    /** The horizon of an early event, quarters: the most within which pattern 5 lets the record's platform close (S37). */
    public static final int HORIZON = 4;

    private final Measure measure;

    @SuppressWarnings("ImmutableEnumChecker") // a constant of an enum never changes
    private final Optional<Measure> time;

    private final String words;

    Outcome(Measure measure, Measure time, String words) {
        this.measure = measure;
        this.time = Optional.ofNullable(time);
        this.words = words;
    }

    /** What is measured; for an early event, whether it came at all. */
    public Measure measure() {
        return measure;
    }

    /** Whether only an event within the horizon counts. */
    public boolean early() {
        return time.isPresent();
    }

    public String words() {
        return words;
    }

    /** Whether it is yes (1) or no (0). */
    public boolean yesOrNo() {
        return measure.yesOrNo();
    }

    /** The outcome of a run whose measures are given, in their order; not-a-number where it does not apply. */
    public double of(double[] measures) {
        double value = measures[measure.ordinal()];
        if (time.isEmpty() || value != 1) {
            return value;
        }
        return measures[time.get().ordinal()] <= HORIZON ? 1 : 0;
    }
}
