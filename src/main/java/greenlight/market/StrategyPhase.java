package greenlight.market;

import static greenlight.market.parameter.MarketParameter.ACQUISITION;
import static greenlight.market.parameter.MarketParameter.ENTERPRISE_OPTION;
import static greenlight.market.parameter.MarketParameter.ENTERPRISE_REVENUE;
import static greenlight.market.parameter.MarketParameter.LAUNCH_BUZZ;
import static greenlight.market.parameter.MarketParameter.LICENSING_COST;
import static greenlight.market.parameter.MarketParameter.PIVOT_COST;
import static greenlight.market.parameter.MarketParameter.PRESSURE_ON_TERMS;
import static greenlight.market.parameter.MarketParameter.PROJECTED_RETENTION;
import static greenlight.market.parameter.MarketParameter.SCANDAL_LOSS;
import static greenlight.market.parameter.MarketParameter.TRIAL_QUARTERS;

import greenlight.market.chance.RandomStream;
import greenlight.market.contract.Deal;
import greenlight.market.contract.Stage;
import greenlight.market.ledger.Why;
import greenlight.market.record.Event;
import greenlight.market.record.EventWords;
import java.util.ArrayList;
import java.util.List;
import sim.field.network.Edge;

/** Phase 3: vendors update beliefs, set terms, license data, split GPUs; continue, pivot, sell or shut down. */
final class StrategyPhase {
    /** A vendor that is bought fetches this part of its last valuation. */
    private static final double BOUGHT_AT = 0.2;
    /** A price below this is no reason for a buyer to look. */
    private static final double LEAST_PRICE = 1e6;

    private final Market market;

    StrategyPhase(Market market) {
        this.market = market;
    }

    void decide() {
        List<Vendor> vendors = market.acting(market.vendors());
        for (Vendor vendor : vendors) {
            if (vendor.trading()) {
                vendor.updateBeliefs();
                vendor.setTerms();
                licenseData(vendor);
                launchIfDue(vendor);
            }
        }
        List<ContinuationDecision> closing = new ArrayList<>();
        for (Vendor vendor : market.vendors()) {
            if (vendor.platformOpen() && onTrialFor(vendor) >= market.setting().count(TRIAL_QUARTERS)) {
                ContinuationDecision video = ContinuationDecision.of(market, vendor);
                if (!video.worthContinuing()) {
                    closing.add(video);
                }
            }
        }
        market.acting(closing).forEach(this::closeVideo);
        for (Vendor vendor : market.vendors()) { // buyers spend as they go, so always in this order
            if (vendor.roundFailed() && vendor.trading() && !vendor.lab()) {
                surviveFailedRound(vendor);
            }
        }
        for (Vendor vendor : vendors) {
            if (vendor.trading()) {
                splitGpus(vendor);
            }
        }
    }

    /** Quarters since its platform opened; those that were open before count from the first quarter. */
    private int onTrialFor(Vendor vendor) {
        return market.quarter() - Math.max(0, vendor.launched());
    }

    private void licenseData(Vendor vendor) {
        double share = vendor.licenseTrainingData(market.court().climate());
        market.pay(
                vendor.account(),
                market.artists().account(),
                share * market.setting().get(LICENSING_COST) * vendor.reach(),
                Why.TRAINING_LICENCE);
    }

    private void launchIfDue(Vendor vendor) {
        if (vendor.state() == ProductState.BUILDING && vendor.launched() <= market.quarter()) {
            vendor.launch(market.quarter());
            market.environment().stir(market.setting().get(LAUNCH_BUZZ) * vendor.reach() * vendor.reach());
            market.tell(
                    Event.Kind.LAUNCH,
                    vendor.name(),
                    "",
                    0,
                    "opens its video platform: quality " + EventWords.tenths(vendor.quality()) + ", "
                            + EventWords.count(vendor.minutesPerClip()) + " GPU-minutes a clip; plans to keep "
                            + EventWords.percent(market.setting().get(PROJECTED_RETENTION))
                            + " of its users a quarter");
        }
    }

    private void closeVideo(ContinuationDecision video) {
        Vendor vendor = video.vendor();
        boolean toEnterprise = vendor.lab() && market.setting().on(ENTERPRISE_OPTION);
        boolean toTools = !vendor.lab() && vendor.cash() >= market.setting().get(PIVOT_COST);
        market.tell(Event.Kind.SHUTDOWN, vendor.name(), "", 0, video.reason());
        market.environment().stir(-market.setting().get(SCANDAL_LOSS) * vendor.reach());
        if (toEnterprise) {
            vendor.close(market.quarter(), ProductState.PIVOTED_TO_ENTERPRISE);
            market.tell(
                    Event.Kind.PIVOT,
                    vendor.name(),
                    "",
                    0,
                    "turns its GPUs to enterprises, who pay "
                            + EventWords.dollars(market.setting().get(ENTERPRISE_REVENUE)) + " a GPU-hour");
        } else if (toTools) {
            turnToTools(vendor);
        } else {
            vendor.close(market.quarter(), ProductState.SHUT_DOWN);
        }
        voidDeals(vendor, vendor.name() + " has closed its platform");
    }

