package greenlight.market.phase;

import static greenlight.market.parameter.MarketParameter.ENTERPRISE_OPTION;
import static greenlight.market.parameter.MarketParameter.LAUNCH_BUZZ;
import static greenlight.market.parameter.MarketParameter.PIVOT_COST;
import static greenlight.market.parameter.MarketParameter.PRESSURE_ON_RESEARCH;
import static greenlight.market.parameter.MarketParameter.PROJECTED_RETENTION;
import static greenlight.market.parameter.MarketParameter.SCANDAL_LOSS;

import greenlight.market.agent.ProductState;
import greenlight.market.agent.Vendor;
import greenlight.market.appraisal.ContinuationAppraisal;
import greenlight.market.appraisal.ContinuationDecision;
import greenlight.market.record.Event;
import greenlight.market.record.EventWords;
import greenlight.market.service.EnterpriseMarket;
import greenlight.market.state.ActivationOrder;
import greenlight.market.state.Books;
import greenlight.market.state.Clock;
import greenlight.market.state.Environment;
import greenlight.market.state.EventLog;
import greenlight.market.state.Firms;
import greenlight.runner.model.Setting;
import java.util.ArrayList;
import java.util.List;

/** Phase 3: vendors update beliefs, set terms, split GPUs; continue, pivot, sell or shut down. */
public final class StrategyPhase {
    private final Setting setting;
    private final Clock clock;
    private final ActivationOrder order;
    private final EventLog log;
    private final Firms firms;
    private final RunningDeals contracts;
    private final Environment environment;
    private final ContinuationAppraisal continuation;
    private final FailedRounds failedRounds;
    private final EnterpriseMarket enterprises;

    public StrategyPhase(
            Setting setting,
            Clock clock,
            ActivationOrder order,
            Books books,
            EventLog log,
            Firms firms,
            RunningDeals contracts,
            Environment environment,
            ContinuationAppraisal continuation,
            FailedRounds failedRounds) {
        this.setting = setting;
        this.clock = clock;
        this.order = order;
        this.log = log;
        this.firms = firms;
        this.contracts = contracts;
        this.environment = environment;
        this.continuation = continuation;
        this.failedRounds = failedRounds;
        enterprises = new EnterpriseMarket(setting, books, firms, environment);
    }

    public void decide() {
        List<Vendor> vendors = order.of(firms.vendors());
        for (Vendor vendor : vendors) {
            if (vendor.trading()) {
                launchIfDue(vendor);
            }
        }
        List<ContinuationDecision> closing = new ArrayList<>();
        for (Vendor vendor : firms.vendors()) {
            if (vendor.platformOpen() && seenUsers(vendor)) {
                vendor.updateBeliefs(environment.attentionKept());
                boolean optIn = vendor.terms().optIn();
                ContinuationDecision video = continuation.onBestTerms(vendor);
                if (vendor.terms().optIn() && !optIn) {
                    String cause = "shows only characters whose owners have opted in";
                    log.add(Event.Kind.STRATEGY, vendor.name(), "", 0, () -> cause);
                }
                boolean outOfMoney = vendor.roundFailed() && !vendor.lab();
                if (!video.worthContinuing() && (outOfMoney || !contracts.keepOpen(video))) {
                    closing.add(video);
                }
            }
        }
        order.of(closing).forEach(this::closeVideo);
        for (Vendor vendor : firms.vendors()) { // buyers spend as they go, so always in this order
            if (vendor.roundFailed() && vendor.trading() && !vendor.lab()) {
                failedRounds.survive(vendor);
            }
        }
        enterprises.open();
        for (Vendor vendor : vendors) {
            if (vendor.trading()) {
                splitGpus(vendor);
            }
        }
    }

    /** Whether its platform has been open for a quarter of the run, so that there is something to learn from. */
    private boolean seenUsers(Vendor vendor) {
        return clock.quarter() > Math.max(0, vendor.launched());
    }

    private void launchIfDue(Vendor vendor) {
        if (vendor.state() == ProductState.BUILDING && vendor.launched() <= clock.quarter()) {
            vendor.launch(clock.quarter());
            if (vendor.platformOpen()) {
                ContinuationDecision plan = continuation.of(vendor);
                vendor.fleet().plan(plan.terms().headroom() * plan.minutes());
            }
            environment.stir(setting.get(LAUNCH_BUZZ) * vendor.reach() * vendor.reach());
            log.add(
                    Event.Kind.LAUNCH,
                    vendor.name(),
                    "",
                    0,
                    () -> "opens its video platform: quality "
                            + EventWords.tenths(vendor.model().quality()) + ", "
                            + EventWords.minutes(vendor.model().minutesPerClip())
                            + " GPU-minutes a clip; plans to keep "
                            + EventWords.percent(setting.get(PROJECTED_RETENTION))
                            + " of its users a month");
        }
    }

    private void closeVideo(ContinuationDecision video) {
        Vendor vendor = video.vendor();
        boolean toEnterprise = vendor.lab() && setting.on(ENTERPRISE_OPTION);
        boolean toTools = !vendor.lab() && vendor.cash() >= setting.get(PIVOT_COST);
        log.add(Event.Kind.SHUTDOWN, vendor.name(), "", 0, () -> video.reason());
        environment.stir(-setting.get(SCANDAL_LOSS) * vendor.reach());
        if (toEnterprise) {
            vendor.close(clock.quarter(), ProductState.PIVOTED_TO_ENTERPRISE);
            log.add(
                    Event.Kind.PIVOT,
                    vendor.name(),
                    "",
                    0,
                    () -> "turns its GPUs to enterprises, who pay "
                            + EventWords.dollars(vendor.fleet().enterprisePrice()) + " a GPU-hour");
        } else if (toTools) {
            failedRounds.turnToTools(vendor);
        } else {
            vendor.close(clock.quarter(), ProductState.SHUT_DOWN);
        }
        contracts.voidAll(vendor, vendor.name() + " has closed its platform");
    }

    private void splitGpus(Vendor vendor) {
        double thrift = setting.get(PRESSURE_ON_RESEARCH) * vendor.pressure();
        if (vendor.lab()) {
            boolean redeploys = setting.on(ENTERPRISE_OPTION);
            vendor.fleet()
                    .splitLab(
                            environment.labFleet(),
                            enterprises.bestHours(vendor),
                            vendor.platformOpen(),
                            thrift,
                            redeploys);
        } else {
            vendor.fleet().rent(vendor.platformOpen(), thrift);
        }
    }
}
