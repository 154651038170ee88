package greenlight.market;

import static greenlight.market.parameter.MarketParameter.EQUITY_GAIN;
import static greenlight.market.parameter.MarketParameter.EXPECTED_CASE_COST;
import static greenlight.market.parameter.MarketParameter.FREE_CLIPS;
import static greenlight.market.parameter.MarketParameter.LAPSING;
import static greenlight.market.parameter.MarketParameter.LICENSED_SHARE;
import static greenlight.market.parameter.MarketParameter.LOSS_TOLERANCE;
import static greenlight.market.parameter.MarketParameter.PAID_CLIPS;
import static greenlight.market.parameter.MarketParameter.PLANNING_QUARTERS;
import static greenlight.market.parameter.MarketParameter.PROJECTED_CONVERSION;
import static greenlight.market.parameter.MarketParameter.PROJECTED_RETENTION;
import static greenlight.market.parameter.MarketParameter.USER_VALUE;

import greenlight.market.contract.Deal;
import greenlight.market.economics.Continuation;
import greenlight.market.economics.Usage;
import greenlight.market.economics.Valuation;
import greenlight.market.record.EventWords;

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
 * @param legal expected loss from cases that a live platform brings
 * @param patience loss that is tolerated
 * @param exitCost guarantees owed on leaving
 */
record ContinuationDecision(
        Market market,
        Vendor vendor,
        double revenue,
        double spending,
        double opportunity,
        double growth,
        double deals,
        double legal,
        double patience,
        double exitCost) {
    /** Of a start-up's business customers, the part that comes for the platform and leaves with it. */
    static final double BUSINESS_ON_PLATFORM = 0.5;

    private static final double MINUTES_PER_HOUR = 60;
    /** Until it has seen two quarters, a vendor expects arrivals to fade by a fifth a quarter. */
    private static final double FIRST_GUESS_OF_FADING = 0.8;
    /** No vendor expects arrivals to fade faster. */
    private static final double LEAST_FADING = 0.3;

    static ContinuationDecision of(Market market, Vendor vendor) {
        var setting = market.setting();
        int horizon = setting.count(PLANNING_QUARTERS);
        double rate = vendor.discountRate();
        double active = vendor.activePeople();
        double paid = vendor.paidPeople();
        double minutesPerUser = minutesPerUser(market, vendor, active, paid);
        double gpuHour = market.environment().gpuPrice();
        Continuation path = new Continuation(
                active,
                paid,
                vendor.arrivals(),
                vendor.arrivalsFading(FIRST_GUESS_OF_FADING, LEAST_FADING),
                vendor.retention().mean(),
                vendor.conversion().mean(),
                setting.get(LAPSING),
                vendor.price() * Calendar.MONTHS_PER_QUARTER,
                minutesPerUser / MINUTES_PER_HOUR * gpuHour,
                vendor.videoOverhead());
        Continuation.Outlook outlook = path.over(horizon, rate);
        double shadow = vendor.lab() ? vendor.shadowPrice() : 0;
        double opportunity = outlook.userQuarters() * minutesPerUser / MINUTES_PER_HOUR * shadow;
        double growth = (1 - vendor.pressure()) * setting.get(USER_VALUE) * outlook.meanUsers();
        double legal = vendor.openCases() > 0 ? vendor.openCases() * setting.get(EXPECTED_CASE_COST) / 2 : 0;
        double exit = 0;
        double deals =
                vendor.lab() ? 0 : Valuation.presentValue(BUSINESS_ON_PLATFORM * vendor.otherRevenue(), rate, horizon);
        for (Deal deal : market.runningDeals()) {
            if (deal.vendor() == vendor.id()) {
                deals += worth(market, vendor, deal, rate);
                exit += DealAppraisal.guaranteeOwed(market, deal);
            }
        }
        double borne = setting.get(LOSS_TOLERANCE) * vendor.opening().tolerance();
        double bearable = Math.min(borne, Math.max(0, vendor.cash()));
        double patience = bearable * (1 - vendor.pressure());
        return new ContinuationDecision(
                market,
                vendor,
                outlook.revenue(),
                outlook.spending(),
                opportunity,
                growth,
                deals,
                legal,
                patience,
                exit);
    }

    /** GPU-minutes of an average user in a quarter. */
    private static double minutesPerUser(Market market, Vendor vendor, double active, double paid) {
        double free = Usage.capped(market.setting().get(FREE_CLIPS), vendor.freeQuota());
        double share = active > 0 ? paid / active : 0;
        return ((1 - share) * free + share * market.setting().get(PAID_CLIPS)) * vendor.minutesPerClip();
    }

    /** What a running deal brings its vendor until its end: cost shares less fees, and a gain on equity still to come. */
    private static double worth(Market market, Vendor vendor, Deal deal, double rate) {
        double shared = deal.terms().costShare()
                * vendor.inferenceCost()
                * market.setting().get(LICENSED_SHARE)
                * market.studios().get(deal.studio()).ip();
        double perQuarter = shared - deal.terms().licenceFee();
        return Valuation.presentValue(perQuarter, rate, deal.quartersLeft())
                + market.setting().get(EQUITY_GAIN) * deal.equityUnpaid();
    }

    double value() {
        return revenue - spending - opportunity + growth + deals - legal;
    }

    boolean worthContinuing() {
        return value() >= -patience - exitCost;
    }

    /** Why it closes, the heaviest reason first, with the figures that decided. */
    String reason() {
        double perDay = vendor.dailyLoss();
        String loss =
                (perDay > 0 ? "loses " + EventWords.dollars(perDay) + " a day on video" : "earns too little on video");
        String users = vendor.retentionObserved() >= 0
                ? "; keeps " + EventWords.percent(vendor.retentionObserved()) + " of its users a quarter where "
                        + EventWords.percent(market.setting().get(PROJECTED_RETENTION)) + " were planned, and "
                        + EventWords.percent(vendor.conversionObserved()) + " begin to pay where "
                        + EventWords.percent(market.setting().get(PROJECTED_CONVERSION)) + " were"
                : "";
        String gpus = opportunity > 0
                ? "; enterprises would pay " + EventWords.dollars(vendor.shadowPrice())
                        + " above rent for each GPU-hour"
                : "";
        String suits =
                legal > 0 ? "; " + vendor.openCases() + (vendor.openCases() == 1 ? " open case" : " open cases") : "";
        return loss + users + gpus + suits + "; going on is worth " + EventWords.dollars(value())
                + ", its patience ends at " + EventWords.dollars(-patience - exitCost);
    }
}
