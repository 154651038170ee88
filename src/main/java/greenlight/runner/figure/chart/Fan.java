package greenlight.runner.figure.chart;

import greenlight.runner.csv.CsvTable;
import greenlight.runner.figure.Axes;
import greenlight.runner.figure.Axis;
import greenlight.runner.figure.Canvas;
import greenlight.runner.figure.Canvas.Anchor;
import greenlight.runner.figure.Caption;
import greenlight.runner.figure.Figure;
import greenlight.runner.figure.Fonts;
import greenlight.runner.figure.Style;
import greenlight.runner.format.ScaledNumber;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * Quantities over time: for each series the median of many runs with the half and the nine tenths of them in the middle.
 * One series shows both bands, several show the inner one.
 *
 * @param x the time; its names are the points
 * @param ordered whether the series have an order, which their colours then show
 */
public record Fan(Caption caption, Axis x, Axis y, List<Series> series, boolean ordered) implements Figure {
    private static final double PLOT = 190;

    /**
     * What the runs of a series did, a value a point of time each; not-a-number where there is none.
     *
     * @param low the 5th percentile
     * @param lower the 25th
     * @param upper the 75th
     * @param high the 95th
     */
    public record Series(String name, double[] low, double[] lower, double[] median, double[] upper, double[] high) {

        /** A single run: a line without bands. */
        public static Series single(String name, double[] values) {
            return new Series(name, values, values, values, values, values);
        }

        private boolean isSingle() {
            return Arrays.equals(low, high);
        }

        private int last() {
            return IntStream.range(0, median.length)
                    .filter(i -> !Double.isNaN(median[i]))
                    .max()
                    .orElse(0);
        }
    }

    /** Keeps a copy of the list. */
    public Fan {
        series = List.copyOf(series);
    }

    private boolean isAlone() {
        return series.size() == 1;
    }

    private Axes frame() {
        DoubleStream values = series.stream()
                .flatMapToDouble(one -> isAlone()
                        ? Arrays.stream(new double[][] {one.low(), one.high()}).flatMapToDouble(Arrays::stream)
                        : Arrays.stream(new double[][] {one.lower(), one.upper()})
                                .flatMapToDouble(Arrays::stream));
        List<String> names = !isAlone()
                ? series.stream().map(Series::name).toList()
                : series.get(0).isSingle() ? List.of() : List.of("median", "95 %");
        return new Axes(x, DoubleStream.empty(), y, values, false, PLOT, names);
    }

    @Override
    public double height() {
        return frame().height();
    }

    @Override
    public void draw(Canvas canvas) {
        Axes frame = frame();
        frame.draw(canvas);
        double[] across =
                IntStream.range(0, x.names().size()).mapToDouble(frame.x()::at).toArray();
        for (int i = 0; i < series.size(); i++) {
            Series one = series.get(i);
            Style style = Style.of(i, series.size(), ordered);
            if (!one.isSingle()) {
                if (isAlone()) {
                    canvas.fill(Axes.band(across, up(frame, one.low()), up(frame, one.high())), style.ink(), 0.16);
                }
                double opacity = isAlone() ? 0.28 : 0.14;
                canvas.fill(Axes.band(across, up(frame, one.lower()), up(frame, one.upper())), style.ink(), opacity);
            }
        }
        List<Axes.End> ends = new ArrayList<>();
        for (int i = 0; i < series.size(); i++) {
            Series one = series.get(i);
            Style style = Style.of(i, series.size(), ordered);
            canvas.stroke(Axes.line(across, up(frame, one.median())), style.ink(), 2, style.dash());
            int last = one.last();
            if (!isAlone()) {
                ends.add(new Axes.End(one.name(), frame.y().at(one.median()[last]), style));
                canvas.fill(style.mark(across[last], frame.y().at(one.median()[last]), 3), style.ink(), 1);
            }
        }
        frame.names(canvas, ends);
        if (isAlone() && !series.get(0).isSingle()) {
            quantiles(canvas, frame, series.get(0));
        }
    }

    /** The names of the bands at their right end, those that have room beside the median's. */
    private static void quantiles(Canvas canvas, Axes frame, Series one) {
        int last = one.last();
        double right = frame.x().end() + 6;
        double middle = frame.y().at(one.median()[last]);
        canvas.words("median", right, middle + 4, Anchor.START, Fonts.LABEL);
        double above = middle;
        double below = middle;
        double[][] sides = {one.upper(), one.high(), one.lower(), one.low()};
        String[] names = {"75 %", "95 %", "25 %", "5 %"};
        for (int side = 0; side < sides.length; side++) {
            double at = frame.y().at(sides[side][last]);
            if (side < 2 ? at < above - 13 : at > below + 13) {
                canvas.words(names[side], right, at + 4, Anchor.START, Fonts.TICK);
                above = side < 2 ? at : above;
                below = side < 2 ? below : at;
            }
        }
    }

    private static double[] up(Axes frame, double[] values) {
        return Arrays.stream(values).map(frame.y()::at).toArray();
    }

    @Override
    public CsvTable data() {
        CsvTable table = new CsvTable("series", "time", "p05", "p25", "median", "p75", "p95");
        for (Series one : series) {
            for (int i = 0; i < x.names().size(); i++) {
                table.with(
                        one.name(),
                        x.names().get(i),
                        one.low()[i],
                        one.lower()[i],
                        one.median()[i],
                        one.upper()[i],
                        one.high()[i]);
            }
        }
        return table;
    }

    @Override
    public String words() {
        StringBuilder words = new StringBuilder(
                series.size() == 1 && series.get(0).isSingle() ? "A line over time: " : "Medians over time: ");
        String between = "";
        for (Series one : series) {
            int first = IntStream.range(0, one.median().length)
                    .filter(i -> !Double.isNaN(one.median()[i]))
                    .findFirst()
                    .orElse(0);
            int last = one.last();
            int top = IntStream.range(0, one.median().length)
                    .filter(i -> !Double.isNaN(one.median()[i]))
                    .reduce(first, (best, i) -> one.median()[i] > one.median()[best] ? i : best);
            words.append(between)
                    .append(isAlone() ? y.label() : one.name())
                    .append(" goes from ")
                    .append(ScaledNumber.number(one.median()[first], 3))
                    .append(" in ")
                    .append(x.names().get(first))
                    .append(" to ")
                    .append(ScaledNumber.number(one.median()[last], 3))
                    .append(" in ")
                    .append(x.names().get(last))
                    .append(", with its greatest value ")
                    .append(ScaledNumber.number(one.median()[top], 3))
                    .append(" in ")
                    .append(x.names().get(top));
            between = "; ";
        }
        return words.append('.').toString();
    }
}
