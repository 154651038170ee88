package greenlight.market.contract;

/**
 * What a contract says.
 *
 * @param quarters term, without the pilot
 * @param pilotQuarters length of the pilot; 0 for none
 * @param characters licensed characters
 * @param licenceFee paid by the vendor in each quarter in force, US dollars
 * @param equity pledged by the studio for shares of the vendor, US dollars in all
 * @param tranches equal parts in which the equity is paid after the closing lag, one a quarter or one a milestone
 * @param closingLag quarters in force before the contract closes: characters, fees and the first tranche come then
 * @param costShare of the inference cost of licensed clips, the studio's share
 * @param guarantee of the remaining contract's worth, what the vendor owes when it closes the platform
 * @param exclusivity quarters in which the studio signs with no other vendor
 * @param headline whether this is the scenario's headline deal
 * @param clauses what depends on what is observed while it runs
 */
public record Terms(
        int quarters,
        int pilotQuarters,
        int characters,
        double licenceFee,
        double equity,
        int tranches,
        int closingLag,
        double costShare,
        double guarantee,
        int exclusivity,
        boolean headline,
        Clauses clauses) {

    /** The terms on which a running deal goes on: no further pilot, no exclusivity, and the equity that is still to be paid. */
    public Terms goingOn(double equityUnpaid) {
        return new Terms(
                quarters,
                0,
                characters,
                licenceFee,
                equityUnpaid,
                tranches,
                0,
                costShare,
                guarantee,
                0,
                headline,
                clauses);
    }

    /** These terms with what is left of term, pilot, equity, tranches, closing lag, exclusivity and clauses. */
    Terms rest(int left, int pilot, double unpaid, int unpaidTranches, int lag, int bound, Clauses open) {
        return new Terms(
                left,
                pilot,
                characters,
                licenceFee,
                unpaid,
                unpaidTranches,
                lag,
                costShare,
                guarantee,
                bound,
                headline,
                open);
    }

    /**
     * Terms halfway between these and others in what a wary studio demands: pilot and guarantee.
     *
     * @param pilot of the others, quarters
     * @param guaranteed of the others, the guaranteed share
     */
    public Terms milder(int pilot, double guaranteed) {
        return with((pilotQuarters + pilot) / 2, licenceFee, (guarantee + guaranteed) / 2);
    }

    /** These terms with another pilot, quarters. */
    public Terms piloted(int pilot) {
        return with(pilot, licenceFee, guarantee);
    }

    /** These terms at another fee, US dollars a quarter. */
    public Terms at(double fee) {
        return with(pilotQuarters, fee, guarantee);
    }

    private Terms with(int pilot, double fee, double guaranteed) {
        return new Terms(
                quarters,
                pilot,
                characters,
                fee,
                equity,
                tranches,
                closingLag,
                costShare,
                guaranteed,
                exclusivity,
                headline,
                clauses);
    }

    /** Quarters from the signing until the vendor may use the characters. */
    public int quartersToLicence() {
        return pilotQuarters + closingLag;
    }

    /**
     * Equity that has been paid by the end of a quarter of the deal, US dollars.
     *
     * @param quarter of the deal from its signing, from 1, the pilot included
     */
    public double equityPaidBy(int quarter) {
        int paid = tranchesBy(quarter - pilotQuarters);
        return tranches == 0 ? 0 : equity * paid / tranches;
    }

    /** Tranches that are due by a quarter, counted from 1 among those in force. */
    int tranchesBy(int inForce) {
        return Math.min(tranches, clauses.tranchesBy(inForce, closingLag));
    }

    /**
     * The studio's share of the bill that is expected of a quarter, 0 to 1.
     *
     * @param missed probability that users stayed less than planned in the quarter before
     */
    public double costShare(double missed) {
        return costShare + missed * (Math.min(1, costShare + clauses.costShareStep()) - costShare);
    }
}
