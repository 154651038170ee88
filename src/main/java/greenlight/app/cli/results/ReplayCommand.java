package greenlight.app.cli.results;

import greenlight.app.cli.console.Console;
import greenlight.app.cli.console.ExitCode;
import greenlight.app.cli.console.ModelOption;
import greenlight.app.cli.console.UsageError;
import greenlight.app.cli.market.RunOutputOptions;
import greenlight.app.cli.market.RunPrinter;
import greenlight.app.cli.market.SingleRunExperiment;
import greenlight.app.cli.sweep.FinishedSweep;
import greenlight.market.Market;
import greenlight.market.model.MarketModel;
import greenlight.runner.measure.MeasuredModel;
import greenlight.runner.model.BadScenario;
import greenlight.runner.model.Model;
import greenlight.runner.run.Audit;
import greenlight.runner.run.Progress;
import greenlight.runner.run.Sweep;
import greenlight.runner.scenario.ScenarioCopy;
import greenlight.runner.spec.Experiment;
import greenlight.runner.spec.Run;
import greenlight.runner.spec.Shard;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Repeats one row of a sweep in full. */
@Command(
        name = "replay",
        description = "Repeats one run of a sweep with all its detail, and checks that it is the same, cell by cell.",
        footer = {
            "",
            "Exit code 0: it is the same; 1: it is not, and the first cell that differs is named; 2: it is not,"
                    + " and another state of the model made it: nothing is written.",
            "",
            "Example:",
            "  ./greenlight replay r0123456789abcdef --from results/quickstart"
        })
public final class ReplayCommand implements Callable<Integer> {
    private final Console console;

    @Mixin
    private RunOutputOptions output;

    @Parameters(paramLabel = "RUN_ID", description = "The run, as in the first column of runs.csv.")
    private String runId;

    @Option(names = "--from", paramLabel = "DIR", required = true, description = "The results of the sweep.")
    private Path from;

    public ReplayCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws Exception {
        Experiment swept = FinishedSweep.experiment(console, from);
        boolean market = ModelOption.isMarket(swept.model().name());
        if (output.ledger() && !market) {
            throw new UsageError("--ledger is for the market (" + MarketModel.NAME + "); these runs are of the model "
                    + swept.model().name() + ".");
        }
        int threads = Runtime.getRuntime().availableProcessors();
        Run run;
        Optional<Audit.Difference> difference;
        try (Audit audit = new Audit(swept, from)) {
            run = audit.find(runId);
            difference = audit.check(run, threads, new LinkedHashMap<>());
            if (!audit.sameModel()) {
                console.err().println(refusedWhereItDiffers(audit, swept, difference));
            }
        }
        AtomicReference<Market> seen = new AtomicReference<>();
        Experiment once = SingleRunExperiment.of(
                market
                        ? console.lens().apply(watched(swept.model(), run.scenario(), seen))
                        : MeasuredModel.bare(swept.model()),
                run.scenario(),
                SingleRunExperiment.changed(run.setting(), swept.model().setting(run.scenario())),
                run.seed(),
                output.ledger());
        Path folder = output.folder().orElseGet(() -> Path.of("results", "run", runId));
        Sweep.Result result =
                new Sweep(once, Shard.WHOLE, console.command()).run(folder, threads, output.start(), Progress.none());
        if (!market) {
            console.out()
                    .println("The tables are in " + result.folder() + "/: "
                            + String.join(", ", result.files().keySet()));
        } else if (seen.get() != null) {
            RunPrinter.print(console, seen.get(), once, result, output.ledger());
        }
        result.firstError().ifPresent(error -> console.err().println("The run failed, as its error said: " + error));
        console.out().println();
        console.out()
                .println(difference
                        .map(AuditText::difference)
                        .orElse("Run " + runId + " (point " + run.point() + ", replication " + run.replication()
                                + ") is the same, cell by cell, as in " + from + "."));
        return difference.isPresent() ? ExitCode.FAILED : 0;
    }

    /** The market whose run is seen, with the scenario of a user's own that it starts from. */
    private static MarketModel watched(Model swept, String scenario, AtomicReference<Market> seen) throws UsageError {
        MarketModel market = new MarketModel(seen::set);
        Optional<ScenarioCopy> own = ScenarioCopy.of(swept, scenario);
        try {
            return own.isPresent() ? market.with(own.get()) : market;
        } catch (BadScenario bad) {
            throw new UsageError(bad.messages());
        }
    }

    /** A run that another state of the model made and this one does not make again is refused. */
    private String refusedWhereItDiffers(Audit audit, Experiment swept, Optional<Audit.Difference> difference)
            throws UsageError {
        String other = AuditText.otherModel(audit, swept, from);
        if (difference.isPresent()) {
            throw new UsageError(List.of(
                    other,
                    AuditText.difference(difference.get()),
                    "Nothing was written. Replay it with the program that made it, or sweep anew."));
        }
        return other;
    }
}
