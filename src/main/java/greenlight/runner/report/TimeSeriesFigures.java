package greenlight.runner.report;

import greenlight.runner.csv.BadTable;
import greenlight.runner.csv.LineReader;
import greenlight.runner.dataset.Factor;
import greenlight.runner.dataset.RunTable;
import greenlight.runner.figure.Axis;
import greenlight.runner.figure.Caption;
import greenlight.runner.figure.chart.Fan;
import greenlight.runner.format.Text;
import greenlight.runner.model.ColumnRole;
import greenlight.runner.model.Model;
import greenlight.runner.report.figure.FactorAxis;
import greenlight.runner.results.DescribedTable;
import greenlight.runner.results.ResultFiles;
import greenlight.runner.results.ResultFolder;
import greenlight.runner.stats.Correlation;
import greenlight.runner.stats.Quantiles;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What the whole did over time in many runs: the readings over time of the first entity. */
final class TimeSeriesFigures {
    private static final int FANS = 6;

    /** More lines than these in one figure cannot be distinguished. */
    private static final int LEVELS = 5;

    /** Correlation of the medians of two readings from which on only one of them is drawn. */
    private static final double SAME = 0.9;

    private final ResultFolder results;
    private final RunTable all;
    private final List<Factor> levelled;
    private final List<String> times = new ArrayList<>();
    private final List<Reading> readings = new ArrayList<>();
    private int[] runs = {};
    private boolean whole;

    /** One reading: a line of values over time for each run. */
    private record Reading(String key, String unit, String meaning, List<double[]> lines) {}

    private TimeSeriesFigures(ResultFolder results, RunTable all) {
        this.results = results;
        this.all = all;
        levelled = all.factors().stream()
                .filter(factor -> {
                    int levels = all.levels(factor).length;
                    return levels > 1 && levels <= LEVELS;
                })
                .toList();
    }

    /** Reads the table when it is there; otherwise there are no fans. */
    static TimeSeriesFigures read(ResultFolder results, RunTable all) throws IOException {
        TimeSeriesFigures courses = new TimeSeriesFigures(results, all);
        Optional<DescribedTable> table = results.timeSeries();
        if (table.isPresent() && Files.exists(table.get().file(results.folder()))) {
            courses.readTable(table.get());
        }
        return courses;
    }

    /** Why there are no fans, and what to declare: a sentence when there are detail tables, but no time. */
    static Optional<String> undeclared(ResultFolder results) throws BadTable {
        List<DescribedTable> tables = results.tables().stream()
                .filter(table -> !table.columns().isEmpty() && table.hasDetails())
                .toList();
        if (tables.isEmpty()
                || !tables.stream()
                        .allMatch(table -> table.name(ColumnRole.TIME).isEmpty())) {
            return Optional.empty();
        }
        String names = tables.stream().map(DescribedTable::path).collect(Collectors.joining(", "));
        return Optional.of("There are no figures over time, because " + ResultFiles.DATA_PACKAGE
                + " declares no time column in " + names + ": give the field that numbers the steps \"role\": \""
                + ColumnRole.TIME.key() + "\", and each field to draw \"role\": \"" + ColumnRole.READING.key() + "\".");
    }

