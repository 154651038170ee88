package greenlight.market;

/** Is notified while a market runs to its horizon, and must not change it; it measures what each phase costs. */
public interface PhaseListener {
    /** Ignores everything. */
    PhaseListener NONE = phase -> {};

    /** The market has opened; the first quarter follows. */
    default void opened() {}

    /** A phase of a quarter has ended. */
    void after(Phase phase);
}
