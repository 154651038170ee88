package greenlight.market.phase;

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

import greenlight.market.agent.Investor;
import greenlight.market.agent.ProductState;
import greenlight.market.agent.Vendor;
import greenlight.market.appraisal.ContinuationAppraisal;
import greenlight.market.appraisal.ContinuationDecision;
import greenlight.market.chance.Chance;
import greenlight.market.chance.RandomStream;
import greenlight.market.law.Court;
import greenlight.market.law.Party;
import greenlight.market.ledger.Account;
import greenlight.market.ledger.Why;
import greenlight.market.record.Event;
import greenlight.market.record.EventWords;
import greenlight.market.scenario.InvestorKind;
import greenlight.market.state.ActivationOrder;
import greenlight.market.state.Books;
import greenlight.market.state.Clock;
import greenlight.market.state.Environment;
import greenlight.market.state.EventLog;
import greenlight.market.state.Firms;
import greenlight.market.state.Lawsuits;
import greenlight.market.state.Shareholdings;
import greenlight.runner.model.Setting;
import java.util.ArrayList;
import java.util.List;
import sim.field.network.Edge;

/** Phase 3: vendors update beliefs, set terms, license data, split GPUs; continue, pivot, sell or shut down. */
public final class StrategyPhase {
    /** A vendor that is bought fetches this part of its last valuation. */
    private static final double BOUGHT_AT = 0.2;
    /** A price below this is no reason for a buyer to look. */
    private static final double LEAST_PRICE = 1e6;

    private final Setting setting;
    private final Chance chance;
    private final Clock clock;
    private final ActivationOrder order;
    private final Books books;
    private final EventLog log;
    private final Firms firms;
    private final RunningDeals contracts;
    private final Shareholdings shares;
    private final Court court;
    private final Lawsuits lawsuits;
    private final Environment environment;
    private final ContinuationAppraisal continuation;

    public StrategyPhase(
            Setting setting,
            Chance chance,
            Clock clock,
            ActivationOrder order,
            Books books,
            EventLog log,
            Firms firms,
            RunningDeals contracts,
            Shareholdings shares,
            Court court,
            Lawsuits lawsuits,
            Environment environment,
            ContinuationAppraisal continuation) {
        this.setting = setting;
        this.chance = chance;
        this.clock = clock;
        this.order = order;
        this.books = books;
        this.log = log;
        this.firms = firms;
        this.contracts = contracts;
        this.shares = shares;
        this.court = court;
        this.lawsuits = lawsuits;
        this.environment = environment;
        this.continuation = continuation;
    }

