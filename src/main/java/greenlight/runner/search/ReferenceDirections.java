package greenlight.runner.search;

import java.util.ArrayList;
import java.util.List;

/** Directions that are evenly spread over the positive orthant (Das and Dennis 1998, <i>SIAM Journal on Optimization</i> 8). */
final class ReferenceDirections {
    private ReferenceDirections() {}

    /**
     * All points of the unit simplex whose coordinates are multiples of one over a whole number, the largest with which
     * there are at most so many points.
     *
     * @param objectives coordinates of each, at least 1
     * @param most at least 1; where even the corners are more, these are given all the same
     */
    static List<double[]> of(int objectives, int most) {
        int parts = 1;
        while (objectives > 1 && count(objectives, parts + 1) <= most) {
            parts++;
        }
        List<double[]> directions = new ArrayList<>();
        fill(new double[objectives], 0, parts, parts, directions);
        return directions;
    }

    /** The binomial coefficient of {@code objectives + parts - 1} over {@code parts}. */
    private static double count(int objectives, int parts) {
        double count = 1;
        for (int i = 1; i < objectives; i++) {
            count *= (double) (parts + i) / i;
        }
        return count;
    }

    private static void fill(double[] direction, int at, int left, int parts, List<double[]> directions) {
        if (at == direction.length - 1) {
            direction[at] = (double) left / parts;
            directions.add(direction.clone());
            return;
        }
        for (int part = 0; part <= left; part++) {
            direction[at] = (double) part / parts;
            fill(direction, at + 1, left - part, parts, directions);
        }
    }
}
