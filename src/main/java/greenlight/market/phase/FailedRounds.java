package greenlight.market.phase;

import static greenlight.market.parameter.MarketParameter.ACQUISITION;
import static greenlight.market.parameter.MarketParameter.PIVOT_COST;

import greenlight.market.agent.Investor;
import greenlight.market.agent.ProductState;
import greenlight.market.agent.Vendor;
import greenlight.market.chance.Chance;
import greenlight.market.chance.RandomStream;
import greenlight.market.law.Party;
import greenlight.market.ledger.Account;
import greenlight.market.ledger.Why;
import greenlight.market.record.Event;
import greenlight.market.record.EventWords;
import greenlight.market.scenario.InvestorKind;
import greenlight.market.state.Books;
import greenlight.market.state.Clock;
import greenlight.market.state.EventLog;
import greenlight.market.state.Firms;
import greenlight.market.state.Lawsuits;
import greenlight.market.state.Shareholdings;
import greenlight.runner.model.Setting;
import sim.field.network.Edge;

/** What becomes of start-ups and tool makers for which no round closes: a turn to tools, a sale, or the last of the cash. */
public final class FailedRounds {
    /** A vendor that is bought fetches this part of its last valuation. */
    private static final double BOUGHT_AT = 0.2;
    /** A price below this is no reason for a buyer to look. */
    private static final double LEAST_PRICE = 1e6;

    private final Setting setting;
    private final Chance chance;
    private final Clock clock;
    private final Books books;
    private final EventLog log;
    private final Firms firms;
    private final Shareholdings shares;
    private final Lawsuits lawsuits;
    private final RunningDeals contracts;

    public FailedRounds(
            Setting setting,
            Chance chance,
            Clock clock,
            Books books,
            EventLog log,
            Firms firms,
            Shareholdings shares,
            Lawsuits lawsuits,
            RunningDeals contracts) {
        this.setting = setting;
        this.chance = chance;
        this.clock = clock;
        this.books = books;
        this.log = log;
        this.firms = firms;
        this.shares = shares;
        this.lawsuits = lawsuits;
        this.contracts = contracts;
    }

    /** No round closes: turn to tools, find a buyer, or go on until the money is gone. */
    void survive(Vendor vendor) {
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
            contracts.voidAll(vendor, vendor.name() + " has closed its platform without money to go on");
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

    /** Gives up the platform for pipeline tools. */
    void turnToTools(Vendor vendor) {
        books.pay(vendor.account(), books.world(), setting.get(PIVOT_COST), Why.PIVOT);
        vendor.close(clock.quarter(), ProductState.PIVOTED_TO_TOOLS);
        log.add(
                Event.Kind.PIVOT,
                vendor.name(),
                "",
                setting.get(PIVOT_COST),
                "gives up its platform for pipeline tools");
    }
}
