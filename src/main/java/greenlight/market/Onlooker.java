package greenlight.market;

/** Looks on while a market runs, and must not touch it: what it costs is seen from here. */
public interface Onlooker {
    /** Everybody has been let in; the first quarter is about to begin. */
    void opened();

    /** A phase of a quarter is over. */
    void after(Phase phase);
}
