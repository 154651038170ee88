package greenlight.experiment;

import greenlight.parameter.Dial;
import java.util.List;
import java.util.Optional;

/** Which points an experiment visits: a table with a row for each point and a column for each factor. */
public final class Design {
    /**
     * What a design varies.
     *
     * @param dial the dial it turns; empty for the scenario, whose levels are places in {@link Model#scenarios()}
     */
    public record Factor(String key, Optional<Dial> dial) {
        public static final Factor SCENARIO = new Factor("scenario", Optional.empty());

        public static Factor of(Dial dial) {
            return new Factor(dial.key(), Optional.of(dial));
        }
    }

    private final List<Factor> factors;
    private final int points;
    private final boolean crossed;
    private final double[][] levels;

    private Design(List<Factor> factors, int points, boolean crossed, double[][] levels) {
        this.factors = List.copyOf(factors);
        this.points = points;
        this.crossed = crossed;
        this.levels = levels;
    }

    /** One point, with nothing varied. */
    public static Design single() {
        return list(List.of(), new double[1][0]);
    }

    /** The points as given, each with a level for every factor. */
    public static Design list(List<Factor> factors, double[][] points) {
        return new Design(factors, points.length, false, points);
    }

    /**
     * Every combination of the levels of every factor; the last factor changes fastest, as in nested loops.
     *
     * @throws ArithmeticException beyond 2^31 - 1 points
     */
    public static Design factorial(List<Factor> factors, double[][] levels) {
        int points = 1;
        for (double[] of : levels) {
            points = Math.multiplyExact(points, of.length);
        }
        return new Design(factors, points, true, levels);
    }

    public List<Factor> factors() {
        return factors;
    }

    /** How many points there are; they count from 0. */
    public int points() {
        return points;
    }

    /** The level of a factor at a point. */
    public double level(int point, int factor) {
        if (!crossed) {
            return levels[point][factor];
        }
        int slower = point;
        for (int faster = factors.size() - 1; faster > factor; faster--) {
            slower /= levels[faster].length;
        }
        return levels[factor][slower % levels[factor].length];
    }
}
