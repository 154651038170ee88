package greenlight.market.users;

/**
 * What people are like, the same for a whole run. Rates are per quarter, utilities in utils, money in US dollars a month.
 *
 * @param innovation hazard of adopting at hype 1 (Bass p)
 * @param imitation mean hazard of adopting when everybody is active (Bass q)
 * @param susceptibilitySpread log-normal spread of imitation between users
 * @param returning adoption hazard of somebody who has left before, against a newcomer's
 * @param leaving hazard of leaving whatever the utility
 * @param switching of those who leave, share who try another vendor
 * @param choiceSensitivity of the choice among vendors, per util
 * @param staySensitivity of the choice to stay, per util
 * @param outside utility of what else a user could do
 * @param need mean lasting need of casual users; uniform from 0 to twice this
 * @param professionalShare share of users with a professional need
 * @param professionalNeed their need
 * @param novelty utility of novelty before it fades
 * @param halfLife median time in quarters for novelty to halve
 * @param halfLifeSpread log-normal spread of half-lives
 * @param restored part of the exposure undone by a new model generation
 * @param ipAppeal gain in novelty when all characters are licensed
 * @param budget median willingness to pay
 * @param budgetSpread log-normal spread of it
 * @param converting hazard of paying for a free user whose budget covers the price
 * @param lapsing hazard of a paying user's return to the free tier
 * @param noveltyFades whether novelty fades at all
 */
public record Taste(
        double innovation,
        double imitation,
        double susceptibilitySpread,
        double returning,
        double leaving,
        double switching,
        double choiceSensitivity,
        double staySensitivity,
        double outside,
        double need,
        double professionalShare,
        double professionalNeed,
        double novelty,
        double halfLife,
        double halfLifeSpread,
        double restored,
        double ipAppeal,
        double budget,
        double budgetSpread,
        double converting,
        double lapsing,
        boolean noveltyFades) {}
