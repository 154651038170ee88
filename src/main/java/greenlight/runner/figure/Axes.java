package greenlight.runner.figure;

import greenlight.runner.figure.Canvas.Anchor;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.DoubleStream;

/** The axes of a plot: quantities above and below, light lines to read a value along, room for names at the right. */
public final class Axes {
    private static final double LINE = 15;
    private static final double TICKS_BELOW = 20;

    /** Between the edges of a plot and the least and greatest numbers. */
    private static final double INSET = 8;

    private final List<String> above;
    private final double height;
    private final Scale x;
    private final Scale y;

    /** Where the lines to read along begin. */
    private final double ground;

    /** A name at the right end of a line. */
    public record End(String name, double height, Style style) {}

    /** Makes room for everything around the plot, then the scales. */
    public Axes(Axis across, DoubleStream xs, Axis up, DoubleStream ys, boolean zero, double plot, List<String> names) {
        double[] values = ys.toArray();
        Scale trial = Scale.over(up, DoubleStream.of(values), zero, plot, 0);
        above = TextMetrics.wrapped(trial.title(), Fonts.TICK, Figure.WIDTH);
        double top = LINE * above.size() + 12;
        double left = trial.tickWidth() + 8;
        double right = names.stream()
                .mapToDouble(name -> TextMetrics.width(name, Fonts.LABEL) + 14)
                .max()
                .orElse(8);
        y = Scale.over(up, DoubleStream.of(values), zero, top + plot, top);
        double inset = across.names().isEmpty() ? INSET : 0;
        x = Scale.between(across, xs, left + inset, Figure.WIDTH - Math.min(right, 170) - inset);
        ground = left;
        height = top + plot + below(x);
    }

    /** Height that everything takes. */
    public double height() {
        return height;
    }

    public Scale x() {
        return x;
    }

    public Scale y() {
        return y;
    }

    public double top() {
        return y.end();
    }

    public double bottom() {
        return y.start();
    }

    public void draw(Canvas canvas) {
        for (int line = 0; line < above.size(); line++) {
            canvas.words(above.get(line), 0, 11 + LINE * line, Anchor.START, Fonts.TICK);
        }
        for (Scale.Tick tick : y.ticks()) {
            double at = y.at(tick.value());
            canvas.stroke(new Line2D.Double(ground, at, x.end(), at), Palette.GRID, 1);
            canvas.words(tick.text(), ground - 7, at + 4, Anchor.END, Fonts.TICK);
        }
        drawAcross(canvas, x, ground, bottom());
        if (y.at(0) < bottom() - 1 && y.at(0) > top() + 1) {
            canvas.stroke(new Line2D.Double(ground, y.at(0), x.end(), y.at(0)), Palette.RULE, 1);
        }
    }

    /** The axis below: its line, its ticks where there is room, its title. */
    public static void drawAcross(Canvas canvas, Scale x, double from, double line) {
        canvas.stroke(new Line2D.Double(from, line, x.end(), line), Palette.RULE, 1);
        List<Scale.Tick> ticks = x.ticks();
        int every = every(x, ticks);
        for (int i = 0; i < ticks.size(); i += every) {
            double at = x.at(ticks.get(i).value());
            canvas.stroke(new Line2D.Double(at, line, at, line + 4), Palette.RULE, 1);
            String text = TextMetrics.cut(ticks.get(i).text(), Fonts.TICK, Figure.WIDTH / 2);
            double half = TextMetrics.width(text, Fonts.TICK) / 2;
            double middle = Math.min(Math.max(at, half), Figure.WIDTH - half);
            canvas.words(text, middle, line + 17, Anchor.MIDDLE, Fonts.TICK);
        }
        List<String> title = title(x);
        for (int i = 0; i < title.size(); i++) {
            double half = TextMetrics.width(title.get(i), Fonts.TICK) / 2;
            double middle = Math.min((x.start() + x.end()) / 2, Figure.WIDTH - half);
            canvas.words(title.get(i), middle, line + TICKS_BELOW + 14 + LINE * i, Anchor.MIDDLE, Fonts.TICK);
        }
    }

    private static List<String> title(Scale x) {
        return x.title().isEmpty() ? List.of() : TextMetrics.wrapped(x.title(), Fonts.TICK, Figure.WIDTH);
    }

