package greenlight.app.cli.sweep;

import greenlight.app.cli.console.Console;
import greenlight.app.cli.console.OutputPathConverter;
import greenlight.runner.decision.Robustness;
import greenlight.runner.run.Progress;
import greenlight.runner.run.Shards;
import greenlight.runner.run.Sweep;
import greenlight.runner.spec.Experiment;
import greenlight.runner.spec.Shard;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Merges the shards of a sweep. */
@Command(
        name = "merge",
        description = "Merges the shards of an experiment; the tables are those of one undivided sweep.",
        footer = {
            "",
            "A shard that is missing, unfinished, there twice, cut off or changed since (by its SHA-256), or of"
                    + " another experiment or version is named, and nothing is written. Of shards that another state of the"
                    + " model made, some runs are run again, and every cell must be the same.",
            "",
            "Example:",
            "  ./greenlight merge results/quickstart-1-of-2 results/quickstart-2-of-2 --out results/quickstart"
        })
public final class MergeCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(arity = "1..*", paramLabel = "DIR", description = "The shards' folders.")
    private List<Path> shards;

    @Option(
            names = "--out",
            converter = OutputPathConverter.class,
            paramLabel = "DIR",
            required = true,
            description = "Where the results go.")
    private Path out;

    @ArgGroup
    private EarlierResults earlier = new EarlierResults();

    @Option(names = "--no-report", description = "Write no report.html, which needs all of runs.csv in memory.")
    private boolean noReport;

    public MergeCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws Exception {
        Shards all = Shards.of(shards);
        Experiment experiment = FinishedSweep.experiment(console, shards.get(0));
        Sweep.Result result = Robustness.sweep(experiment, Shard.WHOLE, console.command())
                .merge(all, out, earlier.start(), Progress.none());
        result.said().forEach(console.err()::println);
        boolean judged = experiment.design().goal().isPresent();
        new SweepSummary(experiment, result).print(console, !judged);
        if (judged) {
            JudgedSummary.print(console, out, Set.of()); // given points: a search has no shards
        }
        SweepReport.write(console, experiment, out, noReport);
        return SweepSummary.exitCode(result, console.err());
    }
}
