package greenlight.app.cli.market;

import greenlight.app.cli.console.Console;
import greenlight.app.cli.console.ExitCode;
import greenlight.app.cli.console.OptionErrors;
import greenlight.app.cli.console.TemporaryFolder;
import greenlight.app.cli.console.UsageError;
import greenlight.market.Market;
import greenlight.market.model.MarketModel;
import greenlight.market.model.Scenarios;
import greenlight.runner.model.Model;
import greenlight.runner.model.Parameter;
import greenlight.runner.run.Progress;
import greenlight.runner.run.StartMode;
import greenlight.runner.run.Sweep;
import greenlight.runner.spec.BadExperiment;
import greenlight.runner.spec.Experiment;
import greenlight.runner.spec.Shard;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** One run, told as a story and written as tables. */
@Command(
        name = "run",
        description = "Runs one market, tells its story quarter by quarter, and writes its tables.",
        footer = {
            "",
            "Without --out the tables go to results/run/SCENARIO-SEED-ID, where ID stands for the parameters: the same",
            "run has the same folder, and is written anew. A run of a sweep can be told too: give its seed from",
            "runs.csv, and its parameters with --set.",
            "",
            "Examples:",
            "  ./greenlight run",
            "  ./greenlight run --seed 7 --set minutes_per_clip=10 --set litigation=off",
            "  ./greenlight run blank-market --quarters 12 --ledger",
            "  ./greenlight run --seed 7 --set cost_share=0.4 --row      for a program: a header line and a row"
        })
public final class RunCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(
            arity = "0..1",
            paramLabel = "SCENARIO",
            description = "Where the market starts; sora-disney when not given. ./greenlight scenarios lists all.")
    private String scenario;

    @Option(
            names = "--set",
            paramLabel = "ID=VALUE",
            description =
                    "Turn a parameter; may be given again. ./greenlight params lists all parameters; switches are on or off.")
    private List<String> set = List.of();

    @Option(names = "--seed", paramLabel = "N", description = "Fixes all chance of the run; 1 when not given.")
    private String seed = "1";

    @Option(names = "--quarters", paramLabel = "N", description = "How long it runs; the same as --set quarters=N.")
    private String quarters;

    @Option(names = "--users", paramLabel = "N", description = "How many user agents; the same as --set users=N.")
    private String users;

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "Threads that share the users; all processors when not given. The result is the same.")
    private String threads;

    @Option(names = "--out", paramLabel = "DIR", description = "Where the tables go.")
    private Path out;

    @Option(names = "--overwrite", description = "Replace results that are in the folder of --out already.")
    private boolean overwrite;

    @Option(
            names = "--ledger",
            description = "Print who paid whom for what over the whole run, and write every payment to ledger.csv.")
    private boolean ledger;

    @Option(
            names = "--row",
            description =
                    "Print nothing but the run's row of runs.csv under its header, with a column for each parameter"
                            + " that is set; write no tables unless --out is given.")
    private boolean row;

    public RunCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws Exception {
        AtomicReference<Market> seen = new AtomicReference<>();
        OptionErrors asked = new OptionErrors();
        String start =
                scenario == null ? Scenarios.names().get(0) : asked.oneOf("scenario", scenario, Scenarios.names());
        long luck = asked.seed(seed);
        int atOnce = asked.threads(threads);
        Map<Parameter, Double> parameters = parameters(asked);
        asked.check();
        if (row && ledger) {
            throw new UsageError("--row prints one row and --ledger a table of its own; give one of them.");
        }
        Model model = console.lens().apply(new MarketModel(seen::set));
        Experiment experiment = row
                ? SingleRunExperiment.row(
                        model,
                        start,
                        parameters,
                        luck,
                        out == null ? List.of() : SingleRunExperiment.tables(model, ledger))
                : SingleRunExperiment.of(model, start, parameters, luck, ledger);
        if (row) {
            return out == null ? printedRow(experiment, atOnce) : row(written(experiment, out, atOnce));
        }
        Path folder = out != null ? out : Path.of("results", "run", SingleRunExperiment.folder(experiment));
        Sweep.Result result = written(experiment, folder, atOnce);
        if (result.firstError().isPresent()) {
            console.err().println("The run failed: " + result.firstError().get() + ".");
            return ExitCode.FAILED;
        }
        RunPrinter.print(console, seen.get(), experiment, result, ledger);
        return 0;
    }

    /** Runs in a folder that is gone when the row is printed. */
    private int printedRow(Experiment experiment, int atOnce) throws BadExperiment, IOException, InterruptedException {
        try (TemporaryFolder passing = TemporaryFolder.create()) {
            return row(new Sweep(experiment, Shard.WHOLE, console.command())
                    .run(passing.path(), atOnce, StartMode.OVERWRITE, new Progress(Progress.Way.NONE, console.err())));
        }
    }

    private int row(Sweep.Result result) throws IOException {
        console.out().print(Files.readString(result.folder().resolve("runs.csv")));
        console.out().flush();
        result.firstError().ifPresent(error -> console.err().println("The run failed: " + error + "."));
        return result.failed() > 0 ? ExitCode.FAILED : 0;
    }

    private Map<Parameter, Double> parameters(OptionErrors asked) {
        List<? extends Parameter> known = new MarketModel().parameters();
        Map<Parameter, Double> parameters = new LinkedHashMap<>();
        if (quarters != null) {
            asked.set("quarters", quarters, known, parameters);
        }
        if (users != null) {
            asked.set("users", users, known, parameters);
        }
        set.forEach(assignment -> asked.set(assignment, known, parameters));
        return parameters;
    }

    private Sweep.Result written(Experiment experiment, Path folder, int atOnce)
            throws BadExperiment, IOException, InterruptedException {
        boolean own = out == null;
        return new Sweep(experiment, Shard.WHOLE, console.command())
                .run(
                        folder,
                        atOnce,
                        own || overwrite ? StartMode.OVERWRITE : StartMode.FRESH,
                        new Progress(Progress.Way.NONE, console.err()));
    }
}