    public void decide() {
        List<Vendor> vendors = order.of(firms.vendors());
        for (Vendor vendor : vendors) {
            if (vendor.trading()) {
                vendor.updateBeliefs();
                vendor.setTerms();
                licenseData(vendor);
                launchIfDue(vendor);
            }
        }
        List<ContinuationDecision> closing = new ArrayList<>();
        for (Vendor vendor : firms.vendors()) {
            if (vendor.platformOpen() && onTrialFor(vendor) >= setting.count(TRIAL_QUARTERS)) {
                ContinuationDecision video = continuation.of(vendor);
                if (!video.worthContinuing()) {
                    closing.add(video);
                }
            }
        }
        order.of(closing).forEach(this::closeVideo);
        for (Vendor vendor : firms.vendors()) { // buyers spend as they go, so always in this order
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
        return clock.quarter() - Math.max(0, vendor.launched());
    }

    private void licenseData(Vendor vendor) {
        double share = vendor.licenseTrainingData(court.climate());
        books.pay(
                vendor.account(),
                lawsuits.artists().account(),
                share * setting.get(LICENSING_COST) * vendor.reach(),
                Why.TRAINING_LICENCE);
    }

    private void launchIfDue(Vendor vendor) {
        if (vendor.state() == ProductState.BUILDING && vendor.launched() <= clock.quarter()) {
            vendor.launch(clock.quarter());
            environment.stir(setting.get(LAUNCH_BUZZ) * vendor.reach() * vendor.reach());
            log.add(
                    Event.Kind.LAUNCH,
                    vendor.name(),
                    "",
                    0,
                    "opens its video platform: quality "
                            + EventWords.tenths(vendor.model().quality()) + ", "
                            + EventWords.count(vendor.model().minutesPerClip()) + " GPU-minutes a clip; plans to keep "
                            + EventWords.percent(setting.get(PROJECTED_RETENTION))
                            + " of its users a quarter");
        }
    }

    private void closeVideo(ContinuationDecision video) {
        Vendor vendor = video.vendor();
        boolean toEnterprise = vendor.lab() && setting.on(ENTERPRISE_OPTION);
        boolean toTools = !vendor.lab() && vendor.cash() >= setting.get(PIVOT_COST);
        log.add(Event.Kind.SHUTDOWN, vendor.name(), "", 0, video.reason());
        environment.stir(-setting.get(SCANDAL_LOSS) * vendor.reach());
        if (toEnterprise) {
            vendor.close(clock.quarter(), ProductState.PIVOTED_TO_ENTERPRISE);
            log.add(
                    Event.Kind.PIVOT,
                    vendor.name(),
                    "",
                    0,
                    "turns its GPUs to enterprises, who pay " + EventWords.dollars(setting.get(ENTERPRISE_REVENUE))
                            + " a GPU-hour");
        } else if (toTools) {
            turnToTools(vendor);
        } else {
            vendor.close(clock.quarter(), ProductState.SHUT_DOWN);
        }
        contracts.voidAll(vendor, vendor.name() + " has closed its platform");
    }

    private void turnToTools(Vendor vendor) {
        books.pay(vendor.account(), books.world(), setting.get(PIVOT_COST), Why.PIVOT);
        vendor.close(clock.quarter(), ProductState.PIVOTED_TO_TOOLS);
        vendor.growOtherRevenue(1 - ContinuationAppraisal.BUSINESS_ON_PLATFORM);
        log.add(
                Event.Kind.PIVOT,
                vendor.name(),
                "",
                setting.get(PIVOT_COST),
                "gives up its platform for pipeline tools");
    }

    /** No round closes: turn to tools, find a buyer, or go on until the money is gone. */
    private void surviveFailedRound(Vendor vendor) {
        if (vendor.runway() >= 2) {
            return;
        }
        if (vendor.platformOpen() && vendor.cash() >= setting.get(PIVOT_COST)) {
            log.add(
                    Event.Kind.SHUTDOWN,
                    vendor.name(),
                    "",
                    0,
                    "no investor pays for its platform any more; " + EventWords.tenths(Math.max(0, vendor.runway()))
                            + " quarters of cash are left");
            turnToTools(vendor);
            contracts.voidAll(vendor, vendor.name() + " has closed its platform for want of money");
            return;
        }
        double draw = chance.draws(RandomStream.ACQUISITION, clock.quarter()).uniform(vendor.id());
        Investor buyer = buyer(vendor);
        if (draw < setting.get(ACQUISITION) && buyer != null) {
            sell(vendor, buyer);
        }
    }

    /** The strategic investor with the most money who can pay the price; null if there is none. */
    private Investor buyer(Vendor vendor) {
        double price = BOUGHT_AT * vendor.valuation();
        Investor best = null;
        for (Investor investor : firms.investors()) {
            boolean able = investor.kind() == InvestorKind.STRATEGIC && investor.powder() >= price;
            if (able && price >= LEAST_PRICE && (best == null || investor.powder() > best.powder())) {
                best = investor;
            }
        }
        return best;
    }

    private void sell(Vendor vendor, Investor buyer) {
        double price = BOUGHT_AT * vendor.valuation();
        double others = 0;
        for (Object each : shares.network().getEdgesIn(vendor).toArray()) {
            Edge stake = (Edge) each;
            Account holder = stake.getFrom() instanceof Investor investor
                    ? investor.account()
                    : ((Party) stake.getFrom()).account();
            if (holder != buyer.account()) {
                double part = price * (Double) stake.getInfo();
                books.pay(buyer.account(), holder, part, Why.ACQUISITION);
                others += part;
            }
        }
        books.pay(buyer.account(), books.world(), Math.max(0, price - others), Why.ACQUISITION);
        settle(vendor, buyer);
        vendor.close(clock.quarter(), ProductState.ACQUIRED);
        vendor.fleet().dissolve();
        log.add(
                Event.Kind.ACQUISITION,
                vendor.name(),
                buyer.name(),
                price,
                "out of money after a failed round, sold for a part of its last valuation");
        contracts.voidAll(vendor, vendor.name() + " has been sold and its platform closed");
        lawsuits.drop(vendor);
    }

    /** The buyer takes over the till, full or overdrawn. */
    private void settle(Vendor vendor, Investor buyer) {
        double cash = vendor.cash();
        if (cash > 0) {
            books.pay(vendor.account(), buyer.account(), cash, Why.ACQUISITION);
        } else if (cash < 0) {
            books.pay(buyer.account(), vendor.account(), -cash, Why.ACQUISITION);
        }
    }

    private void splitGpus(Vendor vendor) {
        double thrift = setting.get(PRESSURE_ON_TERMS) * vendor.pressure();
        double lastMinutes = vendor.delivery().minutesDemanded();
        boolean opening = vendor.platformOpen() && Math.max(0, vendor.launched()) == clock.quarter();
        if (vendor.lab()) {
            boolean redeploys = setting.on(ENTERPRISE_OPTION);
            vendor.fleet()
                    .splitLab(environment.labFleet(), lastMinutes, vendor.platformOpen(), opening, thrift, redeploys);
        } else {
            vendor.fleet().rent(lastMinutes, vendor.platformOpen(), opening, thrift);
        }
    }
}
