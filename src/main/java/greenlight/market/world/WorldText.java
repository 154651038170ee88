package greenlight.market.world;

import greenlight.market.parameter.MarketParameter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes a world as the texts of its tables, whole: what it has from a world that it is based on is there, too. */
public final class WorldText {
    /** The page beside the tables that says what the columns are. */
    public static final String README = "README.md";

    private WorldText() {}

    /** The text of each table by file name; a world read from them is the same. */
    public static Map<String, String> files(World world) {
        Map<String, String> files = new LinkedHashMap<>();
        for (WorldTable table : WorldTable.values()) {
            List<String> columns = new ArrayList<>();
            table.columns().forEach(column -> columns.add(column.key()));
            files.put(table.file(), text(columns, world.merged(table)));
        }
        return files;
    }

    /** What the market reads of a world, as one text: equal for worlds that do the same in every run. */
    public static String digestText(World world) {
        StringBuilder all = new StringBuilder();
        for (WorldTable table : WorldTable.values()) {
            List<String> columns = new ArrayList<>();
            for (WorldColumn column : table.columns()) {
                if (column.required()
                        || (table == WorldTable.TIMELINE && !column.key().equals("source"))) {
                    columns.add(column.key());
                }
            }
            List<WorldRow> rows = new ArrayList<>();
            for (WorldRow row : world.merged(table)) {
                boolean words = row.text("key").equals(WorldTable.TITLE)
                        || row.text("key").equals(WorldTable.DESCRIPTION);
                if (table != WorldTable.SCENARIO || !words) {
                    rows.add(row);
                }
            }
            all.append(table.key()).append('\n').append(text(columns, rows));
        }
        return all.toString();
    }

    private static String text(List<String> columns, List<WorldRow> rows) {
        StringBuilder text = new StringBuilder(String.join(",", columns)).append('\n');
        for (WorldRow row : rows) {
            List<String> cells = new ArrayList<>();
            columns.forEach(column -> cells.add(cell(row.text(column))));
            text.append(String.join(",", cells)).append('\n');
        }
        return text.toString();
    }

    private static String cell(String text) {
        boolean plain = true;
        for (int i = 0; i < text.length(); i++) {
            plain &= ",\"\n\r".indexOf(text.charAt(i)) < 0;
        }
        return plain ? text : "\"" + text.replace("\"", "\"\"") + "\"";
    }

    /** The page beside the tables, in Markdown: each table, and what its columns are. */
    public static String readme(World world) {
        StringBuilder page = new StringBuilder();
        page.append("# ").append(world.scenario().name()).append("\n\n");
        page.append(world.scenario().title()).append("\n\n");
        page.append(
                "Each file is a table with a header: CSV in UTF-8, cells separated by commas, numbers with a decimal"
                        + " point. `./greenlight scenarios --check FOLDER` names every fault, and"
                        + " `./greenlight run FOLDER` runs the market from here.\n");
        for (WorldTable table : WorldTable.values()) {
            page.append("\n## ").append(table.file()).append("\n\n");
            page.append("A row is ")
                    .append(table.row().replaceFirst("^a row for", "there for"))
                    .append(".\n\n");
            page.append("| column | allowed | what it is |\n|---|---|---|\n");
            for (WorldColumn column : table.columns()) {
                page.append("| `").append(column.key()).append("` | ").append(column.allowed());
                page.append(" | ").append(column.meaning()).append(" |\n");
            }
            if (table == WorldTable.SERIES) {
                page.append("\n| series | allowed | what it is |\n|---|---|---|\n");
                for (WorldSeries series : WorldSeries.values()) {
                    page.append("| `")
                            .append(series.key())
                            .append("` | ")
                            .append(series.value().allowed());
                    page.append(" | ").append(series.value().meaning()).append(" |\n");
                }
            }
            if (table == WorldTable.PARAMETERS) {
                page.append("\nThere are ").append(MarketParameter.table().size());
                page.append(" parameters; `./greenlight params` lists them with units and ranges.\n");
            }
        }
        return page.toString();
    }
}
