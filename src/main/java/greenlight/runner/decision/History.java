package greenlight.runner.decision;

import greenlight.runner.csv.CsvWriter;
import greenlight.runner.design.SearchGoal;
import greenlight.runner.search.Hypervolume;
import greenlight.runner.search.Score;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.function.DoubleBinaryOperator;

/**
 * How a search went, a line for each generation. The hypervolume is that of the members which keep the constraints, in units of the box that
 * the first generation spans; its reference point is the corner of that box that is worst in every objective.
 */
final class History {
    private final SearchGoal goal;
    private final CsvWriter table = new CsvWriter();
    private double[] best = {};
    private double[] worst = {};

    History(SearchGoal goal) {
        this.goal = goal;
        table.cell("generation").cell("points").cell("runs").cell("feasible").cell("hypervolume");
        goal.objectives().forEach(objective -> {
            String key = objective.summary().key();
            table.cell(key + "_best").cell(key + "_reference");
        });
        table.end();
    }

    /** Adds a generation. */
    void add(int generation, int points, int runs, Collection<Score> members) {
        List<double[]> kept =
                members.stream().filter(Score::feasible).map(Score::objectives).toList();
        if (best.length == 0) {
            List<double[]> seen = members.stream()
                    .map(Score::objectives)
                    .filter(values -> Arrays.stream(values).allMatch(Double::isFinite))
                    .toList();
            best = end(seen, Double.POSITIVE_INFINITY, Math::min);
            worst = end(seen, Double.NEGATIVE_INFINITY, Math::max);
        }
        table.cell(generation).cell(points).cell(runs).cell(kept.size());
        Cells.number(table, volume(kept));
        double[] now = end(kept, Double.POSITIVE_INFINITY, Math::min);
        for (int i = 0; i < now.length; i++) {
            Cells.number(table, Judge.natural(goal.objectives().get(i), now[i]));
            Cells.number(table, Judge.natural(goal.objectives().get(i), worst[i]));
        }
        table.end();
    }

    private double[] end(List<double[]> points, double from, DoubleBinaryOperator of) {
        double[] end = new double[goal.objectives().size()];
        Arrays.setAll(
                end, i -> points.stream().mapToDouble(point -> point[i]).reduce(from, of));
        return end;
    }

    private double volume(List<double[]> kept) {
        double[] reference = new double[worst.length];
        Arrays.fill(reference, 1);
        return Hypervolume.of(
                kept.stream()
                        .map(point -> {
                            double[] place = new double[point.length];
                            Arrays.setAll(place, i -> (point[i] - best[i]) / (worst[i] > best[i] ? worst[i] - best[i] : 1));
                            return place;
                        })
                        .toList(),
                reference);
    }

    /** The table. */
    String text() {
        return table.text();
    }
}
