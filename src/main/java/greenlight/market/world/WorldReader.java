package greenlight.market.world;

import greenlight.runner.model.BadScenario;
import greenlight.runner.model.ScenarioSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Reads a world from the texts of its tables. A world that is {@code based_on} another has only the rows in which it differs: a
 * row with the keys of a row there takes its place, and an empty cell keeps the value there.
 */
public final class WorldReader {
    /** The worlds that ship with the program. */
    public interface Library {
        List<String> names();

        World of(String name);
    }

    private final Library library;
    /** Where the worlds lie that are being read, each based on the next. */
    private final List<String> chain = new ArrayList<>();

    private WorldReader(Library library) {
        this.library = library;
    }

    /**
     * One world.
     *
     * @param name what it is called
     * @throws BadScenario with every fault
     */
    public static World read(ScenarioSource source, String name, Library library) throws BadScenario {
        return new WorldReader(library).world(source, name);
    }

    private World world(ScenarioSource source, String name) throws BadScenario {
        WorldFaults faults = new WorldFaults();
        chain.add(source.place());
        checkFiles(source, faults);
        Map<WorldTable, List<WorldRow>> own = new EnumMap<>(WorldTable.class);
        Map<WorldTable, List<Cell>> headers = new EnumMap<>(WorldTable.class);
        Set<WorldTable> incomplete = EnumSet.noneOf(WorldTable.class);
        for (WorldTable table : WorldTable.values()) {
            String text = source.texts().get(table.file());
            if (text != null) {
                String file = source.place() + "/" + table.file();
                CsvRows.Rows rows = CsvRows.of(file, text, faults);
                boolean right = checkHeader(table, file, rows.header(), faults);
                headers.put(table, right ? rows.header() : List.of());
                if (!right || !rows.whole()) {
                    incomplete.add(table);
                }
                own.put(table, right ? distinct(table, rows.rows(), faults) : List.of());
            }
        }
        Optional<Cell> named = basedOn(own);
        Optional<World> base = Optional.empty();
        if (named.isPresent()) {
            base = base(named.get(), source, faults);
        } else {
            checkWhole(source, headers, incomplete, faults);
        }
        Map<WorldTable, List<WorldRow>> merged = new EnumMap<>(WorldTable.class);
        for (WorldTable table : WorldTable.values()) {
            merged.put(table, merged(table, base, own.getOrDefault(table, List.of())));
        }
        boolean whole = named.isEmpty() || base.isPresent();
        WorldBuilder builder =
                new WorldBuilder(name, source.place(), merged, headers, named.isPresent(), whole, incomplete, faults);
        World world = new World(builder.scenario(), named.map(Cell::text), own, merged);
        faults.check();
        chain.remove(chain.size() - 1);
        return world;
    }

    private static void checkFiles(ScenarioSource source, WorldFaults faults) {
        for (String file : source.texts().keySet()) {
            if (!WorldTable.files().contains(file)) {
                faults.add(
                        source.place() + "/" + file,
                        "a world has no table of that name" + WorldFaults.hint(file, WorldTable.files()));
            }
        }
    }

    /** Whether each column is there once; complains of those that are not right. */
    private static boolean checkHeader(WorldTable table, String file, List<Cell> header, WorldFaults faults) {
        List<String> known = new ArrayList<>();
        for (WorldColumn column : table.columns()) {
            known.add(column.key());
        }
        if (header.isEmpty()) {
            faults.add(file, "the file is empty; its first line names the columns: " + String.join(",", known) + ".");
            return false;
        }
        if (header.size() == 1 && !CsvRows.parting(header.get(0).text()).isEmpty()) {
            return false; // complained of
        }
        boolean right = true;
        Map<String, Cell> seen = new TreeMap<>();
        for (Cell cell : header) {
            Cell first = seen.putIfAbsent(cell.text(), cell);
            if (first != null) {
                right = false;
                faults.add(
                        cell,
                        "the column " + cell.text() + " is there a second time; the first is cell " + first.column()
                                + ".");
            } else if (!known.contains(cell.text())) {
                faults.add(
                        cell,
                        "found the column " + WorldFaults.quoted(cell) + ", which " + table.file() + " does not have"
                                + WorldFaults.hint(cell.text(), known)
                                + (WorldFaults.hint(cell.text(), known).equals(".")
                                        ? " What is for people goes under source."
                                        : ""));
            }
        }
        return right;
    }

