package greenlight.market;

import static greenlight.market.parameter.MarketParameter.CAPABILITY_SENSITIVITY;
import static greenlight.market.parameter.MarketParameter.COMPUTE_TAX;
import static greenlight.market.parameter.MarketParameter.ENTERPRISE_OPTION;
import static greenlight.market.parameter.MarketParameter.ENTERPRISE_REVENUE;
import static greenlight.market.parameter.MarketParameter.FREE_CLIPS;
import static greenlight.market.parameter.MarketParameter.GROWTH_FADE;
import static greenlight.market.parameter.MarketParameter.MISUSE;
import static greenlight.market.parameter.MarketParameter.PAID_CLIPS;

import greenlight.market.chance.RandomStream;
import greenlight.market.contract.Deal;
import greenlight.market.economics.Exact;
import greenlight.market.economics.Quantile;
import greenlight.market.economics.Usage;
import greenlight.market.ledger.Why;
import greenlight.market.parameter.MarketParameter;
import greenlight.market.record.Event;
import greenlight.market.record.EventWords;
import greenlight.market.users.Demand;

/** Phase 6: demand meets capacity. Clips are served or rationed; GPUs, staff and research are paid; models improve. */
final class OperationsPhase {
    private static final double MINUTES_PER_HOUR = 60;
    /** A queue that is worth a line in the paper. */
    private static final double NEWS_OF_RATIONING = 0.1;
    /** Spread of the growth of other revenue. */
    private static final double OTHER_NOISE = 0.04;

    private final Market market;

    OperationsPhase(Market market) {
        this.market = market;
    }

    void serve() {
        double contest = contest();
        for (Vendor vendor : market.acting(market.vendors())) {
            if (vendor.trading()) {
                makeClips(vendor);
                sellToEnterprises(vendor, contest);
                sellElsewhere(vendor);
                payForWork(vendor);
            } else {
                vendor.deliver(0, 0, 0, 0, 0);
                vendor.noteShadowPrice(0);
            }
        }
        for (Vendor vendor : market.vendors()) {
            if (vendor.trading()) {
                research(vendor);
            }
        }
        for (Deal deal : market.runningDeals()) {
            lookAtClips(deal);
        }
    }

    private void makeClips(Vendor vendor) {
        int quarter = market.quarter();
        Demand demand = vendor.demand();
        if (!vendor.platformOpen() && demand.active() == 0) {
            vendor.deliver(0, 0, 0, 0, 0);
            return;
        }
        double people = market.peoplePerAgent();
        double expected = people
                * (demand.free() * Usage.capped(parameter(FREE_CLIPS), vendor.freeQuota())
                        + demand.paid() * parameter(PAID_CLIPS));
        long clips = expected > 0
                ? Quantile.poisson(
                        expected,
                        market.chance().draws(RandomStream.CLIPS, quarter).uniformOpenInterval(vendor.id()))
                : 0;
        double minutes = vendor.minutesPerClip();
        Fleet fleet = vendor.fleet();
        double missing = clips * minutes - fleet.videoMinutes();
        if (vendor.lab() && missing > 0) {
            fleet.tax(parameter(COMPUTE_TAX) * missing);
        }
        long served = Math.min(clips, (long) Math.floor(fleet.videoMinutes() / minutes + ROUNDING));
        long rationed = clips - served;
        double cost = served * minutes / MINUTES_PER_HOUR * market.environment().gpuPrice();
        double active = demand.active();
        double harmful = active > 0 && clips > 0
                ? served * parameter(MISUSE) * (demand.misuse() / active) * (1 - vendor.guardrails())
                : 0;
        long incidents = harmful > 0
                ? Quantile.poisson(
                        harmful,
                        market.chance().draws(RandomStream.CLIPS, quarter).uniformOpenInterval(vendor.id(), 1))
                : 0;
        vendor.deliver(served, rationed, minutes, incidents, cost);
        market.pay(
                market.usersAccount(),
                vendor.account(),
                demand.paid() * people * vendor.price() * Calendar.MONTHS_PER_QUARTER,
                Why.SUBSCRIPTION);
        if (vendor.platformOpen() && clips > 0 && rationed > NEWS_OF_RATIONING * clips) {
            market.tell(
                    Event.Kind.RATIONING,
                    vendor.name(),
                    "",
                    0,
                    "users ask for " + EventWords.count(clips) + " clips, its GPUs make " + EventWords.count(served));
        }
    }

