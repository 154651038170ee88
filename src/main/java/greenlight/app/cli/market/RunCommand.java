package greenlight.app.cli.market;

import greenlight.app.cli.console.Console;
import greenlight.app.cli.console.ExitCode;
import greenlight.app.cli.console.OptionErrors;
import greenlight.app.cli.console.ThreadsOption;
import greenlight.app.cli.console.UsageError;
import greenlight.market.Market;
import greenlight.market.model.MarketModel;
import greenlight.runner.journal.InputFiles;
import greenlight.runner.model.Model;
import greenlight.runner.model.Parameter;
import greenlight.runner.run.Progress;
import greenlight.runner.run.SingleRun;
import greenlight.runner.run.Sweep;
import greenlight.runner.spec.BadExperiment;
import greenlight.runner.spec.Experiment;
import greenlight.runner.spec.Shard;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Runs the market once: its story in words, its tables in files. */
@Command(
        name = "run",
        description = "Runs one market, prints its news quarter by quarter, and writes its tables.",
        footer = {
            "",
            "Without --out the tables go to results/run/SCENARIO-SEED-ID, where ID is made of the parameters: the"
                    + " same run has the same folder, which is replaced. A run of a sweep can be shown, too: give its seed"
                    + " from runs.csv, and its parameters with --set.",
            "",
            "Examples:",
            "  ./greenlight run",
            "  ./greenlight run --seed 7 --set minutes_per_clip=10 --set litigation=off",
            "  ./greenlight run blank-market --quarters 12 --ledger",
            "  ./greenlight run worlds/mine      a folder of your own: docs/your-own-world.md",
            "  ./greenlight run --seed 7 --set cost_share=0.4 --row      for a program: a header line and a row"
        })
public final class RunCommand implements Callable<Integer> {
    private final Console console;

    @Mixin
    private RunOutputOptions output;

    @Mixin
    private StartOptions start;

    @Mixin
    private ThreadsOption threads;

    @Option(names = "--quarters", paramLabel = "N", description = "How long it runs; the same as --set quarters=N.")
    private String quarters;

    @Option(names = "--users", paramLabel = "N", description = "How many user agents; the same as --set users=N.")
    private String users;

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
        OptionErrors errors = new OptionErrors();
        MarketModel market = start.model(new MarketModel(seen::set), errors);
        String scenario = start.scenario(market, errors);
        long seed = start.seed(errors);
        int atOnce = threads.count(errors);
        Map<Parameter, Double> parameters = parameters(market, errors);
        errors.check();
        if (row && output.ledger()) {
            throw new UsageError("--row prints one row and --ledger a table of its own; give one of them.");
        }
        Model model = console.lens().apply(market);
        Experiment experiment = row
                ? SingleRunExperiment.row(
                        model,
                        scenario,
                        parameters,
                        seed,
                        output.folder().isEmpty() ? List.of() : SingleRunExperiment.tables(model, false))
                : SingleRunExperiment.of(model, scenario, parameters, seed, output.ledger());
        if (row) {
            return output.folder().isEmpty()
                    ? printedRow(experiment, atOnce)
                    : row(written(experiment, output.folder().get(), atOnce));
        }
        Path folder =
                output.folder().orElseGet(() -> Path.of("results", "run", SingleRunExperiment.folder(experiment)));
        Sweep.Result result = written(experiment, folder, atOnce);
        if (result.firstError().isPresent()) {
            console.err().println("The run failed: " + result.firstError().get() + ".");
            return ExitCode.FAILED;
        }
        RunPrinter.print(console, seen.get(), experiment, result, output.ledger());
        return 0;
    }

    /** Runs without a folder. */
    private int printedRow(Experiment experiment, int atOnce) throws BadExperiment {
        SingleRun.Row printed = new SingleRun(experiment).row(experiment.run(0), atOnce);
        return row(new String(printed.table(), StandardCharsets.UTF_8), printed.error());
    }

    private int row(Sweep.Result result) throws IOException {
        return row(
                Files.readString(result.folder().resolve("runs.csv")),
                result.firstError().orElse(""));
    }

    private int row(String table, String error) {
        console.out().print(table);
        console.out().flush();
        if (error.isEmpty()) {
            return 0;
        }
        console.err().println("The run failed: " + error + ".");
        return ExitCode.FAILED;
    }

    private Map<Parameter, Double> parameters(MarketModel known, OptionErrors errors) {
        Map<Parameter, Double> parameters = new LinkedHashMap<>();
        if (quarters != null) {
            errors.set("quarters", quarters, known, parameters);
        }
        if (users != null) {
            errors.set("users", users, known, parameters);
        }
        start.set(known, errors, parameters);
        return parameters;
    }

    private Sweep.Result written(Experiment experiment, Path folder, int atOnce)
            throws BadExperiment, IOException, InterruptedException {
        InputFiles.refuseIn(folder, start.read());
        return new Sweep(experiment, Shard.WHOLE, console.command())
                .run(folder, atOnce, output.start(), Progress.none());
    }
}
