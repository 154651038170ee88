package greenlight.market.phase;

import static greenlight.market.parameter.MarketParameter.GROWTH_FADE;

import greenlight.market.agent.Delivery;
import greenlight.market.agent.Studio;
import greenlight.market.agent.Vendor;
import greenlight.market.chance.Chance;
import greenlight.market.chance.RandomStream;
import greenlight.market.contract.Deal;
import greenlight.market.economics.Exact;
import greenlight.market.economics.Quantile;
import greenlight.market.ledger.Why;
import greenlight.market.parameter.MarketParameter;
import greenlight.market.record.Event;
import greenlight.market.record.EventWords;
import greenlight.market.scenario.VendorTrait;
import greenlight.market.service.EnterpriseMarket;
import greenlight.market.service.VideoService;
import greenlight.market.state.ActivationOrder;
import greenlight.market.state.Books;
import greenlight.market.state.Clock;
import greenlight.market.state.DealBook;
import greenlight.market.state.Environment;
import greenlight.market.state.EventLog;
import greenlight.market.state.Firms;
import greenlight.market.state.PairKey;
import greenlight.market.state.Population;
import greenlight.runner.model.Setting;

/** Phase 6: demand meets capacity. Clips are served or rationed; GPUs, staff and research are paid; models improve. */
public final class OperationsPhase {
    /** Spread of the growth of other revenue. */
    private static final double OTHER_NOISE = 0.04;

    private final Setting setting;
    private final Chance chance;
    private final Clock clock;
    private final ActivationOrder order;
    private final Books books;
    private final EventLog log;
    private final Firms firms;
    private final DealBook deals;
    private final Environment environment;
    private final VideoService video;
    private final EnterpriseMarket enterprises;

    public OperationsPhase(
            Setting setting,
            Chance chance,
            Clock clock,
            ActivationOrder order,
            Books books,
            EventLog log,
            Firms firms,
            DealBook deals,
            Environment environment,
            Population population) {
        this.setting = setting;
        this.chance = chance;
        this.clock = clock;
        this.order = order;
        this.books = books;
        this.log = log;
        this.firms = firms;
        this.deals = deals;
        this.environment = environment;
        video = new VideoService(setting, chance, clock, books, log, environment, population);
        enterprises = new EnterpriseMarket(setting, books, firms, environment);
    }

    public void serve() {
        enterprises.open();
        for (Vendor vendor : order.of(firms.vendors())) {
            if (vendor.trading()) {
                video.serve(vendor);
                if (vendor.lab()) {
                    enterprises.sell(vendor);
                }
                sellElsewhere(vendor);
                payForWork(vendor);
            } else {
                vendor.deliver(Delivery.NONE);
                vendor.fleet().noteEnterprisePrices(0, 0);
            }
        }
        for (Vendor vendor : firms.vendors()) {
            if (vendor.trading()) {
                research(vendor);
            }
        }
        for (Deal deal : deals.running()) {
            lookAtClips(deal);
        }
    }

    private void sellElsewhere(Vendor vendor) {
        if (vendor.live() && vendor.otherRevenue() > 0) {
            double z = Quantile.normal(
                    chance.draws(RandomStream.OTHER_CUSTOMERS, clock.quarter()).uniformOpenInterval(vendor.id()));
            double growth = vendor.opening().get(VendorTrait.OTHER_GROWTH)
                    * Exact.pow(1 - parameter(GROWTH_FADE), clock.quarter() - Math.max(0, vendor.launched()));
            vendor.growOtherRevenue((1 + growth) * Exact.exp(OTHER_NOISE * z));
            books.pay(books.world(), vendor.account(), vendor.otherRevenue(), Why.TOOLS);
        }
    }

    private void payForWork(Vendor vendor) {
        double compute = vendor.fleet().hours() * environment.gpuPrice();
        double prepaid = vendor.finances().useCredits(compute);
        books.pay(vendor.account(), books.compute(), compute - prepaid, Why.COMPUTE);
        double video = vendor.platformOpen() ? vendor.videoOverhead() : 0;
        books.pay(vendor.account(), books.world(), vendor.opening().get(VendorTrait.OVERHEAD) + video, Why.OVERHEAD);
    }

    private void research(Vendor vendor) {
        double draw = chance.draws(RandomStream.RESEARCH, clock.quarter()).uniform(vendor.id());
        boolean renewed = vendor.research(draw);
        if (renewed && vendor.platformOpen()) {
            log.add(
                    Event.Kind.GENERATION,
                    vendor.name(),
                    "",
                    0,
                    () -> "a new model of quality "
                            + EventWords.tenths(vendor.model().quality()) + "; a clip now takes "
                            + EventWords.minutes(vendor.model().minutesPerClip()) + " GPU-minutes");
        }
    }

    /** The studio looks at a sample of licensed clips, in the pilot or later. */
    private void lookAtClips(Deal deal) {
        long clips = Studio.CLIPS_LOOKED_AT;
        Vendor vendor = firms.vendors().get(deal.vendor());
        RandomStream stream = deal.stage().inForce() ? RandomStream.BRAND_CLIPS : RandomStream.PILOT_CLIPS;
        long anomalous = vendor.model().anomalyRate() > 0
                ? Quantile.binomial(
                        clips,
                        vendor.model().anomalyRate(),
                        chance.draws(stream, clock.quarter())
                                .uniformOpenInterval(PairKey.of(deal.studio(), deal.vendor())))
                : 0;
        deal.learn(clips, anomalous);
    }

    private double parameter(MarketParameter parameter) {
        return setting.get(parameter);
    }
}
