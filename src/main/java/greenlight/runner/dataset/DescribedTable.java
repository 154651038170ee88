package greenlight.runner.dataset;

import static greenlight.runner.model.ColumnRole.AMOUNT;
import static greenlight.runner.model.ColumnRole.EVENT;
import static greenlight.runner.model.ColumnRole.PURPOSE;
import static greenlight.runner.model.ColumnRole.READING;
import static greenlight.runner.model.ColumnRole.SOURCE;
import static greenlight.runner.model.ColumnRole.TARGET;
import static greenlight.runner.model.ColumnRole.TIME;

import greenlight.runner.model.ColumnRole;
import greenlight.runner.model.Model;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * A detail table whose columns are found by their roles.
 *
 * @param name its file without {@code .csv}
 * @param columns the name of the first column of each role but readings
 * @param readings names of the columns that are readings
 * @param timeUnit unit of the column of time, such as {@code years}
 */
public record DescribedTable(String name, Map<ColumnRole, String> columns, List<String> readings, String timeUnit) {
    /** Keeps copies. */
    public DescribedTable {
        columns = Map.copyOf(columns);
        readings = List.copyOf(readings);
    }

    /** The table of readings over time in a description; empty when there is none. */
    public static Optional<DescribedTable> timeSeries(JsonNode dataPackage) {
        return all(dataPackage).stream()
                .filter(table -> table.has(TIME)
                        && !table.has(EVENT)
                        && !table.has(SOURCE)
                        && !table.readings().isEmpty())
                .findFirst();
    }

    /** The table of events between two agents in a description; empty when there is none. */
    public static Optional<DescribedTable> events(JsonNode dataPackage) {
        return all(dataPackage).stream()
                .filter(table -> table.has(TIME, EVENT, SOURCE, TARGET))
                .findFirst();
    }

    /** The table of flows between agents in a description; empty when there is none. */
    public static Optional<DescribedTable> flows(JsonNode dataPackage) {
        return all(dataPackage).stream().filter(DescribedTable::hasFlows).findFirst();
    }

    /** The table of flows that a model declares; empty when it declares none. */
    public static Optional<DescribedTable> flows(Model model) {
        return model.tables().stream()
                .map(DescribedTable::of)
                .filter(DescribedTable::hasFlows)
                .findFirst();
    }

    private boolean hasFlows() {
        return has(SOURCE, TARGET, PURPOSE, AMOUNT);
    }

    private static DescribedTable of(Model.Table table) {
        Builder builder = new Builder();
        table.columns().forEach(column -> builder.add(column.role(), column.key(), column.unit()));
        table.readings().forEach(column -> builder.add(column.role(), column.key(), column.unit()));
        return builder.table(table.name());
    }

    private static List<DescribedTable> all(JsonNode dataPackage) {
        List<DescribedTable> tables = new ArrayList<>();
        for (JsonNode resource : dataPackage.path("resources")) {
            Builder builder = new Builder();
            for (JsonNode field : resource.path("schema").path("fields")) {
                String role = field.path("role").asString("");
                Arrays.stream(ColumnRole.values())
                        .filter(known -> known.key().equals(role))
                        .forEach(known -> builder.add(
                                known,
                                field.path("name").asString(""),
                                field.path("unit").asString("")));
            }
            tables.add(builder.table(resource.path("name").asString("")));
        }
        return tables;
    }

    /** Gathers the columns of a table. */
    private static final class Builder {
        private final Map<ColumnRole, String> columns = new EnumMap<>(ColumnRole.class);
        private final List<String> readings = new ArrayList<>();
        private String timeUnit = "";

        void add(ColumnRole role, String name, String unit) {
            if (role == READING) {
                readings.add(name);
            } else if (columns.putIfAbsent(role, name) == null && role == TIME) {
                timeUnit = unit;
            }
        }

        DescribedTable table(String name) {
            return new DescribedTable(name, columns, readings, timeUnit);
        }
    }

    private boolean has(ColumnRole... roles) {
        return columns.keySet().containsAll(List.of(roles));
    }

    /** Its file in a folder of results. */
    public Path file(Path folder) {
        return folder.resolve(name + ".csv");
    }

    /** The place of the column of a role in a header, from 0; -1 when there is none. */
    public int place(List<String> header, ColumnRole role) {
        return columns.containsKey(role) ? header.indexOf(columns.get(role)) : -1;
    }

    /** One step of time in words, such as {@code year}. */
    public String step() {
        return timeUnit.isEmpty() ? "step" : timeUnit.replaceFirst("(?<=.)s$", "");
    }
}
