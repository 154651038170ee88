package greenlight.market.world;

import greenlight.market.scenario.Scenario;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A world that has no fault: what a market starts from, and the rows that say so. */
public final class World {
    private final Scenario scenario;
    private final Optional<String> base;
    private final Map<WorldTable, List<WorldRow>> own;
    private final Map<WorldTable, List<WorldRow>> merged;

    World(
            Scenario scenario,
            Optional<String> base,
            Map<WorldTable, List<WorldRow>> own,
            Map<WorldTable, List<WorldRow>> merged) {
        this.scenario = scenario;
        this.base = base;
        this.own = own;
        this.merged = merged;
    }

    /** Names that no firm of a world may have, for tables and news call others by them. */
    public static List<String> takenNames() {
        return FirmNames.TAKEN;
    }

    public Scenario scenario() {
        return scenario;
    }

    /** The world that it is based on, as it names it. */
    public Optional<String> base() {
        return base;
    }

    /** What it says of itself under a key, such as {@code description}; its own or that of the world it is based on. */
    public Optional<String> heading(String key) {
        for (WorldRow row : merged(WorldTable.SCENARIO)) {
            if (row.text("key").equals(key)) {
                return Optional.of(row.text("value"));
            }
        }
        return Optional.empty();
    }

    /** The rows of its own, columns by name; none of a table that it leaves to the world it is based on. */
    public List<Map<String, String>> rows(WorldTable table) {
        List<Map<String, String>> rows = new ArrayList<>();
        for (WorldRow row : own.getOrDefault(table, List.of())) {
            Map<String, String> cells = new LinkedHashMap<>();
            row.cells().forEach((column, cell) -> cells.put(column, cell.text()));
            rows.add(cells);
        }
        return rows;
    }

    /** Its rows over those of the world it is based on. */
    List<WorldRow> merged(WorldTable table) {
        return merged.getOrDefault(table, List.of());
    }
}
