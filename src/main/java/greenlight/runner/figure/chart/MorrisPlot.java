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
import greenlight.runner.figure.Scale;
import greenlight.runner.figure.Style;
import greenlight.runner.figure.TextMetrics;
import greenlight.runner.format.ScaledNumber;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;

/**
 * Screening after Morris (1991) and Campolongo (2007): far to the right is what matters, above the dashed line is what
 * matters differently in different places.
 *
 * @param measure what is acted on, with its unit
 */
public record MorrisPlot(Caption caption, Axis measure, List<Factor> factors) implements Figure {
    private static final double PLOT = 230;

    /** One factor: the mean of its absolute elementary effects, with an interval, and their standard deviation. */
    public record Factor(String name, double muStar, double low, double high, double sigma) {}

    /** From the strongest to the weakest. */
    public MorrisPlot {
        factors = factors.stream()
                .sorted(Comparator.comparingDouble(Factor::muStar).reversed().thenComparing(Factor::name))
                .toList();
    }

    /** Both axes in the same unit, so that they can be held against each other. */
    private ScaledNumber.Unit unit() {
        double most = factors.stream()
                .flatMapToDouble(f -> DoubleStream.of(f.muStar(), f.high(), f.sigma()))
                .filter(Double::isFinite)
                .max()
                .orElse(0);
        return ScaledNumber.unit(most, measure.unit());
    }

    private Axes frame() {
        ScaledNumber.Unit unit = unit();
        return new Axes(
                Axis.of("μ*, mean absolute effect", unit.words()),
                DoubleStream.concat(
                                DoubleStream.of(0),
                                factors.stream().flatMapToDouble(f -> DoubleStream.of(f.muStar(), f.high())))
                        .map(value -> value / unit.size()),
                Axis.of("σ, its spread over the space", unit.words()),
                factors.stream().mapToDouble(f -> f.sigma() / unit.size()),
                true,
                PLOT,
                List.of());
    }

    @Override
    public double height() {
        return frame().height();
    }

    @Override
    public void draw(Canvas canvas) {
        Axes frame = frame();
        frame.draw(canvas);
        double corner = Math.min(
                reach(frame.x(), frame.x().end()), reach(frame.y(), frame.y().end()));
        canvas.stroke(
                new Line2D.Double(
                        frame.x().at(0),
                        frame.y().at(0),
                        frame.x().at(corner),
                        frame.y().at(corner)),
                Palette.MUTED,
                1,
                4,
                3);
        List<Rectangle2D> taken = new ArrayList<>();
        double size = unit().size();
        for (Factor factor : factors) {
            double x = frame.x().at(factor.muStar() / size);
            double y = frame.y().at(factor.sigma() / size);
            if (!Double.isNaN(factor.low())) {
                canvas.stroke(
                        new Line2D.Double(
                                frame.x().at(Math.max(0, factor.low() / size)),
                                y,
                                frame.x().at(factor.high() / size),
                                y),
                        Palette.ACCENT,
                        1.2);
            }
            canvas.fill(Style.dot(x, y, 4), Palette.ACCENT, 1);
            taken.add(new Rectangle2D.Double(x - 4, y - 4, 8, 8));
        }
        for (Factor factor : factors) {
            label(
                    canvas,
                    frame.x().at(factor.muStar() / size),
                    frame.y().at(factor.sigma() / size),
                    frame,
                    factor.name(),
                    taken);
        }
    }

    /** The name beside its dot where there is room, otherwise left out. */
    private static void label(Canvas canvas, double x, double y, Axes frame, String name, List<Rectangle2D> taken) {
        double width = TextMetrics.width(name, Fonts.TICK);
        double[][] places = {{x + 7, y - 4}, {x - 7 - width, y - 4}, {x + 5, y + 14}, {x - width / 2, y - 8}};
        for (double[] place : places) {
            Rectangle2D room = new Rectangle2D.Double(place[0], place[1] - 9, width, 12);
            if (room.getMinX() > frame.x().start()
                    && room.getMaxX() < Figure.WIDTH
                    && room.getMinY() > frame.top() - 8
                    && room.getMaxY() < frame.bottom()
                    && taken.stream().noneMatch(room::intersects)) {
                taken.add(room);
                canvas.words(name, place[0], place[1], Anchor.START, Fonts.TICK.with(Palette.TEXT));
                return;
            }
        }
    }

    private static double reach(Scale scale, double pixel) {
        double one = scale.at(1) - scale.at(0);
        return (pixel - scale.at(0)) / one;
    }

    @Override
    public CsvTable data() {
        CsvTable table = new CsvTable("factor", "mu_star", "low", "high", "sigma");
        factors.forEach(f -> table.with(f.name(), f.muStar(), f.low(), f.high(), f.sigma()));
        return table;
    }

    @Override
    public String words() {
        return factors.stream()
                .limit(8)
                .map(f -> f.name() + " " + ScaledNumber.number(f.muStar(), 3) + " with spread "
                        + ScaledNumber.number(f.sigma(), 3))
                .collect(Collectors.joining("; ", "Mean absolute effects on " + measure.label() + ": ", "."));
    }
}
