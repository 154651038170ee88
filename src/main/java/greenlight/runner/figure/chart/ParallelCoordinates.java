package greenlight.runner.figure.chart;

import greenlight.runner.csv.CsvTable;
import greenlight.runner.figure.Axes;
import greenlight.runner.figure.Canvas;
import greenlight.runner.figure.Canvas.Anchor;
import greenlight.runner.figure.Caption;
import greenlight.runner.figure.Figure;
import greenlight.runner.figure.Fonts;
import greenlight.runner.figure.Palette;
import greenlight.runner.figure.TextMetrics;
import greenlight.runner.format.ScaledNumber;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Points as lines through parallel axes (Inselberg 1985, <i>The Visual Computer</i> 1), which lie one under another so that their
 * names have room. Each axis goes from its least to its greatest value; a line is the darker, the larger its value on the axis of
 * shade.
 *
 * @param names of the axes
 * @param values of each axis, a value for each point
 * @param shade place of the axis that gives the lines their shade
 */
public record ParallelCoordinates(Caption caption, List<String> names, List<double[]> values, int shade)
        implements Figure {
    private static final double ROW = 34;
    private static final double INSET = 4;
    private static final double LIGHTEST = 0.25;

    /** Opacity of what lies between words and the lines behind them. */
    private static final double VEIL = 0.85;

    @Override
    public double height() {
        return ROW * names.size();
    }

    private static double least(double[] of) {
        return Arrays.stream(of).filter(value -> !Double.isNaN(value)).min().orElse(0);
    }

    private static double greatest(double[] of) {
        return Arrays.stream(of).filter(value -> !Double.isNaN(value)).max().orElse(0);
    }

    /** Where a value lies between the ends of its axis, 0 to 1; in the middle where they are equal. */
    private static double place(double[] of, int point) {
        double width = greatest(of) - least(of);
        return width > 0 ? (of[point] - least(of)) / width : 1 / 2.0;
    }

    private static double down(int axis) {
        return ROW * axis + ROW - INSET - 2;
    }

    @Override
    public void draw(Canvas canvas) {
        int points = values.get(0).length;
        int[] order = IntStream.range(0, points)
                .boxed()
                .sorted((one, other) -> Double.compare(values.get(shade)[one], values.get(shade)[other]))
                .mapToInt(Integer::intValue)
                .toArray();
        for (int point : order) {
            double[] across = values.stream()
                    .mapToDouble(of -> INSET + place(of, point) * (WIDTH - 2 * INSET))
                    .toArray();
            double[] down = IntStream.range(0, names.size())
                    .mapToDouble(ParallelCoordinates::down)
                    .toArray();
            double dark = LIGHTEST + (1 - LIGHTEST) * place(values.get(shade), point);
            canvas.stroke(Axes.line(across, down), Palette.ramp(dark), 1.3);
        }
        for (int axis = 0; axis < names.size(); axis++) {
            double[] of = values.get(axis);
            canvas.stroke(new Line2D.Double(INSET, down(axis), WIDTH - INSET, down(axis)), Palette.RULE, 1);
            double line = down(axis) - INSET;
            words(canvas, names.get(axis), WIDTH / 2, line, Anchor.MIDDLE, Fonts.STRONG);
            words(canvas, ScaledNumber.words(least(of), ""), INSET, line, Anchor.START, Fonts.TICK);
            words(canvas, ScaledNumber.words(greatest(of), ""), WIDTH - INSET, line, Anchor.END, Fonts.TICK);
        }
    }

    /** Words that can be read over lines. */
    private static void words(Canvas canvas, String words, double x, double y, Anchor anchor, Fonts type) {
        double width = TextMetrics.width(words, type) + INSET;
        double left = x - (anchor == Anchor.START ? 0 : anchor == Anchor.END ? width : width / 2);
        canvas.fill(new Rectangle2D.Double(left, y - type.size() + 1, width, type.size() + 1), Palette.PAPER, VEIL);
        canvas.words(words, x, y, anchor, type);
    }

    @Override
    public CsvTable data() {
        CsvTable table = new CsvTable("point", "axis", "value");
        for (int point = 0; point < values.get(0).length; point++) {
            for (int axis = 0; axis < names.size(); axis++) {
                table.with(point, names.get(axis), values.get(axis)[point]);
            }
        }
        return table;
    }

    @Override
    public String words() {
        return IntStream.range(0, names.size())
                .mapToObj(axis -> names.get(axis) + " from " + ScaledNumber.words(least(values.get(axis)), "") + " to "
                        + ScaledNumber.words(greatest(values.get(axis)), ""))
                .collect(Collectors.joining(", ", values.get(0).length + " points as lines: ", "."));
    }
}
