package greenlight.cli;

import greenlight.experiment.Experiment;
import greenlight.experiment.Progress;
import greenlight.experiment.Shard;
import greenlight.experiment.Start;
import greenlight.experiment.Sweep;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Puts the shares of a sweep together. */
@Command(
        name = "merge",
        description = "Puts the shares of an experiment together; the tables are those of one undivided sweep.",
        footer = {
            "",
            "Nothing is run: a run that no share holds is named, and nothing is written.",
            "",
            "Example:",
            "  ./greenlight merge results/quickstart-1-of-2 results/quickstart-2-of-2 --out results/quickstart"
        })
final class MergeCommand implements Callable<Integer> {
    @ParentCommand
    private Main main;

    @Parameters(arity = "1..*", paramLabel = "DIR", description = "The shares' folders.")
    private List<Path> shares;

    @Option(names = "--out", paramLabel = "DIR", required = true, description = "Where the results go.")
    private Path out;

    @Option(names = "--overwrite", description = "Replace the results of an earlier sweep.")
    private boolean overwrite;

    @Override
    public Integer call() throws Exception {
        List<Experiment> experiments = new ArrayList<>();
        for (Path share : shares) {
            experiments.add(VerifyCommand.results(main, share));
        }
        byte[] first = Files.readAllBytes(shares.get(0).resolve("experiment.yaml"));
        for (Path share : shares) {
            if (!Arrays.equals(first, Files.readAllBytes(share.resolve("experiment.yaml")))) {
                throw new Refusal(shares.get(0) + " and " + share + " are shares of different experiments: their"
                        + " experiment.yaml differ.");
            }
        }
        Sweep.Result result = new Sweep(experiments.get(0), Shard.WHOLE, main.command())
                .merge(
                        shares,
                        out,
                        overwrite ? Start.OVERWRITE : Start.FRESH,
                        new Progress(Progress.Way.NONE, main.err));
        new SweepReport(experiments.get(0), result).print(main.out);
        SweepCommand.report(main, out, false);
        return SweepReport.exitCode(result, main.err);
    }
}
