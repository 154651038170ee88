package greenlight.market.world;

import greenlight.market.scenario.Scenario;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** Reads cells as their columns are declared; complains where that fails. */
final class CellReader {
    private static final int YEAR_DIGITS = 4;
    private static final int QUARTERS = 4;

    private final Map<WorldTable, List<Cell>> headers;
    private final boolean based;
    private final boolean whole;
    private final WorldFaults faults;

    /**
     * A reader.
     *
     * @param headers the columns of the world's own tables
     * @param based whether the world is based on another
     * @param whole whether an empty cell has no other world's value
     */
    CellReader(Map<WorldTable, List<Cell>> headers, boolean based, boolean whole, WorldFaults faults) {
        this.headers = headers;
        this.based = based;
        this.whole = whole;
        this.faults = faults;
    }

    /** A number within its column's range; not-a-number where it is none. */
    double number(WorldTable table, WorldRow row, String key) {
        return number(table, row, key, column(table, key));
    }

    /** The same, with a declaration of its own. */
    double number(WorldTable table, WorldRow row, String key, WorldColumn column) {
        Cell cell = row.cell(key);
        OptionalDouble value = decimal(cell.text());
        if (value.isPresent() && value.getAsDouble() >= column.from() && value.getAsDouble() <= column.to()) {
            return value.getAsDouble();
        }
        if (reported(table, cell, key)) {
            faults.refuse(cell, key, column.allowed(), advice(cell.text()));
        }
        return Double.NaN;
    }

    /** Whether to complain of a cell: where a whole column is missing, one sentence says so. */
    private boolean reported(WorldTable table, Cell cell, String key) {
        if (!cell.empty()) {
            return true;
        }
        boolean there = based;
        for (Cell header : headers.getOrDefault(table, List.of())) {
            there |= header.text().equals(key);
        }
        return whole && there;
    }

    /** One of the words of a column; another where it is none. */
    String word(WorldTable table, WorldRow row, String key, String otherwise) {
        Cell cell = row.cell(key);
        List<String> words = column(table, key).words();
        if (words.contains(cell.text())) {
            return cell.text();
        }
        if (cell.empty() && reported(table, cell, key)) {
            faults.refuse(cell, key, column(table, key).allowed());
        } else if (!cell.empty()) {
            faults.add(
                    cell,
                    key + ": found " + WorldFaults.quoted(cell) + "; allowed is "
                            + column(table, key).allowed()
                            + WorldFaults.meant(cell.text(), words));
        }
        return otherwise;
    }

    /** A quarter; empty for one of the column's words, and where it is none. */
    Optional<Scenario.Quarter> quarter(WorldTable table, WorldRow row, String key) {
        Cell cell = row.cell(key);
        return cell.empty() && !reported(table, cell, key)
                ? Optional.empty()
                : quarter(cell, key, column(table, key).words());
    }

    Optional<Scenario.Quarter> quarter(Cell cell, String key, List<String> words) {
        if (words.contains(cell.text())) {
            return Optional.empty();
        }
        Optional<Scenario.Quarter> quarter = quarter(cell.text());
        if (quarter.isEmpty()) {
            faults.refuse(cell, key, WorldColumn.quarter(key, words, "").allowed());
        }
        return quarter;
    }

    /** Reads a label such as {@code 2025Q4}; empty where it is none. */
    static Optional<Scenario.Quarter> quarter(String label) {
        int mark = label.indexOf('Q');
        boolean well = mark == YEAR_DIGITS && label.length() == mark + 2 && label.charAt(0) != '0';
        for (int i = 0; well && i < label.length(); i++) {
            well = i == mark || (label.charAt(i) >= '0' && label.charAt(i) <= '9');
        }
        if (!well || label.charAt(mark + 1) < '1' || label.charAt(mark + 1) > '0' + QUARTERS) {
            return Optional.empty();
        }
        return Optional.of(new Scenario.Quarter(
                Integer.parseInt(label.substring(0, mark)), Integer.parseInt(label.substring(mark + 1))));
    }

    /** Whether a cell has something. */
    boolean name(WorldTable table, WorldRow row, String key) {
        Cell cell = row.cell(key);
        if (cell.empty() && reported(table, cell, key)) {
            faults.refuse(cell, key, column(table, key).allowed());
        }
        return !cell.empty();
    }

    /** A finite number in decimal notation. */
    static OptionalDouble decimal(String text) {
        for (int i = 0; i < text.length(); i++) {
            if ("0123456789+-.eE".indexOf(text.charAt(i)) < 0) {
                return OptionalDouble.empty();
            }
        }
        try {
            double value = Double.parseDouble(text) + 0.0;
            return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
        } catch (NumberFormatException notDecimal) {
            return OptionalDouble.empty();
        }
    }

    /** What to write instead of a number in another notation; nothing where that is not clear. */
    static String advice(String text) {
        if (text.endsWith("%")) {
            return " Write a share as a decimal, such as 0.35 for 35%.";
        }
        return text.indexOf(',') >= 0 ? " Write a decimal point, and no mark between thousands." : "";
    }

    private static WorldColumn column(WorldTable table, String key) {
        for (WorldColumn column : table.columns()) {
            if (column.key().equals(key)) {
                return column;
            }
        }
        throw new IllegalArgumentException(table.file() + " has no column " + key + ".");
    }
}
