package greenlight.app.cli.sweep;

import greenlight.app.cli.console.Console;
import greenlight.app.cli.console.ExitCode;
import greenlight.app.cli.console.ModelOption;
import greenlight.app.cli.console.OptionErrors;
import greenlight.app.cli.console.ThreadsOption;
import greenlight.app.cli.console.UsageError;
import greenlight.runner.batch.Batch;
import greenlight.runner.format.Text;
import greenlight.runner.model.Model;
import greenlight.runner.spec.BadExperiment;
import greenlight.runner.spec.Experiment;
import greenlight.runner.spec.ExperimentReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Answers points from standard input with rows on standard output. */
@Command(
        name = "batch",
        description =
                "Runs the points that come on standard input, as CSV under a header or as a JSON object a line, and"
                        + " prints a row for each run on standard output as soon as it ends.",
        footer = {
            "",
            "A point may have an id, any parameter, a scenario, a seed and replications (docs/batch.md). A bad point is"
                    + " answered by a row with the status refused.",
            "",
            "Examples:",
            "  ./greenlight points experiments/sensitivity.yaml | ./greenlight batch > rows.csv",
            "  ./greenlight batch experiments/base.yaml --ordered < points.csv"
        })
public final class BatchCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(
            arity = "0..1",
            paramLabel = "FILE",
            description =
                    "An experiment without a design: what points set something over, its replications, seed and measures.")
    private Path file;

    @Option(names = "--ordered", description = "Print rows in the order of the points, not as runs end.")
    private boolean ordered;

    @Mixin
    private ThreadsOption threads;

    @Mixin
    private ModelOption model = new ModelOption();

    public BatchCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws UsageError, BadExperiment, IOException, InterruptedException {
        OptionErrors errors = new OptionErrors();
        int atOnce = threads.count(errors);
        errors.check();
        Experiment base = base();
        if (base.design().points() > 1
                || !base.design().factors().isEmpty()
                || base.design().goal().isPresent()
                || base.precision().isPresent()) {
            throw new UsageError(file
                    + " has a design or a precision; the points of a batch come on standard input, so leave it out.");
        }
        Batch.Ended ended = new Batch(base, atOnce, ordered).run(System.in, console.out());
        console.message(Text.count(ended.ok(), "run") + " went well, " + ended.failed() + " failed; "
                + Text.count(ended.refused(), "point") + " refused.");
        if (ended.closed()) {
            console.message("Standard output was closed before the last row.");
            return ExitCode.NO_FILE;
        }
        return ended.failed() > 0 ? ExitCode.FAILED : 0;
    }

    private Experiment base() throws UsageError, BadExperiment, IOException {
        if (file != null) {
            return model.experiment(console, file);
        }
        Model usual = console.lens().apply(model.model());
        return ExperimentReader.read("name: batch\nrecord: [runs]\n", "batch", usual);
    }
}
