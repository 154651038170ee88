package greenlight.runner.figure.chart;

import greenlight.runner.csv.CsvTable;
import greenlight.runner.figure.Axes;
import greenlight.runner.figure.Axis;
import greenlight.runner.figure.Canvas;
import greenlight.runner.figure.Canvas.Anchor;
import greenlight.runner.figure.Caption;
import greenlight.runner.figure.Figure;
import greenlight.runner.figure.Fonts;
import greenlight.runner.figure.Scale;
import greenlight.runner.figure.Style;
import greenlight.runner.figure.TextMetrics;
import greenlight.runner.format.ScaledNumber;
import java.awt.geom.Line2D;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;

/**
 * What share still lives after which time: a step line with its band, a stroke where an observation is censored, and
 * under the axis how many are left to observe.
 *
 * @param x the time since the start
 * @param ordered whether the curves have an order, which their colours then show
 */
public record SurvivalCurves(Caption caption, Axis x, List<Curve> curves, boolean ordered) implements Figure {
    private static final double PLOT = 180;
    private static final double LINE = 15;

    /** Between the last number of those still observed and the name beside it. */
    private static final String ROOM = "   ";

    /**
     * One group. The arrays are as long as each other: a place for each time at which one of the group died.
     *
     * @param time ascending
     * @param share alive from that time on
     * @param low bound of that share
     * @param high bound of that share
     * @param atRisk how many were alive and observed just before
     * @param censored when the others were last seen alive, ascending
     */
    public record Curve(
            String name, double[] time, double[] share, double[] low, double[] high, int[] atRisk, double[] censored) {
        private double end() {
            return Math.max(
                    time.length == 0 ? 0 : time[time.length - 1],
                    censored.length == 0 ? 0 : censored[censored.length - 1]);
        }

        private double shareAt(double when) {
            double last = 1;
            for (int i = 0; i < time.length && time[i] <= when; i++) {
                last = share[i];
            }
            return last;
        }

        private int size() {
            return time.length == 0
                    ? censored.length
                    : atRisk[0]
                            + (int) Arrays.stream(censored)
                                    .filter(t -> t < time[0])
                                    .count();
        }

        /** Alive and observed just before a time. */
        private int leftAt(double when) {
            for (int i = 0; i < time.length; i++) {
                double next = time[i];
                if (next >= when) {
                    return atRisk[i]
                            + (int) Arrays.stream(censored)
                                    .filter(t -> t >= when && t < next)
                                    .count();
                }
            }
            return (int) Arrays.stream(censored).filter(t -> t >= when).count();
        }
    }

    /** Keeps a copy of the list. */
    public SurvivalCurves {
        curves = List.copyOf(curves);
    }

    private Axes frame() {
        return new Axes(
                x,
                DoubleStream.concat(DoubleStream.of(0), curves.stream().mapToDouble(Curve::end)),
                Axis.of("still there", "%"),
                DoubleStream.of(0, 100),
                true,
                PLOT,
                curves.size() > 1
                        ? curves.stream().map(curve -> curve.name() + ROOM).toList()
                        : List.of());
    }

    @Override
    public double height() {
        return frame().height() + 8 + LINE * (1 + curves.size());
    }

