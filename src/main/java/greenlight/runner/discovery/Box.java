package greenlight.runner.discovery;

import greenlight.runner.dataset.Column;
import greenlight.runner.dataset.Factor;
import greenlight.runner.format.Text;
import java.util.List;

/**
 * A region of the factors.
 *
 * @param limits one for each factor that is limited
 * @param cases runs inside in which it happens
 * @param runs inside
 * @param coverage of all cases, share inside
 * @param density of the runs inside, share that are cases
 * @param mass of all runs, share inside
 */
public record Box(List<Limit> limits, double cases, double runs, double coverage, double density, double mass) {
    /**
     * What a factor is limited to.
     *
     * @param low least level inside; minus infinity when unlimited below
     * @param high greatest level inside; infinity when unlimited above
     * @param levels for a factor without order, those inside; else empty
     * @param quasiP chance that the limit would exclude as many other runs if it carried no information (Bryant and Lempert 2010)
     */
    public record Limit(Factor factor, double low, double high, List<Double> levels, double quasiP) {
        /** Such as {@code x <= 0.4} or {@code y = true}. */
        public String text() {
            Column column = factor.column();
            if (!levels.isEmpty()) {
                return factor.name() + (levels.size() == 1 ? " = " : " in ") + String.join(", ", factor.texts(levels));
            }
            if (low == high) {
                return factor.name() + " = " + column.text(low);
            }
            if (Double.isInfinite(low)) {
                return factor.name() + " <= " + brief(column, high);
            }
            return Double.isInfinite(high)
                    ? factor.name() + " >= " + brief(column, low)
                    : brief(column, low) + " <= " + factor.name() + " <= " + brief(column, high);
        }

        private static String brief(Column column, double value) {
            return column.isReal() ? Text.scaled(value) : column.text(value);
        }

        boolean holds(double level) {
            return levels.isEmpty() ? level >= low && level <= high : levels.contains(level);
        }
    }

    /** The limits in words, levers apart from uncertainties where that is known. */
    public String text() {
        if (limits.isEmpty()) {
            return "everywhere";
        }
        StringBuilder text = new StringBuilder();
        for (Limit limit : limits) {
            String known = limit.factor().known();
            text.append(text.isEmpty() ? "" : " and ").append(limit.text());
            text.append(known.isEmpty() ? "" : limit.factor().lever() ? " (lever)" : " (" + known + ")");
        }
        return text.toString();
    }
}
