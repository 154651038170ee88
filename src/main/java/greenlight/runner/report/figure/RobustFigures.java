package greenlight.runner.report.figure;

import greenlight.runner.dataset.RobustTable;
import greenlight.runner.figure.Axis;
import greenlight.runner.figure.Caption;
import greenlight.runner.figure.Figure;
import greenlight.runner.figure.chart.Bars;
import greenlight.runner.stats.Estimate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** The figures of given points that are compared: in how many settings each satisfices, and its regret in each objective. */
public final class RobustFigures {
    private static final List<String> KINDS = List.of("mean", "90 % quantile");

    /** The unit of a share, which needs no words. */
    private static final String SHARE = "1";

    private final RobustTable table;
    private final List<RobustTable.Row> shown;

    /**
     * Figures of a table.
     *
     * @param most points that are shown, at least 1: the first of the table
     */
    public RobustFigures(RobustTable table, int most) {
        this.table = table;
        shown = table.rows().subList(0, Math.min(most, table.rows().size()));
    }

    /** All of them. */
    public List<Figure> all() {
        List<Figure> figures = new ArrayList<>();
        figures.add(bars(
                new Caption(
                        "satisficing",
                        "In how many settings a point meets all constraints",
                        "Settings count by their weights."),
                Axis.of("share of the settings", ""),
                List.of("share"),
                row -> List.of(row.satisficing())));
        for (int i = 0; i < table.objectives().size(); i++) {
            int objective = i;
            String name = table.objectives().get(i);
            figures.add(bars(
                    new Caption(
                            "regret-" + name,
                            "The regret in " + name,
                            "How much worse a point is than the best of all points in the same setting."),
                    Axis.of(
                            "regret in " + name,
                            table.units().get(i).equals(SHARE)
                                    ? ""
                                    : table.units().get(i)),
                    KINDS,
                    row -> List.of(row.regrets()[objective], row.high()[objective])));
        }
        return figures;
    }

    private Bars bars(Caption caption, Axis x, List<String> kinds, Function<RobustTable.Row, List<Double>> values) {
        return new Bars(
                caption,
                x,
                kinds,
                shown.stream()
                        .map(row -> new Bars.Row(
                                "point " + row.point(),
                                values.apply(row).stream()
                                        .map(value -> new Estimate(value, Double.NaN, Double.NaN))
                                        .toList()))
                        .toList());
    }
}
