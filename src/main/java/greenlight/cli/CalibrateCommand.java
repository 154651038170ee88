package greenlight.cli;

import greenlight.evidence.Calibration;
import greenlight.evidence.Pattern;
import greenlight.parameter.Parameter;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
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
            "Says which dials those patterns identify; docs/calibration.md explains how the defaults follow.",
            "",
            "Examples:",
            "  ./greenlight sweep experiments/calibration.yaml && ./greenlight calibrate",
            "  ./greenlight calibrate results/calibration --out results/calibration.csv"
        })
final class CalibrateCommand implements Callable<Integer> {
    private static final String RUNS = "runs.csv";

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

    @Override
    public Integer call() throws Exception {
        Main.checkThere(folder.resolve(RUNS));
        List<Calibration.Point> points = points(folder.resolve(RUNS));
        if (points.isEmpty()) {
            throw new Refusal(folder.resolve(RUNS) + " has no run that ended well.");
        }
        Calibration calibration = new Calibration(points);
        Tabled.write(out, accepted(calibration).text());
        print(points.size(), calibration);
        return 0;
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
            case "true" -> 1;
            case "false" -> 0;
            default -> Double.parseDouble(cell);
        };
    }

    private static Tabled accepted(Calibration calibration) {
        List<String> header = new ArrayList<>(List.of("point", "distance"));
        List<String> dials = List.copyOf(calibration.accepted().get(0).dials().keySet());
        List<String> measures = Arrays.stream(Pattern.values())
                .map(pattern -> pattern.measure().key())
                .toList();
        header.addAll(dials);
        header.addAll(measures);
        Tabled table = new Tabled(header.toArray(String[]::new));
        for (Calibration.Point point : calibration.accepted()) {
            List<Object> cells = new ArrayList<>(List.of(point.number(), rounded(point.distance())));
            dials.forEach(dial -> cells.add(rounded(point.dials().get(dial))));
            measures.forEach(measure -> cells.add(rounded(mean(point.measured().get(measure)))));
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

    /** Five digits say all that three runs can know. */
    private static double rounded(double value) {
        return Double.isNaN(value)
                ? value
                : new java.math.BigDecimal(value)
                        .round(new java.math.MathContext(5))
                        .doubleValue();
    }

    private void print(int points, Calibration calibration) {
        List<Calibration.Point> accepted = calibration.accepted();
        main.out.println(Text.count(accepted.size(), "point") + " of " + Text.grouped(points)
                + " accepted, at distances from " + Text.scaled(accepted.get(0).distance()) + " to "
                + Text.scaled(accepted.get(accepted.size() - 1).distance())
                + " (1 is the edge of the targets). Written to " + out + ".");
        main.out.println();
        main.out.println(Text.padded("dial", 24) + Text.right("default", 12) + Text.right("quartile", 12)
                + Text.right("median", 12) + Text.right("quartile", 12) + Text.right("width", 8) + "  learned");
        for (Calibration.Learned learned : calibration.learned()) {
            Parameter dial = Parameter.of(learned.dial());
            main.out.println(Text.padded(learned.dial(), 24)
                    + Text.right(text(dial.standard()), 12)
                    + Text.right(text(learned.low()), 12)
                    + Text.right(text(learned.median()), 12)
                    + Text.right(text(learned.high()), 12)
                    + Text.right(text(learned.width()), 8)
                    + (learned.identified() ? "  identified" : "  not identified"));
        }
    }

    private static String text(double value) {
        return String.format(java.util.Locale.ROOT, "%.3g", value);
    }
}
