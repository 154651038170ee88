package greenlight.runner.model;

import greenlight.runner.format.Decimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** One immutable setting of all parameters of a model. */
public final class Setting {
    private final List<? extends Parameter> parameters;
    private final double[] values;

    private Setting(List<? extends Parameter> parameters, double[] values) {
        this.parameters = parameters;
        this.values = values;
    }

    /** Every parameter of the table at its default. */
    public static Setting of(List<? extends Parameter> parameters) {
        return new Setting(
                List.copyOf(parameters),
                parameters.stream().mapToDouble(Parameter::defaultValue).toArray());
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
        return new Setting(List.copyOf(parameters), values.clone());
    }

    /** The table the setting belongs to, in order. */
    public List<? extends Parameter> parameters() {
        return parameters;
    }

    public double get(Parameter parameter) {
        return values[parameter.ordinal()];
    }

    /** An integer parameter's value. */
    public int count(Parameter parameter) {
        return (int) values[parameter.ordinal()];
    }

    public boolean on(Parameter mechanism) {
        return values[mechanism.ordinal()] != 0;
    }

    /**
     * The same setting but for one parameter.
     *
     * @throws IllegalArgumentException in one sentence, when the parameter does not allow the value
     */
    public Setting with(Parameter parameter, double value) {
        double[] changed = values.clone();
        changed[parameter.ordinal()] = allowed(parameter, value);
        return new Setting(parameters, changed);
    }

    /**
     * The same setting but for some parameters.
     *
     * @throws IllegalArgumentException in one sentence, when one does not allow its value
     */
    public Setting with(Map<Parameter, Double> others) {
        double[] changed = values.clone();
        others.forEach((parameter, value) -> changed[parameter.ordinal()] = allowed(parameter, value));
        return new Setting(parameters, changed);
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
                && Arrays.equals(values, that.values);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(values);
    }

    /** All parameters as {@code key=value}, for messages. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (Parameter parameter : parameters) {
            text.append(text.isEmpty() ? "" : " ")
                    .append(parameter.key())
                    .append('=')
                    .append(parameter.text(get(parameter)));
        }
        return text.toString();
    }
}
