package greenlight.market.phase;

import static greenlight.market.parameter.MarketParameter.FRICTION;
import static greenlight.market.parameter.MarketParameter.LICENSED_SHARE;
import static greenlight.market.parameter.MarketParameter.OPEN_LAG;
import static greenlight.market.parameter.MarketParameter.OPEN_MODELS;
import static greenlight.market.parameter.MarketParameter.REACH_UTILITY;

import greenlight.market.agent.Vendor;
import greenlight.market.scenario.VendorTrait;
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
    private final Setting setting;
    private final Clock clock;
    private final Firms firms;
    private final DealBook deals;
    private final Environment environment;
    private final Population population;
    /** By quarter, the best quality that any platform has offered by then. */
    private final List<Double> best = new ArrayList<>();

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
        best.add(bestQuality());
        List<Demand> demand =
                population.audience().live(clock.quarter(), offers, environment.attention(), openQuality());
        for (Vendor vendor : firms.vendors()) {
            vendor.userBase().update(demand.get(vendor.id()), population.peoplePerAgent());
        }
    }

    private Offer offer(Vendor vendor) {
        double licensedIp = deals.licensedIp(vendor, firms.studios());
        return new Offer(
                vendor.platformOpen(),
                vendor.model().quality(),
                vendor.opening().get(VendorTrait.WORK_FIT),
                licensedIp,
                setting.get(FRICTION) * vendor.terms().refused(setting.get(LICENSED_SHARE) * (1 - licensedIp)),
                setting.get(REACH_UTILITY) * vendor.distribution(),
                vendor.terms().price(),
                vendor.terms().freeQuota(),
                vendor.delivery().servedFree(),
                vendor.delivery().servedPaid(),
                vendor.model().justRenewed());
    }

    private double bestQuality() {
        double quality = best.isEmpty() ? 0 : best.get(best.size() - 1);
        for (Vendor vendor : firms.vendors()) {
            if (vendor.platformOpen()) {
                quality = Math.max(quality, vendor.model().quality());
            }
        }
        return quality;
    }

    /** What open models and bundles of large labs are worth for free: a share of the best that there was some time ago. */
    private double openQuality() {
        int then = Math.max(0, best.size() - 1 - setting.count(OPEN_LAG));
        return setting.get(OPEN_MODELS) * best.get(then);
    }
}
