package greenlight.runner.information;

import greenlight.runner.stats.Bootstrap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * Which settings of a sequential sampler descend from one another: a proposal keeps the exact values of the parameters that it
 * does not move. Settings are of one family that share the values of at least {@value #SHARED} parameters, or are linked by
 * others that do. Relatives that have moved in all parameters are not known. Whole families are what may be exchanged or drawn
 * anew.
 */
final class Families {
    /** Rounded values of independent draws are equal in one parameter of a hundred pairs at most, so four are no chance. */
    private static final int SHARED = 4;

    private final int[][] members;
    private final int settings;

    private Families(int[][] members, int settings) {
        this.members = members;
        this.settings = settings;
    }

    /**
     * Of settings with these values.
     *
     * @param parameters by parameter, then by setting; those with fewer different values than half of the settings say nothing
     */
    static Families of(List<double[]> parameters, int settings) {
        Map<Long, Integer> shared = new HashMap<>();
        for (double[] values : parameters) {
            Map<Double, List<Integer>> equal = new TreeMap<>();
            for (int i = 0; i < settings; i++) {
                equal.computeIfAbsent(values[i], value -> new ArrayList<>()).add(i);
            }
            if (equal.size() >= settings / 2) {
                equal.values().forEach(those -> count(those, settings, shared));
            }
        }
        int[] family = IntStream.range(0, settings).toArray();
        shared.forEach((pair, count) -> {
            if (count >= SHARED) {
                family[first(family, (int) (pair / settings))] = first(family, (int) (pair % settings));
            }
        });
        Map<Integer, List<Integer>> found = new TreeMap<>();
        for (int i = 0; i < settings; i++) {
            found.computeIfAbsent(first(family, i), first -> new ArrayList<>()).add(i);
        }
        return new Families(
                found.values().stream()
                        .map(those -> those.stream().mapToInt(Integer::intValue).toArray())
                        .sorted(Comparator.comparingInt(those -> those[0]))
                        .toArray(int[][]::new),
                settings);
    }

    private static void count(List<Integer> equal, int settings, Map<Long, Integer> shared) {
        for (int i = 0; i < equal.size(); i++) {
            for (int j = 0; j < i; j++) {
                shared.merge((long) equal.get(j) * settings + equal.get(i), 1, Integer::sum);
            }
        }
    }

    private static int first(int[] family, int setting) {
        int at = setting;
        while (family[at] != at) {
            at = family[at];
        }
        return at;
    }

    /** How many families there are. */
    int size() {
        return members.length;
    }

    /**
     * Exchanges whole families of equal size, a number of times: by exchange, which setting takes the place of each (Winkler and
     * others 2015, <i>NeuroImage</i> 123).
     */
    int[][] exchanged(int exchanges) {
        UniformRandomProvider random = Bootstrap.random();
        int[][] exchanged = new int[exchanges][];
        Arrays.setAll(exchanged, exchange -> exchanged(random));
        return exchanged;
    }

    private int[] exchanged(UniformRandomProvider random) {
        int[] exchanged = IntStream.range(0, settings).toArray();
        Map<Integer, List<int[]>> bySize = new TreeMap<>();
        for (int[] family : members) {
            bySize.computeIfAbsent(family.length, size -> new ArrayList<>()).add(family);
        }
        for (List<int[]> alike : bySize.values()) {
            int[] order = IntStream.range(0, alike.size()).toArray();
            for (int left = order.length - 1; left > 0; left--) {
                int other = random.nextInt(left + 1);
                int kept = order[left];
                order[left] = order[other];
                order[other] = kept;
            }
            for (int i = 0; i < order.length; i++) {
                for (int member = 0; member < alike.get(i).length; member++) {
                    exchanged[alike.get(i)[member]] = alike.get(order[i])[member];
                }
            }
        }
        return exchanged;
    }

    /** How often each setting is in a bootstrap sample of families, for a number of samples. */
    double[][] resampled(int samples) {
        double[][] times = new double[samples][settings];
        Bootstrap.draw(
                members.length,
                samples,
                (sample, drawn) -> Arrays.stream(drawn)
                        .forEach(
                                family -> Arrays.stream(members[family]).forEach(setting -> times[sample][setting]++)));
        return times;
    }
}
