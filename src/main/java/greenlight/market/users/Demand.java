package greenlight.market.users;

/**
 * What users did with one vendor in a quarter, counted in user agents. A user-month is a user who is with the vendor at a month's end.
 *
 * @param free on the free plan at the quarter's end
 * @param paid on the paid plan at the quarter's end
 * @param freeMonths user-months on the free plan
 * @param paidMonths user-months on the paid plan
 * @param freeProfessionalMonths of the user-months on the free plan, those of professionals
 * @param paidProfessionalMonths of the user-months on the paid plan, those of professionals
 * @param freeBefore users on the free plan at a month's start, summed over months
 * @param freeLeft of these, left the vendor in the month
 * @param paidBefore users on the paid plan at a month's start, summed over months
 * @param paidLeft of these, left the vendor in the month
 * @param adopted came from no vendor, summed over months
 * @param switched came from another vendor, summed over months
 * @param converted began to pay, summed over months
 * @param newBefore users at a month's start for whom it was the first vendor and who had come in the month before, summed over months
 * @param newLeft of these, left the vendor in the month
 * @param misuse weight of misuse: sum over user-months of the user's propensity, 1 on average
 * @param surplusCents what paying users would have paid beyond the price, US cents, summed over agents
 * @param visitorMonths user-months of those on another vendor's free plan who use this one's besides
 * @param visitorClips that these wish for here in the quarter, summed over agents
 * @param clipsElsewhere that its own users on the free plan wish for at others in the quarter, summed over agents
 */
public record Demand(
        long free,
        long paid,
        long freeMonths,
        long paidMonths,
        long freeProfessionalMonths,
        long paidProfessionalMonths,
        long freeBefore,
        long freeLeft,
        long paidBefore,
        long paidLeft,
        long adopted,
        long switched,
        long converted,
        long newBefore,
        long newLeft,
        double misuse,
        long surplusCents,
        double visitorMonths,
        double visitorClips,
        double clipsElsewhere) {
    /** No users. */
    public static final Demand NONE = new Demand(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

    /** Users at the quarter's end. */
    public long active() {
        return free + paid;
    }

    public long userMonths() {
        return freeMonths + paidMonths;
    }

    /** User-months of those who could begin to pay: free at the month's end, or converted. */
    public long couldConvert() {
        return freeMonths + converted;
    }

    /** Users who came, from no vendor or from another, summed over months. */
    public long came() {
        return adopted + switched;
    }

    /** Mean propensity to misuse of its users, 1 on average and where there are none. */
    public double meanMisuse() {
        return userMonths() > 0 ? misuse / userMonths() : 1;
    }

    public long left() {
        return freeLeft + paidLeft;
    }

    /** Share of all users who stay for another month; not-a-number without users. */
    public double retention() {
        return kept(freeBefore + paidBefore, left());
    }

    /** Share of the users on the free plan who stay with the vendor for another month; not-a-number without such users. */
    public double freeRetention() {
        return kept(freeBefore, freeLeft);
    }

    /** Share of the users on the paid plan who stay with the vendor for another month; not-a-number without such users. */
    public double paidRetention() {
        return kept(paidBefore, paidLeft);
    }

    /** Share of those who came a month before, to their first vendor, who stay; not-a-number without such users. */
    public double newcomerRetention() {
        return kept(newBefore, newLeft);
    }

    private static double kept(long before, long left) {
        return before > 0 ? (double) (before - left) / before : Double.NaN;
    }

    /** Share of the free users who begin to pay in a month; not-a-number without free users. */
    public double conversion() {
        return couldConvert() > 0 ? (double) converted / couldConvert() : Double.NaN;
    }
}
