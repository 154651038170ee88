package greenlight.app.cli.market;

import greenlight.app.cli.console.Console;
import greenlight.market.Market;
import greenlight.market.narrative.QuarterlyNews;
import greenlight.market.narrative.RunSummary;
import greenlight.market.narrative.TransactionFlowMatrix;
import greenlight.runner.run.Sweep;
import greenlight.runner.spec.Experiment;

/** Prints the story of a run, and where its tables are. */
public final class RunPrinter {
    private RunPrinter() {}

    /** Prints what happened in a run on standard output, and where its tables are on standard error. */
    public static void print(
            Console console, Market market, Experiment experiment, Sweep.Result result, boolean ledger) {
        console.paragraph(
                "", experiment.scenario() + ", seed " + experiment.run(0).seed() + ": " + experiment.title());
        new QuarterlyNews(market, console::bold, console.width()).print(console.out());
        console.out().println();
        new RunSummary(market, console.width()).print(console.out());
        if (ledger) {
            console.out().println();
            new TransactionFlowMatrix(market.ledger()).print(console.out());
        }
        console.err().println();
        console.err()
                .println("The tables are in " + result.folder() + "/: "
                        + String.join(", ", result.files().keySet()));
    }
}
