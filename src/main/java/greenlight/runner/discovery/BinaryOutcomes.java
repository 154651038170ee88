package greenlight.runner.discovery;

import greenlight.runner.csv.BadTable;
import greenlight.runner.dataset.Column;
import greenlight.runner.dataset.Condition;
import greenlight.runner.dataset.Factor;
import greenlight.runner.dataset.RunTable;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * In how many runs of each point something happened.
 *
 * @param factors whose regions are looked for
 * @param levels of each factor, a column each
 * @param hits runs of a point in which it happened
 * @param runs of a point that have the outcome
 */
public record BinaryOutcomes(List<Factor> factors, double[][] levels, double[] hits, double[] runs) {
    static BinaryOutcomes of(RunTable runs, List<Factor> factors, Column measure, Condition condition) throws BadTable {
        double limit = condition.limit(measure);
        double[] hits = new double[runs.points()];
        double[] known = new double[runs.points()];
        for (int point = 0; point < hits.length; point++) {
            for (int replication = 0; replication < runs.replications(); replication++) {
                int row = runs.row(point, replication);
                double value = row < 0 ? Double.NaN : measure.at(row);
                if (!Double.isNaN(value)) {
                    known[point]++;
                    hits[point] += condition.met(value, limit) ? 1 : 0;
                }
            }
        }
        double[][] levels = factors.stream()
                .map(factor -> IntStream.range(0, hits.length)
                        .mapToDouble(point -> runs.level(point, factor))
                        .toArray())
                .toArray(double[][]::new);
        return new BinaryOutcomes(factors, levels, hits, known)
                .kept(IntStream.range(0, hits.length)
                        .filter(point -> known[point] > 0)
                        .toArray());
    }

    int points() {
        return hits.length;
    }

    double allHits() {
        return Arrays.stream(hits).sum();
    }

    double allRuns() {
        return Arrays.stream(runs).sum();
    }

    /** Of these points alone. */
    BinaryOutcomes kept(int[] points) {
        return new BinaryOutcomes(
                factors,
                Arrays.stream(levels).map(column -> picked(column, points)).toArray(double[][]::new),
                picked(hits, points),
                picked(runs, points));
    }

    private static double[] picked(double[] column, int[] points) {
        return IntStream.of(points).mapToDouble(point -> column[point]).toArray();
    }
}
