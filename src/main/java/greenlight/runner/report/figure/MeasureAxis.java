package greenlight.runner.report.figure;

import greenlight.runner.dataset.Column;
import greenlight.runner.dataset.Factor;
import greenlight.runner.figure.Axis;
import greenlight.runner.figure.chart.Bars;
import greenlight.runner.figure.chart.Curves;
import greenlight.runner.stats.Estimate;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** The axis of a measure. A boolean measure is shown as the share of runs in which it is true. */
final class MeasureAxis {
    /** What the notes of figures say of whiskers. */
    static final String INTERVALS = "Whiskers are 95 % intervals.";

    /** Bars in one figure at most. */
    static final int ROWS = 12;

    private MeasureAxis() {}

    static boolean isShare(Column measure) {
        return measure.isBoolean();
    }

    /** The quantity of a measure. */
    static Axis of(Column measure) {
        return Axis.of(measure.name(), isShare(measure) ? "% of runs" : measure.unit());
    }

    /** A difference that something makes in a measure. */
    static Axis ofEffect(String label, Column measure) {
        return Axis.of(label, isShare(measure) ? "percentage points" : measure.unit());
    }

    /** How many units of its axis a measure's own unit is. */
    static double scale(Column measure) {
        return isShare(measure) ? 100 : 1;
    }

    /** The end of an interval; a share of runs is none beyond all or nothing. */
    static double bound(Column measure, double value) {
        return isShare(measure) ? Math.max(0, Math.min(100, 100 * value)) : value;
    }

    /** A line of means over the levels of a factor, each with its interval. */
    static Curves.Line line(String name, Column measure, Factor factor, double[] levels, List<Estimate> means) {
        double[] places = factor.isNumeric()
                ? levels
                : IntStream.range(0, levels.length).mapToDouble(i -> i).toArray();
        return new Curves.Line(
                name,
                places,
                all(means, one -> scale(measure) * one.value()),
                all(means, one -> bound(measure, one.low())),
                all(means, one -> bound(measure, one.high())));
    }

    static double[] all(List<Estimate> means, ToDoubleFunction<Estimate> part) {
        return means.stream().mapToDouble(part).toArray();
    }

    /** A row with a single bar. */
    static Bars.Row bar(String label, Estimate one, double times) {
        return Bars.Row.of(label, times * one.value(), times * one.low(), times * one.high());
    }
}
