package greenlight.app.cli.evidence;

import greenlight.market.measure.Measure;
import greenlight.runner.format.Text;

/** A measure's value with its unit, in words. */
final class MeasureFormat {
    private static final double PER_MILLE = 1000;

    private MeasureFormat() {}

    /** Such as {@code $1.2 million a day}, {@code 3.7 %} or {@code 3}. */
    static String of(Measure measure, double value) {
        if (Double.isNaN(value)) {
            return "nothing";
        }
        String unit = measure.unit();
        if (unit.startsWith("USD")) {
            return Text.dollars(value) + unit.substring("USD".length()).replace("/", " a ");
        }
        if (measure.yesOrNo() || unit.equals("share") || unit.equals("ratio")) {
            return percent(value);
        }
        return Text.scaled(value);
    }

    /** Tenths of a percent, or more digits where those would say nothing. */
    private static String percent(double share) {
        double percent = Math.rint(share * PER_MILLE) / 10;
        if (percent == 0) {
            return Text.percent(share);
        }
        return (percent == Math.rint(percent) ? Long.toString((long) percent) : Double.toString(percent)) + " %";
    }

    /** A difference between two values: of shares, such as {@code 12.5 points}, hundredths of the whole. */
    static String difference(Measure measure, double value) {
        return of(measure, value).replace(" %", " points");
    }
}
