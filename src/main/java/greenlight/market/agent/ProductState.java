package greenlight.market.agent;

/** The state of a vendor's product. */
public enum ProductState {
    BUILDING,
    LIVE,
    SHUT_DOWN,
    PIVOTED_TO_TOOLS,
    PIVOTED_TO_ENTERPRISE,
    INSOLVENT,
    ACQUIRED;

    /** Whether the vendor still trades, with or without its video platform. */
    public boolean trading() {
        return this != INSOLVENT && this != ACQUIRED;
    }
}
