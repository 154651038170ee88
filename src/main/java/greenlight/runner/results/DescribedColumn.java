package greenlight.runner.results;

import greenlight.runner.csv.BadTable;
import greenlight.runner.model.ColumnRole;
import greenlight.runner.model.Model;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.OptionalDouble;
import tools.jackson.databind.JsonNode;

/**
 * A column as a description has it.
 *
 * @param column its name, type, unit and meaning, and what it is for in a detail table
 * @param role what it is for in the table of runs, such as {@code factor}; empty when nothing is said
 * @param known how a factor's value is known; empty for all but factors
 * @param log whether a factor's range is spread evenly in logarithms
 * @param from lower end of a factor's range, or its least level; empty when nothing is said
 * @param to upper end, or the largest level, likewise
 * @param standard a factor's value when nothing is set, as files have it; empty when nothing is said
 */
public record DescribedColumn(
        Model.Column column,
        String role,
        String known,
        boolean log,
        OptionalDouble from,
        OptionalDouble to,
        String standard) {
    static DescribedColumn of(Model.Column column) {
        return new DescribedColumn(column, "", "", false, OptionalDouble.empty(), OptionalDouble.empty(), "");
    }

    static DescribedColumn of(JsonNode field, Path description) throws BadTable {
        String role = text(field, "role");
        Model.Column column = new Model.Column(
                        text(field, "name"), type(field, description), text(field, "unit"), text(field, "description"))
                .as(Arrays.stream(ColumnRole.values())
                        .filter(known -> known.key().equals(role))
                        .findFirst()
                        .orElse(null));
        return new DescribedColumn(
                column,
                role,
                text(field, "known"),
                text(field, "scale").equals("log"),
                end(field, "from", 1),
                end(field, "to", -1),
                text(field, "default"));
    }

    private static String text(JsonNode node, String key) {
        return node.path(key).asString("");
    }

    private static Model.Column.Type type(JsonNode field, Path description) throws BadTable {
        return switch (text(field, "type")) {
            case "number" -> Model.Column.Type.REAL;
            case "integer" -> Model.Column.Type.INTEGER;
            case "boolean" -> Model.Column.Type.BOOLEAN;
            case "string", "" -> Model.Column.Type.TEXT; // the standard's default
            default ->
                throw new BadTable(description + ": the type of " + text(field, "name") + " is " + text(field, "type")
                        + "; allowed is number, integer, boolean or string.");
        };
    }

    /** An end of a range, or the level that is farthest towards it. */
    private static OptionalDouble end(JsonNode field, String key, int sign) {
        if (field.path(key).isNumber()) {
            return OptionalDouble.of(field.path(key).asDouble());
        }
        OptionalDouble end = field.path("levels")
                .valueStream()
                .filter(JsonNode::isNumber)
                .mapToDouble(level -> sign * level.asDouble())
                .min();
        return end.isPresent() ? OptionalDouble.of(sign * end.getAsDouble()) : end;
    }

    /** Its name. */
    public String name() {
        return column.key();
    }
}
