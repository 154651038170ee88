package greenlight.runner.figure;

import java.util.ArrayList;
import java.util.List;

/**
 * How much room words take, whatever fonts are there: the advances of DejaVu Sans, wider than most faces, rounded up by
 * kind of letter, so that what fits by this rule fits in any of them.
 */
public final class TextMetrics {
    private TextMetrics() {}

    /** Width in pixels. */
    public static double width(String words, Fonts type) {
        double em = words.codePoints().mapToDouble(TextMetrics::advance).sum();
        return em * type.size() * (type.bold() ? 1.1 : 1);
    }

    private static double advance(int letter) {
        if ("ijlI.,:;'|!".indexOf(letter) >= 0) {
            return 0.33;
        }
        if (" ()[]ftr-/\u00a0".indexOf(letter) >= 0) {
            return 0.41;
        }
        if ("mMwW%@\u2265\u2264=+\u2212<>~".indexOf(letter) >= 0) {
            return letter == 'm' || letter == 'W' || letter == '%' ? 0.98 : 0.86;
        }
        return Character.isUpperCase(letter) ? 0.75 : 0.64;
    }

    /** The words in lines of at most that width, parted at blanks and underscores; a longer word has its own line. */
    public static List<String> wrapped(String words, Fonts type, double width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String part : words.strip().split("(?<=[ _])", -1)) {
            if (line.length() > 0 && width((line + part).stripTrailing(), type) > width) {
                lines.add(line.toString().stripTrailing());
                line.setLength(0);
            }
            line.append(part);
        }
        lines.add(line.toString().stripTrailing());
        return lines;
    }

    /** As much of the words as fits, with an ellipsis for the rest. */
    public static String cut(String words, Fonts type, double width) {
        if (width(words, type) <= width) {
            return words;
        }
        String rest = words;
        while (rest.length() > 1 && width(rest + "…", type) > width) {
            rest = rest.substring(0, rest.length() - 1);
        }
        return rest + "…";
    }
}
