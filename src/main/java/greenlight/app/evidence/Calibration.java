package greenlight.app.evidence;

import greenlight.runner.stats.Quantiles;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Rejection by distance (approximate Bayesian computation: Beaumont 2010, <i>Annual Review of Ecology, Evolution, and
 * Systematics</i> 41): of the points of a space-filling design, those are kept whose runs come nearest to the patterns
 * that are calibrated to. The distance of a point is the root mean square, over these patterns, of the median {@link Pattern#distance}
 * of its replications: so a pattern is within 1 where {@link Validation} says that it holds, and runs on both sides of a target
 * do not pass for runs that meet it. Patterns that are left as a test have no part in it.
 */
public final class Calibration {
    /** Share of the points that is accepted. */
    public static final double ACCEPTED = 0.02;
    /** A parameter whose accepted values spread less than this part of all values is identified by the patterns. */
    public static final double IDENTIFIED = 0.8;
    /** Fewer accepted points than this say nothing of a spread. */
    public static final int LEAST_TO_IDENTIFY = 10;

    /** No pattern counts for more than this many half-widths of its target. */
    private static final double MOST = 5;

    private static final double QUARTER = 0.25;
    private static final double HALF = 0.5;

    /** One point of the design: its number, its parameters and its measures, one array of replications for each pattern. */
    public record Point(int number, Map<String, Double> parameters, Map<String, double[]> measured) {
        /** Root mean square of the distances to the patterns that are calibrated to; 1 is the edge of the targets. */
        public double distance() {
            double sum = 0;
            int count = 0;
            for (Pattern pattern : Pattern.values()) {
                if (pattern.kind() == Pattern.Kind.CALIBRATED) {
                    double distance = distanceFrom(pattern);
                    sum += distance * distance;
                    count++;
                }
            }
            return Math.sqrt(sum / count);
        }

        /** Median distance of the runs to which a pattern applies; the most where it applies to none. */
        private double distanceFrom(Pattern pattern) {
            double[] distances = Arrays.stream(
                            measured.getOrDefault(pattern.measure().key(), new double[0]))
                    .filter(value -> !Double.isNaN(value))
                    .map(value -> pattern.distance(value, MOST))
                    .sorted()
                    .toArray();
            return distances.length > 0 ? Quantiles.median(distances) : MOST;
        }
    }

    /**
     * What the accepted points say of a parameter.
     *
     * @param low first quartile of its accepted values
     * @param median of its accepted values
     * @param high third quartile
     * @param width interquartile range of the accepted ranks over that of all, 1 when nothing is learned
     * @param points number of accepted points
     */
    public record Learned(String parameter, double low, double median, double high, double width, int points) {
        /** Whether enough points were accepted, and they lie closer together than all do. */
        public boolean identified() {
            return points >= LEAST_TO_IDENTIFY && width < IDENTIFIED;
        }
    }

    private final List<Point> all;
    private final List<Point> accepted;

    /**
     * Ranks points by distance and accepts the nearest, at least one.
     *
     * @throws IllegalArgumentException when there is no point
     */
    public Calibration(List<Point> points) {
        if (points.isEmpty()) {
            throw new IllegalArgumentException("There is no point to accept.");
        }
        all = points.stream()
                .sorted(Comparator.comparingDouble(Point::distance).thenComparingInt(Point::number))
                .toList();
        accepted = all.subList(0, Math.max(1, (int) Math.round(ACCEPTED * all.size())));
    }

    /** The accepted points, nearest first. */
    public List<Point> accepted() {
        return accepted;
    }

    /** What the accepted region says of each parameter of the design. */
    public List<Learned> learned() {
        Map<String, Learned> learned = new LinkedHashMap<>();
        for (String parameter : all.get(0).parameters().keySet()) {
            double[] before = values(all, parameter);
            double[] after = values(accepted, parameter);
            double[] places = Arrays.stream(after)
                    .map(value -> (double) rank(before, value) / before.length)
                    .toArray();
            double spread = Quantiles.of(places, 1 - QUARTER) - Quantiles.of(places, QUARTER);
            learned.put(
                    parameter,
                    new Learned(
                            parameter,
                            Quantiles.of(after, QUARTER),
                            Quantiles.median(after),
                            Quantiles.of(after, 1 - QUARTER),
                            spread / HALF,
                            after.length));
        }
        return new ArrayList<>(learned.values());
    }

    private static int rank(double[] sorted, double value) {
        int place = Arrays.binarySearch(sorted, value);
        return place >= 0 ? place : -place - 1;
    }

    private static double[] values(List<Point> points, String parameter) {
        return points.stream()
                .mapToDouble(point -> point.parameters().get(parameter))
                .sorted()
                .toArray();
    }
}
