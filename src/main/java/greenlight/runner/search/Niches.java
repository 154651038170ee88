package greenlight.runner.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which points of a front that is too large survive: those nearest to directions that have few points yet (Deb and Jain
 * 2014, <i>IEEE Transactions on Evolutionary Computation</i> 18, section IV). Objectives count in units of the front's own
 * extent.
 */
final class Niches {
    /** Weight of the other objectives where the extreme point of one is looked for. */
    private static final double OTHERS = 1e-6;

    /** Extents below this are none. */
    private static final double NONE = 1e-10;

    private final List<double[]> directions;
    private final RandomStream random;

    Niches(List<double[]> directions, RandomStream random) {
        this.directions = directions;
        this.random = random;
    }

    /** A direction, and how far a point is from it. */
    private record Niche(int direction, double distance) {}

    /**
     * Chooses points.
     *
     * @param sure numbers of points that survive whatever comes
     * @param front numbers of those among which is chosen, all of which keep the constraints
     * @param wanted how many of these, at most as many as there are
     * @return their numbers, in the order in which they were chosen
     */
    List<Integer> chosen(Set<Integer> sure, List<Integer> front, Map<Integer, Score> scores, int wanted) {
        Set<Integer> all = new LinkedHashSet<>(sure);
        all.addAll(front);
        Map<Integer, double[]> places = scaled(all, scores);
        Map<Integer, Niche> niches = new LinkedHashMap<>();
        places.forEach((number, place) -> niches.put(number, nearest(place)));
        int[] taken = new int[directions.size()];
        sure.forEach(number -> taken[niches.get(number).direction()]++);
        List<List<Integer>> waiting = new ArrayList<>();
        directions.forEach(direction -> waiting.add(new ArrayList<>()));
        front.forEach(number -> waiting.get(niches.get(number).direction()).add(number));
        List<Integer> chosen = new ArrayList<>();
        while (chosen.size() < wanted) {
            int direction = emptiest(taken, waiting);
            List<Integer> there = waiting.get(direction);
            int next = 0;
            if (taken[direction] > 0) {
                next = random.below(there.size());
            } else {
                for (int i = 1; i < there.size(); i++) {
                    if (niches.get(there.get(i)).distance()
                            < niches.get(there.get(next)).distance()) {
                        next = i;
                    }
                }
            }
            chosen.add(there.remove(next));
            taken[direction]++;
        }
        return chosen;
    }

    /** Of the directions at which points wait, one of those with the fewest points. */
    private int emptiest(int[] taken, List<List<Integer>> waiting) {
        List<Integer> least = new ArrayList<>();
        int fewest = Integer.MAX_VALUE;
        for (int i = 0; i < taken.length; i++) {
            if (waiting.get(i).isEmpty() || taken[i] > fewest) {
                continue;
            }
            if (taken[i] < fewest) {
                fewest = taken[i];
                least.clear();
            }
            least.add(i);
        }
        return least.get(random.below(least.size()));
    }

    private Niche nearest(double[] place) {
        Niche nearest = new Niche(0, Double.POSITIVE_INFINITY);
        for (int i = 0; i < directions.size(); i++) {
            double distance = distance(place, directions.get(i));
            if (distance < nearest.distance()) {
                nearest = new Niche(i, distance);
            }
        }
        return nearest;
    }

    /** Of a point from the line through the origin. */
    private static double distance(double[] place, double[] direction) {
        double along = 0;
        double length = 0;
        for (int i = 0; i < place.length; i++) {
            along += place[i] * direction[i];
            length += direction[i] * direction[i];
        }
        double square = 0;
        for (int i = 0; i < place.length; i++) {
            double away = place[i] - along / length * direction[i];
            square += away * away;
        }
        return Math.sqrt(square);
    }

    /** The objectives of points from the best value of each, in units of the intercepts of their front. */
    private static Map<Integer, double[]> scaled(Set<Integer> numbers, Map<Integer, Score> scores) {
        List<double[]> points =
                numbers.stream().map(number -> scores.get(number).objectives()).toList();
        int objectives = points.get(0).length;
        double[] ideal = new double[objectives];
        double[] worst = new double[objectives];
        for (int i = 0; i < objectives; i++) {
            int objective = i;
            ideal[i] =
                    points.stream().mapToDouble(point -> point[objective]).min().orElseThrow();
            worst[i] =
                    points.stream().mapToDouble(point -> point[objective]).max().orElseThrow();
        }
        double[] extent = intercepts(points, ideal, worst);
        Map<Integer, double[]> scaled = new LinkedHashMap<>();
        for (int number : numbers) {
            double[] place = scores.get(number).objectives().clone();
            for (int i = 0; i < objectives; i++) {
                place[i] = (place[i] - ideal[i]) / extent[i];
            }
            scaled.put(number, place);
        }
        return scaled;
    }

    /** Where the plane through the extreme points cuts the axes, from the ideal point; else how far the points reach. */
    private static double[] intercepts(List<double[]> points, double[] ideal, double[] worst) {
        int objectives = ideal.length;
        double[] reach = new double[objectives];
        Arrays.setAll(reach, i -> worst[i] - ideal[i] > NONE ? worst[i] - ideal[i] : 1);
        double[][] plane = new double[objectives][objectives + 1];
        for (int axis = 0; axis < objectives; axis++) {
            double[] extreme = extreme(points, ideal, reach, axis);
            for (int i = 0; i < objectives; i++) {
                plane[axis][i] = (extreme[i] - ideal[i]) / reach[i];
            }
            plane[axis][objectives] = 1;
        }
        double[] inverse = solved(plane);
        double[] extent = reach.clone();
        for (int i = 0; i < objectives; i++) {
            double intercept = 1 / inverse[i];
            if (!(intercept > NONE) || intercept > 1) {
                return reach; // no plane, or one that leaves the points
            }
            extent[i] = intercept * reach[i];
        }
        return extent;
    }

    /** The point that is nearest to an axis, by its largest distance from the ideal in the other objectives. */
    private static double[] extreme(List<double[]> points, double[] ideal, double[] reach, int axis) {
        double[] extreme = points.get(0);
        double least = Double.POSITIVE_INFINITY;
        for (double[] point : points) {
            double most = 0;
            for (int i = 0; i < point.length; i++) {
                most = Math.max(most, (point[i] - ideal[i]) / reach[i] / (i == axis ? 1 : OTHERS));
            }
            if (most < least) {
                least = most;
                extreme = point;
            }
        }
        return extreme;
    }

    /** The solution of linear equations by elimination, each row with its right-hand side; not-a-numbers where there is none. */
    private static double[] solved(double[][] rows) {
        int size = rows.length;
        for (int column = 0; column < size; column++) {
            int pivot = column;
            for (int row = column + 1; row < size; row++) {
                if (Math.abs(rows[row][column]) > Math.abs(rows[pivot][column])) {
                    pivot = row;
                }
            }
            double[] swapped = rows[column];
            rows[column] = rows[pivot];
            rows[pivot] = swapped;
            for (int row = 0; row < size; row++) {
                if (row != column) {
                    double factor = rows[row][column] / rows[column][column];
                    for (int i = column; i <= size; i++) {
                        rows[row][i] -= factor * rows[column][i];
                    }
                }
            }
        }
        double[] solution = new double[size];
        Arrays.setAll(solution, i -> rows[i][size] / rows[i][i]);
        return solution;
    }
}
