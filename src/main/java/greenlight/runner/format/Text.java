package greenlight.runner.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Words and figures for a reader. */
public final class Text {
    /** Characters of a line where the width of the terminal is not known. */
    public static final int WIDTH = 100;

    /** Characters of a title, a name or a path that a message shows whole. */
    private static final int LONGEST = 200;

    private static final double THOUSAND = 1e3;
    private static final double MILLION = 1e6;
    private static final double BILLION = 1e9;

    /** The part of a round number from which three digits round up to it. */
    private static final double ROUNDS_UP = 0.9995;

    /** Below it a number is written with an exponent. */
    private static final double SMALL = 5e-4;

    /** A blank at which no line is broken. */
    private static final String TIE = "\u00a0";

    /** Units that are not separated from their number by a line break. */
    private static final Pattern BOUND = Pattern.compile("(?<=\\d) (%|thousand|million|billion)");

    private Text() {}

    /** Such as {@code 1 run} or {@code 1,200 runs}. */
    public static String count(long n, String thing) {
        return grouped(n) + " " + thing + (n == 1 ? "" : "s");
    }

    public static String grouped(long n) {
        return String.format(Locale.ROOT, "%,d", n);
    }

    /** Such as {@code $1.3 billion}, {@code $87.2 million}, {@code $420 thousand} or {@code $0}. */
    public static String dollars(double amount) {
        String sign = amount < 0 ? "-$" : "$";
        return Double.isNaN(amount) ? scaled(amount) : sign + scaled(Math.abs(amount));
    }

    /** Three significant digits, the size in words from ten thousand on; {@code unknown} for not-a-number. */
    public static String scaled(double amount) {
        double size = Math.abs(amount);
        if (Double.isNaN(amount)) {
            return "unknown";
        }
        if (size >= ROUNDS_UP * BILLION) {
            return significant(amount / BILLION) + " billion";
        }
        if (size >= ROUNDS_UP * MILLION) {
            return significant(amount / MILLION) + " million";
        }
        return size >= ROUNDS_UP * 10 * THOUSAND ? significant(amount / THOUSAND) + " thousand" : significant(amount);
    }

    /** Three significant digits, or all digits of a whole number; two for numbers too small for decimals. */
    public static String significant(double value) {
        double size = Math.abs(value);
        if (size >= ROUNDS_UP * 100) {
            return grouped(Math.round(value));
        }
        if (size < SMALL) {
            return Decimal.brief(Double.parseDouble(String.format(Locale.ROOT, "%.1e", value)));
        }
        int decimals = Math.max(0, 2 - (int) Math.floor(Math.log10(size)));
        return String.format(Locale.ROOT, "%." + decimals + "f", value).replaceFirst("\\.?0+$", "");
    }

    /** Such as {@code 12 %}. */
    public static String percent(double share) {
        return (share < 0 ? "-" : "") + significant(Math.abs(share) * 100) + " %";
    }

    /** Such as {@code 340 B}, {@code 12 kB} or {@code 1.4 MB}. */
    public static String bytes(double size) {
        if (size < THOUSAND) {
            return Math.round(size) + " B";
        }
        if (size < MILLION) {
            return significant(size / THOUSAND) + " kB";
        }
        return size < BILLION ? significant(size / MILLION) + " MB" : significant(size / BILLION) + " GB";
    }

    /** Such as {@code 12.3 s} or {@code 4 min} or {@code 2.5 hours}. */
    public static String span(double seconds) {
        if (seconds < 120) {
            return (seconds < 1 ? "under 1" : significant(seconds)) + " s";
        }
        return seconds < 7200 ? Math.round(seconds / 60) + " min" : significant(seconds / 3600) + " hours";
    }

    /** A meaning as a sentence; nothing when there is none. */
    public static String sentence(String meaning) {
        if (meaning.isEmpty()) {
            return "";
        }
        return Character.toUpperCase(meaning.charAt(0)) + meaning.substring(1) + (meaning.endsWith(".") ? "" : ".");
    }

    /** The words in lines of at most a width, where no word is longer. */
    public static List<String> wrapped(String words, int width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : BOUND.matcher(words.strip()).replaceAll(TIE + "$1").split(" +", -1)) {
            if (line.length() > 0 && line.length() + 1 + word.length() > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.length() > 0 ? " " : "").append(word);
        }
        lines.add(line.toString());
        lines.replaceAll(tied -> tied.replace(TIE, " "));
        return lines;
    }

    /** A title, a name or a path as a message shows it: of a very long one both ends. */
    public static String shortened(String text) {
        return text.length() <= LONGEST
                ? text
                : text.substring(0, LONGEST / 2) + "..." + text.substring(text.length() - LONGEST / 2);
    }

    /** The words behind a margin, wrapped at a width; lines after the first begin with as many blanks. */
    public static String hung(String margin, String words, int width) {
        return margin + String.join("\n" + " ".repeat(margin.length()), wrapped(words, width - margin.length()));
    }

    public static String padded(String text, int width) {
        return text + " ".repeat(Math.max(0, width - text.length()));
    }

    public static String right(String text, int width) {
        return " ".repeat(Math.max(0, width - text.length())) + text;
    }
}
