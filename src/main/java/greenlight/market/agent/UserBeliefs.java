package greenlight.market.agent;

import static greenlight.market.parameter.MarketParameter.DISCOUNT_RATE;
import static greenlight.market.parameter.MarketParameter.FORECAST_ERROR;
import static greenlight.market.parameter.MarketParameter.POPULATION;
import static greenlight.market.parameter.MarketParameter.PRIOR_WEIGHT;
import static greenlight.market.parameter.MarketParameter.PROJECTED_AUDIENCE;
import static greenlight.market.parameter.MarketParameter.PROJECTED_CONVERSION;
import static greenlight.market.parameter.MarketParameter.PROJECTED_RETENTION;
import static greenlight.market.parameter.MarketParameter.USER_VALUE;

import greenlight.market.contract.Terms;
import greenlight.market.economics.BetaBelief;
import greenlight.market.economics.Valuation;
import greenlight.market.economics.forecast.AcceptanceSampling;
import greenlight.market.economics.forecast.AdaptiveExpectation;
import greenlight.market.scenario.Calendar;
import greenlight.market.users.Demand;
import greenlight.runner.model.Setting;

/** What a vendor believes of its users: its projections, updated by what it observes each quarter. */
public final class UserBeliefs {
    private BetaBelief retention;
    private BetaBelief freeRetention;
    private BetaBelief paidRetention;
    private BetaBelief conversion;
    private final AudienceBelief audience;
    private double arrivals;
    /** Quarters in which it has seen users. */
    private int observations;

    private double retentionObserved = Double.NaN;
    private double conversionObserved = Double.NaN;

    private final Setting setting;

    UserBeliefs(Setting setting, double reach) {
        this.setting = setting;
        retention = BetaBelief.of(setting.get(PROJECTED_RETENTION), setting.get(PRIOR_WEIGHT));
        freeRetention = retention;
        paidRetention = retention;
        conversion = BetaBelief.of(setting.get(PROJECTED_CONVERSION), setting.get(PRIOR_WEIGHT));
        audience = new AudienceBelief(setting);
        arrivals = Calendar.MONTHS_PER_QUARTER
                * (1 - setting.get(PROJECTED_RETENTION))
                * setting.get(PROJECTED_AUDIENCE)
                * reach
                * setting.get(POPULATION);
    }

    /**
     * Learns from a quarter in which the platform was open: shares as a Beta-binomial, each quarter's data with a weight of one quarter, arrivals by
     * adaptive expectation: it knows that those come no more whom attention brought that has faded.
     *
     * @param attentionKept share of the attention of that quarter that is left in this one
     */
    void update(UserBase users, double attentionKept) {
        Demand demand = users.demand();
        observations++;
        arrivals = AdaptiveExpectation.after(arrivals, attentionKept * users.arrivals(), setting.get(PRIOR_WEIGHT));
        retentionObserved = demand.retention();
        conversionObserved = demand.conversion();
        retention = after(retention, retentionObserved);
        freeRetention = after(freeRetention, demand.freeRetention());
        paidRetention = after(paidRetention, demand.paidRetention());
        conversion = after(conversion, conversionObserved);
    }

    private static BetaBelief after(BetaBelief belief, double observed) {
        return Double.isNaN(observed) ? belief : belief.after(observed, 1 - observed);
    }

    /** Share of users who stay for another month. */
    public BetaBelief retention() {
        return retention;
    }

    /** Share of the users on the free plan who stay for another month. */
    public BetaBelief freeRetention() {
        return freeRetention;
    }

    /** Share of the users on the paid plan who stay for another month, on whichever plan. */
    public BetaBelief paidRetention() {
        return paidRetention;
    }

    /** Share of free users who begin to pay in a month. */
    public BetaBelief conversion() {
        return conversion;
    }

    /** Whether fewer users stayed than planned in the quarter that was last observed. */
    public boolean retentionMissed() {
        return retentionObserved < setting.get(PROJECTED_RETENTION);
    }

    /**
     * A partner's share of the bill that is expected of a quarter ahead, 0 to 1. Whether fewer users stayed than planned is known of the
     * quarter before the coming one; for later ones it is as likely as retention is believed to lie below the plan.
     *
     * @param quarter ahead, from 1
     */
    public double shareOfBill(Terms terms, int quarter) {
        if (terms.clauses().costShareStep() == 0) {
            return terms.costShare();
        }
        double fewer = AcceptanceSampling.below(retention, setting.get(PROJECTED_RETENTION));
        return terms.costShare(quarter > 1 ? fewer : retentionMissed() ? 1 : 0);
    }

    /** What growth investors credit for a number of its users, by how long they are believed to stay, US dollars. */
    public double worth(double users) {
        double months = Valuation.stay(retention.mean(), setting.get(DISCOUNT_RATE) / Calendar.MONTHS_PER_QUARTER);
        return setting.get(USER_VALUE) * users * months / Calendar.MONTHS_PER_QUARTER;
    }

    /** Users of its platform, as the market expects them. */
    public AudienceBelief audience() {
        return audience;
    }

    /** People who come in a quarter; with the plan's retention its audience is steady. */
    public double arrivals() {
        return arrivals;
    }

    /** Deviation of what it expects its users to bring, as a share: that of the plan, less as more quarters are seen. */
    public double error() {
        return AdaptiveExpectation.errorLeft(setting.get(FORECAST_ERROR), setting.get(PRIOR_WEIGHT), observations);
    }

    /** Weight of the plan in what it believes, 1 before it has seen users; the data have the rest. */
    public double planWeight() {
        return setting.get(PRIOR_WEIGHT) / (setting.get(PRIOR_WEIGHT) + observations);
    }

    /** Share of users who stayed for another month, in the quarter that was last observed; not-a-number without users. */
    public double retentionObserved() {
        return retentionObserved;
    }

    /** Share of free users who began to pay in a month, in the quarter that was last observed; not-a-number without free users. */
    public double conversionObserved() {
        return conversionObserved;
    }
}
