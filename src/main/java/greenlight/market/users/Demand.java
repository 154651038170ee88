package greenlight.market.users;

/**
 * What users did with one vendor in a quarter, counted in user agents.
 *
 * @param free on the free plan at the quarter's end
 * @param paid on the paid plan at the quarter's end
 * @param freeProfessionals of those on the free plan, professionals
 * @param paidProfessionals of those on the paid plan, professionals
 * @param before on either tier at the quarter's start
 * @param kept of these, still with the vendor at the end
 * @param adopted came from no vendor
 * @param switched came from another vendor
 * @param converted began to pay
 * @param misuse weight of misuse: sum over users of their propensity, 1 on average
 * @param surplusCents what paying users would have paid beyond the price, US cents a month, summed over agents
 */
public record Demand(
        long free,
        long paid,
        long freeProfessionals,
        long paidProfessionals,
        long before,
        long kept,
        long adopted,
        long switched,
        long converted,
        double misuse,
        long surplusCents) {
    /** No users. */
    public static final Demand NONE = new Demand(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

    public long active() {
        return free + paid;
    }

    /** Users who could begin to pay: free at the end, or converted. */
    public long couldConvert() {
        return free + converted;
    }

    /** Share of the users at the start who stayed; not-a-number without users. */
    public double retention() {
        return before > 0 ? (double) kept / before : Double.NaN;
    }

    /** Share of the free users who began to pay; not-a-number without free users. */
    public double conversion() {
        return couldConvert() > 0 ? (double) converted / couldConvert() : Double.NaN;
    }

    /** Mean propensity to misuse of its users, 1 on average and where there are none. */
    public double meanMisuse() {
        return active() > 0 ? misuse / active() : 1;
    }

    public long left() {
        return before - kept;
    }
}
