package greenlight.runner.spec;

import greenlight.runner.design.Design.Factor;
import greenlight.runner.design.FactorRange;
import greenlight.runner.format.FileFault;
import greenlight.runner.model.Model;
import greenlight.runner.model.Parameter;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.DoubleSummaryStatistics;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Reads the points of a list: inline, or from a CSV file beside the experiment's own. */
final class PointsReader {
    static final Pattern FILE = Pattern.compile("[\\p{L}\\p{M}\\p{N}._ -]+\\.csv");
    private static final Pattern NUMBER = Pattern.compile("[-+]?(\\d+\\.?\\d*|\\.\\d+)([eE][-+]?\\d+)?");

    /** Of the faults of a CSV file, how many are told: one habit may spoil every line. */
    private static final int TOLD = 20;

    /** Beyond so many levels a factor is described by its range. */
    private static final int MANY = 100;

    private final Model model;
    private final YamlDiagnostics page;
    private final FactorReader reader;

    private final List<String> keys = new ArrayList<>();
    private final List<Optional<Parameter>> parameters = new ArrayList<>();
    private final Map<String, String> enclosed = new LinkedHashMap<>();
    private double[][] rows = {};
    private int faults;

    PointsReader(Model model, YamlDiagnostics page, FactorReader reader) {
        this.model = model;
        this.page = page;
        this.reader = reader;
    }

    double[][] rows() {
        return rows;
    }

    /** The text of the CSV file, by its name. */
    Map<String, String> enclosed() {
        return enclosed;
    }

    /** What the points set, each with its levels in order of appearance, or where they are many numbers their range. */
    List<Factor> factors() {
        List<Factor> factors = new ArrayList<>();
        for (int column = 0; column < keys.size(); column++) {
            int at = column;
            double[] levels =
                    Arrays.stream(rows).mapToDouble(row -> row[at]).distinct().toArray();
            factors.add(parameters
                    .get(at)
                    .map(parameter -> Factor.of(
                            parameter,
                            levels.length > MANY ? interval(parameter, levels) : FactorRange.Levels.of(levels)))
                    .orElseGet(() -> Factor.scenario(FactorRange.Levels.of(levels))));
        }
        return factors;
    }

    private static FactorRange interval(Parameter parameter, double[] levels) {
        DoubleSummaryStatistics ends = Arrays.stream(levels).summaryStatistics();
        return new FactorRange.Interval(
                ends.getMin(), ends.getMax(), parameter.scale(), parameter.kind() == Parameter.Kind.INTEGER);
    }

    /** Reads points that stand in the file; tells whether all was well. */
    boolean inline(YamlDiagnostics.Item item) {
        List<YamlDiagnostics.Item> points = page.list(item, "a list of points, each " + FactorReader.TURNED);
        Map<String, Boolean> known = new LinkedHashMap<>();
        YamlDiagnostics.Item first = null;
        Map<List<Double>, YamlDiagnostics.Item> seen = new LinkedHashMap<>();
        for (YamlDiagnostics.Item point : points) {
            Optional<Map<String, YamlDiagnostics.Item>> cells = page.mapping(point, FactorReader.TURNED);
            if (cells.isEmpty()) {
                continue;
            }
            if (cells.get().isEmpty()) {
                page.refuse(point, FactorReader.TURNED);
                continue;
            }
            if (first == null) {
                first = point;
                cells.get().forEach((key, cell) -> known.put(key, reader.check(cell, key)));
            }
            List<Double> levels = point(point, cells.get(), known, first);
            YamlDiagnostics.Item same = levels.size() == known.size() ? seen.putIfAbsent(levels, point) : null;
            if (same != null) {
                page.complain(
                        point.value(),
                        point.path(),
                        "the same point as at " + YamlDiagnostics.place(same.value()) + "; allowed is each once.");
            }
        }
        known.keySet().forEach(this::column);
        rows = seen.keySet().stream()
                .map(point -> point.stream().mapToDouble(Double::doubleValue).toArray())
                .toArray(double[][]::new);
        return rows.length > 0;
    }

    private void column(String key) {
        keys.add(key);
        parameters.add(model.parameter(key));
    }

    /** The levels of a point in the order of the factors; fewer than those after a complaint. */
    private List<Double> point(
            YamlDiagnostics.Item point,
            Map<String, YamlDiagnostics.Item> cells,
            Map<String, Boolean> known,
            YamlDiagnostics.Item first) {
        cells.forEach((key, cell) -> {
            if (!known.containsKey(key) && reader.check(cell, key)) {
                page.complain(
                        cell.key(),
                        cell.path(),
                        "not set by the first point, at " + YamlDiagnostics.place(first.value())
                                + "; all points set the same.");
            }
        });
        List<Double> levels = new ArrayList<>();
        known.forEach((key, fine) -> {
            if (!cells.containsKey(key)) {
                page.complain(
                        point.value(),
                        point.path(),
                        key + " is not set as in the first point, at " + YamlDiagnostics.place(first.value())
                                + "; all points set the same.");
            } else if (fine) {
                reader.level(cells.get(key), model.parameter(key)).ifPresent(levels::add);
            }
        });
        return levels;
    }

