package greenlight.market.agent;

/** Where a vendor's product stands. */
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
