package greenlight.market.measure;

import greenlight.market.agent.Vendor;
import greenlight.market.contract.Deal;
import greenlight.market.record.Event;
import greenlight.runner.model.Setting;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** A run that is over, by subject. The measures are computed from it. */
public final class RunHistory {
    private final RunRecord run;
    private final HeadlineHistory headline;
    private final FlagshipHistory flagship;
    private final DealHistory deals;
    private final VendorHistory vendors;
    private final FundingHistory funding;
    private final RivalsHistory rivals;

    /**
     * The history of a market that has reached its horizon.
     *
     * @param stakes worth of the share that a deal's studio holds in its vendor, US dollars
     */
    public RunHistory(
            Setting setting,
            List<Vendor> vendors,
            List<Deal> deals,
            ToDoubleFunction<Deal> stakes,
            List<Event> events,
            List<Row> rows) {
        run = new RunRecord(setting, vendors, deals, stakes, events, rows);
        headline = new HeadlineHistory(run);
        funding = new FundingHistory(run);
        rivals = new RivalsHistory(run);
        flagship = new FlagshipHistory(run, funding, rivals);
        this.deals = new DealHistory(run);
        this.vendors = new VendorHistory(vendors);
    }

    /** All readings and events of the run. */
    RunRecord all() {
        return run;
    }

    HeadlineHistory headline() {
        return headline;
    }

    FlagshipHistory flagship() {
        return flagship;
    }

    DealHistory deals() {
        return deals;
    }

    VendorHistory vendors() {
        return vendors;
    }

    RivalsHistory rivals() {
        return rivals;
    }

    FundingHistory funding() {
        return funding;
    }
}
