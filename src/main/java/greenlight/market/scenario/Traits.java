package greenlight.market.scenario;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * A number for each trait of a firm.
 *
 * @param <T> the traits
 */
public final class Traits<T extends Enum<T>> {
    private final double[] values;

    private Traits(double[] values) {
        this.values = values;
    }

    /**
     * All traits of a firm.
     *
     * @throws IllegalArgumentException when one is missing
     */
    static <T extends Enum<T>> Traits<T> of(String firm, Class<T> type, Map<T, Double> given) {
        T[] traits = type.getEnumConstants();
        double[] values = new double[traits.length];
        for (T trait : traits) {
            Double value = given.get(trait);
            if (value == null) {
                throw new IllegalArgumentException(firm + " has no " + trait.name() + ".");
            }
            values[trait.ordinal()] = value;
        }
        return new Traits<>(values);
    }

    /** The value of a trait. */
    public double get(T trait) {
        return values[trait.ordinal()];
    }

    /** The same numbers but for one trait. */
    Traits<T> with(T trait, double value) {
        double[] changed = values.clone();
        changed[trait.ordinal()] = value;
        return new Traits<>(changed);
    }

    /** All values, in the order of the traits. */
    public List<Double> values() {
        List<Double> list = new ArrayList<>();
        for (double value : values) {
            list.add(value);
        }
        return list;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Traits<?> that && Arrays.equals(values, that.values);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(values);
    }
}
