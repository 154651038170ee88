package greenlight.runner.report;

import greenlight.runner.results.DescribedTable;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a report says about its subject beyond what the tables describe.
 *
 * @param measures shown in words and figures; where the tables have none of them, the first ones that vary
 * @param lifetimes whose survival curves are drawn
 * @param flows how payments are shown
 */
public record Subject(List<String> measures, List<Lifetime> lifetimes, Flows flows) {
    /** Keeps copies. */
    public Subject {
        measures = List.copyOf(measures);
        lifetimes = List.copyOf(lifetimes);
    }

    /**
     * How payments are shown.
     *
     * @param apart purposes of payments that are no flows between parties, such as what they own at the start
     * @param note says so, in a sentence
     * @param chosen says which run is drawn where a sweep recorded no payments
     * @param declared the table of flows that the model declares, where the folder's description has none
     * @param closer sectors whose payments are drawn once more without all others, which are much larger
     */
    public record Flows(
            Set<String> apart, String note, String chosen, Optional<DescribedTable> declared, List<String> closer) {
        /** Keeps copies. */
        public Flows {
            apart = Set.copyOf(apart);
            closer = List.copyOf(closer);
        }
    }
}
