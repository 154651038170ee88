package greenlight.market;

/** Looks on while a market runs to its horizon, and must not touch it: from here it is seen what each phase costs. */
public interface PhaseListener {
    /** Does not look. */
    PhaseListener NOBODY = phase -> {};

    /** Everybody has been let in; the first quarter is about to begin. */
    default void opened() {}

    /** A phase of a quarter is over. */
    void after(Phase phase);
}
