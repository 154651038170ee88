package greenlight.cli;

import greenlight.experiment.BadExperiment;
import greenlight.experiment.Experiment;
import greenlight.experiment.ExperimentReader;
import greenlight.experiment.Progress;
import greenlight.experiment.Sweep;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Runs an experiment: all points of its design, as often as it says. */
@Command(
        name = "sweep",
        description = "Runs an experiment file: every point of its design, as often as it says, several runs at once.",
        footer = {
            "",
            "The tables (runs.csv, quarters.csv, events.csv) are the same, byte for byte, for any number of threads.",
            "",
            "Examples:",
            "  ./greenlight sweep experiments/quickstart.yaml",
            "  ./greenlight sweep experiments/contract-terms.yaml --dry-run"
        })
final class SweepCommand implements Callable<Integer> {
    @ParentCommand
    private Main main;

    @Parameters(paramLabel = "FILE", description = "The experiment, such as experiments/quickstart.yaml.")
    private Path file;

    @Option(names = "--out", paramLabel = "DIR", description = "Where the results go; results/NAME when not given.")
    private Path out;

    @Option(names = "--threads", paramLabel = "N", description = "Runs at once; all processors when not given.")
    private String threads;

    @Option(names = "--dry-run", description = "Run nothing but a few trials, and say how large the experiment is.")
    private boolean dryRun;

    @Option(names = "--overwrite", description = "Replace the results of an earlier sweep.")
    private boolean overwrite;

    @Option(
            names = "--progress",
            paramLabel = "WAY",
            description = "auto (one line that changes, on a terminal), plain (a line each tenth) or none.")
    private String progress = "auto";

    @Override
    public Integer call() throws Exception {
        Asked asked = new Asked();
        int atOnce = asked.threads(threads);
        Progress.Way way = asked.oneOf("--progress", progress, Progress.Way.class);
        asked.check();
        Main.checkThere(file);
        Experiment experiment = ExperimentReader.read(file, main.lens.apply(new MarketModel()));
        Path folder = Optional.ofNullable(out).orElse(Path.of("results", experiment.name()));
        if (dryRun) {
            new DryRun(experiment, folder, atOnce).print(main.out);
            return 0;
        }
        main.err.println(experiment.title() + ": " + DryRun.size(experiment) + ", " + Text.count(atOnce, "thread"));
        Sweep.Result result = swept(experiment, folder, atOnce, new Progress(way, main.err));
        new SweepReport(experiment, result).print(main.out);
        result.firstError()
                .ifPresent(error -> main.err.println(Text.count(result.failed(), "run")
                        + " failed; their rows in runs.csv say why. The first: " + error));
        return result.failed() > 0 ? Main.FAILED : 0;
    }

    private Sweep.Result swept(Experiment experiment, Path folder, int atOnce, Progress told)
            throws BadExperiment, IOException, InterruptedException {
        try {
            return new Sweep(experiment).run(folder, atOnce, overwrite, told);
        } catch (InterruptedException stopped) {
            InterruptedException said = new InterruptedException("\nInterrupted; nothing of this sweep was kept.\n"
                    + "Start it again with: ./greenlight sweep " + file
                    + (out == null ? "" : " --out " + out) + " --overwrite");
            said.initCause(stopped);
            throw said;
        }
    }
}