    private void turnToTools(Vendor vendor) {
        market.pay(vendor.account(), market.world(), market.setting().get(PIVOT_COST), Why.PIVOT);
        vendor.close(market.quarter(), ProductState.PIVOTED_TO_TOOLS);
        vendor.growOtherRevenue(1 - ContinuationDecision.BUSINESS_ON_PLATFORM);
        market.tell(
                Event.Kind.PIVOT,
                vendor.name(),
                "",
                market.setting().get(PIVOT_COST),
                "gives up its platform for pipeline tools");
    }

    /** The platform is gone: running deals are void, and guarantees are called as far as the cash reaches. */
    private void voidDeals(Vendor vendor, String cause) {
        List<Deal> voided = new ArrayList<>();
        double owed = 0;
        for (Deal deal : market.runningDeals()) {
            if (deal.vendor() == vendor.id()) {
                voided.add(deal);
                owed += DealAppraisal.guaranteeOwed(market, deal);
            }
        }
        double reach = owed > 0 ? Math.min(1, Math.max(0, vendor.cash()) / owed) : 0;
        for (Deal deal : voided) {
            Studio studio = market.studios().get(deal.studio());
            double penalty = DealAppraisal.guaranteeOwed(market, deal) * reach;
            market.pay(vendor.account(), studio.account(), penalty, Why.GUARANTEE);
            deal.studioReceives(penalty);
            market.end(deal, Stage.VOIDED, Deal.Cause.PLATFORM_GONE);
            market.tell(
                    Event.Kind.VOIDING,
                    vendor.name(),
                    studio.name(),
                    deal.equityUnpaid(),
                    cause + "; " + EventWords.quarters(deal.quartersLeft()) + " of "
                            + deal.terms().quarters()
                            + " were left"
                            + (deal.terms().equity() > 0
                                    ? ", " + EventWords.dollars(deal.equityUnpaid()) + " of equity never paid"
                                    : "")
                            + (penalty > 0 ? "; the guarantee pays " + EventWords.dollars(penalty) : ""));
        }
    }

    /** Out of luck with investors: turn to tools, find a buyer, or go on until the money is gone. */
    private void surviveFailedRound(Vendor vendor) {
        if (vendor.runway() >= 2) {
            return;
        }
        if (vendor.platformOpen() && vendor.cash() >= market.setting().get(PIVOT_COST)) {
            market.tell(
                    Event.Kind.SHUTDOWN,
                    vendor.name(),
                    "",
                    0,
                    "no investor pays for its platform any more; " + EventWords.tenths(Math.max(0, vendor.runway()))
                            + " quarters of cash are left");
            turnToTools(vendor);
            voidDeals(vendor, vendor.name() + " has closed its platform for want of money");
            return;
        }
        double luck = market.chance()
                .draws(RandomStream.ACQUISITION, market.quarter())
                .uniform(vendor.id());
        Investor buyer = buyer(vendor);
        if (luck < market.setting().get(ACQUISITION) && buyer != null) {
            sell(vendor, buyer);
        }
    }

    /** The strategic investor with the most money who can pay the price; null if there is none. */
    private Investor buyer(Vendor vendor) {
        double price = BOUGHT_AT * vendor.valuation();
        Investor best = null;
        for (Investor investor : market.investors()) {
            boolean able = investor.kind() == Investor.Kind.STRATEGIC && investor.powder() >= price;
            if (able && price >= LEAST_PRICE && (best == null || investor.powder() > best.powder())) {
                best = investor;
            }
        }
        return best;
    }

    private void sell(Vendor vendor, Investor buyer) {
        double price = BOUGHT_AT * vendor.valuation();
        double others = 0;
        for (Object each : market.stakes().getEdgesIn(vendor).toArray()) {
            Edge stake = (Edge) each;
            if (stake.getFrom() instanceof Investor holder && holder != buyer) {
                double part = price * (Double) stake.getInfo();
                market.pay(buyer.account(), holder.account(), part, Why.ACQUISITION);
                others += part;
            }
        }
        market.pay(buyer.account(), market.world(), Math.max(0, price - others), Why.ACQUISITION);
        settle(vendor, buyer);
        vendor.close(market.quarter(), ProductState.ACQUIRED);
        vendor.fleet().dissolve();
        market.tell(
                Event.Kind.ACQUISITION,
                vendor.name(),
                buyer.name(),
                price,
                "out of money after a failed round, sold for a part of its last valuation");
        voidDeals(vendor, vendor.name() + " has been sold and its platform closed");
        market.dropCases(vendor);
    }

    /** The buyer takes over the till, full or overdrawn. */
    private void settle(Vendor vendor, Investor buyer) {
        double cash = vendor.cash();
        if (cash > 0) {
            market.pay(vendor.account(), buyer.account(), cash, Why.ACQUISITION);
        } else if (cash < 0) {
            market.pay(buyer.account(), vendor.account(), -cash, Why.ACQUISITION);
        }
    }

    private void splitGpus(Vendor vendor) {
        double thrift = market.setting().get(PRESSURE_ON_TERMS) * vendor.pressure();
        double lastMinutes = vendor.minutesDemanded();
        boolean opening = vendor.platformOpen() && Math.max(0, vendor.launched()) == market.quarter();
        if (vendor.lab()) {
            boolean redeploys = market.setting().on(ENTERPRISE_OPTION);
            vendor.fleet()
                    .splitLab(
                            market.environment().labFleet(),
                            lastMinutes,
                            vendor.platformOpen(),
                            opening,
                            thrift,
                            redeploys);
        } else {
            vendor.fleet().rent(lastMinutes, vendor.platformOpen(), opening, thrift);
        }
    }
}