    private void readTable(DescribedTable table) throws IOException {
        LineReader lines = new LineReader(table.file(results.folder()));
        List<String> header = lines.header();
        int time = table.place(header, ColumnRole.TIME);
        int label = table.place(header, ColumnRole.TIME_LABEL);
        int who = table.place(header, ColumnRole.ENTITY);
        if (time < 0) {
            throw new IOException(table.file(results.folder()) + " has no column " + table.name(ColumnRole.TIME)
                    + ", which datapackage.json names.");
        }
        Map<String, Integer> places = points(all);
        Map<Integer, String> labels = new TreeMap<>();
        Map<String, Map<Integer, List<String>>> rows = new LinkedHashMap<>();
        String[] entity = {null};
        lines.read(ok(), line -> {
            String name = who < 0 ? "" : line.cell(who);
            entity[0] = entity[0] == null ? name : entity[0];
            if (name.equals(entity[0])) {
                List<String> cells = line.cells();
                if (places.containsKey(cells.get(0)) && cells.size() == header.size()) {
                    int step = Integer.parseInt(cells.get(time));
                    labels.putIfAbsent(step, label < 0 ? table.step() + " " + step : cells.get(label));
                    rows.computeIfAbsent(cells.get(0), key -> new TreeMap<>()).put(step, cells);
                }
            }
        });
        whole = lines.isWhole();
        runs = rows.keySet().stream().mapToInt(places::get).toArray();
        times.addAll(labels.values());
        List<Integer> steps = new ArrayList<>(labels.keySet());
        for (Model.Column reading : table.readings()) {
            int column = header.indexOf(reading.key());
            if (column < 0) {
                continue;
            }
            List<double[]> values = new ArrayList<>();
            for (Map<Integer, List<String>> run : rows.values()) {
                values.add(values(run, steps, column));
            }
            if (values.stream().flatMapToDouble(Arrays::stream).anyMatch(v -> !Double.isNaN(v))) {
                readings.add(new Reading(reading.key(), reading.unit(), reading.meaning(), values));
            }
        }
    }

    private static double[] values(Map<Integer, List<String>> rows, List<Integer> steps, int column) {
        double[] values = new double[steps.size()];
        Arrays.fill(values, Double.NaN);
        for (int i = 0; i < values.length; i++) {
            List<String> row = rows.get(steps.get(i));
            if (row != null && !row.get(column).isEmpty()) {
                try {
                    values[i] = Double.parseDouble(row.get(column));
                } catch (NumberFormatException word) {
                    values[i] = Double.NaN; // a reading in words has no course
                }
            }
        }
        return values;
    }

    /** The point of each run that went well, by its id. */
    static Map<String, Integer> points(RunTable all) {
        Map<String, Integer> points = new HashMap<>();
        for (int place = 0; place < all.points() * all.replications(); place++) {
            int point = place / all.replications();
            int row = all.row(point, place % all.replications());
            if (row >= 0) {
                points.put(all.id(row), point);
            }
        }
        return points;
    }

    private int ok() {
        return all.size() - all.failed();
    }

    /** How many runs the fans are of, when it is not all of them. */
    String sample() {
        return whole ? "" : "Drawn from " + runs.length + " runs, spread evenly over the " + ok() + ".";
    }

    /** Fans of the readings that differ most between runs, no two of which move together. */
    List<Fan> fans() {
        List<Reading> chosen = new ArrayList<>();
        List<Reading> best = readings.stream()
                .filter(reading -> spread(reading) > 0)
                .sorted(Comparator.comparingDouble(reading -> -strength(reading)))
                .toList();
        for (Reading reading : best) {
            if (chosen.size() < FANS && chosen.stream().noneMatch(other -> Math.abs(alike(reading, other)) > SAME)) {
                chosen.add(reading);
            }
        }
        return chosen.stream().map(this::fan).toList();
    }

    /** How much of a reading's variance a factor explains; without factors, how far runs lie apart. */
    private double strength(Reading reading) {
        return levelled.stream()
                .mapToDouble(factor -> explained(reading, factor))
                .max()
                .orElseGet(() -> spread(reading));
    }

    private Fan fan(Reading reading) {
        Factor factor = levelled.stream()
                .max(Comparator.comparingDouble(one -> explained(reading, one)))
                .orElse(null);
        boolean split = factor != null && explained(reading, factor) > 0.05;
        List<Fan.Series> series = new ArrayList<>();
        if (split) {
            for (double level : all.levels(factor)) {
                List<double[]> lines = new ArrayList<>();
                for (int i = 0; i < runs.length; i++) {
                    if (all.level(runs[i], factor) == level) {
                        lines.add(reading.lines().get(i));
                    }
                }
                if (!lines.isEmpty()) {
                    series.add(series(FactorAxis.text(factor, level), lines));
                }
            }
        } else {
            series.add(series("all runs", reading.lines()));
        }
        String bands = split
                ? "Median and the middle half of runs at each level of " + factor.name() + "."
                : runs.length == 1
                        ? "The one run."
                        : "Median, the middle half (dark) and the middle nine tenths (light) of runs.";
        return new Fan(
                new Caption(
                        "over-time-" + reading.key(),
                        reading.key() + (split ? " by " + factor.name() : ""),
                        (Text.sentence(reading.meaning()) + " " + bands + " " + sample()).strip()),
                Axis.named("", times),
                Axis.of(reading.key(), reading.unit()),
                series,
                split && factor.isNumeric());
    }

