package greenlight.runner.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The volume between a front, all of whose objectives are to be small, and a reference point (Zitzler and Thiele
 * 1999), exactly, by the algorithm of While, Bradstreet and Barone (2012, <i>IEEE Transactions on Evolutionary
 * Computation</i> 16).
 */
public final class Hypervolume {
    private Hypervolume() {}

    /**
     * The volume of what a front dominates.
     *
     * @param reference a point that is worse than all that count; others add nothing
     */
    public static double of(List<double[]> front, double[] reference) {
        return sum(
                front.stream()
                        .filter(point -> volume(point, reference) > 0)
                        .sorted(Comparator.comparingDouble(point -> -point[0]))
                        .toList(),
                reference);
    }

    private static double sum(List<double[]> front, double[] reference) {
        double sum = 0;
        for (int i = 0; i < front.size(); i++) {
            double[] point = front.get(i);
            List<double[]> limited = new ArrayList<>();
            for (double[] other : front.subList(i + 1, front.size())) {
                limited.add(worse(point, other));
            }
            sum += volume(point, reference) - sum(undominated(limited), reference);
        }
        return sum;
    }

    /** Of the box between a point and the reference; 0 where the point is not better in every objective. */
    private static double volume(double[] point, double[] reference) {
        double volume = 1;
        for (int i = 0; i < point.length; i++) {
            volume *= Math.max(0, reference[i] - point[i]);
        }
        return volume;
    }

    /** The worse of two points in each objective. */
    private static double[] worse(double[] one, double[] other) {
        double[] worse = new double[one.length];
        for (int i = 0; i < worse.length; i++) {
            worse[i] = Math.max(one[i], other[i]);
        }
        return worse;
    }

    private static List<double[]> undominated(List<double[]> points) {
        List<double[]> kept = new ArrayList<>();
        for (double[] point : points) {
            if (kept.stream().noneMatch(other -> covers(other, point))) {
                kept.removeIf(other -> covers(point, other));
                kept.add(point);
            }
        }
        return kept;
    }

    private static boolean covers(double[] one, double[] other) {
        for (int i = 0; i < one.length; i++) {
            if (one[i] > other[i]) {
                return false;
            }
        }
        return true;
    }
}
