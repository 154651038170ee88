package greenlight.runner.measure;

import greenlight.runner.model.Model.Column;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** A measure of two others, which are the model's or the experiment's own. */
record CombinedMeasure(Column column, Operation operation, String first, String second) implements OwnMeasure {
    /** What is made of two measures. */
    enum Operation {
        DIFFERENCE("the first measure less the second"),
        RATIO("the first measure over the second; empty where that is 0");

        private final String meaning;

        Operation(String meaning) {
            this.meaning = meaning;
        }

        String meaning() {
            return meaning;
        }

        /** Its spelling in files. */
        String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        static List<String> words() {
            return Arrays.stream(values()).map(Operation::word).toList();
        }

        /** Not-a-number where either is. */
        double of(double first, double second) {
            if (this == DIFFERENCE) {
                return first - second;
            }
            return second == 0 ? Double.NaN : first / second;
        }
    }

    /** A measure under a name, its column made from those of the two. */
    static CombinedMeasure of(String name, Operation operation, Column first, Column second) {
        boolean ratio = operation == Operation.RATIO;
        boolean whole = !ratio && first.type() != Column.Type.REAL && second.type() != Column.Type.REAL;
        String meaning =
                first.key() + (ratio ? " over " : " less ") + second.key() + (ratio ? "; empty where that is 0" : "");
        Column column = new Column(
                name,
                whole ? Column.Type.INTEGER : Column.Type.REAL,
                ratio ? quotient(first.unit(), second.unit()) : first.unit(),
                meaning);
        return new CombinedMeasure(column, operation, first.key(), second.key());
    }

    /** The unit of a ratio; that of equal units is called so. */
    private static String quotient(String over, String under) {
        if (over.equals(under)) {
            return "ratio";
        }
        if (under.isEmpty()) {
            return over;
        }
        return (over.isEmpty() ? "1" : over) + "/" + (under.contains("/") ? "(" + under + ")" : under);
    }
}
