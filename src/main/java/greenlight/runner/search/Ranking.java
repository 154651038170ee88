package greenlight.runner.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Points by rank and crowding (Deb, Pratap, Agarwal and Meyarivan 2002, sections III-A and III-B). Ties go to the
 * point that was found first.
 */
final class Ranking {
    /**
     * The place of a point.
     *
     * @param rank 0 where no other point dominates it, then as many as there are fronts before its own
     * @param crowding how far its neighbours of the same front are, summed over the objectives; infinite at an end
     */
    record Place(int rank, double crowding) {}

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

    /** The places of all points, best first: by rank, then the least crowded. */
    static Map<Integer, Place> places(Map<Integer, Score> scores) {
        Map<Integer, Place> places = new LinkedHashMap<>();
        List<List<Integer>> fronts = fronts(scores);
        for (int rank = 0; rank < fronts.size(); rank++) {
            Map<Integer, Double> crowding = crowding(fronts.get(rank), scores);
            int at = rank;
            fronts.get(rank).stream()
                    .sorted(Comparator.comparingDouble((Integer number) -> -crowding.get(number))
                            .thenComparing(Comparator.naturalOrder()))
                    .forEach(number -> places.put(number, new Place(at, crowding.get(number))));
        }
        return places;
    }

    /**
     * At most so many points of a front: the most crowded is left out, one after another (Kukkonen and Deb 2006).
     *
     * @return their numbers in order
     */
    static List<Integer> spread(Map<Integer, Score> front, int most) {
        List<Integer> kept = new ArrayList<>(front.keySet());
        kept.sort(Comparator.naturalOrder());
        while (kept.size() > most) {
            Map<Integer, Double> crowding = crowding(kept, front);
            kept.remove(kept.stream()
                    .min(Comparator.comparingDouble((Integer number) -> crowding.get(number))
                            .thenComparing(Comparator.reverseOrder()))
                    .orElseThrow());
        }
        return kept;
    }

    private static Map<Integer, Double> crowding(List<Integer> front, Map<Integer, Score> scores) {
        Map<Integer, Double> crowding = new HashMap<>();
        front.forEach(number -> crowding.put(number, 0.0));
        int objectives = scores.get(front.get(0)).objectives().length;
        for (int i = 0; i < objectives; i++) {
            int objective = i;
            List<Integer> order = front.stream()
                    .sorted(Comparator.comparingDouble(
                                    (Integer number) -> scores.get(number).objectives()[objective])
                            .thenComparing(Comparator.naturalOrder()))
                    .toList();
            int last = order.size() - 1;
            crowding.put(order.get(0), Double.POSITIVE_INFINITY);
            crowding.put(order.get(last), Double.POSITIVE_INFINITY);
            double width = scores.get(order.get(last)).objectives()[objective]
                    - scores.get(order.get(0)).objectives()[objective];
            // points without a score are infinite in all objectives, and have no width between them
            for (int at = 1; at < last && width > 0; at++) {
                double gap = scores.get(order.get(at + 1)).objectives()[objective]
                        - scores.get(order.get(at - 1)).objectives()[objective];
                crowding.merge(order.get(at), gap / width, Double::sum);
            }
        }
        return crowding;
    }
}
