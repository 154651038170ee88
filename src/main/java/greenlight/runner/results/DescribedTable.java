package greenlight.runner.results;

import static greenlight.runner.model.ColumnRole.AMOUNT;
import static greenlight.runner.model.ColumnRole.EVENT;
import static greenlight.runner.model.ColumnRole.PURPOSE;
import static greenlight.runner.model.ColumnRole.READING;
import static greenlight.runner.model.ColumnRole.SOURCE;
import static greenlight.runner.model.ColumnRole.TARGET;
import static greenlight.runner.model.ColumnRole.TIME;

import greenlight.runner.csv.BadTable;
import greenlight.runner.model.ColumnRole;
import greenlight.runner.model.Model;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * A table as a description has it, or as a model declares it. Columns of detail tables are found by their roles.
 *
 * @param name its file without {@code .csv}
 * @param written size and digest of the file that was written; empty when nothing is said, and the size -1
 */
public record DescribedTable(String name, Optional<Fingerprint> written, List<DescribedColumn> columns) {
    /** Keeps a copy. */
    public DescribedTable {
        columns = List.copyOf(columns);
    }

    static DescribedTable of(JsonNode resource, Path description) throws BadTable {
        List<DescribedColumn> columns = new ArrayList<>();
        for (JsonNode field : resource.path("schema").path("fields")) {
            columns.add(DescribedColumn.of(field, description));
        }
        return new DescribedTable(
                resource.path("name").asString(""),
                Fingerprint.of(
                        resource.path("hash").asString(""),
                        resource.path("bytes").asLong(-1)),
                columns);
    }

    /** The table of flows that a model declares; empty when it declares none. */
    public static Optional<DescribedTable> flows(Model model) {
        return model.tables().stream()
                .map(table -> new DescribedTable(
                        table.name(),
                        Optional.empty(),
                        Stream.concat(table.columns().stream(), table.readings().stream())
                                .map(DescribedColumn::of)
                                .toList()))
                .filter(DescribedTable::hasFlows)
                .findFirst();
    }

    /** Whether it is a detail table: neither of runs, nor of timings, nor of points that were searched or compared. */
    public boolean hasDetails() {
        return !name.equals(Layout.RUNS) && !name.equals(Layout.TIMINGS) && !JudgedTables.FILES.contains(path());
    }

    boolean isTimeSeries() {
        return has(TIME, READING) && !has(EVENT) && !has(SOURCE);
    }

    boolean hasEvents() {
        return has(TIME, EVENT, SOURCE, TARGET);
    }

    boolean hasFlows() {
        return has(SOURCE, TARGET, PURPOSE, AMOUNT);
    }

    private boolean has(ColumnRole... roles) {
        return Arrays.stream(roles).allMatch(role -> column(role).isPresent());
    }

    /** The first column of a role. */
    private Optional<Model.Column> column(ColumnRole role) {
        return columns.stream()
                .map(DescribedColumn::column)
                .filter(column -> column.role() == role)
                .findFirst();
    }

    /** The name of the first column of a role; empty when there is none. */
    public String name(ColumnRole role) {
        return column(role).map(Model.Column::key).orElse("");
    }

    /** The readings, in their order. */
    public List<Model.Column> readings() {
        return columns.stream()
                .map(DescribedColumn::column)
                .filter(column -> column.role() == READING)
                .toList();
    }

    /** The name of its file. */
    public String path() {
        return name + ".csv";
    }

    /** Its file in a folder of results. */
    public Path file(Path folder) {
        return folder.resolve(path());
    }

    /** The place of the column of a role in a header, from 0; -1 when there is none. */
    public int place(List<String> header, ColumnRole role) {
        return column(role).map(column -> header.indexOf(column.key())).orElse(-1);
    }

    /** One step of time in words, such as {@code year}. */
    public String step() {
        String unit = timeUnit();
        return unit.isEmpty() ? "step" : unit.replaceFirst("(?<=.)s$", "");
    }

    /** Unit of the column of time, such as {@code years}. */
    public String timeUnit() {
        return column(TIME).map(Model.Column::unit).orElse("");
    }
}
