package greenlight.market.state;

import greenlight.market.scenario.Scenario;

/** The running quarter, counted from 0, and its place in the calendar. */
public final class Clock {
    private final Scenario.Quarter start;
    private int quarter;

    public Clock(Scenario.Quarter start) {
        this.start = start;
    }

    /** Moves on to a quarter. */
    public void turnTo(int next) {
        quarter = next;
    }

    public int quarter() {
        return quarter;
    }

    /** The calendar label of a quarter, such as {@code 2025Q4}. */
    public String label(int of) {
        return start.label(of);
    }
}
