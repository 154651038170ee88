package greenlight.market.phase;

import static greenlight.market.parameter.MarketParameter.VC_PRESSURE;

import greenlight.market.agent.Investor;
import greenlight.market.agent.ProductState;
import greenlight.market.agent.Studio;
import greenlight.market.agent.Vendor;
import greenlight.market.ledger.Why;
import greenlight.market.record.Event;
import greenlight.market.record.EventWords;
import greenlight.market.state.ActivationOrder;
import greenlight.market.state.Books;
import greenlight.market.state.Clock;
import greenlight.market.state.EventLog;
import greenlight.market.state.Firms;
import greenlight.market.state.Lawsuits;
import greenlight.runner.model.Setting;
import java.util.List;

/** Phase 8: the quarter's books are closed. Who cannot pay is insolvent, unless runway is not binding. */
public final class AccountingPhase {
    private static final List<Why> REVENUE =
            List.of(Why.SUBSCRIPTION, Why.CLIPS, Why.ENTERPRISE, Why.TOOLS, Why.COST_SHARE);
    private static final List<Why> SPENDING =
            List.of(Why.COMPUTE, Why.OVERHEAD, Why.LICENCE_FEE, Why.TRAINING_LICENCE, Why.CASE_COST);

    private final Setting setting;
    private final Clock clock;
    private final ActivationOrder order;
    private final Books books;
    private final EventLog log;
    private final Firms firms;
    private final RunningDeals contracts;
    private final Lawsuits lawsuits;

    public AccountingPhase(
            Setting setting,
            Clock clock,
            ActivationOrder order,
            Books books,
            EventLog log,
            Firms firms,
            RunningDeals contracts,
            Lawsuits lawsuits) {
        this.setting = setting;
        this.clock = clock;
        this.order = order;
        this.books = books;
        this.log = log;
        this.firms = firms;
        this.contracts = contracts;
        this.lawsuits = lawsuits;
    }

    public void close() {
        for (Vendor vendor : order.of(firms.vendors())) {
            if (!vendor.trading()) {
                vendor.closeBooks(0, 0);
                continue;
            }
            double revenue = 0;
            for (Why why : REVENUE) {
                revenue += vendor.received(why);
            }
            double spending = 0;
            for (Why why : SPENDING) {
                spending += vendor.paid(why);
            }
            vendor.closeBooks(revenue, spending);
            if (!setting.on(VC_PRESSURE)) {
                extendCredit(vendor);
            } else if (vendor.cash() < 0) {
                fail(vendor);
            }
        }
        coverOthers();
    }

    /** Runway does not bind: what investors did not bring comes as credit. */
    private void extendCredit(Vendor vendor) {
        if (vendor.cash() < 0) {
            books.pay(books.world(), vendor.account(), -vendor.cash(), Why.CREDIT);
        }
    }

    private void fail(Vendor vendor) {
        double missing = -vendor.cash();
        books.pay(books.world(), vendor.account(), missing, Why.WRITE_OFF);
        log.add(
                Event.Kind.INSOLVENCY,
                vendor.name(),
                "",
                missing,
                () -> "cannot pay; revenue of " + EventWords.dollars(vendor.lastRevenue()) + " against a burn of "
                        + EventWords.dollars(vendor.burn()) + " in the quarter");
        vendor.close(clock.quarter(), ProductState.INSOLVENT);
        vendor.fleet().dissolve();
        contracts.voidAll(vendor, vendor.name() + " is insolvent");
        lawsuits.drop(vendor);
    }

    /** Studios and investors have owners outside the model, who make up what is missing. */
    private void coverOthers() {
        for (Studio studio : firms.studios()) {
            cover(studio.account());
        }
        for (Investor investor : firms.investors()) {
            cover(investor.account());
        }
    }

    private void cover(greenlight.market.ledger.Account account) {
        if (account.balance() < 0) {
            books.pay(books.world(), account, -account.dollars(), Why.CREDIT);
        }
    }
}
