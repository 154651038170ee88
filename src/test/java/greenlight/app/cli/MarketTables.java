package greenlight.app.cli;

import greenlight.market.model.MarketModel;
import greenlight.runner.results.Layout;
import greenlight.runner.spec.BadExperiment;
import greenlight.runner.spec.ExperimentReader;
import java.util.List;

/** The tables of the market with all their columns, for an experiment without factors. */
public final class MarketTables {
    private MarketTables() {}

    public static List<Layout.Table> all() {
        try {
            return Layout.of(ExperimentReader.read(
                    "name: any\nrecord: [runs, quarters, events, ledger]", "any.yaml", new MarketModel()));
        } catch (BadExperiment impossible) {
            throw new AssertionError(impossible);
        }
    }
}
