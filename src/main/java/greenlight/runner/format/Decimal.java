package greenlight.runner.format;

import tools.jackson.core.io.NumberOutput;

/**
 * The one rule by which numbers are written: the shortest decimal that reads back to the same double (Giulietti's
 * Schubfach, in Jackson's core), whatever the JDK; {@code Double.toString} changed in JDK 19.
 */
public final class Decimal {
    private Decimal() {}

    /** For files: always with a decimal point, so that a column of reals is one in every reader. Not-a-number is empty. */
    public static String text(double value) {
        if (Double.isNaN(value)) {
            return "";
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? "inf" : "-inf";
        }
        return NumberOutput.toString(value == 0 ? 0.0 : value, true);
    }

    /** For sentences and tables: as {@link #text} without a trailing {@code .0}, whole numbers up to 10^15 in full. */
    public static String brief(double value) {
        if (value == (long) value && Math.abs(value) < 1e15) {
            return Long.toString((long) value);
        }
        String text = text(value);
        return text.contains("E") ? text.replace(".0E", "E").replace("E", "e") : text;
    }
}
