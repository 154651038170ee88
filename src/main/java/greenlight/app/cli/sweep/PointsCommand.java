package greenlight.app.cli.sweep;

import greenlight.app.cli.console.Console;
import greenlight.app.cli.console.ModelOption;
import greenlight.app.cli.console.UsageError;
import greenlight.runner.design.PointsWriter;
import greenlight.runner.spec.BadExperiment;
import greenlight.runner.spec.Experiment;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Prints the points of a design. */
@Command(
        name = "points",
        description =
                "Prints the points of an experiment's design as CSV, in the order of runs.csv: a line for each point,"
                        + " a column for each factor.",
        footer = {
            "",
            "A design of type list reads them back: beside them, with an id, a seed for each point, or edited.",
            "",
            "Examples:",
            "  ./greenlight points experiments/sensitivity.yaml > points.csv",
            "and in another experiment file of the same folder:",
            "  design: {type: list, file: points.csv}"
        })
public final class PointsCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(paramLabel = "FILE", description = "The experiment, a YAML file.")
    private Path file;

    @Mixin
    private ModelOption model = new ModelOption();

    public PointsCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws UsageError, BadExperiment, IOException {
        Experiment experiment = model.experiment(console, file);
        if (experiment.design().factors().isEmpty()) {
            throw new UsageError(file + " varies nothing: it has one point and no factor.");
        }
        new PointsWriter(experiment.design(), experiment.model().scenarios()).write(console.out());
        console.out().flush();
        return 0;
    }
}
