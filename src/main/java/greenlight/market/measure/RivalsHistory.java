package greenlight.market.measure;

import greenlight.market.scenario.Archetype;
import java.util.List;

/** How those who came as video start-ups did with their users. */
final class RivalsHistory {
    private static final int YEAR = 4;

    private final RunRecord run;
    /** Their rows, of all quarters. */
    private final List<Row> rows;

    RivalsHistory(RunRecord run) {
        this.run = run;
        rows = run.ofVendors(vendor -> vendor.opening().archetype() == Archetype.VIDEO_STARTUP);
    }

    /** Their rows, of all quarters. */
    List<Row> rows() {
        return rows;
    }

    private double sum(Reading reading, int from) {
        double sum = 0;
        for (Row row : rows) {
            sum += row.quarter() >= from ? row.get(reading) : 0;
        }
        return sum;
    }

    /** People who pay them in the last quarter. */
    double payers() {
        return sum(Reading.PAID_USERS, run.lastQuarter());
    }

    /** What users paid them in the last four quarters, US dollars. */
    double revenue() {
        return sum(Reading.QUARTER_VIDEO_REVENUE, run.lastQuarter() - YEAR + 1);
    }

    /** What users paid them in a quarter, US dollars a year; not-a-number beyond the horizon. */
    double revenueIn(int quarter) {
        double sum = quarter > run.lastQuarter() ? Double.NaN : 0;
        for (Row row : rows) {
            sum += row.quarter() == quarter ? YEAR * row.get(Reading.QUARTER_VIDEO_REVENUE) : 0;
        }
        return sum;
    }

    /** Share of the quarters in which they had paying users. */
    double paidQuarters() {
        boolean[] paid = new boolean[run.quarters()];
        for (Row row : rows) {
            paid[row.quarter()] |= row.get(Reading.PAID_USERS) > 0;
        }
        int count = 0;
        for (boolean each : paid) {
            count += each ? 1 : 0;
        }
        return RunRecord.ratio(count, paid.length);
    }

    /** Their lowest price of a clip in the last quarter that has one, against that in the first; not-a-number without any. */
    double clipPriceFall() {
        double[] least = new double[run.quarters()];
        for (Row row : rows) {
            double price = row.get(Reading.QUARTER_CLIP_PRICE);
            double known = least[row.quarter()];
            least[row.quarter()] = price > 0 && (known == 0 || price < known) ? price : known;
        }
        double first = 0;
        double last = 0;
        for (double price : least) {
            first = first == 0 ? price : first;
            last = price > 0 ? price : last;
        }
        return first > 0 ? last / first : Double.NaN;
    }
}
