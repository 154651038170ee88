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
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * Points in the plane of two objectives: where a search saw them, hollow, joined to where they are on fresh replications.
 *
 * @param searched abscissae and ordinates in the search
 * @param fresh the same on fresh replications
 * @param holds whether a point keeps the constraints there and no other one betters it
 */
public record Tradeoff(Caption caption, Axis x, Axis y, double[][] searched, double[][] fresh, boolean[] holds)
        implements Figure {
    private static final double PLOT = 230;
    private static final double KEY = 22;
    private static final double RADIUS = 3.2;
    private static final List<String> WORDS = List.of("holds on fresh replications", "does not", "in the search");

    private Axes frame() {
        return new Axes(
                x,
                DoubleStream.concat(DoubleStream.of(searched[0]), DoubleStream.of(fresh[0])),
                y,
                DoubleStream.concat(DoubleStream.of(searched[1]), DoubleStream.of(fresh[1])),
                false,
                PLOT,
                List.of());
    }

    @Override
    public double height() {
        return frame().height() + KEY;
    }

    @Override
    public void draw(Canvas canvas) {
        Axes frame = frame();
        frame.draw(canvas);
        for (int i = 0; i < holds.length; i++) {
            double[] across = {frame.x().at(searched[0][i]), frame.x().at(fresh[0][i])};
            double[] up = {frame.y().at(searched[1][i]), frame.y().at(fresh[1][i])};
            canvas.stroke(Axes.line(across, up), Palette.GRID, 1);
            mark(canvas, across[0], up[0], 2);
        }
        for (int i = 0; i < holds.length; i++) {
            mark(canvas, frame.x().at(fresh[0][i]), frame.y().at(fresh[1][i]), holds[i] ? 0 : 1);
        }
        double at = 6;
        double down = frame.height() + 12;
        for (int kind = 0; kind < WORDS.size(); kind++) {
            mark(canvas, at, down - 4, kind);
            canvas.words(WORDS.get(kind), at + 8, down, Anchor.START, Fonts.TICK);
            at += TextMetrics.width(WORDS.get(kind), Fonts.TICK) + 24;
        }
    }

    private static void mark(Canvas canvas, double x, double y, int kind) {
        switch (kind) {
            case 0 -> canvas.fill(Style.dot(x, y, RADIUS), Palette.ACCENT, 0.9);
            case 1 -> canvas.fill(Style.dot(x, y, RADIUS - 0.4), Palette.RULE, 0.7);
            default -> canvas.stroke(Style.dot(x, y, RADIUS - 0.8), Palette.series(1), 0.9);
        }
    }

    @Override
    public CsvTable data() {
        CsvTable table = new CsvTable("x", "y", "x_search", "y_search", "holds");
        IntStream.range(0, holds.length)
                .forEach(i -> table.with(fresh[0][i], fresh[1][i], searched[0][i], searched[1][i], holds[i]));
        return table;
    }

    @Override
    public String words() {
        long kept = IntStream.range(0, holds.length).filter(i -> holds[i]).count();
        return holds.length + " points over " + x.label() + " and " + y.label() + ", " + kept
                + " of which hold on fresh replications; each is joined to its place in the search.";
    }
}
