package greenlight.runner.dataset;

import java.util.Locale;
import tools.jackson.core.io.NumberOutput;

/** Figures and names as sentences and tables write them. */
public final class Wording {
    private Wording() {}

    /** The shortest decimal that reads back to the same double; empty for not-a-number. */
    public static String exact(double value) {
        if (Double.isNaN(value)) {
            return "";
        }
        return NumberOutput.toString(value == 0 ? 0.0 : value, true);
    }

    public static String grouped(long n) {
        return String.format(Locale.ROOT, "%,d", n);
    }

    /** Such as {@code 1 run} or {@code 1,200 runs}. */
    public static String count(long n, String thing) {
        return grouped(n) + " " + thing + (n == 1 ? "" : "s");
    }

    /** Three significant digits, the size in words from ten thousand on. */
    public static String figure(double value) {
        double size = Math.abs(value);
        if (Double.isNaN(value)) {
            return "unknown";
        }
        if (size >= 9.995e8) {
            return digits(value / 1e9) + " billion";
        }
        if (size >= 9.995e5) {
            return digits(value / 1e6) + " million";
        }
        return size >= 9995 ? digits(value / 1e3) + " thousand" : digits(value);
    }

    private static String digits(double value) {
        double size = Math.abs(value);
        if (size == 0) {
            return "0";
        }
        if (size < 5e-4) {
            return String.format(Locale.ROOT, "%.1e", value);
        }
        if (size >= 99.95) {
            return grouped(Math.round(value));
        }
        int decimals = Math.max(0, 2 - (int) Math.floor(Math.log10(size)));
        String text = String.format(Locale.ROOT, "%." + decimals + "f", value);
        return text.replaceFirst("\\.?0+$", "");
    }

    /** An estimate of a measure, in its unit; booleans in per cent. */
    public static String figure(Column measure, double value) {
        if (measure.type() == Column.Type.BOOLEAN) {
            return percent(value);
        }
        return measure.unit().equals("USD") ? (value < 0 ? "-$" : "$") + figure(Math.abs(value)) : figure(value);
    }

    /** Such as {@code 12.5 %}. */
    public static String percent(double share) {
        double percent = share * 100;
        return String.format(Locale.ROOT, Math.abs(percent) < 9.95 ? "%.1f" : "%.0f", percent)
                        .replaceFirst("^-(0(\\.0)?)$", "$1")
                        .replaceFirst("\\.0$", "")
                + " %";
    }

    /** The name of a design, with its article. */
    public static String design(String type) {
        return switch (type) {
            case "factorial" -> "a full factorial";
            case "one-at-a-time" -> "one factor at a time";
            case "latin-hypercube" -> "a Latin hypercube or another random sample";
            case "sobol" -> "a Sobol' sequence";
            case "saltelli" -> "a Saltelli design";
            case "morris" -> "Morris trajectories";
            case "single" -> "a single point";
            default -> "a list of points";
        };
    }
}
