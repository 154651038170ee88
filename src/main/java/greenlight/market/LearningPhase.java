package greenlight.market;

import greenlight.market.contract.Deal;
import java.util.List;

/** Phase 9: studios learn from their own and others' deals; hype fades; investors see exits. */
final class LearningPhase {
    private final Market market;

    LearningPhase(Market market) {
        this.market = market;
    }

    void learn() {
        List<Deal> failed = market.failedDeals();
        for (Studio studio : market.acting(market.studios())) {
            studio.calmDown();
            for (Deal deal : failed) {
                studio.learn(deal.studio() == studio.id(), deal.vendor());
            }
        }
        for (Vendor vendor : market.vendors()) {
            int running = 0;
            for (Deal deal : market.runningDeals()) {
                running += deal.vendor() == vendor.id() ? 1 : 0;
            }
            vendor.noteDeals(running);
        }
        market.environment().fade();
    }
}
