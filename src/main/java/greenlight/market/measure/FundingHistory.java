package greenlight.market.measure;

import greenlight.market.record.Event;

/** The rounds of start-ups and tool makers. */
final class FundingHistory {
    private static final int QUARTERS_PER_YEAR = 4;

    private final RunRecord run;
    /** Money raised by start-ups and tool makers, by quarter, US dollars. */
    private final double[] raised;

    FundingHistory(RunRecord run) {
        this.run = run;
        raised = new double[run.quarters()];
        for (Row row : run.ofVendors(vendor -> !vendor.lab())) {
            raised[row.quarter()] += row.get(Reading.QUARTER_RAISED);
        }
    }

    private int shrunkOrDown() {
        return run.count(Event.Kind.SHRUNK_ROUND) + run.count(Event.Kind.DOWN_ROUND);
    }

    int rounds() {
        return run.count(Event.Kind.ROUND) + shrunkOrDown();
    }

    int troubledRounds() {
        return shrunkOrDown() + run.count(Event.Kind.FAILED_ROUND);
    }

    /** Money raised in all quarters, US dollars. */
    double raised() {
        return raised(0, raised.length);
    }

    private double raised(int from, int to) {
        double sum = 0;
        for (int quarter = from; quarter < to; quarter++) {
            sum += raised[quarter];
        }
        return sum;
    }

    /**
     * Fall of the money raised, from the year before a closing to the year after, as a share; not-a-number where a year
     * is not within the run. Rounds are closed before vendors decide, so those of the closing's own quarter count as
     * before it.
     */
    double fallAfter(int closing) {
        return 1 - RunRecord.ratio(raisedInYear(closing + 1), raisedInYear(closing + 1 - QUARTERS_PER_YEAR));
    }

    private double raisedInYear(int from) {
        boolean within = from >= 0 && from + QUARTERS_PER_YEAR <= raised.length;
        return within ? raised(from, from + QUARTERS_PER_YEAR) : Double.NaN;
    }
}
