package greenlight.app.cli.results;

import greenlight.app.cli.console.Console;
import greenlight.app.cli.console.ExitCode;
import greenlight.app.cli.console.OptionErrors;
import greenlight.app.cli.sweep.FinishedSweep;
import greenlight.runner.format.Text;
import greenlight.runner.results.ResultFolder;
import greenlight.runner.run.Audit;
import greenlight.runner.spec.Experiment;
import greenlight.runner.spec.Run;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Runs randomly chosen runs of a folder of results again, and compares every cell. */
@Command(
        name = "verify",
        description = "Makes runs of a folder of results again, chosen at random, and compares every cell.",
        footer = {
            "",
            "Exit code 0: all are the same; 1: a cell or a file differs, and the first that does is named.",
            "",
            "Example:",
            "  ./greenlight verify results/quickstart --runs 20"
        })
public final class VerifyCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(paramLabel = "DIR", description = "The results of a sweep, such as results/quickstart.")
    private Path folder;

    @Option(names = "--runs", paramLabel = "N", description = "How many runs to make again; 10 when not given.")
    private String count = "10";

    @Option(names = "--seed", paramLabel = "N", description = "Chooses the runs; 1 when not given.")
    private String seed = "1";

    public VerifyCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws Exception {
        OptionErrors errors = new OptionErrors();
        int wanted = errors.count("--runs", count);
        long chosen = errors.seed(seed);
        errors.check();
        Experiment experiment = FinishedSweep.experiment(console, folder);
        List<String> changed = ResultFolder.in(folder).changed();
        changed.forEach(console.out()::println);
        try (Audit audit = new Audit(experiment, folder)) {
            Map<String, Integer> counts = new LinkedHashMap<>();
            List<Run> runs = audit.choose(wanted, chosen);
            if (!audit.sameModel()) {
                console.out().println(AuditText.otherModel(audit, experiment, folder));
            }
            for (Run run : runs) {
                Optional<Audit.Difference> difference =
                        audit.check(run, Runtime.getRuntime().availableProcessors(), counts);
                if (difference.isPresent()) {
                    console.out().println(AuditText.difference(difference.get()));
                    return ExitCode.FAILED;
                }
            }
            List<String> rows = new ArrayList<>();
            counts.forEach((file, same) -> rows.add(Text.grouped(same) + " of " + file));
            console.out()
                    .println("Made " + runs.size() + " of " + Text.count(audit.size(), "run")
                            + " again, chosen with seed " + chosen + ": all rows are the same ("
                            + String.join(", ", rows)
                            + ").");
        }
        return changed.isEmpty() ? 0 : ExitCode.FAILED;
    }
}
