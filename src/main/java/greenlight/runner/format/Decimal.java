package greenlight.runner.format;

import tools.jackson.core.io.NumberOutput;

/**
 * The one rule by which numbers are written: the shortest decimal that reads back to the same double (Giulietti's
 * Schubfach, in Jackson's core), whatever the JDK; {@code Double.toString} changed in JDK 19.
 */
public final class Decimal {
    private static final long MILLION = 1_000_000;

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

    /**
     * For the bounds of what is declared, which have six decimals at most: as {@link #brief}, but with the same text where
     * Jackson is not, as in a browser.
     *
     * @param value of a size below 10^15
     */
    public static String bound(double value) {
        long millionths = Math.round(Math.abs(value) % 1 * MILLION);
        String whole = (value < 0 ? "-" : "") + (long) Math.abs(value);
        if (millionths == 0) {
            return whole;
        }
        String digits = Long.toString(MILLION + millionths).substring(1);
        while (digits.endsWith("0")) {
            digits = digits.substring(0, digits.length() - 1);
        }
        return whole + "." + digits;
    }
}
