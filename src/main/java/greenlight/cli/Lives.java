package greenlight.cli;

import greenlight.analysis.report.Lifetime;
import java.util.List;
import java.util.Set;

/** What among a market's events begins and ends a life that a report tells the length of. */
final class Lives {
    static final List<Lifetime> ALL = List.of(new Lifetime(
            "deals",
            "How long a deal lasts",
            "From signing to a shutdown, a termination or a failed pilot. A deal that reached its term is counted as still"
                    + " there until then.",
            Set.of("signing"),
            Set.of("voiding", "termination", "pilot_failed"),
            Set.of("completion")));

    private Lives() {}
}
