package greenlight.runner.spec;

import greenlight.runner.csv.BadTable;
import greenlight.runner.csv.CsvReader;
import greenlight.runner.design.Design.Factor;
import greenlight.runner.design.FactorRange;
import greenlight.runner.ensemble.ParameterCell;
import greenlight.runner.format.FileFault;
import greenlight.runner.model.ColumnNames;
import greenlight.runner.model.Model;
import greenlight.runner.model.Parameter;
import greenlight.runner.yaml.YamlDiagnostics;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads the points of a list: inline, or from a CSV file beside the experiment's own. */
final class PointsReader {
    static final Pattern FILE = Pattern.compile("[\\p{L}\\p{M}\\p{N}._ -]+\\.csv");

    /** Names of columns that number the points, or their runs, in tables of other tools. */
    private static final Set<String> NUMBERS =
            Set.of("id", "index", "row", "sample", "run", ColumnNames.RUN_ID, ColumnNames.POINT);

    /** How many faults of a CSV file are listed: one habit may spoil every line. */
    private static final int LISTED = 20;

    /** A factor with more levels than these is described by its range. */
    private static final int MANY = 100;

    private final Model model;
    private final YamlDiagnostics page;
    private final FactorReader reader;

    private final List<String> keys = new ArrayList<>();
    private final List<Optional<Parameter>> parameters = new ArrayList<>();
    private final Map<String, String> enclosed = new LinkedHashMap<>();
    private final List<String> leftOut = new ArrayList<>();
    private double[][] rows = {};
    private long[] seeds = {};
    /** Places in the table of the columns that vary, and of that of the seeds; -1 where there is none. */
    private int[] places = {};

    private int seedPlace = -1;
    private boolean scenarioRefused;
    private int faults;

    PointsReader(Model model, YamlDiagnostics page, FactorReader reader) {
        this.model = model;
        this.page = page;
        this.reader = reader;
    }

    double[][] rows() {
        return rows;
    }

    /** The seeds of the points; none where the file gives none. */
    long[] seeds() {
        return seeds;
    }

    /** The columns of the file that number the points, and so vary nothing. */
    List<String> leftOut() {
        return leftOut;
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

    /** Reads points from the experiment file; returns whether they have no fault. */
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

    /** Reads points from the file that is named; returns whether they have no fault. */
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
            page.complain(
                    item.value(),
                    item.path(),
                    Files.exists(path)
                            ? path + " is not a regular file; allowed is one."
                            : "there is no file " + path + ".");
            return false;
        }
        try {
            String text = page.decoded(Files.readAllBytes(path), path.toString());
            if (text.isEmpty()) {
                return false;
            }
            enclosed.put(name, text);
            read(text, path);
            return faults == 0;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(
                    new IOException(path + " cannot be read: " + FileFault.reason(unreadable) + ".", unreadable));
        }
    }

    private void read(String text, Path path) throws IOException {
        String file = path.toString();
        List<double[]> points = new ArrayList<>();
        List<Long> given = new ArrayList<>();
        long end = 1;
        try (CsvReader table = CsvReader.of(text, path)) {
            header(table, file);
            while (!keys.isEmpty()) {
                boolean more = table.nextRow();
                end = table.line();
                if (!more) {
                    break;
                }
                Optional<String> misfit = table.misfit();
                if (misfit.isPresent()) {
                    fault(file, end, 1, misfit.get());
                } else {
                    points.add(point(table, file));
                    seed(table, file).ifPresent(given::add);
                }
            }
        } catch (BadTable bad) {
            faults++;
            page.complain(bad);
        }
        if (faults == 0 && points.isEmpty()) {
            fault(file, end, 1, "no points; allowed is a line of parameters, then a line for each point.");
        }
        if (faults == 0) {
            rows = points.toArray(double[][]::new);
            seeds = given.stream().mapToLong(Long::longValue).toArray();
        }
        if (faults > LISTED) {
            page.complain(file, Integer.MAX_VALUE, 1, "and " + (faults - LISTED) + " more faults of this file.");
        }
    }

    private void header(CsvReader table, String file) {
        List<Integer> varied = new ArrayList<>();
        for (int place = 0; place < table.header().size(); place++) {
            String key = table.header().get(place);
            if (key.equals(ColumnNames.SEED)) {
                seedPlace = place;
                continue;
            }
            Optional<String> wrong = reader.wrong(key);
            if (wrong.isPresent() && NUMBERS.contains(key.toLowerCase(Locale.ROOT))) {
                leftOut.add(key);
                continue;
            }
            if (wrong.isPresent()) {
                fault(file, 1, table.column(place), "'" + key + "': " + wrong.get());
            } else if (keys.contains(key)) {
                fault(
                        file,
                        1,
                        table.column(place),
                        key + ": given a second time; allowed is a column for each parameter.");
            }
            column(key);
            varied.add(place);
        }
        places = varied.stream().mapToInt(Integer::intValue).toArray();
        if (keys.isEmpty()) {
            fault(file, 1, 1, "no column of a parameter; allowed is one or more.");
        }
        if (faults > 0) {
            keys.clear();
        }
    }

    private double[] point(CsvReader table, String file) {
        double[] point = new double[keys.size()];
        for (int column = 0; column < point.length; column++) {
            String cell = table.cell(places[column]).strip();
            Optional<Parameter> parameter = parameters.get(column);
            OptionalDouble level = level(cell, parameter);
            if (level.isEmpty() && (parameter.isPresent() || !scenarioRefused)) {
                String allowed =
                        parameter.map(Parameter::allowed).orElseGet(() -> String.join(" or ", model.scenarios()));
                String other = parameter.isPresent()
                        ? CsvReader.cause(cell)
                        : " A column of another tool's scenarios needs another name, such as id.";
                scenarioRefused |= parameter.isEmpty();
                fault(
                        file,
                        table.line(),
                        table.column(places[column]),
                        ParameterCell.refusal(keys.get(column), cell, allowed, other));
            }
            point[column] = level.orElse(Double.NaN);
        }
        return point;
    }

    private Optional<Long> seed(CsvReader table, String file) {
        if (seedPlace < 0) {
            return Optional.empty();
        }
        try {
            return Optional.of(table.whole(seedPlace, Long.MIN_VALUE, Long.MAX_VALUE));
        } catch (BadTable bad) {
            String cell = table.cell(seedPlace);
            fault(
                    file,
                    table.line(),
                    table.column(seedPlace),
                    ParameterCell.refusal(ColumnNames.SEED, cell, "a whole number of 64 bits", ""));
            return Optional.empty();
        }
    }

    private OptionalDouble level(String cell, Optional<Parameter> parameter) {
        if (parameter.isEmpty()) {
            int scenario = model.scenarios().indexOf(cell);
            return scenario < 0 ? OptionalDouble.empty() : OptionalDouble.of(scenario);
        }
        return ParameterCell.value(cell, parameter.get());
    }

    /** Complains about a cell: line and cell of the line, both from 1. */
    private void fault(String file, long line, int cell, String sentence) {
        if (++faults <= LISTED) {
            page.complain(file, (int) line, cell, sentence);
        }
    }
}
