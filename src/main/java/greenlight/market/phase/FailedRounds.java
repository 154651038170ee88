package greenlight.market.phase;

import static greenlight.market.parameter.MarketParameter.PIVOT_COST;
import static greenlight.market.parameter.MarketParameter.VC_PRESSURE;

import greenlight.market.agent.Investor;
import greenlight.market.agent.ProductState;
import greenlight.market.agent.Vendor;
import greenlight.market.law.Court;
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

/** What becomes of start-ups and tool makers for which no round closes: a turn to tools, a sale, or the last of the cash. */
public final class FailedRounds {
    /** Seller and buyer share what the vendor is worth to the buyer equally, for without a sale both have nothing (Nash 1950). */
    private static final double HALF = 0.5;

    private final Setting setting;
    private final Clock clock;
    private final Books books;
    private final EventLog log;
    private final Firms firms;
    private final Shareholdings shares;
    private final Court court;
    private final Lawsuits lawsuits;
    private final RunningDeals contracts;

    public FailedRounds(
            Setting setting,
            Clock clock,
            Books books,
            EventLog log,
            Firms firms,
            Shareholdings shares,
            Court court,
            Lawsuits lawsuits,
            RunningDeals contracts) {
        this.setting = setting;
        this.clock = clock;
        this.books = books;
        this.log = log;
        this.firms = firms;
        this.shares = shares;
        this.court = court;
        this.lawsuits = lawsuits;
        this.contracts = contracts;
    }

    /** No round closes: turn to tools, find a buyer, or go on until the money is gone. */
    void survive(Vendor vendor) {
        if (!setting.on(VC_PRESSURE) || vendor.runway() >= 2) {
            return;
        }
        if (vendor.platformOpen() && vendor.cash() >= setting.get(PIVOT_COST)) {
            log.add(
                    Event.Kind.SHUTDOWN,
                    vendor.name(),
                    "",
                    0,
                    () -> "no investor pays for its platform any more; "
                            + EventWords.tenths(Math.max(0, vendor.runway())) + " quarters of cash are left");
            turnToTools(vendor);
            contracts.voidAll(vendor, vendor.name() + " has closed its platform without money to go on");
            return;
        }
        sell(vendor);
    }

    /** To the strategic investor to which it is worth most, of those who can pay; where there is none, it goes on. */
    private void sell(Vendor vendor) {
        Investor best = null;
        double price = 0;
        for (Investor investor : firms.investors()) {
            double offer = HALF * investor.value(vendor, court.costOfOpenCase());
            if (investor.kind() == InvestorKind.STRATEGIC && offer > price && offer <= investor.powder()) {
                best = investor;
                price = offer;
            }
        }
        if (best != null) {
            sell(vendor, best, price);
        }
    }

    private void sell(Vendor vendor, Investor buyer, double price) {
        double others = 0;
        for (Shareholdings.Stake stake : shares.in(vendor)) {
            if (stake.holder() != buyer) {
                double part = price * stake.share();
                books.pay(buyer.account(), stake.account(), part, Why.ACQUISITION);
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
                () -> "out of money after a failed round; marked at "
                        + EventWords.dollars(vendor.finances().mark()));
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
                () -> "gives up its platform for pipeline tools");
    }
}
