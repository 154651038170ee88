package greenlight.app.cli.sweep;

import greenlight.app.cli.console.Console;
import greenlight.app.cli.console.ModelOption;
import greenlight.app.cli.console.OptionErrors;
import greenlight.app.cli.console.OutputPathConverter;
import greenlight.app.cli.console.ThreadsOption;
import greenlight.app.cli.console.UsageError;
import greenlight.runner.decision.Robustness;
import greenlight.runner.decision.Search;
import greenlight.runner.design.Design;
import greenlight.runner.design.SearchGoal;
import greenlight.runner.format.Text;
import greenlight.runner.journal.FolderTaken;
import greenlight.runner.journal.Journal;
import greenlight.runner.journal.SweepFolder;
import greenlight.runner.run.Progress;
import greenlight.runner.run.StartMode;
import greenlight.runner.run.Sweep;
import greenlight.runner.spec.BadExperiment;
import greenlight.runner.spec.Experiment;
import greenlight.runner.spec.Shard;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Runs an experiment: all points of its design, as often as it says. */
@Command(
        name = "sweep",
        description = "Runs an experiment file: every point of its design, as often as it says, several runs at once.",
        footer = {
            "",
            "The tables (runs.csv, quarters.csv, events.csv) are the same, byte for byte, for any number of"
                    + " threads, and also when the sweep was stopped, killed or out of disk in between and finished with"
                    + " --resume.",
            "",
            "Examples:",
            "  ./greenlight sweep experiments/quickstart.yaml",
            "  ./greenlight sweep experiments/contract-terms.yaml --dry-run",
            "  ./greenlight sweep experiments/contract-terms.yaml --resume"
        })
public final class SweepCommand implements Callable<Integer> {
    private final Console console;

    @Mixin
    private ThreadsOption threads;

    @Parameters(paramLabel = "FILE", description = "The experiment, such as experiments/quickstart.yaml.")
    private Path file;

    @Mixin
    private ModelOption model = new ModelOption();

    @Option(
            names = "--over",
            paramLabel = "ensemble|FILE",
            description =
                    "Let replications go through the settings of an ensemble, the model's own or a CSV file:"
                            + " replication r has the same setting at every point. In place of what the experiment's over says.")
    private String over;

    @Option(
            names = "--out",
            converter = OutputPathConverter.class,
            paramLabel = "DIR",
            description = "Where the results go; results/NAME when not given.")
    private Path out;

    @Option(names = "--dry-run", description = "Run nothing but a few trials, and say how large the experiment is.")
    private boolean dryRun;

    @ArgGroup
    private EarlierSweep earlier = new EarlierSweep();

    /** What becomes of the results of an earlier sweep, among them those of a smaller design. */
    private static final class EarlierSweep extends EarlierResults {
        @Option(
                names = "--extend",
                description = "Take over the finished runs of a smaller design, and run what is new.")
        private boolean extend;

        @Override
        StartMode start() {
            return extend ? StartMode.EXTEND : super.start();
        }
    }

    @Option(
            names = "--shard",
            paramLabel = "I/N",
            description = "Run only the I-th of N shards; ./greenlight merge puts them together.")
    private String shard;

    @Option(
            names = "--progress",
            paramLabel = "WAY",
            description = "auto (one line that changes, on a terminal), plain (a line each tenth) or none.")
    private String progress = "auto";

    @Option(names = "--no-report", description = "Write no report.html beside the tables; a shard has none.")
    private boolean noReport;

    public SweepCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws Exception {
        OptionErrors errors = new OptionErrors();
        int atOnce = threads.count(errors);
        Progress.Way way = errors.oneOf("--progress", progress, Progress.Way.class);
        Shard chosen = shard == null ? Shard.WHOLE : errors.shard(shard);
        errors.check();
        Experiment experiment = model.experiment(
                console,
                file,
                Optional.ofNullable(over),
                name -> Optional.of(folder(name, chosen)).filter(resumed -> earlier.start() == StartMode.RESUME));
        boolean search = experiment.design().goal().filter(SearchGoal::searches).isPresent();
        if (search && shard != null) {
            throw new UsageError(file + " is a search, whose points depend on one another: it has no shards.");
        }
        leftOut(experiment).ifPresent(console.err()::println);
        Path folder = folder(experiment.name(), chosen);
        if (dryRun) {
            new DryRun(experiment, folder, atOnce).print(console);
            return 0;
        }
        console.message(Text.shortened(experiment.title()) + ": " + DryRun.size(experiment)
                + (shard == null ? "" : ", shard " + chosen) + ", " + Text.count(atOnce, "thread"));
        if (experiment.design().goal().isPresent() && !search) {
            Robustness.check(experiment);
        }
        Sweep.Result result = swept(experiment, chosen, folder, atOnce, new Progress(way, console.err()));
        result.said().forEach(console.err()::println);
        Optional<SearchGoal> judged = experiment.design().goal();
        new SweepSummary(experiment, result).print(console, judged.isEmpty());
        if (judged.isPresent()) {
            JudgedSummary.print(console, folder, judged.get().maximised());
        }
        SweepReport.write(console, experiment, folder, noReport || chosen.of() > 1);
        return SweepSummary.exitCode(result, console.err());
    }

    /** Which columns of a file of points vary nothing. */
    private static Optional<String> leftOut(Experiment experiment) {
        return Optional.ofNullable(experiment.design().traits().get(Design.LEFT_OUT))
                .map(columns -> experiment.enclosed().keySet().iterator().next()
                        + ": these columns number the points, set nothing and are left out: "
                        + ((List<?>) columns).stream().map(String::valueOf).collect(Collectors.joining(", ")) + ".");
    }

    private Path folder(String name, Shard chosen) {
        return out != null
                ? out
                : Path.of("results", chosen.of() == 1 ? name : name + "-" + chosen.part() + "-of-" + chosen.of());
    }

    private Sweep.Result swept(Experiment experiment, Shard chosen, Path folder, int atOnce, Progress shown)
            throws BadExperiment, IOException, InterruptedException {
        try {
            return experiment.design().goal().filter(SearchGoal::searches).isPresent()
                    ? new Search(experiment, console.command()).run(folder, atOnce, earlier.start(), shown)
                    : Robustness.sweep(experiment, chosen, console.command())
                            .run(folder, atOnce, earlier.start(), shown);
        } catch (InterruptedException stopped) {
            InterruptedException said =
                    new InterruptedException("\nStopped; the runs that had ended are kept.\n" + goOn());
            said.initCause(stopped);
            throw said;
        } catch (FolderTaken taken) {
            throw taken;
        } catch (IOException failed) {
            if (!Journal.in(folder) && !Files.exists(folder.resolve("runs.csv" + SweepFolder.PART))) {
                throw failed; // no run has begun
            }
            throw new IOException(failed.getMessage() + "\nThe runs that had ended are kept. " + goOn(), failed);
        }
    }

    private String goOn() {
        return "Go on with: ./greenlight sweep " + file + model
                + (over == null ? "" : " --over " + over)
                + (out == null ? "" : " --out " + out)
                + (shard == null ? "" : " --shard " + shard) + " --resume";
    }
}
