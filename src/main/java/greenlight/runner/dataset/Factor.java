package greenlight.runner.dataset;

import java.util.List;

/**
 * A parameter that an experiment turns.
 *
 * @param known how its value is known: lever, assumed, estimated, measured or control; empty when nobody said
 * @param log whether its range is spread evenly in logarithms
 * @param from lower end of its range; not-a-number when nobody said
 * @param to upper end of its range
 * @param standard its value when nothing is set; not-a-number when nobody said
 */
public record Factor(Column column, String known, boolean log, double from, double to, double standard) {
    public String name() {
        return column.name();
    }

    /** Whether an agent of the model can choose it, as against what no agent controls. */
    public boolean lever() {
        return known.equals("lever");
    }

    /** Whether its levels have no order: words, and on or off. */
    public boolean unordered() {
        return column.isText();
    }

    /** Whether its levels are numbers. */
    public boolean isNumeric() {
        return column.isNumeric();
    }

    /** The place of a value in the range, 0 to 1, even in logarithms where the scale is; words and switches as they are. */
    public double unit(double value) {
        if (column.isBoolean() || unordered() || from == to) {
            return value;
        }
        return log ? Math.log(value / from) / Math.log(to / from) : (value - from) / (to - from);
    }

    /** The names of levels. */
    public List<String> texts(List<Double> levels) {
        return levels.stream().map(column::text).toList();
    }
}
