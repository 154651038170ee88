package greenlight.market.agent;

/**
 * What a vendor delivered to its users in a quarter.
 *
 * @param clips delivered
 * @param rationed clips demanded and not delivered
 * @param minutesEach GPU-minutes of one clip
 * @param incidents harmful clips among those delivered
 * @param inferenceCost GPU time of the clips delivered, US dollars
 * @param free clips delivered to users on the free plan
 * @param freeWanted clips that users on the free plan wished for within its quota
 * @param paid clips delivered to payers and by the piece, which are served first
 * @param paidWanted clips that payers and buyers by the piece wished for
 * @param clipPrice of a clip beyond the paid plan, US dollars
 */
public record Delivery(
        long clips,
        long rationed,
        double minutesEach,
        long incidents,
        double inferenceCost,
        long free,
        long freeWanted,
        long paid,
        long paidWanted,
        double clipPrice) {
    /** Nothing was demanded. */
    public static final Delivery NONE = new Delivery(0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

    /** Share of the clips demanded that was not delivered, 0 to 1. */
    public double rationedShare() {
        return clips + rationed > 0 ? (double) rationed / (clips + rationed) : 0;
    }

    /** Share of the clips within the free quota that was delivered, 0 to 1; 1 where none was wished for. */
    public double servedFree() {
        return freeWanted > 0 ? (double) free / freeWanted : 1;
    }

    /** Share of payers' clips that was delivered, 0 to 1; 1 where none was wished for. */
    public double servedPaid() {
        return paidWanted > 0 ? (double) paid / paidWanted : 1;
    }

    /** GPU-minutes of all clips demanded. */
    public double minutesDemanded() {
        return (clips + rationed) * minutesEach;
    }

    /** GPU-minutes of the clips delivered. */
    public double minutes() {
        return clips * minutesEach;
    }
}
