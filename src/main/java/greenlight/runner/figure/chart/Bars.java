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
import greenlight.runner.stats.Estimate;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;

/**
 * Bars from zero with their intervals, a row for each thing: a tornado of effects, indices of first order and in total,
 * correlations, differences.
 *
 * @param x the quantity
 * @param kinds what the bars of a row are, such as first order and total; one for a single bar
 * @param rows from top to bottom
 */
public record Bars(Caption caption, Axis x, List<String> kinds, List<Row> rows) implements Figure {
    private static final double LABELS = 150;
    private static final double LINE = 14;
    private static final double BAR = 10;

    /** One thing: its name and an estimate for each kind. */
    public record Row(String label, List<Estimate> estimates) {
        /** Keeps a copy of the list. */
        public Row {
            estimates = List.copyOf(estimates);
        }

        /** With a single bar. */
        public static Row of(String label, double value, double low, double high) {
            return new Row(label, List.of(new Estimate(value, low, high)));
        }
    }

    /** Refuses a row that lacks a bar. */
    public Bars {
        kinds = List.copyOf(kinds);
        rows = List.copyOf(rows);
        for (Row row : rows) {
            if (row.estimates().size() != kinds.size()) {
                throw new IllegalArgumentException(
                        row.label() + " has " + row.estimates().size() + " estimates for " + kinds.size() + " kinds.");
            }
        }
    }

    private List<List<String>> labels() {
        return rows.stream()
                .map(row -> TextMetrics.wrapped(row.label(), Fonts.LABEL, LABELS))
                .toList();
    }

    private double left() {
        return 10
                + rows.stream()
                        .mapToDouble(row -> TextMetrics.width(row.label(), Fonts.LABEL))
                        .map(width -> Math.min(width, LABELS))
                        .max()
                        .orElse(0);
    }

    private double top() {
        return kinds.size() > 1 ? 22 : 2;
    }

    private double rowHeight(List<String> label) {
        return Math.max(kinds.size() * (BAR + 3) + 10, LINE * label.size() + 8);
    }

    private double bottom() {
        return top() + labels().stream().mapToDouble(this::rowHeight).sum() + 4;
    }

    @Override
    public double height() {
        return bottom() + Axes.below(scale());
    }

    private Scale scale() {
        DoubleStream values = rows.stream()
                .flatMap(row -> row.estimates().stream())
                .flatMapToDouble(one -> DoubleStream.of(one.value(), one.low(), one.high()));
        double[] all = values.toArray();
        Axis axis = x;
        Scale trial = Scale.over(axis, Arrays.stream(all), true, left(), Figure.WIDTH - 60);
        double column = rows.stream()
                .map(row -> trial.brief(row.estimates().get(0).value()))
                .mapToDouble(text -> TextMetrics.width(text, Fonts.LABEL))
                .max()
                .orElse(0);
        double end = Figure.WIDTH - (kinds.size() == 1 ? column + 12 : 10);
        return Scale.over(axis, Arrays.stream(all), true, left(), end);
    }

    @Override
    public void draw(Canvas canvas) {
        Scale scale = scale();
        for (Scale.Tick tick : scale.ticks()) {
            double at = scale.at(tick.value());
            canvas.stroke(new Line2D.Double(at, top(), at, bottom()), Palette.GRID, 1);
        }
        Axes.drawAcross(canvas, scale, left(), bottom());
        key(canvas);
        double down = top() + 4;
        List<List<String>> labels = labels();
        for (int i = 0; i < rows.size(); i++) {
            List<String> label = labels.get(i);
            double room = rowHeight(label);
            double middle = down + room / 2 - 2;
            for (int line = 0; line < label.size(); line++) {
                double at = middle + 4 + LINE * (line - (label.size() - 1) / 2.0);
                String words = TextMetrics.cut(label.get(line), Fonts.LABEL, LABELS);
                canvas.words(words, left() - 10, at, Anchor.END, Fonts.LABEL);
            }
            for (int kind = 0; kind < kinds.size(); kind++) {
                double at = middle + (kind - (kinds.size() - 1) / 2.0) * (BAR + 3);
                bar(canvas, scale, rows.get(i).estimates().get(kind), at, kind);
            }
            if (kinds.size() == 1) {
                String value = scale.brief(rows.get(i).estimates().get(0).value());
                canvas.words(value, Figure.WIDTH, middle + 4, Anchor.END, Fonts.LABEL);
            }
            down += room;
        }
        canvas.stroke(new Line2D.Double(scale.at(0), top(), scale.at(0), bottom()), Palette.RULE, 1);
    }

    private static void bar(Canvas canvas, Scale scale, Estimate one, double middle, int kind) {
        if (Double.isNaN(one.value())) {
            return;
        }
        double zero = scale.at(0);
        double end = scale.at(one.value());
        Rectangle2D box = new Rectangle2D.Double(Math.min(zero, end), middle - BAR / 2, Math.abs(end - zero), BAR);
        canvas.fill(box, Palette.ACCENT, kind == 0 ? 0.8 : 0.22);
        if (kind > 0) {
            canvas.stroke(box, Palette.ACCENT, 1);
        }
        if (!Double.isNaN(one.low()) && !Double.isNaN(one.high())) {
            double low = scale.at(one.low());
            double high = scale.at(one.high());
            canvas.stroke(new Line2D.Double(low, middle, high, middle), Palette.TEXT, 1.3);
            for (double bound : new double[] {low, high}) {
                canvas.stroke(new Line2D.Double(bound, middle - 3, bound, middle + 3), Palette.TEXT, 1.3);
            }
        }
    }

    private void key(Canvas canvas) {
        if (kinds.size() < 2) {
            return;
        }
        double at = left();
        for (int kind = 0; kind < kinds.size(); kind++) {
            Rectangle2D box = new Rectangle2D.Double(at, 3, BAR, BAR);
            canvas.fill(box, Palette.ACCENT, kind == 0 ? 0.8 : 0.22);
            if (kind > 0) {
                canvas.stroke(box, Palette.ACCENT, 1);
            }
            canvas.words(kinds.get(kind), at + BAR + 6, 12, Anchor.START, Fonts.TICK);
            at += BAR + 24 + TextMetrics.width(kinds.get(kind), Fonts.TICK);
        }
    }

    @Override
    public CsvTable data() {
        CsvTable table = new CsvTable("row", "kind", "value", "low", "high");
        for (Row row : rows) {
            for (int kind = 0; kind < kinds.size(); kind++) {
                Estimate one = row.estimates().get(kind);
                table.with(row.label(), kinds.get(kind), one.value(), one.low(), one.high());
            }
        }
        return table;
    }

    @Override
    public String words() {
        return rows.stream()
                .map(row -> row.label() + " "
                        + row.estimates().stream().map(Bars::words).collect(Collectors.joining(" and ")))
                .collect(Collectors.joining("; ", x.label() + " (" + String.join(" and ", kinds) + "): ", "."));
    }

    private static String words(Estimate one) {
        String bounds = Double.isNaN(one.low())
                ? ""
                : ", between " + ScaledNumber.number(one.low(), 3) + " and " + ScaledNumber.number(one.high(), 3);
        return ScaledNumber.number(one.value(), 3) + bounds;
    }
}
