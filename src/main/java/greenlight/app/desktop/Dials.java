package greenlight.app.desktop;

import greenlight.runner.format.Decimal;
import greenlight.runner.model.Parameter;
import greenlight.runner.model.Setting;
import java.util.Locale;
import java.util.OptionalDouble;
import sim.util.Interval;
import sim.util.Properties;

/** The dials as the properties of the model, with their ranges and meanings; a change holds from the next run on. */
final class Dials extends Properties {
    private Setting setting;

    Dials(Setting setting) {
        this.setting = setting;
        object = "The dials";
    }

    /** The setting of all dials. */
    synchronized Setting setting() {
        return setting;
    }

    Parameter dial(int index) {
        return setting().parameters().get(index);
    }

    /** The dial's value, as a number. */
    double number(int index) {
        return setting().get(dial(index));
    }

    /** Sets a dial; what it does not allow is refused, and the dial stays. */
    synchronized boolean turn(int index, double value) {
        Parameter dial = dial(index);
        if (!dial.allows(value)) {
            return false;
        }
        // never negative zero
        setting = setting.with(dial, value + 0.0);
        return true;
    }

    @Override
    public boolean isVolatile() {
        return false;
    }

    @Override
    public int numProperties() {
        return setting().parameters().size();
    }

    /** True or false of a switch, the word's number of a choice, else the number. */
    @Override
    public Object getValue(int index) {
        return switch (dial(index).kind()) {
            case SWITCH -> number(index) != 0;
            case CHOICE -> (int) number(index);
            case INTEGER -> (long) number(index);
            case REAL -> number(index);
        };
    }

    /** The range, or the words of a choice; nothing for a switch. */
    @Override
    public Object getDomain(int index) {
        Parameter dial = dial(index);
        return switch (dial.kind()) {
            case SWITCH -> null;
            case CHOICE -> dial.words().toArray();
            case INTEGER -> new Interval((long) dial.from(), (long) dial.to());
            case REAL -> new Interval(dial.from(), dial.to());
        };
    }

    /** What it is, what is allowed, the default, how it is known and whence. */
    @Override
    public String getDescription(int index) {
        Parameter dial = dial(index);
        return "<html><b>" + dial.key() + "</b>: " + plain(dial.meaning()) + "<br>allowed: " + plain(dial.allowed())
                + "<br>default: " + dial.text(dial.defaultValue()) + " ("
                + dial.basis().name().toLowerCase(Locale.ROOT) + "; " + plain(dial.source()) + ")</html>";
    }

    private static String plain(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;");
    }

    @Override
    public boolean isReadWrite(int index) {
        return true;
    }

    @Override
    public String getName(int index) {
        return dial(index).key();
    }

    @Override
    public Class<?> getType(int index) {
        return switch (dial(index).kind()) {
            case SWITCH -> Boolean.TYPE;
            case CHOICE -> Integer.TYPE;
            case INTEGER -> Long.TYPE;
            case REAL -> Double.TYPE;
        };
    }

    /** Reads what was typed, with a point as decimal mark whatever the country; null when it is not allowed. */
    @Override
    public Object setValue(int index, String typed) {
        String text = typed.strip();
        OptionalDouble word = dial(index).read(text);
        try {
            return turn(index, word.isPresent() ? word.getAsDouble() : Double.parseDouble(text))
                    ? getValue(index)
                    : null;
        } catch (NumberFormatException notANumber) {
            return null;
        }
    }

    @Override
    protected Object _setValue(int index, Object value) {
        double number = value instanceof Boolean on ? (on ? 1 : 0) : ((Number) value).doubleValue();
        return turn(index, number) ? getValue(index) : null;
    }

    @Override
    public String betterToString(Object value) {
        return value instanceof Double number ? Decimal.brief(number) : String.valueOf(value);
    }
}