    @Override
    public void draw(Canvas canvas) {
        Axes frame = frame();
        frame.draw(canvas);
        for (int i = 0; i < curves.size(); i++) {
            Style style = Style.of(i, curves.size(), ordered);
            Curve curve = curves.get(i);
            double[] low =
                    Arrays.stream(curve.low()).map(v -> Double.isNaN(v) ? 0 : v).toArray();
            double[] high = Arrays.stream(curve.high())
                    .map(v -> Double.isNaN(v) ? 1 : v)
                    .toArray();
            canvas.fill(
                    Axes.band(acrossSteps(frame, curve), upSteps(frame, low), upSteps(frame, high)),
                    style.ink(),
                    curves.size() == 1 ? 0.2 : 0.12);
        }
        List<Axes.End> ends = new ArrayList<>();
        double down = frame.height() + 12;
        canvas.words("still observed", 0, down + 6, Anchor.START, Fonts.TICK);
        for (int i = 0; i < curves.size(); i++) {
            Style style = Style.of(i, curves.size(), ordered);
            Curve curve = curves.get(i);
            double[] across = acrossSteps(frame, curve);
            double[] up = upSteps(frame, curve.share());
            canvas.stroke(Axes.line(across, up), style.ink(), 2, style.dash());
            Arrays.stream(curve.censored()).distinct().forEach(when -> {
                double at = frame.x().at(when);
                double height = frame.y().at(100 * curve.shareAt(when));
                canvas.stroke(new Line2D.Double(at, height - 5, at, height + 5), style.ink(), 1.3);
            });
            ends.add(new Axes.End(curve.name(), up[up.length - 1], style));
            atRisk(canvas, frame, curve, down + LINE * (i + 1) + 6);
        }
        if (curves.size() > 1) {
            frame.names(canvas, ends);
        }
    }

    private void atRisk(Canvas canvas, Axes frame, Curve curve, double down) {
        List<Scale.Tick> ticks = frame.x().ticks();
        for (Scale.Tick tick : ticks) {
            canvas.words(
                    Integer.toString(curve.leftAt(tick.value())),
                    frame.x().at(tick.value()),
                    down,
                    Anchor.MIDDLE,
                    Fonts.TICK);
        }
        if (curves.size() > 1) {
            String name = TextMetrics.cut(
                    curve.name(), Fonts.TICK, Figure.WIDTH - frame.x().end() - 16);
            canvas.words(name, frame.x().end() + 16, down, Anchor.START, Fonts.TICK);
        }
    }

    private static double[] acrossSteps(Axes frame, Curve curve) {
        DoubleStream steps = Arrays.stream(curve.time()).flatMap(t -> DoubleStream.of(t, t));
        return DoubleStream.concat(DoubleStream.concat(DoubleStream.of(0), steps), DoubleStream.of(curve.end()))
                .map(frame.x()::at)
                .toArray();
    }

    private static double[] upSteps(Axes frame, double[] shares) {
        double[] up = new double[2 * shares.length + 2];
        double before = 1;
        for (int i = 0; i < shares.length; i++) {
            up[2 * i] = before;
            up[2 * i + 1] = before;
            before = shares[i];
        }
        up[2 * shares.length] = before;
        up[2 * shares.length + 1] = before;
        return Arrays.stream(up).map(share -> frame.y().at(100 * share)).toArray();
    }

    @Override
    public CsvTable data() {
        CsvTable table = new CsvTable("curve", "time", "share", "low", "high", "at_risk", "event");
        for (Curve curve : curves) {
            for (int i = 0; i < curve.time().length; i++) {
                table.with(
                        curve.name(),
                        curve.time()[i],
                        curve.share()[i],
                        curve.low()[i],
                        curve.high()[i],
                        curve.atRisk()[i],
                        "ended");
            }
            for (double when : curve.censored()) {
                table.with(
                        curve.name(),
                        when,
                        curve.shareAt(when),
                        Double.NaN,
                        Double.NaN,
                        curve.leftAt(when),
                        "still there");
            }
        }
        return table;
    }

    @Override
    public String words() {
        return curves.stream()
                .map(curve -> (curves.size() > 1 ? curve.name() + ": " : "") + "of " + curve.size() + ", half "
                        + Arrays.stream(curve.time())
                                .filter(t -> curve.shareAt(t) <= 0.5)
                                .mapToObj(t -> "had ended after " + ScaledNumber.number(t, 3) + " " + x.unit())
                                .findFirst()
                                .orElse("were still there at the end of what was observed"))
                .collect(Collectors.joining("; ", caption.title() + ". Kaplan-Meier estimate: ", "."));
    }
}
