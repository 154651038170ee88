package greenlight.app.cli;

import greenlight.market.model.MarketModel;
import greenlight.runner.format.Text;
import greenlight.runner.journal.ResultFolder;
import greenlight.runner.run.Audit;
import greenlight.runner.spec.Experiment;
import greenlight.runner.spec.ExperimentReader;
import greenlight.runner.spec.Run;
import java.nio.file.Files;
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
import picocli.CommandLine.ParentCommand;

/** Makes randomly chosen runs of somebody's results again, and compares every cell. */
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
final class VerifyCommand implements Callable<Integer> {
    @ParentCommand
    private Main main;

    @Parameters(paramLabel = "DIR", description = "The results of a sweep, such as results/quickstart.")
    private Path folder;

    @Option(names = "--runs", paramLabel = "N", description = "How many runs to make again; 10 when not given.")
    private String count = "10";

    @Option(names = "--seed", paramLabel = "N", description = "Chooses the runs; 1 when not given.")
    private String seed = "1";

    @Override
    public Integer call() throws Exception {
        OptionErrors asked = new OptionErrors();
        int wanted = asked.count("--runs", count);
        long luck = asked.seed(seed);
        asked.check();
        Experiment experiment = results(main, folder);
        List<String> changed =
                ResultFolder.describes(folder) ? ResultFolder.in(folder).changed() : List.of();
        changed.forEach(main.out::println);
        try (Audit audit = new Audit(experiment, folder)) {
            Map<String, Integer> counts = new LinkedHashMap<>();
            List<Run> runs = audit.choose(wanted, luck);
            if (!audit.sameModel()) {
                main.out.println(otherModel(audit, experiment, folder));
            }
            for (Run run : runs) {
                Optional<Audit.Difference> difference =
                        audit.check(run, Runtime.getRuntime().availableProcessors(), counts);
                if (difference.isPresent()) {
                    main.out.println(sentence(difference.get()));
                    return Main.FAILED;
                }
            }
            List<String> rows = new ArrayList<>();
            counts.forEach((file, same) -> rows.add(Text.grouped(same) + " of " + file));
            main.out.println(
                    "Made " + runs.size() + " of " + Text.count(audit.size(), "run") + " again, chosen with seed "
                            + luck + ": all rows are the same (" + String.join(", ", rows) + ").");
        }
        return changed.isEmpty() ? 0 : Main.FAILED;
    }

    /** The experiment that made a folder of results. */
    static Experiment results(Main main, Path folder) throws Exception {
        Path file = folder.resolve("experiment.yaml");
        Main.checkThere(folder);
        if (!Files.isRegularFile(file) || !Files.isRegularFile(folder.resolve("runs.csv"))) {
            throw new UsageError(folder + " holds no finished sweep: "
                    + (Files.exists(folder.resolve("runs.csv.part"))
                            ? "the one in it was stopped; finish it with sweep --resume."
                            : "it has no " + (Files.isRegularFile(file) ? "runs.csv." : "experiment.yaml.")));
        }
        return ExperimentReader.read(file, main.lens.apply(new MarketModel()));
    }

    /** Says which states of the model made the results, and which one this is. */
    static String otherModel(Audit audit, Experiment experiment, Path folder) {
        return folder + ": another state of the model made these runs (digest " + String.join(", ", audit.models())
                + "; this program has " + experiment.model().digest() + ").";
    }

    static String sentence(Audit.Difference difference) {
        return difference.file() + ", line " + difference.line()
                + (difference.column().isEmpty() ? "" : ", column " + difference.column()) + " (run "
                + difference.runId() + "): the file has " + shown(difference.there()) + ", this program gets "
                + shown(difference.here()) + ".";
    }

    private static String shown(String cell) {
        return cell.isEmpty() ? "an empty cell" : cell;
    }
}
