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
import java.awt.geom.Rectangle2D;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * Runs in the plane of two factors, those where something happened filled, the others hollow; and the box around them.
 *
 * @param happened what a filled mark means, such as {@code loss above 100}
 * @param xs abscissa of each run
 * @param ys ordinate of each run
 * @param hit whether it happened there
 * @param box its least x, greatest x, least y and greatest y; not-a-number where it has no such side
 */
public record Scatter(
        Caption caption, Axis x, Axis y, String happened, double[] xs, double[] ys, boolean[] hit, double[] box)
        implements Figure {
    private static final double PLOT = 230;
    private static final double KEY = 22;

    private Axes frame() {
        return new Axes(x, Arrays.stream(xs), y, Arrays.stream(ys), false, PLOT, List.of());
    }

    @Override
    public double height() {
        return frame().height() + KEY;
    }

    @Override
    public void draw(Canvas canvas) {
        Axes frame = frame();
        frame.draw(canvas);
        double radius = xs.length > 400 ? 2 : 3;
        for (boolean hits : new boolean[] {false, true}) {
            for (int i = 0; i < xs.length; i++) {
                if (hit[i] == hits) {
                    dot(canvas, frame.x().at(xs[i]), frame.y().at(ys[i]), radius, hits);
                }
            }
        }
        if (box.length == 4) {
            double left = Double.isNaN(box[0]) ? frame.x().start() : frame.x().at(box[0]);
            double right = Double.isNaN(box[1]) ? frame.x().end() : frame.x().at(box[1]);
            double bottom = Double.isNaN(box[2]) ? frame.bottom() : frame.y().at(box[2]);
            double top = Double.isNaN(box[3]) ? frame.top() : frame.y().at(box[3]);
            Rectangle2D area = new Rectangle2D.Double(left, top, right - left, bottom - top);
            canvas.fill(area, Palette.ACCENT, 0.08);
            canvas.stroke(area, Palette.TEXT, 1.6);
        }
        double down = frame.height() + 12;
        dot(canvas, 6, down - 4, 3, true);
        canvas.words(happened, 14, down, Anchor.START, Fonts.TICK);
        double next = 14 + TextMetrics.width(happened, Fonts.TICK) + 20;
        dot(canvas, next, down - 4, 3, false);
        canvas.words("otherwise", next + 8, down, Anchor.START, Fonts.TICK);
        if (box.length == 4) {
            double last = next + 8 + TextMetrics.width("otherwise", Fonts.TICK) + 14;
            canvas.stroke(new Rectangle2D.Double(last, down - 9, 12, 9), Palette.TEXT, 1.4);
            canvas.words("box", last + 18, down, Anchor.START, Fonts.TICK);
        }
    }

    private static void dot(Canvas canvas, double x, double y, double radius, boolean filled) {
        if (filled) {
            canvas.fill(Style.dot(x, y, radius), Palette.series(1), 0.8);
        } else {
            canvas.stroke(Style.dot(x, y, radius - 0.3), Palette.RULE, 0.9);
        }
    }

    @Override
    public CsvTable data() {
        CsvTable table = new CsvTable("x", "y", "happened");
        IntStream.range(0, xs.length).forEach(i -> table.with(xs[i], ys[i], hit[i]));
        return table;
    }

    @Override
    public String words() {
        long hits = IntStream.range(0, hit.length).filter(i -> hit[i]).count();
        String runs = hits + " of " + xs.length + " runs have " + happened + ", drawn over " + x.label() + " and "
                + y.label() + ".";
        if (box.length != 4) {
            return runs;
        }
        return runs + " The box: " + x.label() + side(box[0], box[1]) + ", " + y.label() + side(box[2], box[3]) + ".";
    }

    private static String side(double from, double to) {
        if (DoubleStream.of(from, to).allMatch(Double::isNaN)) {
            return " not bounded";
        }
        return (Double.isNaN(from) ? "" : " from " + ScaledNumber.number(from, 3))
                + (Double.isNaN(to) ? "" : " up to " + ScaledNumber.number(to, 3));
    }
}
