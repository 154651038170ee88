package greenlight.runner.analysis;

import greenlight.runner.csv.BadTable;
import greenlight.runner.csv.CsvReader;
import greenlight.runner.dataset.Column;
import greenlight.runner.dataset.Factor;
import greenlight.runner.dataset.Response;
import greenlight.runner.dataset.RunTable;
import greenlight.runner.results.DataPackageReader;
import greenlight.runner.stats.Moments;
import greenlight.runner.stats.Quantiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;

/** A reading of one entity, quarter by quarter, in every run. */
public final class TimeSeries {
    private static final double[] BANDS = {0.05, 0.25, 0.5, 0.75, 0.95};

    private final RunTable runs;
    private final Column reading;
    private final String entity;
    private final List<Quarter> quarters;

    /** What a quarter is called, and the values in the order of points and replications. */
    private record Quarter(int number, String label, double[] values) {}

    /**
     * The spread of a reading in a quarter over runs: a slice of a fan chart.
     *
     * @param runs that have the reading then
     * @param bands quantiles at 5, 25, 50, 75 and 95 %
     */
    public record Fan(int quarter, String label, int runs, double mean, double[] bands) {}

    private TimeSeries(RunTable runs, Column reading, String entity, List<Quarter> quarters) {
        this.runs = runs;
        this.reading = reading;
        this.entity = entity;
        this.quarters = quarters;
    }

    /**
     * Reads {@code quarters.csv} of a folder.
     *
     * @param runs of the same folder, read with their ids
     * @param entity whose reading; when empty, {@code market} where there is one, or the only one there is
     */
    public static TimeSeries read(Path folder, RunTable runs, String reading, String entity, boolean edited)
            throws IOException, BadTable {
        Path csv = there(folder);
        var described = DataPackageReader.of(folder);
        if (described.isPresent() && !edited) {
            described.get().check("quarters", csv);
        }
        JsonNode field = described.map(of -> of.fields("quarters").get(reading)).orElse(null);
        try (CsvReader table = CsvReader.open(csv)) {
            int value = place(table, reading);
            int id = place(table, "run_id");
            int quarter = place(table, "quarter");
            int label = table.header().indexOf("label");
            int who = table.header().indexOf("entity");
            Map<String, Integer> places = places(runs);
            String whose = entity.isEmpty() && who >= 0 ? "market" : entity;
            Map<Integer, Quarter> quarters = new TreeMap<>();
            Set<String> entities = new TreeSet<>();
            boolean yesOrNo = false;
            while (table.next()) {
                if (who >= 0 && !table.cell(who).equals(whose)) {
                    entities.add(table.cell(who));
                    continue;
                }
                Integer place = places.get(table.cell(id));
                if (place == null) {
                    throw table.bad(id, table.cell(id) + " is no run of runs.csv.");
                }
                int number = (int) table.whole(quarter, 0, Integer.MAX_VALUE);
                String name = label < 0 ? Integer.toString(number) : table.cell(label);
                Quarter of = quarters.computeIfAbsent(number, at -> {
                    double[] values = new double[runs.points() * runs.replications()];
                    Arrays.fill(values, Double.NaN);
                    return new Quarter(number, name, values);
                });
                Column cell = new Column(reading);
                if (!cell.add(table.cell(value)) || cell.type() == Column.Type.WORD) {
                    throw table.bad(value, table.cell(value) + " is not a number.");
                }
                yesOrNo |= cell.type() == Column.Type.BOOLEAN;
                of.values()[place] = cell.at(0);
            }
            if (quarters.isEmpty()) {
                throw new BadTable(csv + " has no row of the entity " + whose + "; there is "
                        + String.join(", ", entities) + ". Name one with --entity.");
            }
            Column column = new Column(
                    reading,
                    yesOrNo ? Column.Type.BOOLEAN : Column.Type.REAL,
                    field == null ? "" : field.path("unit").asString(""),
                    field == null ? "" : field.path("description").asString(""));
            return new TimeSeries(runs, column, whose, List.copyOf(quarters.values()));
        }
    }

    /** The names of the readings in a folder's {@code quarters.csv}: its columns but the keys. */
    public static List<String> readings(Path folder) throws IOException, BadTable {
        try (CsvReader table = CsvReader.open(there(folder))) {
            return table.header().stream()
                    .filter(name -> !List.of("run_id", "quarter", "label", "entity", "kind")
                            .contains(name))
                    .toList();
        }
    }

    private static Path there(Path folder) throws IOException {
        Path csv = folder.resolve("quarters.csv");
        if (!Files.exists(csv)) {
            throw new IOException(csv + " cannot be read: there is no such file; did the experiment record quarters?");
        }
        return csv;
    }

    private static int place(CsvReader table, String name) throws BadTable {
        int place = table.header().indexOf(name);
        if (place < 0) {
            throw new BadTable(table.file() + ":1: there is no column " + name + "; there is "
                    + String.join(", ", table.header()) + ".");
        }
        return place;
    }

    private static Map<String, Integer> places(RunTable runs) {
        Map<String, Integer> places = new HashMap<>();
        for (int place = 0; place < runs.points() * runs.replications(); place++) {
            int row = runs.row(place / runs.replications(), place % runs.replications());
            if (row >= 0) {
                places.put(runs.id(row), place);
            }
        }
        return places;
    }

    public Column reading() {
        return reading;
    }

    /** Whose reading it is; empty when the table names no entities. */
    public String entity() {
        return entity;
    }

    /** The spread over all runs, a slice for each quarter. */
    public List<Fan> fans() {
        return fans(IntStream.range(0, runs.points()).toArray());
    }

    /** The spread over the runs at a level of a factor. */
    public List<Fan> fans(Factor factor, double level) {
        return fans(IntStream.range(0, runs.points())
                .filter(point -> runs.level(point, factor) == level)
                .toArray());
    }

    private List<Fan> fans(int[] points) {
        List<Fan> fans = new ArrayList<>();
        for (Quarter quarter : quarters) {
            double[] values = IntStream.of(points)
                    .boxed()
                    .flatMapToDouble(point -> Arrays.stream(
                            quarter.values(), point * runs.replications(), (point + 1) * runs.replications()))
                    .filter(value -> !Double.isNaN(value))
                    .toArray();
            if (values.length > 0) {
                fans.add(new Fan(
                        quarter.number(),
                        quarter.label(),
                        values.length,
                        Moments.of(values).mean(),
                        Quantiles.of(values, BANDS)));
            }
        }
        return fans;
    }

    /** The study of the reading in each quarter, by the quarter's label. */
    public Map<String, MeasureAnalysis> studies() {
        Map<String, MeasureAnalysis> studies = new java.util.LinkedHashMap<>();
        for (Quarter quarter : quarters) {
            Response response = new Response(runs.points(), runs.replications(), quarter.values());
            if (response.all().length > 0) {
                studies.put(quarter.label(), MeasureAnalysis.of(runs, reading, response));
            }
        }
        return studies;
    }
}
