package greenlight.runner.report;

import java.util.Set;

/**
 * Which events begin and end a relation between two parties, so that its length can be measured.
 *
 * @param name in an identifier's letters
 * @param title of the figure, such as {@code How long a marriage lasts}
 * @param note what counts as an end
 * @param starts events that begin one
 * @param ends events that end one
 * @param leaves events after which one is no longer observed, though it did not end
 */
public record Lifetime(
        String name, String title, String note, Set<String> starts, Set<String> ends, Set<String> leaves) {
    /** Keeps copies of the sets. */
    public Lifetime {
        starts = Set.copyOf(starts);
        ends = Set.copyOf(ends);
        leaves = Set.copyOf(leaves);
    }
}
