package greenlight.market.phase;

import static greenlight.market.parameter.MarketParameter.FREE_CLIPS;
import static greenlight.market.parameter.MarketParameter.FRICTION;
import static greenlight.market.parameter.MarketParameter.USE_TAIL;
import static greenlight.market.parameter.MarketParameter.WAIT_COST;

import greenlight.market.agent.Vendor;
import greenlight.market.economics.demand.Usage;
import greenlight.market.state.Clock;
import greenlight.market.state.DealBook;
import greenlight.market.state.Environment;
import greenlight.market.state.Firms;
import greenlight.market.state.Population;
import greenlight.market.users.Demand;
import greenlight.market.users.Offer;
import greenlight.runner.model.Setting;
import java.util.ArrayList;
import java.util.List;

/** Phase 5: the users' door. Offers go in, demand comes out. */
public final class UserPhase {
    /** A household name is chosen over an unknown one, all else equal, as if it were this many utils better. */
    private static final double REACH_IN_UTILS = 4;
    /** Users who hit the free quota are this many times as eager to pay. */
    private static final double EAGERNESS_AT_QUOTA = 3;

    private final Setting setting;
    private final Clock clock;
    private final Firms firms;
    private final DealBook deals;
    private final Environment environment;
    private final Population population;

    public UserPhase(
            Setting setting, Clock clock, Firms firms, DealBook deals, Environment environment, Population population) {
        this.setting = setting;
        this.clock = clock;
        this.firms = firms;
        this.deals = deals;
        this.environment = environment;
        this.population = population;
    }

    public void live() {
        List<Offer> offers = new ArrayList<>();
        for (Vendor vendor : firms.vendors()) {
            offers.add(offer(vendor));
        }
        List<Demand> demand = population.audience().live(clock.quarter(), offers, environment.attention());
        for (Vendor vendor : firms.vendors()) {
            vendor.userBase().update(demand.get(vendor.id()), population.peoplePerAgent());
        }
    }

    private Offer offer(Vendor vendor) {
        double hitting = 1 - Usage.met(setting.get(FREE_CLIPS), vendor.terms().freeQuota(), setting.get(USE_TAIL));
        return new Offer(
                vendor.platformOpen(),
                vendor.model().quality(),
                licensedIp(vendor),
                setting.get(FRICTION) * vendor.terms().guardrails(),
                setting.get(WAIT_COST) * vendor.delivery().rationedShare(),
                REACH_IN_UTILS * vendor.reach(),
                vendor.terms().price(),
                1 + (EAGERNESS_AT_QUOTA - 1) * hitting,
                vendor.model().justRenewed());
    }

    /** IP value of the studios whose characters the vendor may use, cut at 1. */
    private double licensedIp(Vendor vendor) {
        double ip = 0;
        for (var deal : deals.running()) {
            if (deal.vendor() == vendor.id() && deal.licensed()) {
                ip += firms.studios().get(deal.studio()).ip();
            }
        }
        return Math.min(1, ip);
    }
}
