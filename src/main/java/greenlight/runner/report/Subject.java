package greenlight.runner.report;

import greenlight.runner.results.DescribedTable;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What of its subject a report tells that the tables do not say of themselves.
 *
 * @param measures to tell in words and figures; the first ones that vary where there are none of these
 * @param lifetimes whose lengths are told
 * @param flows how payments are told
 */
public record Subject(List<String> measures, List<Lifetime> lifetimes, Flows flows) {
    /** Keeps copies. */
    public Subject {
        measures = List.copyOf(measures);
        lifetimes = List.copyOf(lifetimes);
    }

    /**
     * How payments are told.
     *
     * @param apart purposes of payments that are no flows between parties, such as what they own at the start
     * @param note says so, in a sentence
     * @param chosen which run it is whose payments stand for those of a sweep that recorded none, in words
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
