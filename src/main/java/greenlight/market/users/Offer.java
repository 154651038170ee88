package greenlight.market.users;

/**
 * What a vendor shows to users in a quarter.
 *
 * @param open whether its platform can be used
 * @param quality of its model, 1 for the frontier at the start of the story
 * @param workFit how well it serves lasting work, 0 to 1: professionals get this part of the quality
 * @param licensedIp share of the licensable characters that it has, 0 to 1
 * @param friction utility that its guardrails cost
 * @param reach how well it is known, in utils of the choice among vendors
 * @param price of the paid plan, US dollars a month
 * @param freeQuota clips that the free plan allows in a quarter
 * @param servedFree share of the clips within the free quota that it made last quarter, 0 to 1
 * @param servedPaid share of payers' clips that it made last quarter, 0 to 1
 * @param renewed whether a new model generation came out
 */
public record Offer(
        boolean open,
        double quality,
        double workFit,
        double licensedIp,
        double friction,
        double reach,
        double price,
        double freeQuota,
        double servedFree,
        double servedPaid,
        boolean renewed) {
    /** Quality to professionals, or to the others. */
    double quality(boolean professional) {
        return professional ? quality * workFit : quality;
    }
}
