package greenlight.runner.dataset;

import greenlight.runner.csv.BadTable;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A condition on a column, such as {@code x > 100}; a yes-or-no column may stand alone.
 *
 * @param sign one of {@code > >= < <= = !=}
 * @param text what the column is compared with
 */
public record Condition(String column, String sign, String text) {
    private static final Pattern PATTERN =
            Pattern.compile("\\s*([A-Za-z_][A-Za-z0-9_.]*)\\s*(?:(>=|<=|!=|==|=|>|<)\\s*(.+?)\\s*)?");

    /** Reads conditions joined by {@code and} or commas. */
    public static List<Condition> all(String words) throws BadTable {
        List<Condition> all = new ArrayList<>();
        for (String part : words.split("\\s+and\\s+|,", -1)) {
            all.add(of(part));
        }
        return all;
    }

    /** Reads one condition. */
    public static Condition of(String words) throws BadTable {
        Matcher match = PATTERN.matcher(words);
        if (!match.matches()) {
            throw new BadTable(
                    "'" + words.strip() + "' is not a condition; write one such as 'x > 100' or 'x = true'.");
        }
        String sign = match.group(2) == null ? "=" : match.group(2).replace("==", "=");
        return new Condition(match.group(1), sign, match.group(2) == null ? "true" : match.group(3));
    }

    /** The number the text stands for in a column. */
    public double limit(Column of) throws BadTable {
        double limit = of.value(text);
        boolean ordered = of.isNumeric();
        if (Double.isNaN(limit)) {
            String allowed = ordered ? "a number" : of.isBoolean() ? "true or false" : String.join(", ", of.words());
            throw new BadTable(column + " " + sign + " " + text + ": " + column + " is compared with " + allowed + ".");
        }
        if (!ordered && !sign.equals("=") && !sign.equals("!=")) {
            throw new BadTable(column + " " + sign + " " + text + ": " + column + " has no order; write = or !=.");
        }
        return limit;
    }

    /** Whether a value meets it. */
    public boolean met(double value, double limit) {
        return switch (sign) {
            case ">" -> value > limit;
            case ">=" -> value >= limit;
            case "<" -> value < limit;
            case "<=" -> value <= limit;
            case "=" -> value == limit;
            default -> value != limit;
        };
    }

    @Override
    public String toString() {
        return sign.equals("=") && text.equals("true") ? column : column + " " + sign + " " + text;
    }
}