    /** Reads points from the file that is named; tells whether all was well. */
    boolean file(YamlDiagnostics.Item item) {
        Optional<String> named = page.text(item);
        if (named.isEmpty()) {
            return false;
        }
        String name = named.get();
        boolean own = name.equals("runs.csv")
                || name.equals("timings.csv")
                || model.tables().stream().anyMatch(table -> name.equals(table.name() + ".csv"));
        if (own || !FILE.matcher(name).matches()) {
            page.refuse(
                    item, "the name of a .csv file beside this one" + (own ? ", but none of a sweep's tables" : ""));
            return false;
        }
        Path path = page.beside(name);
        if (!Files.isRegularFile(path)) {
            page.complain(item.value(), item.path(), "there is no file " + path + ".");
            return false;
        }
        try {
            String text = page.decoded(Files.readAllBytes(path), path.toString());
            if (text.isEmpty()) {
                return false;
            }
            enclosed.put(name, text);
            read(text.startsWith("\uFEFF") ? text.substring(1) : text, path.toString());
            return faults == 0;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(
                    new IOException(path + " cannot be read: " + FileFault.reason(unreadable) + ".", unreadable));
        }
    }

    private void read(String text, String file) throws IOException {
        List<double[]> points = new ArrayList<>();
        List<Long> lines = new ArrayList<>();
        long line = 1;
        try (CSVParser records = CSVParser.parse(new StringReader(text), CSVFormat.RFC4180)) {
            for (CSVRecord record : records) {
                if (keys.isEmpty()) {
                    header(record, file);
                    if (faults > 0) {
                        return;
                    }
                } else if (record.size() == 1 && record.get(0).isEmpty()) {
                    line = records.getCurrentLineNumber() + 1;
                    continue;
                } else if (record.size() != keys.size()) {
                    fault(
                            file,
                            line,
                            1,
                            "found " + record.size() + " cells; allowed are " + keys.size()
                                    + ", one for each column of the first line.");
                } else {
                    points.add(point(record, file, line));
                    lines.add(line);
                }
                line = records.getCurrentLineNumber() + 1;
            }
        } catch (UncheckedIOException | IOException bad) {
            fault(file, line, 1, "not CSV after RFC 4180, such as a quote that is not closed.");
        }
        if (faults == 0 && points.isEmpty()) {
            fault(file, line, 1, "no points; allowed is a line of parameters, then a line for each point.");
        }
        if (faults == 0) {
            rows = points.toArray(double[][]::new);
            checkOnce(file, lines);
        }
        if (faults > TOLD) {
            page.complain(file, Integer.MAX_VALUE, 1, "and " + (faults - TOLD) + " more faults of this file.");
        }
    }

    private void header(CSVRecord record, String file) {
        for (int column = 0; column < record.size(); column++) {
            String key = record.get(column).strip();
            Optional<String> wrong = reader.wrong(key);
            if (wrong.isPresent()) {
                fault(file, 1, column + 1, "'" + key + "': " + wrong.get());
            } else if (keys.contains(key)) {
                fault(file, 1, column + 1, key + ": given a second time; allowed is a column for each parameter.");
            }
            column(key);
        }
    }

    private double[] point(CSVRecord record, String file, long line) {
        double[] point = new double[keys.size()];
        for (int column = 0; column < point.length; column++) {
            String cell = record.get(column).strip();
            OptionalDouble level = level(cell, parameters.get(column));
            if (level.isEmpty()) {
                String allowed = parameters
                        .get(column)
                        .map(Parameter::allowed)
                        .orElseGet(() -> String.join(" or ", model.scenarios()));
                String found = cell.isEmpty() ? "nothing" : "'" + cell + "'";
                fault(file, line, column + 1, keys.get(column) + ": found " + found + "; allowed is " + allowed + ".");
            }
            point[column] = level.orElse(Double.NaN);
        }
        return point;
    }

    private OptionalDouble level(String cell, Optional<Parameter> parameter) {
        if (parameter.isEmpty()) {
            int scenario = model.scenarios().indexOf(cell);
            return scenario < 0 ? OptionalDouble.empty() : OptionalDouble.of(scenario);
        }
        if (!parameter.get().words().isEmpty()) {
            return parameter.get().read(cell.toLowerCase(Locale.ROOT));
        }
        if (!NUMBER.matcher(cell).matches()) {
            return OptionalDouble.empty();
        }
        double value = Double.parseDouble(cell) + 0.0;
        return parameter.get().allows(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
    }

    private void checkOnce(String file, List<Long> lines) {
        Map<double[], Integer> seen = new TreeMap<>(Comparator.comparing(row -> row, Arrays::compare));
        for (int row = 0; row < rows.length; row++) {
            Integer same = seen.putIfAbsent(rows[row], row);
            if (same != null) {
                fault(
                        file,
                        lines.get(row),
                        1,
                        "the same point as in line " + lines.get(same) + "; allowed is each once.");
            }
        }
    }

    /** Complains about a cell: line and cell of the line, both from 1. */
    private void fault(String file, long line, int cell, String sentence) {
        if (++faults <= TOLD) {
            page.complain(file, (int) line, cell, sentence);
        }
    }
}
