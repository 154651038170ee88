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
 * How a search went, a line for each generation. The hypervolume is that of all points found so far that keep the
 * constraints, in units of the box that the first generation spans; its reference point is the corner of that box
 * that is worst in every objective.
 */
final class History {
    private final SearchGoal goal;
    private final CsvWriter table = new CsvWriter();
    private final int replications;
    private int points;
    private double[] best = {};
    private double[] worst = {};

    /**
     * A history without a generation.
     *
     * @param replications of each point
     */
    History(SearchGoal goal, int replications) {
        this.goal = goal;
        this.replications = replications;
        for (String column : List.of("generation", "points", "runs", "feasible", "front", "hypervolume")) {
            table.cell(column);
        }
        goal.objectives().forEach(objective -> {
            String key = objective.summary().key();
            table.cell(key + "_best").cell(key + "_reference");
        });
        table.end();
    }

    /**
     * Adds a generation.
     *
     * @param added the points that came with it
     * @param found all points so far that keep the constraints and that none dominates
     */
    void add(int generation, Collection<Score> added, Collection<Score> found) {
        points += added.size();
        List<double[]> kept = found.stream().map(Score::objectives).toList();
        if (best.length == 0) {
            List<double[]> seen = added.stream()
                    .map(Score::objectives)
                    .filter(values -> Arrays.stream(values).allMatch(Double::isFinite))
                    .toList();
            best = end(seen, Double.POSITIVE_INFINITY, Math::min);
            worst = end(seen, Double.NEGATIVE_INFINITY, Math::max);
        }
        table.cell(generation).cell(points).cell((long) points * replications);
        table.cell(added.stream().filter(Score::feasible).count()).cell(kept.size());
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
        Arrays.setAll(end, i -> points.stream().mapToDouble(point -> point[i]).reduce(from, of));
        return end;
    }

    private double volume(List<double[]> kept) {
        double[] reference = new double[worst.length];
        Arrays.fill(reference, 1);
        return Hypervolume.of(
                kept.stream()
                        .map(point -> {
                            double[] place = new double[point.length];
                            Arrays.setAll(
                                    place, i -> (point[i] - best[i]) / (worst[i] > best[i] ? worst[i] - best[i] : 1));
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
