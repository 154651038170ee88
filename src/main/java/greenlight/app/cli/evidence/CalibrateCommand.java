package greenlight.app.cli.evidence;

import greenlight.app.cli.console.Console;
import greenlight.app.cli.console.CsvTable;
import greenlight.app.cli.console.ModelOption;
import greenlight.app.cli.console.OptionErrors;
import greenlight.app.cli.console.OutputPathConverter;
import greenlight.app.cli.console.ThreadsOption;
import greenlight.app.cli.console.UsageError;
import greenlight.app.evidence.Calibration;
import greenlight.app.evidence.CalibrationRefinement;
import greenlight.app.evidence.Pattern;
import greenlight.market.parameter.MarketParameter;
import greenlight.runner.design.Design;
import greenlight.runner.format.Text;
import greenlight.runner.spec.Experiment;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Keeps the settings of a sweep that come nearest to the patterns. */
@Command(
        name = "calibrate",
        description = "Keeps the points of a sweep that come nearest to the patterns that are calibrated to.",
        footer = {
            "",
            "Says which parameters those patterns identify, and runs the accepted points again, rounded and more"
                    + " often: the nearest of them gives the defaults (docs/calibration.md).",
            "",
            "Examples:",
            "  ./greenlight sweep experiments/calibration.yaml && ./greenlight calibrate",
            "  ./greenlight calibrate results/calibration --out results/calibration.csv"
        })
public final class CalibrateCommand implements Callable<Integer> {
    private static final String RUNS = "runs.csv";
    private static final String EXPERIMENT = "experiment.yaml";

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

    public CalibrateCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws Exception {
        OptionErrors errors = new OptionErrors();
        int atOnce = threads.count(errors);
        int times = errors.count("--again", again);
        errors.check();
        Console.checkThere(folder.resolve(RUNS));
        Console.checkThere(folder.resolve(EXPERIMENT));
        Experiment experiment = ModelOption.marketExperimentOf(console, folder);
        List<Calibration.Point> points = points(folder.resolve(RUNS), turned(experiment));
        if (points.isEmpty()) {
            throw new UsageError(folder.resolve(RUNS) + " has no run that ended well.");
        }
        Calibration calibration = new Calibration(points);
        CalibrationRefinement round = new CalibrationRefinement(experiment, calibration.accepted(), times);
        console.message(
                Text.count(calibration.accepted().size(), "accepted point") + " again, " + times + " runs each");
        List<CalibrationRefinement.Settled> ranked =
                round.ranked(atOnce, console.progress().counting(round.runCount()));
        CsvTable.write(out, table(ranked).text());
        print(points.size(), calibration, ranked.get(0));
        return 0;
    }

    /** The parameters that the design turns; a measure may have the name of another. */
    private static Set<String> turned(Experiment experiment) {
        return experiment.design().factors().stream()
                .filter(factor -> factor.parameter().isPresent())
                .map(Design.Factor::key)
                .collect(Collectors.toSet());
    }

    private static List<Calibration.Point> points(Path runs, Set<String> parameters) throws IOException {
        Map<Integer, Map<String, Double>> turned = new TreeMap<>();
        Map<Integer, Map<String, List<Double>>> measured = new TreeMap<>();
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (Reader in = Files.newBufferedReader(runs);
                var rows = format.parse(in)) {
            for (CSVRecord row : rows) {
                if (!row.get("status").equals("ok")) {
                    continue;
                }
                int point = Integer.parseInt(row.get("point"));
                for (String column : rows.getHeaderNames()) {
                    if (parameters.contains(column)) {
                        turned.computeIfAbsent(point, key -> new LinkedHashMap<>())
                                .put(column, Double.parseDouble(row.get(column)));
                    }
                }
                for (Pattern pattern : Pattern.values()) {
                    String key = pattern.measure().key();
                    if (row.isMapped(key)) {
                        measured.computeIfAbsent(point, number -> new TreeMap<>())
                                .computeIfAbsent(key, measure -> new ArrayList<>())
                                .add(number(row.get(key)));
                    }
                }
            }
        }
        List<Calibration.Point> points = new ArrayList<>();
        turned.forEach((point, setting) -> {
            Map<String, double[]> values = new TreeMap<>();
            measured.getOrDefault(point, Map.of())
                    .forEach((key, list) -> values.put(
                            key, list.stream().mapToDouble(Double::doubleValue).toArray()));
            points.add(new Calibration.Point(point, setting, values));
        });
        return points;
    }

    private static double number(String cell) {
        return switch (cell) {
            case "" -> Double.NaN;
            case "TRUE" -> 1;
            case "FALSE" -> 0;
            default -> Double.parseDouble(cell);
        };
    }

    private static CsvTable table(List<CalibrationRefinement.Settled> ranked) {
        CsvTable table = new CsvTable(ranked.get(0).row().keySet().toArray(String[]::new));
        ranked.forEach(each -> table.add(each.row().values().toArray()));
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
                                    text(MarketParameter.of(learned.parameter()).defaultValue()), 12)
                            + Text.right(text(nearest.again().parameters().get(learned.parameter())), 12)
                            + Text.right(text(learned.low()), 12)
                            + Text.right(text(learned.median()), 12)
                            + Text.right(text(learned.high()), 12)
                            + Text.right(text(learned.width()), 8)
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

    private static String text(double value) {
        return String.format(Locale.ROOT, "%.3g", value);
    }
}
