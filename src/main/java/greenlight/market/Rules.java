package greenlight.market;

/** The rules by which a market runs, as the results name them. */
public final class Rules {
    /**
     * Their version, part of every {@code run_id}. It moves when a golden run moves, and with nothing else: a release of
     * the program that leaves the runs as they are moves no id. A test holds it against the golden runs.
     */
    public static final String VERSION = "0.8.0";

    private Rules() {}
}
