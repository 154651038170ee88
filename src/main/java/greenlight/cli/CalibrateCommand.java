package greenlight.cli;

import greenlight.evidence.Calibration;
import greenlight.evidence.Ensemble;
import greenlight.evidence.Pattern;
import greenlight.experiment.Design;
import greenlight.experiment.Experiment;
import greenlight.experiment.ExperimentReader;
import greenlight.parameter.Parameter;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Keeps the settings of a sweep that come nearest to the patterns. */
@Command(
        name = "calibrate",
        description = "Keeps the points of a sweep that come nearest to the patterns that are calibrated to.",
        footer = {
            "",
            "Says which dials those patterns identify, and runs the accepted points again, rounded and more often:",
            "the nearest of them gives the defaults (docs/calibration.md).",
            "",
            "Examples:",
            "  ./greenlight sweep experiments/calibration.yaml && ./greenlight calibrate",
            "  ./greenlight calibrate results/calibration --out results/calibration.csv"
        })
final class CalibrateCommand implements Callable<Integer> {
    private static final String RUNS = "runs.csv";
    private static final String EXPERIMENT = "experiment.yaml";
    /** All that a few runs can know. */
    private static final int DIGITS = 5;

    @ParentCommand
    private Main main;

    @Parameters(
            arity = "0..1",
            paramLabel = "DIR",
            description = "Results of the sweep; results/calibration when not given.")
    private Path folder = Path.of("results", "calibration");

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "Where the accepted points go; results/calibration.csv when not given.")
    private Path out = Path.of("results", "calibration.csv");

    @Option(
            names = "--again",
            paramLabel = "N",
            description = "Runs of each accepted point in the second round; 60 when not given.")
    private String again = "60";

    @Option(names = "--threads", paramLabel = "N", description = "Runs at once; all processors when not given.")
    private String threads;

    @Override
    public Integer call() throws Exception {
        Asked asked = new Asked();
        int atOnce = asked.threads(threads);
        int times = asked.count("--again", again);
        asked.check();
        Main.checkThere(folder.resolve(RUNS));
        Main.checkThere(folder.resolve(EXPERIMENT));
        Experiment experiment = ExperimentReader.read(folder.resolve(EXPERIMENT), main.lens.apply(new MarketModel()));
        List<Calibration.Point> points = points(folder.resolve(RUNS));
        if (points.isEmpty()) {
            throw new Refusal(folder.resolve(RUNS) + " has no run that ended well.");
        }
        Calibration calibration = new Calibration(points);
        List<Second> second = again(experiment, calibration.accepted(), times, atOnce);
        Tabled.write(out, accepted(second).text());
        print(points.size(), calibration, second.get(0));
        return 0;
    }

    /** An accepted point, and the same rounded to the digits of a default and run again. */
    private record Second(Calibration.Point first, Calibration.Point again) {}

    /** The second round, nearest first. Every point has the same luck, and as many users as a run has by default. */
    private List<Second> again(Experiment experiment, List<Calibration.Point> accepted, int times, int atOnce)
            throws InterruptedException {
        Experiment plain = new Experiment(
                experiment.model(),
                experiment.name(),
                experiment.title(),
                experiment.scenario(),
                times,
                experiment.seed(),
                true,
                Map.of(),
                Design.single(),
                List.of(),
                List.of(),
                "");
        List<Ensemble.Wanted> wanted = new ArrayList<>();
        for (Calibration.Point point : accepted) {
            greenlight.parameter.Parameters setting = plain.setting(plain.scenario());
            for (Map.Entry<String, Double> dial : point.dials().entrySet()) {
                setting = setting.with(
                        Parameter.of(dial.getKey()), rounded(dial.getValue(), Calibration.DIGITS_OF_A_DEFAULT));
            }
            for (int time = 0; time < times; time++) {
                wanted.add(new Ensemble.Wanted(
                        plain.scenario(), setting, plain.run(time).seed()));
            }
        }
        main.err.println(Text.count(accepted.size(), "accepted point") + " again, " + times + " runs each");
        Ensemble runs = Ensemble.of(experiment.model(), wanted, atOnce, new Counted(wanted.size(), main.err));
        List<Second> second = new ArrayList<>();
        for (int i = 0; i < accepted.size(); i++) {
            Map<String, double[]> measured = new TreeMap<>();
            for (Pattern pattern : Pattern.values()) {
                measured.put(pattern.measure().key(), runs.values(pattern.measure(), i * times, times));
            }
            Calibration.Point first = accepted.get(i);
            second.add(new Second(first, new Calibration.Point(first.number(), first.dials(), measured)));
        }
        second.sort(Comparator.comparingDouble((Second each) -> each.again().distance())
                .thenComparingInt(each -> each.first().number()));
        return second;
    }

    private static List<Calibration.Point> points(Path runs) throws IOException {
        Map<String, Parameter> dials =
                Parameter.table().stream().collect(Collectors.toMap(Parameter::key, dial -> dial));
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
                    if (dials.containsKey(column)) {
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

    private static Tabled accepted(List<Second> second) {
        List<String> header = new ArrayList<>(List.of("point", "distance", "distance_again"));
        List<String> dials = List.copyOf(second.get(0).first().dials().keySet());
        List<String> measures = Arrays.stream(Pattern.values())
                .map(pattern -> pattern.measure().key())
                .toList();
        header.addAll(dials);
        header.addAll(measures);
        Tabled table = new Tabled(header.toArray(String[]::new));
        for (Second each : second) {
            List<Object> cells = new ArrayList<>(List.of(
                    each.first().number(),
                    rounded(each.first().distance(), DIGITS),
                    rounded(each.again().distance(), DIGITS)));
            dials.forEach(dial -> cells.add(rounded(each.first().dials().get(dial), DIGITS)));
            measures.forEach(
                    measure -> cells.add(rounded(mean(each.again().measured().get(measure)), DIGITS)));
            table.add(cells.toArray());
        }
        return table;
    }

    private static double mean(double[] values) {
        return values == null
                ? Double.NaN
                : Arrays.stream(values)
                        .filter(value -> !Double.isNaN(value))
                        .average()
                        .orElse(Double.NaN);
    }

    private static double rounded(double value, int digits) {
        return Double.isNaN(value)
                ? value
                : new java.math.BigDecimal(value)
                        .round(new java.math.MathContext(digits))
                        .doubleValue();
    }

    private void print(int points, Calibration calibration, Second nearest) {
        List<Calibration.Point> accepted = calibration.accepted();
        main.out.println(Text.count(accepted.size(), "point") + " of " + Text.grouped(points)
                + " accepted, at distances from " + Text.scaled(accepted.get(0).distance()) + " to "
                + Text.scaled(accepted.get(accepted.size() - 1).distance())
                + " (1 is the edge of the targets). Written to " + out + ".");
        main.out.println();
        main.out.println(Text.padded("dial", 24) + Text.right("default", 12) + Text.right("nearest", 12)
                + Text.right("quartile", 12)
                + Text.right("median", 12) + Text.right("quartile", 12) + Text.right("width", 8) + "  learned");
        for (Calibration.Learned learned : calibration.learned()) {
            Parameter dial = Parameter.of(learned.dial());
            main.out.println(Text.padded(learned.dial(), 24)
                    + Text.right(text(dial.standard()), 12)
                    + Text.right(text(settled(nearest, dial)), 12)
                    + Text.right(text(learned.low()), 12)
                    + Text.right(text(learned.median()), 12)
                    + Text.right(text(learned.high()), 12)
                    + Text.right(text(learned.width()), 8)
                    + (learned.identified() ? "  identified" : "  not identified"));
        }
        List<String> other = calibration.learned().stream()
                .map(learned -> Parameter.of(learned.dial()))
                .filter(dial -> settled(nearest, dial) != dial.standard())
                .map(Parameter::key)
                .toList();
        main.out.println();
        main.out.println(Text.hung(
                "",
                "Run again, the nearest is point " + nearest.first().number() + ", at a distance of "
                        + Text.scaled(nearest.again().distance()) + "; "
                        + (other.isEmpty()
                                ? "the defaults are its values."
                                : "the defaults differ from it in " + String.join(", ", other) + ".")));
    }

    private static double settled(Second nearest, Parameter dial) {
        return rounded(nearest.first().dials().get(dial.key()), Calibration.DIGITS_OF_A_DEFAULT);
    }

    private static String text(double value) {
        return String.format(java.util.Locale.ROOT, "%.3g", value);
    }
}