    /** What an axis takes under its line. */
    public static double below(Scale x) {
        return TICKS_BELOW + (title(x).isEmpty() ? 0 : LINE * title(x).size() + 4);
    }

    /** One in how many ticks has room for its words; a calendar's are kept at the same season. */
    private static int every(Scale x, List<Scale.Tick> ticks) {
        double widest = ticks.stream()
                .mapToDouble(tick -> TextMetrics.width(tick.text(), Fonts.TICK))
                .max()
                .orElse(0);
        double room = ticks.size() < 2
                ? Double.MAX_VALUE
                : Math.abs(x.at(ticks.get(1).value()) - x.at(ticks.get(0).value()));
        int every = 1;
        while (every * room < widest + 8 && every < ticks.size()) {
            every = every < 4 ? every * 2 : every + 4;
        }
        return every;
    }

    /** Names at the right, each beside the end of its line or, where two would touch, as near as can be. */
    public void names(Canvas canvas, List<End> ends) {
        List<End> inOrder = new ArrayList<>(ends);
        inOrder.sort(Comparator.comparingDouble(End::height));
        double[] wanted = inOrder.stream().mapToDouble(End::height).toArray();
        double[] at = spread(wanted, 14, top() - 4, bottom() + 4);
        for (int i = 0; i < at.length; i++) {
            End end = inOrder.get(i);
            if (Math.abs(at[i] - end.height()) > 3) {
                canvas.stroke(
                        new Line2D.Double(x.end() + 1, end.height(), x.end() + 8, at[i]),
                        end.style().ink(),
                        0.8);
            }
            String name = TextMetrics.cut(end.name(), Fonts.LABEL, Figure.WIDTH - x.end() - 10);
            canvas.words(name, x.end() + 10, at[i] + 4, Anchor.START, Fonts.LABEL);
        }
    }

    /** The places nearest to those wanted (ascending) with a gap between any two, between two bounds where they fit. */
    static double[] spread(double[] wanted, double gap, double from, double to) {
        int count = wanted.length;
        double[] sum = new double[count]; // groups pushed together, as in isotonic regression
        int[] size = new int[count];
        int groups = 0;
        for (int i = 0; i < count; i++) {
            sum[groups] = wanted[i] - i * gap;
            size[groups] = 1;
            groups++;
            while (groups > 1 && sum[groups - 2] / size[groups - 2] > sum[groups - 1] / size[groups - 1]) {
                sum[groups - 2] += sum[groups - 1];
                size[groups - 2] += size[groups - 1];
                groups--;
            }
        }
        double[] at = new double[count];
        int i = 0;
        for (int group = 0; group < groups; group++) {
            double least = from;
            double most = Math.max(from, to - (count - 1) * gap);
            double base = Math.min(Math.max(sum[group] / size[group], least), most);
            for (int member = 0; member < size[group]; member++, i++) {
                at[i] = base + i * gap;
            }
        }
        return at;
    }

    /** A line through points; where one is not a number, it is broken. */
    public static Path2D line(double[] xs, double[] ys) {
        Path2D path = new Path2D.Double();
        boolean down = false;
        for (int i = 0; i < xs.length; i++) {
            if (Double.isNaN(ys[i])) {
                down = false;
            } else if (down) {
                path.lineTo(xs[i], ys[i]);
            } else {
                path.moveTo(xs[i], ys[i]);
                down = true;
            }
        }
        return path;
    }

    /** The area between two lines; where either is not a number, it is broken. */
    public static Path2D band(double[] xs, double[] low, double[] high) {
        Path2D path = new Path2D.Double();
        int from = 0;
        while (from < xs.length) {
            int to = from;
            while (to < xs.length && !Double.isNaN(low[to]) && !Double.isNaN(high[to])) {
                to++;
            }
            if (to > from) {
                path.moveTo(xs[from], high[from]);
                for (int i = from + 1; i < to; i++) {
                    path.lineTo(xs[i], high[i]);
                }
                for (int i = to - 1; i >= from; i--) {
                    path.lineTo(xs[i], low[i]);
                }
                path.closePath();
            }
            from = to + 1;
        }
        return path;
    }
}
