package greenlight.runner.report.figure;

import greenlight.runner.dataset.Factor;
import greenlight.runner.figure.Axis;
import greenlight.runner.format.ScaledNumber;
import java.util.Arrays;
import java.util.List;

/** What a factor is drawn over. */
public final class FactorAxis {
    private FactorAxis() {}

    /** A level as a figure writes it. */
    public static String text(Factor factor, double level) {
        return switch (factor.column().type()) {
            case BOOLEAN -> level > 0 ? "on" : "off";
            case REAL -> ScaledNumber.words(level, "");
            default -> factor.column().text(level);
        };
    }

    /** Its levels: by their names, or as numbers, in logarithms where they are wide apart. */
    static Axis of(Factor factor, double[] levels) {
        if (!factor.isNumeric()) {
            return Axis.named(factor.name(), texts(factor, levels));
        }
        String unit = factor.column().unit();
        boolean wide = levels.length > 0 && levels[0] > 0 && levels[levels.length - 1] / levels[0] >= 50;
        return wide ? Axis.log(factor.name(), unit) : Axis.of(factor.name(), unit);
    }

    /** Each of its levels by its name. */
    static Axis named(Factor factor, List<Double> levels) {
        String unit = factor.column().unit();
        String title = unit.isEmpty() ? factor.name() : factor.name() + ", " + unit;
        return Axis.named(title, texts(factor, array(levels)));
    }

    private static List<String> texts(Factor factor, double[] levels) {
        return Arrays.stream(levels).mapToObj(level -> text(factor, level)).toList();
    }

    static double[] array(List<Double> levels) {
        return levels.stream().mapToDouble(level -> level).toArray();
    }
}
