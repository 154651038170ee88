package greenlight.app.cli.evidence;

import greenlight.app.cli.console.Console;
import greenlight.app.cli.console.ModelOption;
import greenlight.app.cli.console.OptionErrors;
import greenlight.app.cli.console.OutputPathConverter;
import greenlight.app.cli.console.ThreadsOption;
import greenlight.app.cli.console.UsageError;
import greenlight.app.evidence.Calibration;
import greenlight.app.evidence.CalibrationRefinement;
import greenlight.app.evidence.Pattern;
import greenlight.market.parameter.MarketParameter;
import greenlight.runner.csv.BadTable;
import greenlight.runner.csv.CsvTable;
import greenlight.runner.dataset.Column;
import greenlight.runner.dataset.Factor;
import greenlight.runner.dataset.RunTable;
import greenlight.runner.dataset.RunTableReader;
import greenlight.runner.design.Design;
import greenlight.runner.format.Text;
import greenlight.runner.format.WholeFile;
import greenlight.runner.model.Parameter;
import greenlight.runner.results.ResultFiles;
import greenlight.runner.spec.Experiment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Keeps the settings of a sweep that come nearest to the patterns. */
@Command(
        name = "accept",
        description = "Keeps the points of a sweep that come nearest to the patterns that are calibrated to.",
        footer = {
            "",
            "Says which parameters those patterns identify, and runs the accepted points again, rounded and more"
                    + " often: the nearest of them gives the defaults (docs/calibration.md).",
            "",
            "Examples:",
            "  ./greenlight sweep experiments/calibration.yaml && ./greenlight accept --overwrite",
            "  ./greenlight accept results/calibration --out results/calibration.csv --overwrite"
        })
public final class AcceptCommand implements Callable<Integer> {
    private static final String RUNS = "runs.csv";
    private final Console console;

    @Mixin
    private ThreadsOption threads;

    @Parameters(
            arity = "0..1",
            paramLabel = "DIR",
            description = "Results of the sweep; results/calibration when not given.")
    private Path folder = Path.of("results", "calibration");

    @Option(
            names = "--out",
            converter = OutputPathConverter.class,
            paramLabel = "FILE",
            description = "Where the accepted points go; results/calibration.csv when not given.")
    private Path out = Path.of("results", "calibration.csv");

    @Option(
            names = "--again",
            paramLabel = "N",
            description = "Runs of each accepted point in the second round; 60 when not given.")
    private String again = "60";

    @Option(names = "--overwrite", description = "Replace the file of --out.")
    private boolean overwrite;

    public AcceptCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws Exception {
        OptionErrors errors = new OptionErrors();
        int atOnce = threads.count(errors);
        int times = errors.count("--again", again);
        errors.check();
        Console.checkThere(folder.resolve(RUNS));
        Console.checkThere(folder.resolve(ResultFiles.EXPERIMENT));
        Experiment experiment = ModelOption.marketExperimentOf(console, folder);
        List<Calibration.Point> points = points(experiment);
        if (!overwrite && Files.exists(out)) {
            throw new UsageError(
                    out + " is there already; give --overwrite to replace it, or another place with --out.");
        }
        Calibration calibration = new Calibration(points);
        CalibrationRefinement round = new CalibrationRefinement(experiment, calibration.accepted(), times);
        console.message(
                Text.count(calibration.accepted().size(), "accepted point") + " again, " + times + " runs each");
        List<CalibrationRefinement.Settled> ranked =
                round.ranked(atOnce, console.progress().counting(round.runCount()));
        WholeFile.write(out, table(ranked).text());
        print(points.size(), calibration, ranked.get(0));
        return 0;
    }