    /** A clip more or less for the rounding of GPU-minutes. */
    private static final double ROUNDING = 1e-6;

    private void sellToEnterprises(Vendor vendor, double contest) {
        if (!vendor.lab()) {
            return;
        }
        double perMinute = parameter(ENTERPRISE_REVENUE) / MINUTES_PER_HOUR;
        double share = strength(vendor.capability()) / contest;
        double wanted = market.environment().enterpriseDemand() * share / perMinute;
        double capacity = vendor.fleet().enterpriseMinutes();
        double sold = Math.min(wanted, capacity);
        market.pay(market.world(), vendor.account(), sold * perMinute, Why.ENTERPRISE);
        vendor.noteShadowPrice(shadowPrice(vendor, wanted - sold));
    }

    /** What a freed GPU-hour of video would earn beyond its rent, as far as enterprises are left waiting. */
    private double shadowPrice(Vendor vendor, double unmetMinutes) {
        if (!market.setting().on(ENTERPRISE_OPTION) || unmetMinutes <= 0) {
            return 0;
        }
        double video = Math.max(vendor.fleet().videoMinutes(), 1);
        double margin = parameter(ENTERPRISE_REVENUE) - market.environment().gpuPrice();
        return Math.max(0, margin) * Math.min(1, unmetMinutes / video);
    }

    /** The contest of capabilities over enterprise demand: the strength of all labs and of the rivals outside. */
    private double contest() {
        double all = strength(market.environment().rivalCapability());
        for (Vendor vendor : market.vendors()) {
            if (vendor.lab() && vendor.trading()) {
                all += strength(vendor.capability());
            }
        }
        return all;
    }

    private double strength(double capability) {
        return Exact.pow(capability, parameter(CAPABILITY_SENSITIVITY));
    }

    private void sellElsewhere(Vendor vendor) {
        if (vendor.live() && vendor.otherRevenue() > 0) {
            double z = Quantile.normal(market.chance()
                    .draws(RandomStream.OTHER_CUSTOMERS, market.quarter())
                    .uniformOpenInterval(vendor.id()));
            double growth = vendor.opening().otherGrowth()
                    * Exact.pow(1 - parameter(GROWTH_FADE), market.quarter() - Math.max(0, vendor.launched()));
            vendor.growOtherRevenue((1 + growth) * Exact.exp(OTHER_NOISE * z));
            market.pay(market.world(), vendor.account(), vendor.otherRevenue(), Why.TOOLS);
        }
    }

    private void payForWork(Vendor vendor) {
        market.pay(
                vendor.account(),
                market.compute(),
                vendor.fleet().hours() * market.environment().gpuPrice(),
                Why.COMPUTE);
        double video = vendor.platformOpen() ? vendor.videoOverhead() : 0;
        market.pay(vendor.account(), market.world(), vendor.opening().overhead() + video, Why.OVERHEAD);
    }

    private void research(Vendor vendor) {
        double luck =
                market.chance().draws(RandomStream.RESEARCH, market.quarter()).uniform(vendor.id());
        boolean renewed = vendor.research(luck);
        if (renewed && vendor.platformOpen()) {
            market.tell(
                    Event.Kind.GENERATION,
                    vendor.name(),
                    "",
                    0,
                    "a new model of quality " + EventWords.tenths(vendor.quality()) + "; a clip now takes "
                            + EventWords.count(vendor.minutesPerClip()) + " GPU-minutes");
        }
    }

    /** The studio looks at a sample of licensed clips, in the pilot or later. */
    private void lookAtClips(Deal deal) {
        long clips = market.setting().count(MarketParameter.AUDIT_CLIPS);
        Vendor vendor = market.vendors().get(deal.vendor());
        RandomStream luck = deal.stage().inForce() ? RandomStream.BRAND_CLIPS : RandomStream.PILOT_CLIPS;
        long anomalous = vendor.anomalyRate() > 0
                ? Quantile.binomial(
                        clips,
                        vendor.anomalyRate(),
                        market.chance()
                                .draws(luck, market.quarter())
                                .uniformOpenInterval(PairKey.of(deal.studio(), deal.vendor())))
                : 0;
        deal.learn(clips, anomalous);
    }

    private double parameter(MarketParameter parameter) {
        return market.setting().get(parameter);
    }
}
