package greenlight.app.cli.market;

import greenlight.app.cli.console.Console;
import greenlight.market.Market;
import greenlight.market.narrative.QuarterlyNews;
import greenlight.market.narrative.RunSummary;
import greenlight.market.narrative.TransactionFlowMatrix;
import greenlight.runner.format.Text;
import greenlight.runner.run.Sweep;
import greenlight.runner.spec.Experiment;
import picocli.CommandLine.Help.Ansi;

/** Prints the story of a run, and where its tables are. */
public final class RunPrinter {
    private RunPrinter() {}

    public static void print(
            Console console, Market market, Experiment experiment, Sweep.Result result, boolean ledger) {
        console.out()
                .println(Text.hung(
                        "",
                        experiment.scenario() + ", seed " + experiment.run(0).seed() + ": " + experiment.title()));
        new QuarterlyNews(market, Ansi.AUTO.enabled()).print(console.out());
        console.out().println();
        new RunSummary(market).print(console.out());
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
