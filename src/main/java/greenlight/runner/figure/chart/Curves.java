package greenlight.runner.figure.chart;

import greenlight.runner.csv.CsvTable;
import greenlight.runner.figure.Axes;
import greenlight.runner.figure.Axis;
import greenlight.runner.figure.Canvas;
import greenlight.runner.figure.Caption;
import greenlight.runner.figure.Figure;
import greenlight.runner.figure.Style;
import greenlight.runner.format.ScaledNumber;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * How a quantity answers to another: points with their intervals, joined where their order means something.
 *
 * @param ordered whether the lines have an order, which their colours then show
 */
public record Curves(Caption caption, Axis x, Axis y, List<Line> lines, boolean ordered) implements Figure {
    private static final double PLOT = 180;

    /** One line: where, how much, and between which bounds; bounds that are not numbers are not drawn. */
    public record Line(String name, double[] x, double[] y, double[] low, double[] high) {}

    /** Keeps a copy of the list. */
    public Curves {
        lines = List.copyOf(lines);
    }

    private Axes frame() {
        return new Axes(
                x,
                lines.stream().flatMapToDouble(line -> Arrays.stream(line.x())),
                y,
                lines.stream()
                        .flatMap(line -> List.of(line.low(), line.y(), line.high()).stream())
                        .flatMapToDouble(Arrays::stream),
                false,
                PLOT,
                lines.size() > 1 ? lines.stream().map(Line::name).toList() : List.of());
    }

    @Override
    public double height() {
        return frame().height();
    }

    @Override
    public void draw(Canvas canvas) {
        Axes frame = frame();
        frame.draw(canvas);
        List<Axes.End> ends = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            Style style = Style.of(i, lines.size(), ordered);
            double aside = lines.size() == 1 ? 0 : (i - (lines.size() - 1) / 2.0) * 3; // whiskers side by side
            double[] across =
                    Arrays.stream(line.x()).map(v -> frame.x().at(v) + aside).toArray();
            double[] up = Arrays.stream(line.y()).map(frame.y()::at).toArray();
            if (x.names().isEmpty() || lines.size() > 1) {
                canvas.stroke(Axes.line(across, up), style.ink(), 1.8, style.dash());
            }
            for (int point = 0; point < across.length; point++) {
                if (Double.isNaN(up[point])) {
                    continue;
                }
                whisker(canvas, frame, across[point], line.low()[point], line.high()[point], style);
                canvas.fill(style.mark(across[point], up[point], 4), style.ink(), 1);
            }
            IntStream.range(0, up.length)
                    .filter(point -> !Double.isNaN(up[point]))
                    .max()
                    .ifPresent(last -> ends.add(new Axes.End(line.name(), up[last], style)));
        }
        if (lines.size() > 1) {
            frame.names(canvas, ends);
        }
    }

    private static void whisker(Canvas canvas, Axes frame, double across, double low, double high, Style style) {
        if (!Double.isNaN(low) && !Double.isNaN(high)) {
            double[] ends = {frame.y().at(low), frame.y().at(high)};
            canvas.stroke(Axes.line(new double[] {across, across}, ends), style.ink(), 1.4);
            for (double end : ends) {
                canvas.stroke(
                        Axes.line(new double[] {across - 3, across + 3}, new double[] {end, end}), style.ink(), 1.4);
            }
        }
    }

    private String at(double place) {
        return x.names().isEmpty() ? ScaledNumber.number(place, 4) : x.names().get((int) Math.round(place));
    }

    @Override
    public CsvTable data() {
        CsvTable table = new CsvTable("line", "x", "y", "low", "high");
        for (Line line : lines) {
            for (int i = 0; i < line.x().length; i++) {
                Object place =
                        x.names().isEmpty() ? (Object) line.x()[i] : x.names().get((int) Math.round(line.x()[i]));
                table.with(line.name(), place, line.y()[i], line.low()[i], line.high()[i]);
            }
        }
        return table;
    }

    @Override
    public String words() {
        return lines.stream()
                .map(line -> (lines.size() > 1 ? line.name() + ": " : "")
                        + IntStream.range(0, line.x().length)
                                .mapToObj(i -> at(line.x()[i]) + " gives " + ScaledNumber.number(line.y()[i], 3))
                                .collect(Collectors.joining(", ")))
                .collect(Collectors.joining("; ", y.label() + " by " + x.label() + ". ", "."));
    }
}
