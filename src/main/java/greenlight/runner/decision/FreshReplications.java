package greenlight.runner.decision;

import greenlight.runner.spec.Experiment;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.IntStream;

/** Replications that were not used to choose the points. */
final class FreshReplications {
    private FreshReplications() {}

    /**
     * The replications from a number on whose setting none of the earlier ones has; all later ones where the earlier have every setting.
     * Without end.
     *
     * @param first that number, counted from 0, at least 1
     */
    static IntStream after(int first, Experiment experiment) {
        Set<Integer> seen = seen(first, experiment);
        boolean all = seenAll(first, experiment);
        return IntStream.iterate(first, replication -> replication + 1)
                .filter(replication -> all || !seen.contains(experiment.settingNumber(replication)));
    }

    /** Whether the first replications have every setting of the ensemble; true also without one. */
    static boolean seenAll(int first, Experiment experiment) {
        return experiment.settings() == 0 || seen(first, experiment).size() >= experiment.settings();
    }

    private static Set<Integer> seen(int first, Experiment experiment) {
        Set<Integer> seen = new HashSet<>();
        for (int replication = 0; replication < first && experiment.settings() > 0; replication++) {
            seen.add(experiment.settingNumber(replication));
        }
        return seen;
    }
}