    private List<Calibration.Point> points(Experiment experiment) throws IOException, BadTable, UsageError {
        if (experiment.design().factors().stream()
                .anyMatch(factor -> factor.parameter().isEmpty())) {
            throw new UsageError(folder + " holds a sweep over scenarios; accept chooses among values of parameters"
                    + " within one scenario.");
        }
        Set<String> measures = Arrays.stream(Pattern.values())
                .map(pattern -> pattern.measure().key())
                .collect(Collectors.toSet());
        RunTable runs = RunTableReader.read(folder, measures::contains, false, false);
        runs.warnings().forEach(console.err()::println);
        List<Calibration.Point> points = new ArrayList<>();
        for (int point = 0; point < runs.points(); point++) {
            int at = point;
            int[] rows = IntStream.range(0, runs.replications())
                    .map(replication -> runs.row(at, replication))
                    .filter(row -> row >= 0)
                    .toArray();
            if (rows.length == 0) {
                continue;
            }
            Map<String, Double> setting = new LinkedHashMap<>();
            for (Factor factor : runs.factors()) {
                setting.put(factor.name(), level(experiment, factor, runs.level(point, factor)));
            }
            Map<String, double[]> measured = new TreeMap<>();
            for (Column measure : runs.measures()) {
                measured.put(
                        measure.name(),
                        Arrays.stream(rows).mapToDouble(measure::at).toArray());
            }
            points.add(new Calibration.Point(runs.number(point), setting, measured));
        }
        return points;
    }

    /** The value of a level: the words of a choice are numbered in the order in which the table has them. */
    private static double level(Experiment experiment, Factor factor, double level) {
        return factor.column().isText()
                ? parameter(experiment, factor.name())
                        .read(factor.column().text(level))
                        .orElseThrow()
                : level;
    }

    private static Parameter parameter(Experiment experiment, String key) {
        return experiment.design().factors().stream()
                .filter(factor -> factor.key().equals(key))
                .findFirst()
                .flatMap(Design.Factor::parameter)
                .orElseThrow();
    }

    private static CsvTable table(List<CalibrationRefinement.Settled> ranked) {
        CsvTable table = new CsvTable(ranked.get(0).row().keySet().toArray(String[]::new));
        ranked.forEach(each -> table.with(each.row().values().toArray()));
        return table;
    }

    private void print(int points, Calibration calibration, CalibrationRefinement.Settled nearest) {
        List<Calibration.Point> accepted = calibration.accepted();
        console.out()
                .println(Text.count(accepted.size(), "point") + " of " + Text.grouped(points)
                        + " accepted, at distances from "
                        + Text.scaled(accepted.get(0).distance()) + " to "
                        + Text.scaled(accepted.get(accepted.size() - 1).distance())
                        + " (1 is the edge of the targets). Written to " + out + ".");
        console.out().println();
        console.out()
                .println(Text.padded("parameter", 24) + Text.right("default", 12) + Text.right("nearest", 12)
                        + Text.right("quartile", 12)
                        + Text.right("median", 12) + Text.right("quartile", 12) + Text.right("width", 8) + "  learned");
        for (Calibration.Learned learned : calibration.learned()) {
            console.out()
                    .println(Text.padded(learned.parameter(), 24)
                            + Text.right(
                                    Text.significant(MarketParameter.of(learned.parameter())
                                            .defaultValue()),
                                    12)
                            + Text.right(
                                    Text.significant(
                                            nearest.again().parameters().get(learned.parameter())),
                                    12)
                            + Text.right(Text.significant(learned.low()), 12)
                            + Text.right(Text.significant(learned.median()), 12)
                            + Text.right(Text.significant(learned.high()), 12)
                            + Text.right(Text.significant(learned.width()), 8)
                            + (learned.identified() ? "  identified" : "  not identified"));
        }
        List<String> other = nearest.unlikeDefaults();
        console.out().println();
        console.paragraph(
                "",
                "Run again, the nearest is point " + nearest.again().number() + ", at a distance of "
                        + Text.scaled(nearest.again().distance()) + "; "
                        + (other.isEmpty()
                                ? "the defaults are its values."
                                : "the defaults differ from it in " + String.join(", ", other) + "."));
    }
}
