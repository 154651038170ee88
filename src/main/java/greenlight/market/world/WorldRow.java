package greenlight.market.world;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A row of a table, its cells by column; where a world is based on another, cells may be of different files. */
final class WorldRow {
    private final Cell start;
    private final Map<String, Cell> cells;

    /**
     * A row.
     *
     * @param start where it begins
     */
    WorldRow(Cell start, Map<String, Cell> cells) {
        this.start = start;
        this.cells = cells;
    }

    /** Where it begins. */
    Cell start() {
        return start;
    }

    Map<String, Cell> cells() {
        return cells;
    }

    /** The cell of a column; an empty one at the beginning of the row where there is none. */
    Cell cell(String column) {
        Cell cell = cells.get(column);
        return cell == null ? new Cell("", start.file(), start.line(), start.column()) : cell;
    }

    String text(String column) {
        return cell(column).text();
    }

    /** What tells it from other rows of a table. */
    List<String> key(WorldTable table) {
        List<String> key = new ArrayList<>();
        for (WorldColumn column : table.keys()) {
            key.add(text(column.key()));
        }
        return key;
    }

    /** This row, with the cells of another in the place of those that it leaves empty. */
    WorldRow over(WorldRow base) {
        Map<String, Cell> merged = new LinkedHashMap<>(base.cells);
        for (Map.Entry<String, Cell> own : cells.entrySet()) {
            if (!own.getValue().empty() || !merged.containsKey(own.getKey())) {
                merged.put(own.getKey(), own.getValue());
            }
        }
        return new WorldRow(start, merged);
    }
}
