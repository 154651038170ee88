package greenlight.runner.figure.chart;

import greenlight.runner.csv.CsvTable;
import greenlight.runner.figure.Axes;
import greenlight.runner.figure.Axis;
import greenlight.runner.figure.Canvas;
import greenlight.runner.figure.Canvas.Anchor;
import greenlight.runner.figure.Caption;
import greenlight.runner.figure.Figure;
import greenlight.runner.figure.Fonts;
import greenlight.runner.figure.Palette;
import greenlight.runner.figure.Style;
import greenlight.runner.figure.TextMetrics;
import greenlight.runner.format.ScaledNumber;
import greenlight.runner.stats.Quantiles;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.Arrays;
import java.util.List;

/**
 * How often which values occurred: a histogram with the median and the nine tenths in the middle.
 *
 * @param x the quantity
 * @param edges of the bins, ascending, one more than bins
 * @param counts in each bin
 * @param low the 5th percentile
 * @param high the 95th
 */
public record Histogram(Caption caption, Axis x, double[] edges, int[] counts, double low, double median, double high)
        implements Figure {
    private static final double PLOT = 150;
    private static final int BINS = 24;

    /** Counts values in bins of a round width; what is not a number is passed over. */
    public static Histogram of(Caption caption, Axis x, double[] values) {
        double[] known = Arrays.stream(values).filter(Double::isFinite).sorted().toArray();
        if (known.length == 0) {
            throw new IllegalArgumentException("No values for " + x.label() + ".");
        }
        boolean whole = Arrays.stream(known).allMatch(v -> v == Math.rint(v));
        double range = known[known.length - 1] - known[0];
        double width = range == 0 ? 1 : round(range / BINS);
        width = whole ? Math.max(1, Math.rint(width)) : width;
        double shift = whole && width == 1 ? 0.5 : 0; // a whole number in the middle of its bin
        double from = Math.floor((known[0] + shift) / width) * width - shift;
        int bins = (int) Math.floor((known[known.length - 1] - from) / width + 1e-9) + 1;
        int[] counts = new int[bins];
        double[] edges = new double[bins + 1];
        for (int i = 0; i <= bins; i++) {
            edges[i] = from + i * width;
        }
        for (double value : known) {
            counts[Math.min(bins - 1, (int) Math.floor((value - from) / width + 1e-9))]++;
        }
        double[] at = Quantiles.of(known, 0.05, 0.5, 0.95);
        return new Histogram(caption, x, edges, counts, at[0], at[1], at[2]);
    }

    /** 1, 2 or 5 times a power of ten, at least as great. */
    private static double round(double rough) {
        double power = Math.pow(10, Math.floor(Math.log10(rough)));
        return power * (rough <= power ? 1 : rough <= 2 * power ? 2 : rough <= 5 * power ? 5 : 10);
    }

    private Axes frame() {
        return new Axes(
                x,
                Arrays.stream(edges),
                Axis.of("runs", ""),
                Arrays.stream(counts).asDoubleStream(),
                true,
                PLOT,
                List.of());
    }

    @Override
    public double height() {
        return frame().height() + 28;
    }

    @Override
    public void draw(Canvas canvas) {
        Axes frame = frame();
        frame.draw(canvas);
        double bottom = frame.bottom();
        for (int i = 0; i < counts.length; i++) {
            double left = frame.x().at(edges[i]);
            double top = frame.y().at(counts[i]);
            if (counts[i] > 0) {
                canvas.fill(
                        new Rectangle2D.Double(
                                left + 0.5, top, Math.max(0.5, frame.x().at(edges[i + 1]) - left - 1), bottom - top),
                        Palette.ACCENT,
                        0.75);
            }
        }
        double down = frame.height() + 8;
        double from = frame.x().at(low);
        double to = frame.x().at(high);
        double middle = frame.x().at(median);
        canvas.stroke(new Line2D.Double(from, down, to, down), Palette.TEXT, 1.4);
        for (double end : new double[] {from, to}) {
            canvas.stroke(new Line2D.Double(end, down - 3, end, down + 3), Palette.TEXT, 1.4);
        }
        canvas.fill(Style.dot(middle, down, 4), Palette.TEXT, 1);
        String words = "median " + frame.x().three(median) + ", 90 % of runs from "
                + frame.x().three(low) + " to " + frame.x().three(high);
        double half = TextMetrics.width(words, Fonts.TICK) / 2;
        double at = Math.min(Math.max(middle, half), Figure.WIDTH - half);
        canvas.words(words, at, down + 17, Anchor.MIDDLE, Fonts.TICK);
    }

    @Override
    public CsvTable data() {
        CsvTable table = new CsvTable("from", "to", "runs");
        for (int i = 0; i < counts.length; i++) {
            table.with(edges[i], edges[i + 1], counts[i]);
        }
        return table;
    }

    @Override
    public String words() {
        int runs = Arrays.stream(counts).sum();
        return "Distribution of " + x.label() + " over " + runs + " runs: median " + ScaledNumber.number(median, 3)
                + ", nine tenths of them between " + ScaledNumber.number(low, 3) + " and "
                + ScaledNumber.number(high, 3) + ".";
    }
}
