package greenlight.app.desktop;

import sim.util.Propertied;
import sim.util.Properties;

/**
 * What binds two agents: the information on an edge of the display.
 *
 * @param fresh whether it began in the quarter shown
 * @param weight how thick it is drawn, 0 to 1
 * @param properties what its inspector shows
 */
record Tie(Kind kind, State state, boolean fresh, double weight, String name, Properties properties)
        implements Propertied {
    /** What kind of bond. */
    enum Kind {
        DEAL,
        STAKE,
        SUIT
    }

    /** Its state. */
    enum State {
        /** A deal on trial. */
        PILOT,
        HOLDING,
        /** Over since this quarter: shown once more, broken. */
        BROKEN
    }

    @Override
    public String toString() {
        return name;
    }
}