    private Fan.Series series(String name, List<double[]> lines) {
        double[] shares = {0.05, 0.25, 0.5, 0.75, 0.95};
        double[][] quantiles = new double[shares.length][times.size()];
        for (int t = 0; t < times.size(); t++) {
            double[] at = Quantiles.of(known(lines, t), shares);
            for (int q = 0; q < shares.length; q++) {
                quantiles[q][t] = at[q];
            }
        }
        return new Fan.Series(name, quantiles[0], quantiles[1], quantiles[2], quantiles[3], quantiles[4]);
    }

    private static double[] known(List<double[]> lines, int time) {
        return lines.stream()
                .mapToDouble(line -> line[time])
                .filter(v -> !Double.isNaN(v))
                .toArray();
    }

    /** The width of the middle half against the range of all, mean over time. */
    private double spread(Reading reading) {
        if (runs.length == 1) {
            return moves(reading.lines().get(0)) ? 1 : 0;
        }
        double[] all = reading.lines().stream()
                .flatMapToDouble(Arrays::stream)
                .filter(v -> !Double.isNaN(v))
                .toArray();
        double range =
                Arrays.stream(all).max().orElse(0) - Arrays.stream(all).min().orElse(0);
        if (!(range > 0)) {
            return 0;
        }
        double sum = 0;
        for (int t = 0; t < times.size(); t++) {
            double[] known = known(reading.lines(), t);
            double[] half = Quantiles.of(known, 0.25, 0.75);
            sum += known.length == 0 ? 0 : (half[1] - half[0]) / range;
        }
        return sum / times.size();
    }

    private static boolean moves(double[] line) {
        return Arrays.stream(line).filter(v -> !Double.isNaN(v)).distinct().count() > 1;
    }

    /** The share of the variance between runs that the levels of a factor explain, over all times. */
    private double explained(Reading reading, Factor factor) {
        double[] levels = all.levels(factor);
        double between = 0;
        double total = 0;
        for (int t = 0; t < times.size(); t++) {
            double[] sum = new double[levels.length];
            int[] count = new int[levels.length];
            double squares = 0;
            for (int i = 0; i < runs.length; i++) {
                double value = reading.lines().get(i)[t];
                if (!Double.isNaN(value)) {
                    int level = Arrays.binarySearch(levels, all.level(runs[i], factor));
                    sum[level] += value;
                    count[level]++;
                    squares += value * value;
                }
            }
            double n = Arrays.stream(count).sum();
            if (n > 1) {
                double mean = Arrays.stream(sum).sum() / n;
                total += squares - n * mean * mean;
                for (int level = 0; level < levels.length; level++) {
                    between += count[level] == 0 ? 0 : count[level] * Math.pow(sum[level] / count[level] - mean, 2);
                }
            }
        }
        return total > 0 ? between / total : 0;
    }

    /** Correlation of the medians of two readings over time. */
    private double alike(Reading one, Reading other) {
        double[] a = series("", one.lines()).median();
        double[] b = series("", other.lines()).median();
        int[] both = IntStream.range(0, a.length)
                .filter(t -> !Double.isNaN(a[t]) && !Double.isNaN(b[t]))
                .toArray();
        double correlation = Correlation.pearson(
                IntStream.of(both).mapToDouble(t -> a[t]).toArray(),
                IntStream.of(both).mapToDouble(t -> b[t]).toArray());
        return Double.isNaN(correlation) ? 0 : correlation;
    }
}
