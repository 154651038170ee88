package greenlight.app.cli.sweep;

import greenlight.app.cli.console.Console;
import greenlight.app.cli.console.ModelOption;
import greenlight.app.cli.console.UsageError;
import greenlight.runner.design.SearchGoal;
import greenlight.runner.results.ResultFiles;
import greenlight.runner.spec.BadExperiment;
import greenlight.runner.spec.Experiment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A folder with the results of a sweep that has ended. */
public final class FinishedSweep {
    private FinishedSweep() {}

    /** The experiment that made a folder of results. */
    public static Experiment experiment(Console console, Path folder) throws UsageError, BadExperiment, IOException {
        Path file = folder.resolve(ResultFiles.EXPERIMENT);
        Console.checkThere(folder);
        if (!Files.isRegularFile(file) || !Files.isRegularFile(folder.resolve("runs.csv"))) {
            throw new UsageError(folder + " holds no finished sweep: "
                    + (Files.exists(folder.resolve("runs.csv.part"))
                            ? "the one in it was stopped; finish it with sweep --resume."
                            : "it has no " + (Files.isRegularFile(file) ? "runs.csv." : "experiment.yaml.")));
        }
        Experiment experiment = ModelOption.experimentOf(console, folder);
        if (experiment.design().goal().filter(SearchGoal::searches).isPresent()) {
            throw new UsageError(folder + " holds a search, not a sweep: its points come from the runs before them."
                    + " Run it again to verify it, or sweep its front-points.csv as a list.");
        }
        return experiment;
    }
}
