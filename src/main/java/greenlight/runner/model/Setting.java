package greenlight.runner.model;

import greenlight.runner.format.Decimal;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** One immutable setting of all parameters of a model, and of some cells of its scenarios. */
public final class Setting {
    private final List<? extends Parameter> parameters;
    private final double[] values;
    /** In the order of their keys. */
    private final Map<Parameter, Double> cells;

    private Setting(List<? extends Parameter> parameters, double[] values, Map<Parameter, Double> cells) {
        this.parameters = parameters;
        this.values = values;
        this.cells = cells;
    }

    /** Every parameter of the table at its default. */
    public static Setting of(List<? extends Parameter> parameters) {
        return new Setting(
                List.copyOf(parameters),
                parameters.stream().mapToDouble(Parameter::defaultValue).toArray(),
                Collections.emptyMap());
    }

    /**
     * Every parameter of the table at a value, in the table's order.
     *
     * @throws IllegalArgumentException in one sentence, when a parameter does not allow its value
     */
    public static Setting of(List<? extends Parameter> parameters, double[] values) {
        for (Parameter parameter : parameters) {
            if (!parameter.allows(values[parameter.ordinal()])) {
                throw new IllegalArgumentException(parameter.key() + " has a value outside its range.");
            }
        }
        return new Setting(List.copyOf(parameters), values.clone(), Collections.emptyMap());
    }

    /** The table the setting belongs to, in order. */
    public List<? extends Parameter> parameters() {
        return parameters;
    }

    /** The cells that are set, in the order of their keys; the others are as the scenario has them. */
    public Map<Parameter, Double> cells() {
        return cells;
    }

    /** The value of a parameter; of a cell that is not set, its default. */
    public double get(Parameter parameter) {
        int place = parameter.ordinal();
        return place != Parameter.OUTSIDE ? values[place] : cells.getOrDefault(parameter, parameter.defaultValue());
    }

    /** An integer parameter's value. */
    public int count(Parameter parameter) {
        return (int) get(parameter);
    }

    public boolean on(Parameter mechanism) {
        return get(mechanism) != 0;
    }

    /**
     * The same setting but for one parameter.
     *
     * @throws IllegalArgumentException in one sentence, when the parameter does not allow the value
     */
    public Setting with(Parameter parameter, double value) {
        Map<Parameter, Double> one = new LinkedHashMap<>();
        one.put(parameter, value);
        return with(one);
    }

    /**
     * The same setting but for some parameters.
     *
     * @throws IllegalArgumentException in one sentence, when one does not allow its value
     */
    public Setting with(Map<Parameter, Double> others) {
        double[] changed = values.clone();
        Map<Parameter, Double> changedCells = new TreeMap<>(Comparator.comparing(Parameter::key));
        changedCells.putAll(cells);
        others.forEach((parameter, value) -> {
            if (parameter.ordinal() == Parameter.OUTSIDE) {
                changedCells.put(parameter, allowed(parameter, value));
            } else {
                changed[parameter.ordinal()] = allowed(parameter, value);
            }
        });
        return new Setting(parameters, changed, Collections.unmodifiableMap(changedCells));
    }

    /**
     * The same setting with other values of what is at its default; what is set to anything else stays.
     *
     * @throws IllegalArgumentException in one sentence, when one does not allow its value
     */
    public Setting completed(Map<Parameter, Double> others) {
        Map<Parameter, Double> free = new LinkedHashMap<>();
        others.forEach((parameter, value) -> {
            if (get(parameter) == parameter.defaultValue()) {
                free.put(parameter, value);
            }
        });
        return with(free);
    }

    private static double allowed(Parameter parameter, double value) {
        if (!parameter.allows(value)) {
            throw new IllegalArgumentException(
                    parameter.key() + " is " + Decimal.brief(value) + "; allowed is " + parameter.allowed() + ".");
        }
        return value;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Setting that
                && parameters.equals(that.parameters)
                && Arrays.equals(values, that.values)
                && cells.equals(that.cells);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(values) ^ cells.hashCode();
    }
}
