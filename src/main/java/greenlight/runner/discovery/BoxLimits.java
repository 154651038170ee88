package greenlight.runner.discovery;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * A box while it is being made: the limits of every factor.
 *
 * @param low lower limits; negative infinity for none
 * @param high upper limits; infinity for none
 * @param levels of factors without an order, those inside; null for the others
 */
record BoxLimits(double[] low, double[] high, List<Set<Double>> levels) {
    /** Cases and runs inside. */
    record Count(double hits, double runs) {
        double density() {
            return hits / runs;
        }
    }

    BoxLimits copy() {
        return new BoxLimits(
                low.clone(),
                high.clone(),
                levels.stream()
                        .<Set<Double>>map(set -> set == null ? null : new TreeSet<>(set))
                        .collect(ArrayList::new, ArrayList::add, ArrayList::addAll));
    }

    boolean holds(BinaryOutcomes cases, int point) {
        for (int j = 0; j < low.length; j++) {
            if (!holds(cases, point, j)) {
                return false;
            }
        }
        return true;
    }

    boolean holds(BinaryOutcomes cases, int point, int factor) {
        double level = cases.levels()[factor][point];
        return levels.get(factor) == null
                ? level >= low[factor] && level <= high[factor]
                : levels.get(factor).contains(level);
    }

    /** The points inside. */
    int[] inside(BinaryOutcomes cases) {
        return IntStream.range(0, cases.points())
                .filter(point -> holds(cases, point))
                .toArray();
    }

    Count count(BinaryOutcomes cases) {
        double hits = 0;
        double runs = 0;
        for (int point : inside(cases)) {
            hits += cases.hits()[point];
            runs += cases.runs()[point];
        }
        return new Count(hits, runs);
    }
}
