package greenlight.parameter;

import java.util.Arrays;
import java.util.List;

/** One immutable setting of all dials of a model. */
public final class Parameters {
    private final List<? extends Dial> dials;
    private final double[] values;

    private Parameters(List<? extends Dial> dials, double[] values) {
        this.dials = dials;
        this.values = values;
    }

    /** Every dial of the table at its default. */
    public static Parameters of(List<? extends Dial> dials) {
        return new Parameters(
                List.copyOf(dials), dials.stream().mapToDouble(Dial::standard).toArray());
    }

    /**
     * Every dial of the table at a value, in the table's order.
     *
     * @throws IllegalArgumentException in one sentence, when a dial does not allow its value
     */
    public static Parameters of(List<? extends Dial> dials, double[] values) {
        for (Dial dial : dials) {
            if (!dial.allows(values[dial.ordinal()])) {
                throw new IllegalArgumentException(dial.key() + " has a value outside its range.");
            }
        }
        return new Parameters(List.copyOf(dials), values.clone());
    }

    /** The table the setting belongs to, in order. */
    public List<? extends Dial> dials() {
        return dials;
    }

    public double get(Dial dial) {
        return values[dial.ordinal()];
    }

    /** An integer dial's value. */
    public int count(Dial dial) {
        return (int) values[dial.ordinal()];
    }

    public boolean on(Dial mechanism) {
        return values[mechanism.ordinal()] != 0;
    }

    /**
     * The same setting but for one dial.
     *
     * @throws IllegalArgumentException in one sentence, when the dial does not allow the value
     */
    public Parameters with(Dial dial, double value) {
        if (!dial.allows(value)) {
            throw new IllegalArgumentException(
                    dial.key() + " is " + Decimal.brief(value) + "; allowed is " + dial.allowed() + ".");
        }
        double[] changed = values.clone();
        changed[dial.ordinal()] = value;
        return new Parameters(dials, changed);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Parameters that && dials.equals(that.dials) && Arrays.equals(values, that.values);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(values);
    }

    /** All dials as {@code key=value}, for messages. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (Dial dial : dials) {
            text.append(text.isEmpty() ? "" : " ")
                    .append(dial.key())
                    .append('=')
                    .append(dial.text(get(dial)));
        }
        return text.toString();
    }
}
