package greenlight.market.agent;

/**
 * What a vendor delivered to its users in a quarter.
 *
 * @param clips delivered
 * @param rationed clips demanded and not delivered
 * @param minutesEach GPU-minutes of one clip
 * @param incidents harmful clips among those delivered
 * @param inferenceCost GPU time of the clips delivered, US dollars
 */
public record Delivery(long clips, long rationed, double minutesEach, long incidents, double inferenceCost) {
    /** Nothing was demanded. */
    public static final Delivery NONE = new Delivery(0, 0, 0, 0, 0);

    /** Share of the clips demanded that was not delivered, 0 to 1. */
    public double rationedShare() {
        return clips + rationed > 0 ? (double) rationed / (clips + rationed) : 0;
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
