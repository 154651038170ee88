package greenlight.app.cli.sweep;

import greenlight.app.cli.console.ModelOption;
import greenlight.market.model.MarketModel;
import greenlight.runner.report.Lifetime;
import greenlight.runner.report.Subject;
import greenlight.runner.results.DescribedTable;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a report shows of a market: which of its events begin and end a life, and how its payments are named. */
public final class MarketReportOptions {
    /** Shown when the experiment names no measures of its own. */
    public static final List<String> MEASURES = List.of(
            "headline_signed",
            "headline_collapsed",
            "headline_equity_paid",
            "flagship_closed",
            "quarters_to_shutdown",
            "peak_daily_loss",
            "studios_loss",
            "surviving_startups");

    private static final Lifetime DEALS = new Lifetime(
            "deals",
            "How long a deal lasts",
            "From signing to a shutdown, a termination or a failed pilot. A deal that reached its term is counted as still"
                    + " there until then.",
            Set.of("signing"),
            Set.of("voiding", "termination", "pilot_failed"),
            Set.of("completion"));

    private static final Subject.Flows PAYMENTS = new Subject.Flows(
            Set.of("opening"),
            "Opening balances are no flow and left out.",
            MedianRun.CHOSEN,
            DescribedTable.flows(new MarketModel()),
            List.of("studios"));

    private static final Subject.Flows NO_FLOWS = new Subject.Flows(Set.of(), "", "", Optional.empty(), List.of());

    private MarketReportOptions() {}

    /**
     * With these measures in words and figures; those of a report of the market where there are none.
     *
     * @param model the name of the model whose results are reported
     */
    public static Subject of(String model, List<String> measures) {
        if (!ModelOption.isMarket(model)) {
            return new Subject(measures, List.of(), NO_FLOWS);
        }
        return new Subject(measures.isEmpty() ? MEASURES : measures, List.of(DEALS), PAYMENTS);
    }
}
