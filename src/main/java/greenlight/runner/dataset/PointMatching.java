package greenlight.runner.dataset;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Which points of a design differ in nothing but the factors one asks about. */
public final class PointMatching {
    private final RunTable runs;

    public PointMatching(RunTable runs) {
        this.runs = runs;
    }

    /** The levels of a factor that occur, from low to high; words in the order in which they appear. */
    public List<Double> levels(Factor factor) {
        Set<Double> levels = new TreeSet<>();
        for (int point = 0; point < runs.points(); point++) {
            levels.add(runs.level(point, factor));
        }
        return List.copyOf(levels);
    }

    /**
     * The level that others are compared with: that of the baseline in a one-at-a-time design, else the factor's default
     * where it occurs, else the lowest.
     */
    public double reference(Factor factor) {
        List<Double> levels = levels(factor);
        if (runs.plan().design().equals("one-at-a-time")) {
            return runs.level(0, factor);
        }
        return levels.contains(factor.standard()) ? factor.standard() : levels.get(0);
    }

    /** Points with equal levels of all other factors: for each such context, the point at each level of the factors. */
    public List<Map<List<Double>, Integer>> contexts(Set<Factor> asked) {
        List<Factor> other = runs.factors().stream()
                .filter(factor -> !asked.contains(factor))
                .toList();
        List<Factor> own = runs.factors().stream().filter(asked::contains).toList();
        Map<List<Double>, Map<List<Double>, Integer>> contexts = new HashMap<>();
        List<Map<List<Double>, Integer>> ordered = new ArrayList<>();
        for (int point = 0; point < runs.points(); point++) {
            contexts.computeIfAbsent(levels(point, other), context -> {
                        Map<List<Double>, Integer> places = new HashMap<>();
                        ordered.add(places);
                        return places;
                    })
                    .putIfAbsent(levels(point, own), point);
        }
        return ordered;
    }

    private List<Double> levels(int point, List<Factor> factors) {
        List<Double> levels = new ArrayList<>(factors.size());
        factors.forEach(factor -> levels.add(runs.level(point, factor)));
        return levels;
    }

    /** The sets of points, one in each context that has them all, at these levels of the asked factors. */
    public static List<int[]> sets(List<Map<List<Double>, Integer>> contexts, List<List<Double>> corners) {
        List<int[]> sets = new ArrayList<>();
        for (Map<List<Double>, Integer> context : contexts) {
            if (context.keySet().containsAll(corners)) {
                sets.add(corners.stream().mapToInt(context::get).toArray());
            }
        }
        return sets;
    }
}
