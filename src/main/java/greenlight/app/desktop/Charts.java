package greenlight.app.desktop;

import greenlight.market.measure.Reading;
import greenlight.market.measure.Row;
import java.awt.Color;
import java.awt.Component;
import java.awt.Container;
import java.awt.Dimension;
import java.awt.Font;
import java.awt.geom.Line2D;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.swing.JFrame;
import javax.swing.JSplitPane;
import javax.swing.SwingUtilities;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.data.RangeType;
import org.jfree.data.xy.XYSeries;
import sim.util.media.chart.ChartGenerator;
import sim.util.media.chart.HistogramGenerator;
import sim.util.media.chart.HistogramSeriesAttributes;
import sim.util.media.chart.TimeSeriesAttributes;
import sim.util.media.chart.TimeSeriesChartGenerator;
import sim.util.media.chart.XYChartGenerator;

/** The charts of a run: courses of users, video loss, exuberance and cases, and two histograms. */
final class Charts {
    private static final double MILLION = 1e6;
    /** Width of a chart over its height: beside the network, and below it. */
    private static final double WIDE = 1.62;

    private static final double LOW = 1.22;
    private static final Font TITLE = new Font(Font.SANS_SERIF, Font.BOLD, 15);
    private static final double LEGEND_LINE = 13;
    private static final int BINS = 10;
    private static final int LARGEST = 10_000;

    private final TimeSeriesChartGenerator users = course("Users by vendor", "million people", WIDE);
    private final TimeSeriesChartGenerator loss = course("Daily video loss", "USD million a day", WIDE);
    private final TimeSeriesChartGenerator exuberance = course("Exuberance", "mean, 0 to 1", LOW);
    private final TimeSeriesChartGenerator cases = course("Cases", "cases", LOW);
    private final HistogramGenerator moods = histogram("Investors by exuberance", "exuberance", "investors");
    private final HistogramGenerator ages = histogram("Open cases by age", "quarters since filing", "cases");
    private final Map<String, Integer> vendors = new LinkedHashMap<>();

    private final Map<ChartGenerator, Map<String, XYSeries>> series = new LinkedHashMap<>();

    /** What is drawn of a quarter: its rows, the investors' exuberance, the ages of open cases in quarters. */
    record Quarter(int number, List<Row> rows, double[] exuberance, double[] ages) {}

    Charts() {
        exuberance.setYAxisRange(0, 1);
        moods.setXAxisRange(0, 1);
        NumberAxis counts = (NumberAxis) cases.getChart().getXYPlot().getRangeAxis();
        counts.setRangeType(RangeType.POSITIVE);
        counts.setAutoRangeMinimumSize(1);
        whole(counts);
        for (HistogramGenerator histogram : List.of(moods, ages)) {
            HistogramSeriesAttributes bars =
                    (HistogramSeriesAttributes) histogram.addSeries(new double[0], BINS, "all", null);
            bars.setFillColor(NodeColours.DEAL);
            bars.setStrokeColor(Color.WHITE);
        }
    }

    private static TimeSeriesChartGenerator course(String title, String unit, double proportion) {
        return titled(new TimeSeriesChartGenerator(), title, "quarter", unit, proportion);
    }

    private static HistogramGenerator histogram(String title, String across, String up) {
        HistogramGenerator histogram = titled(new HistogramGenerator(), title, across, up, LOW);
        histogram.getChart().getXYPlot().getRenderer().setBaseSeriesVisibleInLegend(false);
        whole(histogram.getChart().getXYPlot().getRangeAxis());
        return histogram;
    }

    private static <C extends XYChartGenerator> C titled(
            C chart, String title, String across, String up, double proportion) {
        chart.setTitle(title);
        chart.getChart().getTitle().setFont(TITLE);
        chart.setXAxisLabel(across);
        chart.setYAxisLabel(up);
        chart.setProportion(proportion);
        // at its own size: MASON scales the letters with the window
        chart.getChartPanel().setMinimumDrawWidth(0);
        chart.getChartPanel().setMinimumDrawHeight(0);
        chart.getChartPanel().setMaximumDrawWidth(LARGEST);
        chart.getChartPanel().setMaximumDrawHeight(LARGEST);
        chart.getChart().getXYPlot().setDomainGridlinePaint(Color.LIGHT_GRAY);
        chart.getChart().getXYPlot().setRangeGridlinePaint(Color.LIGHT_GRAY);
        if (chart instanceof TimeSeriesChartGenerator) {
            chart.addLegend();
            ((XYLineAndShapeRenderer) chart.getChart().getXYPlot().getRenderer())
                    .setLegendLine(new Line2D.Double(-LEGEND_LINE, 0, LEGEND_LINE, 0));
            whole(chart.getChart().getXYPlot().getDomainAxis());
        }
        return chart;
    }

