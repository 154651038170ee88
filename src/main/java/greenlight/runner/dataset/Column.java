package greenlight.runner.dataset;

import greenlight.runner.csv.CsvReader;
import greenlight.runner.format.Decimal;
import greenlight.runner.format.Text;
import greenlight.runner.model.Model;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * A column of a table, as numbers: reals in eight bytes, all else in four. Booleans are 0 and 1, words their places in
 * {@link #words()}; an empty cell is not-a-number.
 */
public final class Column {
    private static final int EMPTY = Integer.MIN_VALUE;

    private final String name;
    private final String unit;
    private final String description;
    private final boolean declared;
    private Model.Column.Type type;
    private boolean seen;
    private int size;
    private double[] reals;
    private int[] small = new int[16];
    private final Map<String, Integer> places = new LinkedHashMap<>();

    /** A column whose type is found from its cells. */
    public Column(String name) {
        this(name, null, "", "");
    }

    /** A declared column. */
    public Column(Model.Column declared) {
        this(declared.key(), declared.type(), declared.unit(), declared.meaning());
    }

    private Column(String name, Model.Column.Type type, String unit, String description) {
        this.name = name;
        this.unit = unit;
        this.description = description;
        this.declared = type != null;
        this.type = type == null ? Model.Column.Type.INTEGER : type;
        this.seen = declared;
        if (type == Model.Column.Type.REAL) {
            toReals();
        }
    }

    public String name() {
        return name;
    }

    public Model.Column.Type type() {
        return type;
    }

    public boolean isBoolean() {
        return type == Model.Column.Type.BOOLEAN;
    }

    public boolean isText() {
        return type == Model.Column.Type.TEXT;
    }

    public boolean isReal() {
        return type == Model.Column.Type.REAL;
    }

    public boolean isNumeric() {
        return type == Model.Column.Type.REAL || type == Model.Column.Type.INTEGER;
    }

    /** In which the numbers are; empty when nobody said. */
    public String unit() {
        return unit;
    }

    /** What the numbers are; empty when nobody said. */
    public String description() {
        return description;
    }

    public int size() {
        return size;
    }

    /** The number in a row; not-a-number where the column does not apply. */
    public double at(int row) {
        if (reals != null) {
            return reals[row];
        }
        return small[row] == EMPTY ? Double.NaN : small[row];
    }

    /** The words that occur, in the order of their first appearance. */
    public List<String> words() {
        return List.copyOf(places.keySet());
    }

    /** A value of this column as the file writes it. */
    public String text(double value) {
        if (Double.isNaN(value)) {
            return "";
        }
        return switch (type) {
            case REAL -> Decimal.text(value);
            case INTEGER -> Long.toString((long) value);
            case BOOLEAN -> Boolean.toString(value != 0);
            case TEXT -> words().get((int) value);
        };
    }

    /** An estimate of this column in words, with its unit where that is money; of booleans, the share that is true. */
    public String words(double value) {
        if (type == Model.Column.Type.BOOLEAN) {
            return Text.percent(value);
        }
        return unit.equals("USD") ? Text.dollars(value) : Text.scaled(value);
    }

    /** The number that a text stands for in this column; not-a-number when it stands for none. */
    public double value(String text) {
        if (type == Model.Column.Type.BOOLEAN) {
            return CsvReader.yesOrNo(text).orElse(Double.NaN);
        }
        if (type == Model.Column.Type.TEXT) {
            return places.containsKey(text) ? places.get(text) : Double.NaN;
        }
        return number(text);
    }

    /** Adds a cell; false when it is not of the column's type. */
    public boolean add(String cell) {
        if (CsvReader.missing(cell)) {
            return put(Double.NaN);
        }
        if (!seen) {
            seen = true;
            type = guess(cell);
            if (type == Model.Column.Type.REAL) {
                toReals();
            }
        }
        switch (type) {
            case BOOLEAN -> {
                OptionalDouble value = CsvReader.yesOrNo(cell);
                return value.isPresent() && put(value.getAsDouble());
            }
            case TEXT -> {
                boolean mixed = !declared && !Double.isNaN(number(cell));
                return !mixed && put(places.computeIfAbsent(cell, word -> places.size()));
            }
            default -> {
                return addNumber(cell);
            }
        }
    }

    private boolean addNumber(String cell) {
        double value = number(cell);
        if (Double.isNaN(value)) {
            return false;
        }
        boolean whole = value == Math.rint(value) && (declared || cell.indexOf('.') < 0);
        if (type == Model.Column.Type.INTEGER && !whole) {
            if (declared) {
                return false;
            }
            type = Model.Column.Type.REAL;
        }
        if (reals == null && (type == Model.Column.Type.REAL || Math.abs(value) > Integer.MAX_VALUE)) {
            toReals();
        }
        return put(value);
    }

    private static Model.Column.Type guess(String cell) {
        if (cell.equalsIgnoreCase("true") || cell.equalsIgnoreCase("false")) {
            return Model.Column.Type.BOOLEAN;
        }
        if (Double.isNaN(number(cell))) {
            return Model.Column.Type.TEXT;
        }
        return cell.chars().allMatch(c -> c == '-' || Character.isDigit(c))
                ? Model.Column.Type.INTEGER
                : Model.Column.Type.REAL;
    }

    /** Not-a-number for what is none, and for what Java alone takes for one, such as {@code 1f}. */
    private static double number(String cell) {
        char last = cell.isEmpty() ? ' ' : cell.charAt(cell.length() - 1);
        if (!Character.isDigit(last) && last != '.') {
            return Double.NaN;
        }
        try {
            return Double.parseDouble(cell);
        } catch (NumberFormatException none) {
            return Double.NaN;
        }
    }

    private void toReals() {
        reals = new double[small.length];
        for (int row = 0; row < size; row++) {
            reals[row] = small[row] == EMPTY ? Double.NaN : small[row];
        }
        small = null;
    }

    private boolean put(double value) {
        if (reals != null) {
            if (size == reals.length) {
                reals = Arrays.copyOf(reals, size + (size >> 1));
            }
            reals[size++] = value;
            return true;
        }
        if (size == small.length) {
            small = Arrays.copyOf(small, size + (size >> 1));
        }
        small[size++] = Double.isNaN(value) ? EMPTY : (int) value;
        return true;
    }
}
