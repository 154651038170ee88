package greenlight.market.phase;

import greenlight.market.agent.Studio;
import greenlight.market.agent.Vendor;
import greenlight.market.appraisal.UsageForecast;
import greenlight.market.contract.Deal;
import greenlight.market.state.ActivationOrder;
import greenlight.market.state.Clock;
import greenlight.market.state.DealBook;
import greenlight.market.state.Environment;
import greenlight.market.state.Firms;
import greenlight.runner.model.Setting;
import java.util.List;

/** Phase 9: studios learn from their own and others' deals; hype fades; investors see exits. */
public final class LearningPhase {
    private final Clock clock;
    private final ActivationOrder order;
    private final Firms firms;
    private final DealBook deals;
    private final Environment environment;
    private final UsageForecast forecast;

    public LearningPhase(
            Setting setting, Clock clock, ActivationOrder order, Firms firms, DealBook deals, Environment environment) {
        this.clock = clock;
        this.order = order;
        this.firms = firms;
        this.deals = deals;
        this.environment = environment;
        forecast = new UsageForecast(setting, environment);
    }

    public void learn() {
        List<Deal> failed = deals.failed();
        for (Studio studio : order.of(firms.studios())) {
            for (Deal deal : failed) {
                studio.learn(deal.studio() == studio.id(), deal.vendor());
            }
            for (Deal deal : deals.running()) {
                studio.seeServed(deal.studio() == studio.id(), deal.vendor());
            }
        }
        for (Deal deal : deals.all()) {
            if (deal.stage().running() || deal.ended() == clock.quarter()) {
                firms.studios()
                        .get(deal.studio())
                        .noteAudits(deal, firms.vendors().get(deal.vendor()));
            }
        }
        for (Vendor vendor : firms.vendors()) {
            if (vendor.platformOpen()) {
                forecast.see(vendor);
            }
            int running = 0;
            for (Deal deal : deals.running()) {
                running += deal.vendor() == vendor.id() ? 1 : 0;
            }
            vendor.noteDeals(running);
        }
        environment.fade();
    }
}
