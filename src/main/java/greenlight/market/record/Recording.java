package greenlight.market.record;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * What is written down of a run beside its firms' books; nothing of it changes what happens.
 *
 * @param readings whether all readings of a quarter are taken, or only those from which measures are computed
 * @param causes whether events say in words why they happened
 * @param payments whether each payment is kept
 * @param also keys of readings that are taken in any case
 */
public record Recording(boolean readings, boolean causes, boolean payments, Collection<String> also) {
    /** Everything. */
    public static final Recording ALL = new Recording(true, true, true);

    /** Keeps a copy. */
    public Recording {
        also = new ArrayList<>(also);
    }

    /** No more than that. */
    public Recording(boolean readings, boolean causes, boolean payments) {
        this(readings, causes, payments, List.of());
    }
}
