package greenlight.app.evidence.cause;

import greenlight.runner.stats.Estimate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.function.IntFunction;

/**
 * What brings about an event that may have several sufficient causes, from every combination of mechanisms in the same run:
 * which mechanism suffices alone, which is needed given all others, and the sets that suffice while no part of them does
 * (Halpern and Pearl 2005, <i>British Journal for the Philosophy of Science</i> 56; Mackie 1965). Only runs count in which the
 * outcome applies in every combination.
 */
public final class MinimalSets {
    /** What a row says of its mechanisms. */
    public enum Role {
        ALONE("suffices alone, of the runs in which the event does not come without any"),
        NEEDED("needed given all others, of the runs in which the event comes with all"),
        /** The event is over-determined. */
        NONE_NEEDED(
                "over-determined: no single one is needed, of the runs in which the event comes with all and not without any"),
        MINIMAL("together suffice, and no part of them does, of the runs in which the event comes with all");

        private final String meaning;

        Role(String meaning) {
            this.meaning = meaning;
        }

        public String meaning() {
            return meaning;
        }

        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }

    /**
     * A row of the table.
     *
     * @param mechanisms by key; empty in a minimal set where the event comes with none
     * @param share of the runs that the role speaks of, with its interval over settings and replications
     * @param runs that the role speaks of
     */
    public record Row(Role role, List<String> mechanisms, Estimate share, int runs) {}

    private final List<String> mechanisms;
    private final List<int[]> clusters;
    /** Whether the event came, by combination and replication. */
    private final double[][] came;

    private final boolean[] counted;

    /**
     * Prepares the table.
     *
     * @param clusters the replications of each setting
     * @param outcomes of a combination, whose bit <i>i</i> says whether mechanism <i>i</i> is on, by replication: 1, 0, or
     *     not-a-number
     */
    MinimalSets(List<String> mechanisms, List<int[]> clusters, IntFunction<double[]> outcomes) {
        this.mechanisms = mechanisms;
        this.clusters = clusters;
        came = new double[1 << mechanisms.size()][];
        for (int set = 0; set < came.length; set++) {
            came[set] = outcomes.apply(set);
        }
        counted = new boolean[came[0].length];
        for (int i = 0; i < counted.length; i++) {
            counted[i] = true;
            for (double[] outcome : came) {
                counted[i] &= !Double.isNaN(outcome[i]);
            }
        }
    }

    private boolean with(int set, int run) {
        return came[set][run] == 1;
    }

    private int all() {
        return came.length - 1;
    }

    /** The table: one row a mechanism for those alone and those needed; minimal sets that are seen, the most frequent first. */
    public List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        for (int place = 0; place < mechanisms.size(); place++) {
            int bit = 1 << place;
            rows.add(row(
                    Role.ALONE,
                    bit,
                    ClusterRatio.of(clusters, i -> counted[i] && !with(0, i), i -> with(bit, i) ? 1 : 0)));
        }
        for (int place = 0; place < mechanisms.size(); place++) {
            int bit = 1 << place;
            rows.add(row(
                    Role.NEEDED,
                    bit,
                    ClusterRatio.of(clusters, i -> counted[i] && with(all(), i), i -> with(all() & ~bit, i) ? 0 : 1)));
        }
        rows.add(row(
                Role.NONE_NEEDED,
                0,
                ClusterRatio.of(
                        clusters, i -> counted[i] && with(all(), i) && !with(0, i), i -> noneNeeded(i) ? 1 : 0)));
        rows.addAll(minimal());
        return rows;
    }

    private boolean noneNeeded(int run) {
        for (int place = 0; place < mechanisms.size(); place++) {
            if (!with(all() & ~(1 << place), run)) {
                return false;
            }
        }
        return true;
    }

    private List<Row> minimal() {
        TreeMap<Integer, double[]> found = new TreeMap<>();
        for (int i = 0; i < counted.length; i++) {
            boolean[] part = new boolean[came.length];
            for (int set = 0; counted[i] && with(all(), i) && set < came.length; set++) {
                boolean below = false;
                for (int place = 0; place < mechanisms.size(); place++) {
                    below |= (set >> place & 1) == 1 && part[set & ~(1 << place)];
                }
                part[set] = below || with(set, i);
                if (with(set, i) && !below) {
                    found.computeIfAbsent(set, key -> new double[counted.length])[i] = 1;
                }
            }
        }
        return found.entrySet().stream()
                .map(set -> row(
                        Role.MINIMAL,
                        set.getKey(),
                        ClusterRatio.of(clusters, i -> counted[i] && with(all(), i), i -> set.getValue()[i])))
                .sorted(Comparator.comparingDouble(row -> -row.share().value()))
                .toList();
    }

    private Row row(Role role, int set, ClusterRatio share) {
        List<String> members = new ArrayList<>();
        for (int place = 0; place < mechanisms.size(); place++) {
            if ((set >> place & 1) == 1) {
                members.add(mechanisms.get(place));
            }
        }
        return new Row(role, List.copyOf(members), share.share(), share.count());
    }
}
