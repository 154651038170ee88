package greenlight.runner.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Points by rank (Deb, Pratap, Agarwal and Meyarivan 2002, <i>IEEE Transactions on Evolutionary Computation</i> 6, section
 * III-A).
 */
final class Ranking {
    private Ranking() {}

    /**
     * The fronts of points that are named by number: the first is dominated by none, the second by the first alone,
     * and so on.
     */
    static List<List<Integer>> fronts(Map<Integer, Score> scores) {
        int[] numbers =
                scores.keySet().stream().mapToInt(Integer::intValue).sorted().toArray();
        Score[] sorted = Arrays.stream(numbers).mapToObj(scores::get).toArray(Score[]::new);
        int[] dominators = new int[numbers.length];
        List<List<Integer>> dominated = new ArrayList<>();
        for (int one = 0; one < numbers.length; one++) {
            List<Integer> others = new ArrayList<>();
            for (int other = 0; other < numbers.length; other++) {
                if (sorted[one].dominates(sorted[other])) {
                    others.add(other);
                    dominators[other]++;
                }
            }
            dominated.add(others);
        }
        List<List<Integer>> fronts = new ArrayList<>();
        List<Integer> front = IntStream.range(0, numbers.length)
                .filter(place -> dominators[place] == 0)
                .boxed()
                .toList();
        while (!front.isEmpty()) {
            fronts.add(front.stream().map(place -> numbers[place]).toList());
            front = front.stream()
                    .flatMap(place -> dominated.get(place).stream())
                    .filter(other -> --dominators[other] == 0)
                    .sorted()
                    .toList();
        }
        return fronts;
    }
}
