package greenlight.market;

import static greenlight.market.parameter.MarketParameter.FREE_CLIPS;
import static greenlight.market.parameter.MarketParameter.FRICTION;
import static greenlight.market.parameter.MarketParameter.WAIT_COST;

import greenlight.market.economics.Usage;
import greenlight.market.users.Demand;
import greenlight.market.users.Offer;
import java.util.ArrayList;
import java.util.List;

/** Phase 5: the users' door. Offers go in, demand comes out. */
final class UserPhase {
    /** A household name is chosen over an unknown one, all else equal, as if it were this many utils better. */
    private static final double REACH_IN_UTILS = 4;
    /** Users who hit the free quota are this many times as eager to pay. */
    private static final double EAGERNESS_AT_QUOTA = 3;

    private final Market market;

    UserPhase(Market market) {
        this.market = market;
    }

    void live() {
        List<Offer> offers = new ArrayList<>();
        for (Vendor vendor : market.vendors()) {
            offers.add(offer(vendor));
        }
        List<Demand> demand = market.audience()
                .live(market.quarter(), offers, market.environment().attention());
        for (Vendor vendor : market.vendors()) {
            vendor.meetDemand(demand.get(vendor.id()), market.peoplePerAgent());
        }
    }

    private Offer offer(Vendor vendor) {
        double hitting = Usage.hitting(market.setting().get(FREE_CLIPS), vendor.freeQuota());
        return new Offer(
                vendor.platformOpen(),
                vendor.quality(),
                licensedIp(vendor),
                market.setting().get(FRICTION) * vendor.guardrails(),
                market.setting().get(WAIT_COST) * vendor.rationedShare(),
                REACH_IN_UTILS * vendor.reach(),
                vendor.price(),
                1 + (EAGERNESS_AT_QUOTA - 1) * hitting,
                vendor.justRenewed());
    }

    /** IP value of the studios whose characters the vendor may use, cut at 1. */
    private double licensedIp(Vendor vendor) {
        double ip = 0;
        for (var deal : market.runningDeals()) {
            if (deal.vendor() == vendor.id() && deal.stage().inForce()) {
                ip += market.studios().get(deal.studio()).ip();
            }
        }
        return Math.min(1, ip);
    }
}
