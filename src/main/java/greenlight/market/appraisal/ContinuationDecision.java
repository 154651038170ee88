package greenlight.market.appraisal;

import static greenlight.market.parameter.MarketParameter.PROJECTED_CONVERSION;
import static greenlight.market.parameter.MarketParameter.PROJECTED_RETENTION;

import greenlight.market.agent.Vendor;
import greenlight.market.record.EventWords;
import greenlight.runner.model.Setting;

/**
 * A vendor's case for and against going on with consumer video, over its planning horizon, in present US dollars: what
 * users bring less what they cost, the worth of growth to investors, deals, less legal loss and what the GPUs would earn
 * elsewhere. It must stay above the loss that the vendor's patience tolerates and what leaving would cost.
 *
 * @param revenue from users
 * @param spending on GPUs at their rent, and overhead
 * @param opportunity what the same GPUs would earn beyond their rent
 * @param growth what growth investors credit for the users
 * @param deals income from partners and from business customers who come for the platform
 * @param legal expected cost of the cases that the open platform will draw; open cases go on either way
 * @param patience loss that is tolerated
 * @param exitCost guarantees owed on leaving
 */
public record ContinuationDecision(
        Setting setting,
        Vendor vendor,
        double revenue,
        double spending,
        double opportunity,
        double growth,
        double deals,
        double legal,
        double patience,
        double exitCost) {
    public double value() {
        return revenue - spending - opportunity + growth + deals - legal;
    }

    public boolean worthContinuing() {
        return value() >= -patience - exitCost;
    }

    /** Why it closes, the heaviest reason first, with the figures that decided. */
    public String reason() {
        double perDay = vendor.dailyLoss();
        String loss =
                (perDay > 0 ? "loses " + EventWords.dollars(perDay) + " a day on video" : "earns too little on video");
        String users = vendor.beliefs().retentionObserved() >= 0
                ? "; keeps " + EventWords.percent(vendor.beliefs().retentionObserved())
                        + " of its users a quarter where "
                        + EventWords.percent(setting.get(PROJECTED_RETENTION)) + " were planned, and "
                        + EventWords.percent(vendor.beliefs().conversionObserved()) + " begin to pay where "
                        + EventWords.percent(setting.get(PROJECTED_CONVERSION)) + " were"
                : "";
        String gpus = opportunity > 0
                ? "; enterprises would pay " + EventWords.dollars(vendor.fleet().shadowPrice())
                        + " above rent for each GPU-hour"
                : "";
        String suits =
                legal > 0 ? "; suits and fines that it would yet draw would cost " + EventWords.dollars(legal) : "";
        return loss + users + gpus + suits + "; going on is worth " + EventWords.dollars(value())
                + ", its patience ends at " + EventWords.dollars(-patience - exitCost);
    }
}
