package greenlight.market.appraisal;

import static greenlight.market.parameter.MarketParameter.PLANNING_QUARTERS;
import static greenlight.market.parameter.MarketParameter.PROJECTED_CONVERSION;
import static greenlight.market.parameter.MarketParameter.PROJECTED_RETENTION;

import greenlight.market.agent.ConsumerTerms;
import greenlight.market.agent.Vendor;
import greenlight.market.economics.forecast.Abandonment;
import greenlight.market.economics.forecast.Continuation;
import greenlight.market.record.EventWords;
import greenlight.runner.model.Setting;

/**
 * A vendor's case for and against going on with consumer video, over its planning horizon, in present US dollars: what
 * users bring less what they cost, the worth of growth to investors, deals, less legal loss and what the GPUs would earn
 * elsewhere. It goes on when the next quarter, with the option to close after it, is worth more than the loss that its patience
 * bears in a quarter, the less the less of its plan is left to be tested, and what leaving now would cost more than a quarter later.
 *
 * @param terms for consumers, on which it would go on
 * @param outlook what users bring, and the GPUs that they take
 * @param minutes GPU-minutes of the clips that users will wish for in the next quarter
 * @param opportunity what the same GPUs would earn beyond their rent
 * @param growth what growth investors credit for the users
 * @param deals what partners bring beside their share of the bill
 * @param legal expected cost of the cases that the open platform will draw; open cases go on either way
 * @param patience loss of a quarter that is borne
 * @param guaranteeSaved of the guarantees owed on leaving now, what another quarter saves
 */
public record ContinuationDecision(
        Setting setting,
        Vendor vendor,
        ConsumerTerms terms,
        Continuation.Outlook outlook,
        double minutes,
        double opportunity,
        double growth,
        double deals,
        double legal,
        double patience,
        double guaranteeSaved) {
    /** Less is next to nothing, US dollars. */
    private static final double LEAST = 1000;

    /** What going on to the horizon is worth. */
    public double value() {
        return outlook.contribution() - opportunity + growth + deals - legal;
    }

    /** What the next quarter alone is worth. */
    public double next() {
        double beside = outlook.hours() > 0 ? opportunity * outlook.nextHours() / outlook.hours() : 0;
        return outlook.next() - beside - legal / setting.count(PLANNING_QUARTERS);
    }

    /** What the option to go on after the next quarter is worth, by what is not yet known of users. */
    public double option() {
        return Abandonment.option(value() - next(), vendor.beliefs().error() * (outlook.revenue() + growth));
    }

    /** What going on is worth: the next quarter, and the option to go on after it. */
    public double goingOn() {
        return next() + option();
    }

    public boolean worthContinuing() {
        return shortfall() <= 0;
    }

    /** What another quarter costs it beyond what it bears, US dollars; below 0 where it goes on. */
    public double shortfall() {
        return -patience - guaranteeSaved - goingOn();
    }

    /** Why it closes, the heaviest reason first, with the figures that decided. */
    public String reason() {
        double perDay = vendor.dailyLoss();
        String loss =
                (perDay > 0 ? "loses " + EventWords.dollars(perDay) + " a day on video" : "earns too little on video");
        String users = vendor.beliefs().retentionObserved() >= 0
                ? "; keeps " + EventWords.percent(vendor.beliefs().retentionObserved())
                        + " of its users a month where "
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
        return loss + users + gpus + suits + "; another quarter is worth " + EventWords.dollars(next())
                + " and the option to go on after it "
                + (option() < LEAST ? "next to nothing" : EventWords.dollars(option())) + ", its patience ends at "
                + EventWords.dollars(-patience - guaranteeSaved);
    }
}
