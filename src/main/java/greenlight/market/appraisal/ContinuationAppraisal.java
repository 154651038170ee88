package greenlight.market.appraisal;

import static greenlight.market.parameter.MarketParameter.EQUITY_GAIN;
import static greenlight.market.parameter.MarketParameter.LAPSING;
import static greenlight.market.parameter.MarketParameter.LICENSED_SHARE;
import static greenlight.market.parameter.MarketParameter.LOSS_TOLERANCE;
import static greenlight.market.parameter.MarketParameter.PLANNING_QUARTERS;
import static greenlight.market.parameter.MarketParameter.USER_VALUE;

import greenlight.market.agent.Vendor;
import greenlight.market.contract.Deal;
import greenlight.market.economics.Continuation;
import greenlight.market.economics.Valuation;
import greenlight.market.law.Court;
import greenlight.market.scenario.Calendar;
import greenlight.market.scenario.VendorTrait;
import greenlight.market.state.DealBook;
import greenlight.market.state.Environment;
import greenlight.market.state.Firms;
import greenlight.runner.model.Setting;

/** Appraises whether a vendor should go on with consumer video. */
public final class ContinuationAppraisal {
    /** Of a start-up's business customers, the part that comes for the platform and leaves with it. */
    public static final double BUSINESS_ON_PLATFORM = 0.5;

    private static final double MINUTES_PER_HOUR = 60;
    /** Until it has seen two quarters, a vendor expects arrivals to fade by a fifth a quarter. */
    private static final double FIRST_GUESS_OF_FADING = 0.8;
    /** No vendor expects arrivals to fade faster. */
    private static final double LEAST_FADING = 0.3;

    private final Setting setting;
    private final Firms firms;
    private final DealBook deals;
    private final Environment environment;
    private final DealAppraisal appraisal;
    private final UsageForecast forecast;
    private final LegalExposure exposure;

    public ContinuationAppraisal(
            Setting setting,
            Firms firms,
            DealBook deals,
            Court court,
            Environment environment,
            DealAppraisal appraisal) {
        this.setting = setting;
        this.firms = firms;
        this.deals = deals;
        this.environment = environment;
        this.appraisal = appraisal;
        forecast = new UsageForecast(setting, environment);
        exposure = new LegalExposure(setting, firms, deals, court, environment);
    }

    /** The case of a vendor now, on the figures of the last quarter. */
    public ContinuationDecision of(Vendor vendor) {
        int horizon = setting.count(PLANNING_QUARTERS);
        double rate = vendor.discountRate();
        double active = vendor.userBase().activePeople();
        double paid = vendor.userBase().paidPeople();
        double minutesPerUser = minutesPerUser(vendor, active, paid);
        double gpuHour = environment.gpuPrice();
        Continuation path = new Continuation(
                active,
                paid,
                vendor.userBase().arrivals(),
                vendor.userBase().arrivalsFading(FIRST_GUESS_OF_FADING, LEAST_FADING),
                vendor.beliefs().retention().mean(),
                vendor.beliefs().conversion().mean(),
                setting.get(LAPSING),
                vendor.terms().price() * Calendar.MONTHS_PER_QUARTER,
                minutesPerUser / MINUTES_PER_HOUR * gpuHour,
                vendor.videoOverhead());
        Continuation.Outlook outlook = path.over(horizon, rate);
        double shadow = vendor.lab() ? vendor.fleet().shadowPrice() : 0;
        double opportunity = outlook.userQuarters() * minutesPerUser / MINUTES_PER_HOUR * shadow;
        double growth = (1 - vendor.pressure()) * setting.get(USER_VALUE) * outlook.meanUsers();
        double legal = exposure.avoidable(vendor, outlook.meanUsers(), horizon, rate);
        double exit = 0;
        double income =
                vendor.lab() ? 0 : Valuation.presentValue(BUSINESS_ON_PLATFORM * vendor.otherRevenue(), rate, horizon);
        for (Deal deal : deals.running()) {
            if (deal.vendor() == vendor.id()) {
                income += worth(deal, path, rate);
                exit += appraisal.guaranteeOwed(deal);
            }
        }
        double borne = setting.get(LOSS_TOLERANCE) * vendor.opening().get(VendorTrait.TOLERANCE);
        double bearable = Math.min(borne, Math.max(0, vendor.cash()));
        double patience = bearable * (1 - vendor.pressure());
        return new ContinuationDecision(
                setting,
                vendor,
                outlook.revenue(),
                outlook.spending(),
                opportunity,
                growth,
                income,
                legal,
                patience,
                exit);
    }

    /** GPU-minutes of an average user in a quarter. */
    private double minutesPerUser(Vendor vendor, double active, double paid) {
        double payingShare = active > 0 ? paid / active : 0;
        return forecast.clipsPerUser(vendor, payingShare) * vendor.model().minutesPerClip();
    }

    /**
     * What a running deal brings its vendor until its end: the partner's share of what the users to come cost, less fees, and
     * a gain on equity still to come.
     */
    private double worth(Deal deal, Continuation path, double rate) {
        int left = deal.quartersLeft();
        if (left == 0) {
            return setting.get(EQUITY_GAIN) * deal.equityUnpaid();
        }
        double shared = deal.terms().costShare()
                * setting.get(LICENSED_SHARE)
                * firms.studios().get(deal.studio()).ip()
                * path.over(left, rate).userQuarters()
                * path.cost();
        return shared
                - Valuation.presentValue(deal.terms().licenceFee(), rate, left)
                + setting.get(EQUITY_GAIN) * deal.equityUnpaid();
    }
}
