package greenlight.app.cli.sweep;

import greenlight.runner.run.StartMode;
import picocli.CommandLine.Option;

/** What becomes of the results that a folder holds already; without an option they are refused. */
class EarlierResults {
    @Option(names = "--overwrite", description = "Replace the results that are in the folder already.")
    private boolean overwrite;

    @Option(
            names = "--resume",
            description = "Finish what was stopped: only runs that had not ended are run, or merged.")
    private boolean resume;

    StartMode start() {
        if (overwrite) {
            return StartMode.OVERWRITE;
        }
        return resume ? StartMode.RESUME : StartMode.FRESH;
    }
}
