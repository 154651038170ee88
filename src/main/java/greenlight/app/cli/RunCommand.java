package greenlight.app.cli;

import greenlight.market.Market;
import greenlight.market.model.MarketModel;
import greenlight.market.model.Scenarios;
import greenlight.market.narrative.QuarterlyNews;
import greenlight.market.narrative.RunSummary;
import greenlight.market.narrative.TransactionFlowMatrix;
import greenlight.runner.design.Design;
import greenlight.runner.design.FactorRange;
import greenlight.runner.format.Text;
import greenlight.runner.model.Model;
import greenlight.runner.model.Parameter;
import greenlight.runner.run.Progress;
import greenlight.runner.run.StartMode;
import greenlight.runner.run.Sweep;
import greenlight.runner.spec.BadExperiment;
import greenlight.runner.spec.Experiment;
import greenlight.runner.spec.Run;
import greenlight.runner.spec.Shard;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

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
final class RunCommand implements Callable<Integer> {
    private static final int ID = 8;

    @ParentCommand
    private Main main;

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
        Model model = main.lens.apply(new MarketModel(seen::set));
        Experiment experiment =
                experiment(model, start, parameters, luck, row, row && out == null ? List.of() : tables(model, ledger));
        if (row) {
            return out == null ? printedRow(experiment, atOnce) : row(written(experiment, out, atOnce));
        }
        Path folder = out != null ? out : Path.of("results", "run", folder(experiment));
        Sweep.Result result = written(experiment, folder, atOnce);
        if (result.firstError().isPresent()) {
            main.err.println("The run failed: " + result.firstError().get() + ".");
            return Main.FAILED;
        }
        tell(main, seen.get(), experiment, result, ledger);
        return 0;
    }

    /** The folder that belongs to a run: the same run has the same. */
    static String folder(Experiment experiment) {
        Run run = experiment.run(0);
        return experiment.scenario() + "-" + run.seed() + "-" + run.id().substring(0, ID);
    }

    /** Runs in a folder that is gone when the row is printed. */
    private int printedRow(Experiment experiment, int atOnce) throws BadExperiment, IOException, InterruptedException {
        Path passing = Files.createTempDirectory("greenlight-row");
        try {
            return row(new Sweep(experiment, Shard.WHOLE, main.command())
                    .run(passing, atOnce, StartMode.OVERWRITE, new Progress(Progress.Way.NONE, main.err)));
        } finally {
            DryRun.remove(passing);
        }
    }

    private int row(Sweep.Result result) throws IOException {
        main.out.print(Files.readString(result.folder().resolve("runs.csv")));
        main.out.flush();
        result.firstError().ifPresent(error -> main.err.println("The run failed: " + error + "."));
        return result.failed() > 0 ? Main.FAILED : 0;
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

    /** The run as an experiment of one: what it writes is what a sweep of it would. */
    static Experiment experiment(
            Model model, String start, Map<Parameter, Double> parameters, long luck, boolean ledger) {
        return experiment(model, start, parameters, luck, false, tables(model, ledger));
    }

    private static List<String> tables(Model model, boolean ledger) {
        return model.tables().stream()
                .filter(table -> table.usual() || (ledger && table.name().equals(MarketModel.LEDGER)))
                .map(Model.Table::name)
                .toList();
    }

    private static Experiment experiment(
            Model model, String start, Map<Parameter, Double> parameters, long luck, boolean row, List<String> tables) {
        long parent = Experiment.parent(luck);
        StringBuilder text = new StringBuilder();
        text.append("# One run, as an experiment: its first replication has the seed ")
                .append(luck)
                .append(".\n");
        text.append("name: ").append(start).append("-once\n");
        text.append("title: \"")
                .append(Scenarios.of(start).title().replace("\"", "\\\""))
                .append("\"\n");
        text.append("scenario: ").append(start).append('\n');
        text.append("seed: ").append(parent).append('\n');
        String values = parameters.entrySet().stream()
                .map(turned -> turned.getKey().key() + ": " + turned.getKey().text(turned.getValue()))
                .collect(Collectors.joining(", "));
        if (!parameters.isEmpty()) {
            text.append(row ? "design: {type: list, points: [{" + values + "}]}\n" : "set: {" + values + "}\n");
        }
        if (!tables.equals(tables(model, false))) {
            text.append("record: [").append(String.join(", ", runsAnd(tables))).append("]\n");
        }
        return new Experiment(
                model,
                start + "-once",
                Scenarios.of(start).title(),
                start,
                1,
                parent,
                true,
                row ? Map.of() : parameters,
                row ? point(parameters) : Design.single(),
                tables,
                List.of(),
                text.toString());
    }

    private static List<String> runsAnd(List<String> tables) {
        List<String> all = new ArrayList<>(List.of("runs"));
        all.addAll(tables);
        return all;
    }

    /** A design of one point, in which every parameter that is turned is a factor. */
    private static Design point(Map<Parameter, Double> parameters) {
        List<Design.Factor> factors = parameters.keySet().stream()
                .map(parameter ->
                        Design.Factor.of(parameter, new FactorRange.Levels(List.of(parameters.get(parameter)))))
                .toList();
        double[] levels =
                parameters.values().stream().mapToDouble(Double::doubleValue).toArray();
        return Design.list(factors, new double[][] {levels});
    }

    private Sweep.Result written(Experiment experiment, Path folder, int atOnce)
            throws BadExperiment, IOException, InterruptedException {
        boolean own = out == null;
        return new Sweep(experiment, Shard.WHOLE, main.command())
                .run(
                        folder,
                        atOnce,
                        own || overwrite ? StartMode.OVERWRITE : StartMode.FRESH,
                        new Progress(Progress.Way.NONE, main.err));
    }

    /** Prints the story of a run, and where its tables are. */
    static void tell(Main main, Market market, Experiment experiment, Sweep.Result result, boolean ledger) {
        main.out.println(Text.hung(
                "", experiment.scenario() + ", seed " + experiment.run(0).seed() + ": " + experiment.title()));
        new QuarterlyNews(market, Ansi.AUTO.enabled()).print(main.out);
        main.out.println();
        new RunSummary(market).print(main.out);
        if (ledger) {
            main.out.println();
            new TransactionFlowMatrix(market.ledger()).print(main.out);
        }
        main.err.println();
        main.err.println("The tables are in " + result.folder() + "/: "
                + String.join(", ", result.files().keySet()));
    }
}
