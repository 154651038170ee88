package greenlight.app.cli.evidence;

import greenlight.market.measure.Measure;
import greenlight.runner.format.Text;

/** A measure's value with its unit, in words. */
final class MeasureFormat {
    private MeasureFormat() {}

    /** Such as {@code $1.2 million a day}, {@code 3.71 %} or {@code 3}. */
    static String of(Measure measure, double value) {
        if (Double.isNaN(value)) {
            return "nothing";
        }
        String unit = measure.unit();
        if (unit.startsWith("USD")) {
            return Text.dollars(value) + unit.substring("USD".length()).replace("/", " a ");
        }
        if (measure.yesOrNo() || unit.equals("share") || unit.equals("ratio")) {
            return Text.percent(value);
        }
        return Text.scaled(value);
    }

    /** A difference between two values: of shares, such as {@code 12.5 points}, hundredths of the whole. */
    static String difference(Measure measure, double value) {
        return of(measure, value).replace(" %", " points");
    }
}
