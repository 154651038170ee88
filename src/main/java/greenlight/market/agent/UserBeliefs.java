package greenlight.market.agent;

import static greenlight.market.parameter.MarketParameter.DISCOUNT_RATE;
import static greenlight.market.parameter.MarketParameter.FORECAST_ERROR;
import static greenlight.market.parameter.MarketParameter.POPULATION;
import static greenlight.market.parameter.MarketParameter.PRIOR_WEIGHT;
import static greenlight.market.parameter.MarketParameter.PROJECTED_AUDIENCE;
import static greenlight.market.parameter.MarketParameter.PROJECTED_CONVERSION;
import static greenlight.market.parameter.MarketParameter.PROJECTED_RETENTION;
import static greenlight.market.parameter.MarketParameter.USER_VALUE;

import greenlight.market.economics.BetaBelief;
import greenlight.market.economics.Valuation;
import greenlight.market.economics.forecast.AdaptiveExpectation;
import greenlight.market.users.Demand;
import greenlight.runner.model.Setting;

/** What a vendor believes of its users: its projections, updated by what it observes each quarter. */
public final class UserBeliefs {
    private BetaBelief retention;
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
        conversion = BetaBelief.of(setting.get(PROJECTED_CONVERSION), setting.get(PRIOR_WEIGHT));
        audience = new AudienceBelief(setting);
        arrivals = (1 - setting.get(PROJECTED_RETENTION))
                * setting.get(PROJECTED_AUDIENCE)
                * reach
                * setting.get(POPULATION);
    }

    /**
     * Learns from a quarter in which the platform was open: shares as a Beta-binomial, each quarter's data with a weight of one quarter, arrivals by
     * adaptive expectation.
     */
    void update(UserBase users) {
        Demand demand = users.demand();
        observations++;
        arrivals = AdaptiveExpectation.after(arrivals, users.arrivals(), setting.get(PRIOR_WEIGHT));
        retentionObserved = demand.retention();
        conversionObserved = demand.conversion();
        if (demand.before() > 0) {
            retention = retention.after(retentionObserved, 1 - retentionObserved);
        }
        if (demand.couldConvert() > 0) {
            conversion = conversion.after(conversionObserved, 1 - conversionObserved);
        }
    }

    /** Share of users who stay for another quarter. */
    public BetaBelief retention() {
        return retention;
    }

    /** Share of free users who begin to pay in a quarter. */
    public BetaBelief conversion() {
        return conversion;
    }

    /** What growth investors credit for a number of its users, by how long they are believed to stay, US dollars. */
    public double worth(double users) {
        return setting.get(USER_VALUE) * users * Valuation.stay(retention.mean(), setting.get(DISCOUNT_RATE));
    }

    /** Users of its platform, as the market expects them. */
    public AudienceBelief audience() {
        return audience;
    }

    /** People who come in a quarter; the plan's audience is steady. */
    public double arrivals() {
        return arrivals;
    }

    /** Deviation of what it expects its users to bring, as a share: that of the plan, less as more quarters are seen. */
    public double error() {
        return AdaptiveExpectation.errorLeft(setting.get(FORECAST_ERROR), setting.get(PRIOR_WEIGHT), observations);
    }

    /** Retention in the quarter that was last observed; not-a-number without users. */
    public double retentionObserved() {
        return retentionObserved;
    }

    /** Conversion in the quarter that was last observed; not-a-number without free users. */
    public double conversionObserved() {
        return conversionObserved;
    }
}
