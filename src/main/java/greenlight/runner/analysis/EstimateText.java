package greenlight.runner.analysis;

import greenlight.runner.dataset.Column;
import greenlight.runner.format.Text;
import greenlight.runner.stats.Estimate;

/** An estimate with its 95 % interval, as sentences write it. */
final class EstimateText {
    /** Of the variance, below which a part is not worth its words. */
    static final double LEAST_SHARE = 5e-4;

    private static final double SAME = 1e-12;

    private EstimateText() {}

    /** Such as {@code 3.1 [2.9, 3.3]}. */
    static String estimate(Column measure, Estimate of) {
        return measure.words(of.value()) + interval(measure, of);
    }

    /** The text behind a value: its interval, or why there is none. */
    static String interval(Column measure, Estimate of) {
        if (!of.bounded()) {
            return " (too few runs for an interval)";
        }
        return constant(of)
                ? ", the same in every replication"
                : " [" + measure.words(of.low()) + ", " + measure.words(of.high()) + "]";
    }

    /** With its sign; of a measure that is true or false, in percentage points. */
    static String difference(Column measure, Estimate of) {
        if (measure.isBoolean()) {
            String ends = !of.bounded() || of.high() - of.low() <= SAME
                    ? of.bounded() ? ", the same in every replication" : ""
                    : " [" + percentagePoints(Math.max(-1, of.low())) + ", " + percentagePoints(Math.min(1, of.high()))
                            + "]";
            return (of.value() > 0 ? "+" : "") + percentagePoints(of.value()) + " percentage points" + ends;
        }
        return (of.value() > 0 ? "+" : "") + estimate(measure, of);
    }

    /** Whether every replication gives the same. */
    static boolean constant(Estimate of) {
        return of.high() - of.low() <= SAME * Math.abs(of.value());
    }

    static String percentagePoints(double share) {
        return Text.scaled(Math.round(share * 1000) / 10.0);
    }

    /** A share with its interval, such as {@code 12 % [10 %, 14 %]}. */
    static String shared(Estimate share) {
        if (share.high() - share.low() < LEAST_SHARE) {
            return Text.percent(share.value());
        }
        return Text.percent(share.value())
                + (share.bounded() ? " [" + Text.percent(share.low()) + ", " + Text.percent(share.high()) + "]" : "");
    }
}