    /** The rows with a key, each once. */
    private static List<WorldRow> distinct(WorldTable table, List<WorldRow> rows, WorldFaults faults) {
        Map<List<String>, WorldRow> distinct = new LinkedHashMap<>();
        List<WorldRow> unnamed = new ArrayList<>();
        for (WorldRow row : rows) {
            if (String.join("", row.key(table)).isEmpty()) {
                unnamed.add(row); // that a key is empty is complained of
                continue;
            }
            WorldRow first = distinct.putIfAbsent(row.key(table), row);
            if (first != null) {
                Cell at = row.cell(table.keys().get(0).key());
                faults.add(
                        at,
                        what(table, row) + " is there a second time; the first is at " + WorldFaults.line(first.start())
                                + ".");
            }
        }
        List<WorldRow> all = new ArrayList<>(distinct.values());
        all.addAll(unnamed);
        return all;
    }

    private static String what(WorldTable table, WorldRow row) {
        List<String> words = new ArrayList<>();
        for (WorldColumn column : table.keys()) {
            words.add(column.key() + " " + WorldFaults.quoted(row.cell(column.key())));
        }
        return String.join(", ", words);
    }

    /** Complains of what is missing in a world that is based on no other. */
    private static void checkWhole(
            ScenarioSource source,
            Map<WorldTable, List<Cell>> headers,
            Set<WorldTable> incomplete,
            WorldFaults faults) {
        for (WorldTable table : WorldTable.values()) {
            List<Cell> header = headers.get(table);
            if (header == null && table.needed()) {
                incomplete.add(table);
                faults.add(
                        source.place(),
                        table.file() + " is missing: " + table.row() + ". Its columns: " + keys(table)
                                + ". A world that is based_on another needs only scenario.csv.");
            }
            if (header == null || header.size() < 2) {
                continue;
            }
            List<String> there = new ArrayList<>();
            header.forEach(cell -> there.add(cell.text()));
            for (WorldColumn column : table.columns()) {
                if (column.needed() && !there.contains(column.key())) {
                    faults.add(
                            source.place() + "/" + table.file() + ":1",
                            "the column " + column.key() + " is missing: " + column.meaning() + "; allowed is "
                                    + column.allowed() + ".");
                }
            }
        }
    }

    private static String keys(WorldTable table) {
        List<String> keys = new ArrayList<>();
        for (WorldColumn column : table.columns()) {
            if (column.needed()) {
                keys.add(column.key());
            }
        }
        return String.join(",", keys);
    }

    private static Optional<Cell> basedOn(Map<WorldTable, List<WorldRow>> own) {
        for (WorldRow row : own.getOrDefault(WorldTable.SCENARIO, List.of())) {
            if (row.text("key").equals(WorldTable.BASED_ON)) {
                return Optional.of(row.cell("value"));
            }
        }
        return Optional.empty();
    }

    /** The world that a world is based on; empty, with a complaint, where that is not valid. */
    private Optional<World> base(Cell named, ScenarioSource source, WorldFaults faults) {
        String word = named.text();
        if (library.names().contains(word)) {
            return Optional.of(library.of(word));
        }
        try {
            Optional<ScenarioSource> other = word.isEmpty() ? Optional.empty() : source.other(word);
            if (other.isEmpty()) {
                faults.unknown(
                        named,
                        WorldTable.BASED_ON,
                        "scenario (nor, seen from " + source.place() + ", a folder or bundle)",
                        library.names());
                return Optional.empty();
            }
            if (chain.contains(other.get().place())) {
                faults.add(
                        named,
                        "based_on: found " + WorldFaults.quoted(named) + ", which is based on this world in turn;"
                                + " allowed is another world.");
                return Optional.empty();
            }
            return Optional.of(world(other.get(), other.get().name()));
        } catch (BadScenario bad) {
            faults.addAll(bad.messages());
            return Optional.empty();
        }
    }

    private static List<WorldRow> merged(WorldTable table, Optional<World> base, List<WorldRow> own) {
        Map<List<String>, WorldRow> rows = new LinkedHashMap<>();
        if (base.isPresent()) {
            base.get().merged(table).forEach(row -> rows.put(row.key(table), row));
        }
        for (WorldRow row : own) {
            WorldRow there = rows.get(row.key(table));
            rows.put(row.key(table), there == null ? row : row.over(there));
        }
        if (table == WorldTable.SCENARIO) {
            rows.remove(List.of(WorldTable.BASED_ON)); // the rows are all there
        }
        return new ArrayList<>(rows.values());
    }
}
