package greenlight.market.economics.finance;

/** Whether founding a firm pays. */
public final class Entry {
    private Entry() {}

    /**
     * What founding leaves of a firm's worth: 1 - 1/q = (V - C) / V, none where q is 1 or less. Firms are founded while their
     * worth exceeds what it costs to bring them about (Tobin 1969, "A general equilibrium approach to monetary theory",
     * <i>Journal of Money, Credit and Banking</i>: q = V / C).
     *
     * @param worth V, US dollars
     * @param cost C, US dollars, at least 0
     * @return 0 to 1
     */
    public static double foundersShare(double worth, double cost) {
        return worth > cost ? 1 - cost / worth : 0;
    }
}
