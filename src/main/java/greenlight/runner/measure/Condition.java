package greenlight.runner.measure;

import greenlight.runner.format.Decimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a reading is compared with. */
record Condition(String sign, double bound) {
    /** A sign and a number, such as {@code > 1e6}. */
    static final String FORM = "\\s*(>=|<=|>|<)\\s*([-+]?[0-9]*\\.?[0-9]+(?:[eE][-+]?[0-9]+)?)\\s*";

    private static final Pattern WRITTEN = Pattern.compile(FORM);

    /** The condition as a file has it; empty where it is none. */
    static Optional<Condition> of(String text) {
        Matcher written = WRITTEN.matcher(text);
        if (!written.matches()) {
            return Optional.empty();
        }
        double bound = Double.parseDouble(written.group(2));
        return Double.isFinite(bound) ? Optional.of(new Condition(written.group(1), bound)) : Optional.empty();
    }

    /** Whether a value meets it; not-a-number never does. */
    boolean holds(double value) {
        return switch (sign) {
            case ">=" -> value >= bound;
            case "<=" -> value <= bound;
            case ">" -> value > bound;
            default -> value < bound;
        };
    }

    /** Such as {@code > 1000000}. */
    String words() {
        return sign + " " + Decimal.brief(bound);
    }
}
