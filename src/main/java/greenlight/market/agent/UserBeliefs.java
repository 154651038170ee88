package greenlight.market.agent;

import static greenlight.market.parameter.MarketParameter.PRIOR_WEIGHT;
import static greenlight.market.parameter.MarketParameter.PROJECTED_CONVERSION;
import static greenlight.market.parameter.MarketParameter.PROJECTED_RETENTION;

import greenlight.market.economics.BetaBelief;
import greenlight.market.users.Demand;
import greenlight.runner.model.Setting;

/** What a vendor believes of its users: its projections, updated by what it observes each quarter. */
public final class UserBeliefs {
    private BetaBelief retention;
    private BetaBelief conversion;
    private final AudienceBelief audience;
    private double retentionObserved = Double.NaN;
    private double conversionObserved = Double.NaN;

    UserBeliefs(Setting setting) {
        retention = BetaBelief.of(setting.get(PROJECTED_RETENTION), setting.get(PRIOR_WEIGHT));
        conversion = BetaBelief.of(setting.get(PROJECTED_CONVERSION), setting.get(PRIOR_WEIGHT));
        audience = new AudienceBelief(setting);
    }

    /** Learns from a quarter's demand (Beta-binomial, each quarter's data with a weight of one quarter). */
    void update(Demand demand) {
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

    /** Users of its platform, as the market expects them. */
    public AudienceBelief audience() {
        return audience;
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
