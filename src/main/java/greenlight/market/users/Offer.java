package greenlight.market.users;

/**
 * What a vendor shows to users in a quarter.
 *
 * @param open whether its platform can be used
 * @param quality of its model, 1 for the frontier at the start of the story
 * @param licensedIp share of the licensable characters that it has, 0 to 1
 * @param friction utility that its guardrails cost
 * @param queue utility that its rationing costs
 * @param reach how well it is known, in utils of the choice among vendors
 * @param price of the paid tier, US dollars a month
 * @param eager factor on the hazard of paying, at least 1: users who hit the free quota pay sooner
 * @param renewed whether a new model generation came out
 */
public record Offer(
        boolean open,
        double quality,
        double licensedIp,
        double friction,
        double queue,
        double reach,
        double price,
        double eager,
        boolean renewed) {}
