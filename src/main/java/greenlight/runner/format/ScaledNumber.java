package greenlight.runner.format;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Numbers as figures write them: few digits, their size in words, a true minus sign. */
public final class ScaledNumber {
    private static final String[] SIZES = {"", "thousand", "million", "billion", "trillion"};

    private ScaledNumber() {}

    /** The unit in which an amount has few digits, such as {@code million USD}, and how many of the plain unit it is. */
    public static Unit unit(double amount, String unit) {
        int thousands = size(amount);
        return new Unit((SIZES[thousands] + " " + unit).strip(), Math.pow(1000, thousands));
    }

    /** A unit and its size. */
    public record Unit(String words, double size) {}

    /** How often a thousand is told in words. */
    private static int size(double amount) {
        return amount < 2e4 ? 0 : Math.min(SIZES.length - 1, (int) Math.floor(Math.log10(amount * 1.0001) / 3));
    }

    /** A value with three significant digits, its size in words and its unit, such as {@code 1.2 million USD}; a dash for not-a-number. */
    public static String words(double value, String unit) {
        if (Double.isNaN(value)) {
            return "–";
        }
        int thousands = size(Math.abs(value));
        String size = (number(value / Math.pow(1000, thousands), 3) + " " + SIZES[thousands]).strip();
        return (size + " " + unit).strip();
    }

    /** So many significant digits, without an exponent where that is short. */
    public static String number(double value, int digits) {
        if (value == 0 || !Double.isFinite(value)) {
            return value == 0 ? "0" : Double.isNaN(value) ? "" : value > 0 ? "∞" : "\u2212∞";
        }
        double size = Math.abs(value);
        if (size >= 1e6 || size < 1e-4) {
            BigDecimal rounded = new BigDecimal(value).round(new MathContext(digits));
            int power = rounded.precision() - rounded.scale() - 1;
            return minus(rounded.movePointLeft(power).stripTrailingZeros().toPlainString() + "e" + power);
        }
        int places = Math.max(0, digits - 1 - (int) Math.floor(Math.log10(size)));
        BigDecimal rounded = new BigDecimal(value).setScale(places, RoundingMode.HALF_EVEN);
        return minus(places > 0 ? rounded.stripTrailingZeros().toPlainString() : rounded.toPlainString());
    }

    /** With a number of decimals; none where it is below 0. */
    public static String fixed(double value, int decimals) {
        return minus(BigDecimal.valueOf(value)
                .setScale(Math.max(0, decimals), RoundingMode.HALF_EVEN)
                .toPlainString());
    }

    /** With the minus sign of typography. */
    private static String minus(String number) {
        return number.replace('-', '\u2212');
    }
}
