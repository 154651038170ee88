package greenlight.market;

import static greenlight.market.parameter.MarketParameter.VC_PRESSURE;

import greenlight.market.contract.Deal;
import greenlight.market.contract.Stage;
import greenlight.market.ledger.Why;
import greenlight.market.record.Event;
import greenlight.market.record.EventWords;
import java.util.List;

/** Phase 8: the quarter's books are closed. Who cannot pay is insolvent, unless runway is not binding. */
final class AccountingPhase {
    private static final List<Why> REVENUE = List.of(Why.SUBSCRIPTION, Why.ENTERPRISE, Why.TOOLS, Why.COST_SHARE);
    private static final List<Why> SPENDING =
            List.of(Why.COMPUTE, Why.OVERHEAD, Why.LICENCE_FEE, Why.TRAINING_LICENCE, Why.CASE_COST);

    private final Market market;

    AccountingPhase(Market market) {
        this.market = market;
    }

    void close() {
        for (Vendor vendor : market.acting(market.vendors())) {
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
            vendor.closeBooks(revenue, Math.max(0, spending - revenue));
            if (!market.setting().on(VC_PRESSURE)) {
                extendCredit(vendor);
            } else if (vendor.cash() < 0) {
                fail(vendor);
            }
        }
        coverOthers();
    }

    /** Runway does not bind: credit keeps the till as full as it was at the start. */
    private void extendCredit(Vendor vendor) {
        double missing = vendor.opening().cash() - vendor.cash();
        if (missing > 0) {
            market.pay(market.world(), vendor.account(), missing, Why.CREDIT);
        }
    }

    private void fail(Vendor vendor) {
        double missing = -vendor.cash();
        market.pay(market.world(), vendor.account(), missing, Why.WRITE_OFF);
        market.tell(
                Event.Kind.INSOLVENCY,
                vendor.name(),
                "",
                missing,
                "cannot pay; revenue of " + EventWords.dollars(vendor.lastRevenue()) + " against a burn of "
                        + EventWords.dollars(vendor.burn()) + " in the quarter");
        vendor.close(market.quarter(), ProductState.INSOLVENT);
        vendor.fleet().dissolve();
        String cause = vendor.name() + " is insolvent";
        for (Deal deal : List.copyOf(market.runningDeals())) {
            if (deal.vendor() == vendor.id()) {
                market.end(deal, Stage.VOIDED, Deal.Cause.PLATFORM_GONE);
                market.tell(
                        Event.Kind.VOIDING,
                        vendor.name(),
                        market.studios().get(deal.studio()).name(),
                        deal.equityUnpaid(),
                        cause + "; " + EventWords.quarters(deal.quartersLeft()) + " of "
                                + deal.terms().quarters() + " were left");
            }
        }
        market.dropCases(vendor);
    }

    /** Studios and investors have owners outside the model, who make up what is missing. */
    private void coverOthers() {
        for (Studio studio : market.studios()) {
            cover(studio.account());
        }
        for (Investor investor : market.investors()) {
            cover(investor.account());
        }
    }

    private void cover(greenlight.market.ledger.Account account) {
        if (account.balance() < 0) {
            market.pay(market.world(), account, -account.dollars(), Why.CREDIT);
        }
    }
}