    private static void whole(ValueAxis axis) {
        axis.setStandardTickUnits(NumberAxis.createIntegerTickUnits());
    }

    /** A window for each chart; MASON's panel of chart properties is folded away at the left edge. */
    List<JFrame> frames() {
        List<JFrame> frames = new ArrayList<>();
        for (ChartGenerator chart : List.of(users, loss, exuberance, cases, moods, ages)) {
            JFrame frame = chart.createFrame();
            for (Component part : chart.getComponents()) {
                if (part instanceof JSplitPane split) {
                    split.setOneTouchExpandable(true);
                    ((Container) split.getLeftComponent()).setMinimumSize(new Dimension(0, 0));
                    split.setDividerLocation(0);
                }
            }
            frames.add(frame);
        }
        return frames;
    }

    /** Empties all charts for a new run; from Swing's thread. */
    void clear() {
        for (ChartGenerator chart : List.of(users, loss, exuberance, cases)) {
            chart.removeAllSeries();
        }
        series.clear();
        vendors.clear();
        moods.updateSeries(0, new double[0]);
        ages.updateSeries(0, new double[0]);
    }

    /** Adds a quarter; from any thread. */
    void add(Quarter quarter) {
        SwingUtilities.invokeLater(() -> draw(quarter));
    }

    private void draw(Quarter quarter) {
        for (Row row : quarter.rows()) {
            if (row.kind().equals("vendor")) {
                double active = row.get(Reading.ACTIVE_USERS);
                if (active > 0 || known(users, row.entity())) {
                    point(users, row.entity(), number(row), quarter, active / MILLION);
                }
                double lost = row.get(Reading.DAILY_VIDEO_LOSS);
                if (Math.abs(lost) > 0 || known(loss, row.entity())) {
                    point(loss, row.entity(), number(row), quarter, lost / MILLION);
                }
            } else if (row.kind().equals("market")) {
                point(loss, "all vendors", 0, quarter, row.get(Reading.DAILY_VIDEO_LOSS) / MILLION);
                point(exuberance, "exuberance", 0, quarter, row.get(Reading.QUARTER_EXUBERANCE));
                point(cases, "open", 0, quarter, row.get(Reading.OPEN_CASES));
                point(cases, "filed in the quarter", 1, quarter, row.get(Reading.SUITS_FILED));
            }
        }
        moods.updateSeries(0, quarter.exuberance());
        ages.updateSeries(0, quarter.ages());
        for (ChartGenerator chart : List.of(users, loss, exuberance, cases, moods, ages)) {
            chart.update(ChartGenerator.FORCE_KEY, true);
        }
    }

    /** A vendor's number: the same colour in all charts, and none that of their sum. */
    private int number(Row vendor) {
        int next = vendors.size() + 1;
        return vendors.computeIfAbsent(vendor.entity(), fresh -> next);
    }

    private boolean known(ChartGenerator chart, String name) {
        return series.getOrDefault(chart, Map.of()).containsKey(name);
    }

    private void point(TimeSeriesChartGenerator chart, String name, int number, Quarter quarter, double value) {
        Map<String, XYSeries> of = series.computeIfAbsent(chart, none -> new LinkedHashMap<>());
        XYSeries course = of.get(name);
        if (course == null) {
            course = new XYSeries(name, false);
            of.put(name, course);
            TimeSeriesAttributes style = (TimeSeriesAttributes) chart.addSeries(course, null);
            style.setStrokeColor(NodeColours.of(number));
            style.setThickness(number < NodeColours.series() ? 2.5 : 2);
            style.setDashPattern(dash(number / NodeColours.series()));
            style.rebuildGraphicsDefinitions();
        }
        course.add(quarter.number(), value, false);
    }

    private static int dash(int round) {
        return switch (round) {
            case 0 -> TimeSeriesAttributes.PATTERN_SOLID;
            case 1 -> TimeSeriesAttributes.PATTERN_DASH;
            default -> TimeSeriesAttributes.PATTERN_DOT;
        };
    }
}
