package greenlight.runner.measure;

import greenlight.runner.model.Model.Column;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * How the values of a reading over the steps of a run come to one number. Steps in which the reading does not apply are left
 * out; where it applies in none, the number is not one.
 *
 * @param step the label that {@link How#AT} asks for; else empty
 * @param condition what {@link How#WHERE} and {@link How#FIRST_WHERE} ask for
 */
record Summary(How how, String step, Optional<Condition> condition) {
    /** The ways, in the order of the documents. */
    enum How {
        FIRST("value in the run's first step"),
        LAST("value in the run's last step"),
        MIN("smallest"),
        MAX("largest"),
        MEAN("mean over the steps"),
        SUM("sum over the steps"),
        AT("value in the step of this label"),
        WHERE("number of steps in which the condition holds"),
        FIRST_WHERE("first step in which the condition holds, counted from 0");

        private final String meaning;

        How(String meaning) {
            this.meaning = meaning;
        }

        String meaning() {
            return meaning;
        }

        /** Whether the word says it all; the others have a label or a condition. */
        boolean plain() {
            return ordinal() < AT.ordinal();
        }

        /**
         * Its spelling in files.
         *
         * @param steps what steps are called, in the plural
         */
        String word(String steps) {
            return this == WHERE ? steps + "_where" : name().toLowerCase(Locale.ROOT);
        }

        static List<String> words(String steps) {
            return Arrays.stream(values()).map(how -> how.word(steps)).toList();
        }
    }

    static Summary of(How how) {
        return new Summary(how, "", Optional.empty());
    }

    /** What comes out of values of a type; of whole numbers and flags the mean alone is a real. */
    Column.Type type(Column.Type values) {
        return switch (how) {
            case MEAN -> Column.Type.REAL;
            case SUM -> values == Column.Type.BOOLEAN ? Column.Type.INTEGER : values;
            case WHERE, FIRST_WHERE -> Column.Type.INTEGER;
            default -> values;
        };
    }

    /** Such as {@code last of the years}. */
    String words(String steps) {
        String held = condition.map(Condition::words).orElse("");
        return switch (how) {
            case AT -> "at " + step;
            case MIN -> "smallest of the " + steps;
            case MAX -> "largest of the " + steps;
            case MEAN -> "mean of the " + steps;
            case WHERE -> "number of " + steps + " in which it is " + held;
            case FIRST_WHERE -> "first of the " + steps + " in which it is " + held + ", counted from 0";
            default -> word() + " of the " + steps;
        };
    }

    private String word() {
        return how.word("");
    }

    /** The number; not-a-number where there is none. */
    double of(Series series) {
        double[] values = series.values();
        return switch (how) {
            case FIRST -> values.length == 0 ? Double.NaN : values[0];
            case LAST -> values.length == 0 ? Double.NaN : values[values.length - 1];
            case MIN -> Arrays.stream(applying(values)).min().orElse(Double.NaN);
            case MAX -> Arrays.stream(applying(values)).max().orElse(Double.NaN);
            case MEAN -> sum(values) / applying(values).length;
            case SUM -> applying(values).length == 0 ? Double.NaN : sum(values);
            case AT -> series.labels().contains(step) ? values[series.labels().indexOf(step)] : Double.NaN;
            case WHERE ->
                Arrays.stream(values).filter(condition.orElseThrow()::holds).count();
            case FIRST_WHERE -> first(series);
        };
    }

    private double first(Series series) {
        for (int step = 0; step < series.values().length; step++) {
            if (condition.orElseThrow().holds(series.values()[step])) {
                return series.times()[step];
            }
        }
        return Double.NaN;
    }

    private static double[] applying(double[] values) {
        return Arrays.stream(values).filter(value -> !Double.isNaN(value)).toArray();
    }

    /** One after the other, as tables are read: a stream's own sum rounds otherwise. */
    private static double sum(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += Double.isNaN(value) ? 0 : value;
        }
        return sum;
    }
}
