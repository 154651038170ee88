package greenlight.house;

import greenlight.app.cli.MarketTables;
import greenlight.market.measure.Reading;
import greenlight.runner.model.Model;
import greenlight.runner.results.Layout;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The columns of every table in {@code docs/columns.md}. */
final class ColumnParts {
    private static final Path COLUMNS = Path.of("docs", "columns.md");

    private ColumnParts() {}

    static List<GeneratedPart> all() {
        List<GeneratedPart> parts = new ArrayList<>();
        for (Layout.Table table : MarketTables.all()) {
            boolean firms = table.name().equals("quarters");
            StringBuilder page =
                    new StringBuilder("| column | type | unit |" + (firms ? " of |" : "") + " what it is |\n");
            page.append("|---|---|---|").append(firms ? "---|" : "").append("---|\n");
            for (Layout.Field field : table.fields()) {
                Model.Column column = field.column();
                page.append("| `").append(column.key()).append("` | ");
                page.append(type(column.type())).append(" | ");
                page.append(column.unit()).append(" | ");
                page.append(firms ? of(column.key()) + " | " : "");
                page.append(column.meaning());
                page.append(column.words().isEmpty() ? "" : ": " + String.join(", ", column.words()));
                page.append(" |\n");
            }
            parts.add(new GeneratedPart(COLUMNS, table.name(), page.toString()));
        }
        return parts;
    }

    private static String type(Model.Column.Type type) {
        return switch (type) {
            case INTEGER -> "whole number";
            case REAL -> "real";
            case TEXT -> "text";
            case BOOLEAN -> "true or false";
        };
    }

    /** Of whom a quarterly column tells. */
    private static String of(String key) {
        for (Reading reading : Reading.values()) {
            if (reading.key().equals(key)) {
                String of = (reading.of().contains("m") ? "market " : "")
                        + (reading.of().contains("v") ? "vendor " : "")
                        + (reading.of().contains("s") ? "studio" : "");
                return of.strip().replace(" ", ", ");
            }
        }
        return "all";
    }
}
