package greenlight.runner.analysis;

import greenlight.runner.csv.BadTable;
import greenlight.runner.csv.CsvReader;
import greenlight.runner.dataset.Column;
import greenlight.runner.dataset.Response;
import greenlight.runner.dataset.RunTable;
import greenlight.runner.dataset.RunTableReader;
import greenlight.runner.model.ColumnRole;
import greenlight.runner.model.Model;
import greenlight.runner.results.DescribedTable;
import greenlight.runner.results.ResultFolder;
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

/** A reading of one entity, step by step of time, in every run. */
public final class TimeSeries {
    private static final double[] BANDS = {0.05, 0.25, 0.5, 0.75, 0.95};

    private final RunTable runs;
    private final Column reading;
    private final String entity;
    private final DescribedTable table;
    private final List<Step> steps;

    /** What a step of time is called, and the values in the order of points and replications. */
    private record Step(int number, String label, double[] values) {}

    /**
     * The spread of a reading at a step of time over runs: a slice of a fan chart.
     *
     * @param runs that have the reading then
     * @param bands quantiles at 5, 25, 50, 75 and 95 %
     */
    public record Fan(int time, String label, int runs, double mean, double[] bands) {}

    private TimeSeries(RunTable runs, Column reading, String entity, DescribedTable table, List<Step> steps) {
        this.runs = runs;
        this.reading = reading;
        this.entity = entity;
        this.table = table;
        this.steps = steps;
    }

    /**
     * Reads the time series of a folder, the table that its description says has them.
     *
     * @param runs of the same folder, read with their ids
     * @param entity whose reading; when empty, that of the first row
     */
    public static TimeSeries read(Path folder, RunTable runs, String reading, String entity, boolean edited)
            throws IOException, BadTable {
        ResultFolder described = ResultFolder.in(folder);
        DescribedTable roles = roles(described);
        Path csv = there(folder, roles);
        if (!edited) {
            RunTableReader.refuseChanged(described, roles);
        }
        try (CsvReader table = CsvReader.open(csv)) {
            int value = table.place(reading);
            int id = table.place("run_id");
            int time = table.place(roles.name(ColumnRole.TIME));
            int label = roles.place(table.header(), ColumnRole.TIME_LABEL);
            int who = roles.place(table.header(), ColumnRole.ENTITY);
            Map<String, Integer> places = places(runs);
            String whose = entity;
            Map<Integer, Step> steps = new TreeMap<>();
            Set<String> entities = new TreeSet<>();
            boolean yesOrNo = false;
            while (table.next()) {
                if (whose.isEmpty() && who >= 0) {
                    whose = table.cell(who);
                }
                if (who >= 0 && !table.cell(who).equals(whose)) {
                    entities.add(table.cell(who));
                    continue;
                }
                Integer place = places.get(table.cell(id));
                if (place == null) {
                    throw table.bad(id, table.cell(id) + " is no run of runs.csv.");
                }
                int number = (int) table.whole(time, 0, Integer.MAX_VALUE);
                String name = label < 0 ? Integer.toString(number) : table.cell(label);
                Step of = steps.computeIfAbsent(number, at -> {
                    double[] values = new double[runs.points() * runs.replications()];
                    Arrays.fill(values, Double.NaN);
                    return new Step(number, name, values);
                });
                Column cell = new Column(reading);
                if (!cell.add(table.cell(value)) || cell.isText()) {
                    throw table.bad(value, table.cell(value) + " is not a number.");
                }
                yesOrNo |= cell.isBoolean();
                of.values()[place] = cell.at(0);
            }
            if (steps.isEmpty()) {
                throw new BadTable(csv + " has no row of the entity " + whose + "; there is "
                        + String.join(", ", entities) + ". Name one with --entity.");
            }
            Model.Column.Type type = yesOrNo ? Model.Column.Type.BOOLEAN : Model.Column.Type.REAL;
            Model.Column declared = roles.readings().stream()
                    .filter(column -> column.key().equals(reading))
                    .findFirst()
                    .map(column -> new Model.Column(reading, type, column.unit(), column.meaning()))
                    .orElseGet(() -> new Model.Column(reading, type, "", ""));
            return new TimeSeries(runs, new Column(declared), whose, roles, List.copyOf(steps.values()));
        }
    }

    /** The names of the readings over time in a folder. */
    public static List<String> readings(Path folder) throws IOException, BadTable {
        DescribedTable roles = roles(ResultFolder.in(folder));
        List<String> readings = roles.readings().stream().map(Model.Column::key).toList();
        try (CsvReader table = CsvReader.open(there(folder, roles))) {
            return table.header().stream().filter(readings::contains).toList();
        }
    }

    private static DescribedTable roles(ResultFolder described) throws IOException, BadTable {
        if (!described.isDescribed()) {
            throw new IOException(described.folder() + " has no datapackage.json, which says where readings over time"
                    + " are; without it, only runs.csv can be analysed.");
        }
        return described
                .timeSeries()
                .orElseThrow(() -> new IOException(described.folder()
                        + " has no readings over time: no table of its datapackage.json has a column with the role"
                        + " time; did the experiment record it?"));
    }

    private static Path there(Path folder, DescribedTable roles) throws IOException {
        Path csv = roles.file(folder);
        if (!Files.exists(csv)) {
            throw new IOException(csv + " cannot be read: there is no such file.");
        }
        return csv;
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

    /** One step of time in words, such as {@code year}. */
    public String step() {
        return table.step();
    }

    /** The name of the column of time. */
    public String timeColumn() {
        return table.name(ColumnRole.TIME);
    }

    /** The spread over all runs, a slice for each step. */
    public List<Fan> fans() {
        List<Fan> fans = new ArrayList<>();
        for (Step step : steps) {
            double[] values = Arrays.stream(step.values())
                    .filter(value -> !Double.isNaN(value))
                    .toArray();
            if (values.length > 0) {
                fans.add(new Fan(
                        step.number(),
                        step.label(),
                        values.length,
                        Moments.of(values).mean(),
                        Quantiles.of(values, BANDS)));
            }
        }
        return fans;
    }

    /** The study of the reading at each step of time, by the step's label. */
    public Map<String, MeasureAnalysis> studies() {
        Map<String, MeasureAnalysis> studies = new java.util.LinkedHashMap<>();
        for (Step step : steps) {
            Response response = new Response(runs.points(), runs.replications(), step.values(), runs.settings());
            if (response.all().length > 0) {
                studies.put(step.label(), MeasureAnalysis.of(runs, reading, response));
            }
        }
        return studies;
    }
}
