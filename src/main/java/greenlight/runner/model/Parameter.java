package greenlight.runner.model;

import greenlight.runner.format.Decimal;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/**
 * One parameter of a model: a number, a count or a switch that an experiment may set. A model declares its parameters as an enum
 * laid out as a table, so {@link #name()} and {@link #ordinal()} come from the enum itself. A number in the files of a
 * scenario, a <i>cell</i>, can be a parameter outside the table.
 */
public interface Parameter {
    /** What values a parameter takes. */
    enum Kind {
        /** Any number within the range. */
        REAL,
        /** A whole number within the range. */
        INTEGER,
        /** {@code on} (1) or {@code off} (0). */
        SWITCH,
        /** One of a few words, valued 0, 1, ... in their order. */
        CHOICE
    }

    /** How a range is walked by designs and sliders. */
    enum Scale {
        LINEAR,
        LOG
    }

    /** How the default is known. The first three are uncertainties; a lever is a policy. */
    enum Basis {
        /** Taken from a source that counted or measured it. */
        MEASURED,
        /** Chosen within bounds that sources give, so that the model meets recorded patterns. */
        ESTIMATED,
        /** A reasoned guess; no source bounds it closely. */
        ASSUMED,
        /** An agent of the model may choose it. */
        LEVER,
        /** Belongs to the experimenter: size, horizon, mechanism switches. */
        CONTROL
    }

    String name();

    /** Its place in the model's table, from 0; {@link #OUTSIDE} for a cell. */
    int ordinal();

    /** The ordinal of all parameters that are not in the model's table. */
    int OUTSIDE = -1;

    Kind kind();

    /** The default; not-a-number for a cell of several rows, each of which has its own. */
    double defaultValue();

    /** Smallest allowed value. */
    double from();

    /** Largest allowed value. */
    double to();

    Scale scale();

    /** Unit in words, such as {@code years} or {@code USD/hour}. */
    String unit();

    /** The mechanism or subject the parameter belongs to, in snake_case. */
    String group();

    /** What it is, in one phrase. */
    String meaning();

    Basis basis();

    /** Where the default comes from. */
    String source();

    /** The only spelling in files, headers and commands: the lower-cased name. */
    default String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The words of a switch or a choice, in the order of their values; none for a number. */
    default List<String> words() {
        return kind() == Kind.SWITCH ? List.of("off", "on") : List.of();
    }

    /** The value of a word of a switch or a choice; a switch also knows {@code true} and {@code false}. */
    default OptionalDouble read(String word) {
        String meant = kind() != Kind.SWITCH ? word : word.equals("true") ? "on" : word.equals("false") ? "off" : word;
        int value = words().indexOf(meant);
        return value < 0 ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    /** The value as a person writes it: {@code on}/{@code off}, a whole number, or the shortest decimal. */
    default String text(double value) {
        return switch (kind()) {
            case SWITCH, CHOICE -> words().get((int) value);
            case INTEGER -> Long.toString((long) value);
            case REAL -> Decimal.brief(value);
        };
    }

    /** What is allowed, in words: {@code 0.1 to 8 years}, {@code a whole number from 1 to 400}, {@code on or off}. */
    default String allowed() {
        return switch (kind()) {
            case SWITCH -> "on or off";
            case CHOICE -> String.join(" or ", words());
            case INTEGER -> "a whole number from " + bound(from()) + " to " + bound(to()) + " (" + unit() + ")";
            case REAL -> "a number from " + bound(from()) + " to " + bound(to()) + " (" + unit() + ")";
        };
    }

    /** An end of the range as a person writes it. */
    default String bound(double end) {
        return text(end);
    }

    /** Whether the value may be set. */
    default boolean allows(double value) {
        return value >= from() && value <= to() && (kind() == Kind.REAL || value == (long) value);
    }
}
