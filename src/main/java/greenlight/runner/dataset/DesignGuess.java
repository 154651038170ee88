package greenlight.runner.dataset;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Which design a table's points look like, where no description names it.
 *
 * @param factors that the points differ in
 * @param first the first row of each point
 */
record DesignGuess(List<Factor> factors, int[] first) {
    /** The design's type, as experiment files spell it. */
    String type() {
        int points = first.length;
        if (factors.isEmpty() || points == 1) {
            return "single";
        }
        double crossed = 1;
        boolean spread = true;
        Map<Integer, Integer> changed = new LinkedHashMap<>();
        for (Factor factor : factors) {
            long levels = IntStream.of(first)
                    .mapToDouble(row -> factor.column().at(row))
                    .distinct()
                    .count();
            crossed *= levels;
            spread &= levels > points / 2 || !factor.column().isReal();
            for (int at = 1; at < points; at++) {
                if (factor.column().at(first[at]) != factor.column().at(first[0])) {
                    changed.merge(at, 1, Integer::sum);
                }
            }
        }
        if (crossed == points) {
            return "factorial";
        }
        if (changed.values().stream().allMatch(count -> count == 1)) {
            return "one-at-a-time";
        }
        return spread && points > factors.size() + 1 ? "latin-hypercube" : "list";
    }

    /**
     * Whether the blocks of a Saltelli design are of the longer kind: then the point behind A and its mixtures is B with
     * the first factor of A, and every block has both.
     */
    boolean isSecondOrder() {
        int k = factors.size();
        int points = first.length;
        if (k == 0 || points % (2 * k + 2) != 0) {
            return false;
        }
        Column column = factors.get(0).column();
        return IntStream.range(0, points / (2 * k + 2))
                .map(block -> block * (2 * k + 2))
                .allMatch(at -> column.at(first[at]) == column.at(first[at + k + 1])
                        && column.at(first[at + 1]) == column.at(first[at + 2 * k + 1]));
    }
}
