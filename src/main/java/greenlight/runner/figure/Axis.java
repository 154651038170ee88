package greenlight.runner.figure;

import greenlight.runner.format.ScaledNumber;
import java.util.List;

/**
 * What a direction of a picture means.
 *
 * @param label the quantity
 * @param unit its unit, empty for none
 * @param log whether equal lengths are equal ratios; all values are then above 0
 * @param names of the values 0, 1, 2, ...; none where values are numbers
 */
public record Axis(String label, String unit, boolean log, List<String> names) {
    /** Keeps a copy of the names. */
    public Axis {
        names = List.copyOf(names);
    }

    /** Of numbers. */
    public static Axis of(String label, String unit) {
        return new Axis(label, unit, false, List.of());
    }

    /** Of numbers above 0, where ratios matter. */
    public static Axis log(String label, String unit) {
        return new Axis(label, unit, true, List.of());
    }

    /** Of things that have names, such as the levels of a choice or the months of a year. */
    public static Axis named(String label, List<String> names) {
        return new Axis(label, "", false, names);
    }

    /** A value of this quantity with three significant digits, its size in words and its unit: {@code 1.2 million USD}. */
    public String words(double value) {
        return ScaledNumber.words(value, unit);
    }
}
