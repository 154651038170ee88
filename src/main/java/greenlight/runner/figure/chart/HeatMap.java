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
import greenlight.runner.figure.TextMetrics;
import greenlight.runner.format.ScaledNumber;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * One quantity over two others, a cell for each pair of levels; the darker, the more, and the value in the cell.
 *
 * @param x the columns; its names are the levels
 * @param y the rows; its names are the levels, the first at the bottom
 * @param z the quantity
 * @param values row by row; not-a-number where there is none
 */
public record HeatMap(Caption caption, Axis x, Axis y, Axis z, double[][] values) implements Figure {
    private static final double LINE = 15;
    private static final double KEY = 30;
    private static final double STEP = 16;

    private List<String> above() {
        return TextMetrics.wrapped(y.label(), Fonts.TICK, Figure.WIDTH);
    }

    private DoubleStream all() {
        return Arrays.stream(values).flatMapToDouble(Arrays::stream).filter(v -> !Double.isNaN(v));
    }

    private Scale scale() {
        return Scale.over(z, all(), false, 0, 300);
    }

    private double left() {
        return 8.5
                + Math.min(
                        110,
                        y.names().stream()
                                .mapToDouble(name -> TextMetrics.width(name, Fonts.TICK))
                                .max()
                                .orElse(0));
    }

    private double top() {
        return LINE * above().size() + 8;
    }

    private double rowHeight() {
        return Math.max(20, Math.min(42, 220.0 / Math.max(1, y.names().size())));
    }

    private double bottom() {
        return top() + rowHeight() * y.names().size();
    }

    @Override
    public double height() {
        Scale across = Scale.over(x, DoubleStream.empty(), false, left(), Figure.WIDTH);
        return bottom() + 2 + Axes.below(across) + KEY;
    }

    @Override
    public void draw(Canvas canvas) {
        List<String> above = above();
        for (int line = 0; line < above.size(); line++) {
            canvas.words(above.get(line), 0, 11 + LINE * line, Anchor.START, Fonts.TICK);
        }
        Scale across = Scale.over(x, DoubleStream.empty(), false, left(), Figure.WIDTH);
        double least = all().min().orElse(0);
        double most = all().max().orElse(1);
        double range = most > least ? most - least : 1;
        double width = across.unit();
        for (int row = 0; row < y.names().size(); row++) {
            double cellTop = bottom() - (row + 1) * rowHeight();
            String name = TextMetrics.cut(y.names().get(row), Fonts.TICK, left() - 8);
            canvas.words(name, left() - 7, cellTop + rowHeight() / 2 + 4, Anchor.END, Fonts.TICK);
            for (int column = 0; column < x.names().size(); column++) {
                double value = values[row][column];
                double cellLeft = across.at(column) - width / 2;
                if (Double.isNaN(value)) {
                    canvas.words("–", across.at(column), cellTop + rowHeight() / 2 + 4, Anchor.MIDDLE, Fonts.TICK);
                    continue;
                }
                Palette ink = Palette.ramp((value - least) / range);
                canvas.fill(new Rectangle2D.Double(cellLeft, cellTop, width - 1.5, rowHeight() - 1.5), ink, 1);
                String text = scale().brief(value);
                if (TextMetrics.width(text, Fonts.LABEL) < width - 4) {
                    Fonts type = Fonts.LABEL.with(ink.onto());
                    canvas.words(text, across.at(column), cellTop + rowHeight() / 2 + 3.5, Anchor.MIDDLE, type);
                }
            }
        }
        Axes.drawAcross(canvas, across, left(), bottom() + 2);
        key(canvas, least, most, bottom() + 2 + Axes.below(across) + 12);
    }

    private void key(Canvas canvas, double least, double most, double down) {
        int steps = 7;
        String from = scale().brief(least);
        String to = scale().brief(most);
        String title = scale().title();
        double room = 7 * STEP + TextMetrics.width(from + to, Fonts.TICK) + 24;
        title = TextMetrics.cut(title, Fonts.TICK, Figure.WIDTH - room);
        canvas.words(title, 0, down + 10, Anchor.START, Fonts.TICK);
        double start = TextMetrics.width(title, Fonts.TICK) + TextMetrics.width(from, Fonts.TICK) + 18;
        canvas.words(from, start - 6, down + 10, Anchor.END, Fonts.TICK);
        for (int step = 0; step < steps; step++) {
            canvas.fill(
                    new Rectangle2D.Double(start + step * STEP, down, STEP, 11), Palette.ramp(step / (steps - 1.0)), 1);
        }
        canvas.words(to, start + steps * STEP + 6, down + 10, Anchor.START, Fonts.TICK);
    }

    @Override
    public CsvTable data() {
        CsvTable table = new CsvTable("x", "y", "value");
        for (int row = 0; row < y.names().size(); row++) {
            for (int column = 0; column < x.names().size(); column++) {
                table.with(x.names().get(column), y.names().get(row), values[row][column]);
            }
        }
        return table;
    }

    @Override
    public String words() {
        List<String> extremes = new ArrayList<>();
        for (boolean most : new boolean[] {false, true}) {
            double bound = most ? all().max().orElse(Double.NaN) : all().min().orElse(Double.NaN);
            for (int row = 0; row < values.length; row++) {
                for (int column = 0; column < values[row].length; column++) {
                    if (values[row][column] == bound && extremes.size() < (most ? 2 : 1)) {
                        extremes.add((most ? "the greatest is " : "The least value is ") + ScaledNumber.number(bound, 3)
                                + " at " + x.label() + " " + x.names().get(column) + " and " + y.label() + " "
                                + y.names().get(row));
                    }
                }
            }
        }
        return z.label() + " by " + x.label() + " and " + y.label() + ". " + String.join("; ", extremes) + ".";
    }
}
