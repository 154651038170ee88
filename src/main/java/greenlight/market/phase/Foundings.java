package greenlight.market.phase;

import static greenlight.market.parameter.MarketParameter.ENTRY;
import static greenlight.market.parameter.MarketParameter.RUNWAY_WANTED;
import static greenlight.market.parameter.MarketParameter.VIDEO_OVERHEAD;

import greenlight.market.agent.EntrantFactory;
import greenlight.market.agent.Fleet;
import greenlight.market.agent.Investor;
import greenlight.market.agent.ProductState;
import greenlight.market.agent.Vendor;
import greenlight.market.chance.Chance;
import greenlight.market.chance.Draws;
import greenlight.market.chance.RandomStream;
import greenlight.market.economics.Quantile;
import greenlight.market.economics.finance.Entry;
import greenlight.market.ledger.Why;
import greenlight.market.record.Event;
import greenlight.market.record.EventWords;
import greenlight.market.scenario.Archetype;
import greenlight.market.scenario.InvestorKind;
import greenlight.market.scenario.Scenario;
import greenlight.market.scenario.VendorTrait;
import greenlight.market.state.Books;
import greenlight.market.state.Clock;
import greenlight.market.state.Environment;
import greenlight.market.state.EventLog;
import greenlight.market.state.Firms;
import greenlight.market.state.Shareholdings;
import greenlight.market.users.Audience;
import greenlight.runner.model.Setting;

/** Start-ups are founded while such firms are worth more than it costs to bring one about. */
public final class Foundings {
    /** Firms that were founded longer ago, in quarters, say little of what one founded now will be. */
    private static final int MEMORY = 20;

    private static final int WHETHER = 0;

    private final Setting setting;
    private final Scenario scenario;
    private final Chance chance;
    private final Clock clock;
    private final Books books;
    private final EventLog log;
    private final Firms firms;
    private final Shareholdings shares;
    private final Environment environment;

    public Foundings(
            Setting setting,
            Scenario scenario,
            Chance chance,
            Clock clock,
            Books books,
            EventLog log,
            Firms firms,
            Shareholdings shares,
            Environment environment) {
        this.setting = setting;
        this.scenario = scenario;
        this.chance = chance;
        this.clock = clock;
        this.books = books;
        this.log = log;
        this.firms = firms;
        this.shares = shares;
        this.environment = environment;
    }

    void found() {
        double q = q();
        if (setting.get(ENTRY) <= 0 || q <= 1) {
            return;
        }
        long founders = Quantile.poisson(
                setting.get(ENTRY),
                chance.draws(RandomStream.ENTRY, clock.quarter()).uniformOpenInterval(0));
        for (int i = 0; i < founders && firms.vendors().size() < Audience.MOST_VENDORS; i++) {
            weigh(i, q);
        }
    }

    /**
     * What start-ups are worth against the money put into them: those of the last five years, and all while there are none; while
     * none has opened, those of the scenario at the start. What has ended is worth nothing.
     */
    private double q() {
        double young = q(clock.quarter() - MEMORY);
        double any = Double.isNaN(young) ? q(Integer.MIN_VALUE) : young;
        return Double.isNaN(any) ? EntrantFactory.openingQ(scenario) : any;
    }

    private double q(int since) {
        double worth = 0;
        double invested = 0;
        for (Vendor vendor : firms.vendors()) {
            boolean counts = vendor.opening().archetype() == Archetype.VIDEO_STARTUP
                    && vendor.state() != ProductState.BUILDING
                    && vendor.launched() >= since;
            if (counts) {
                worth += vendor.trading() ? vendor.finances().mark() : 0;
                invested += vendor.finances().invested();
            }
        }
        return invested > 0 ? worth / invested : Double.NaN;
    }

    /** A would-be founder looks at what the firm would cost, and founds with the chance of the share that is left of its worth. */
    private void weigh(int which, double q) {
        Draws draws = chance.draws(RandomStream.NEWCOMER, clock.quarter());
        int number = firms.vendors().size() - scenario.vendors().size();
        Scenario.VendorOpening opening =
                EntrantFactory.opening(scenario, number, clock.quarter(), draws, which, frontier());
        double cost = setting.get(RUNWAY_WANTED) * burn(opening);
        double worth = q * cost;
        Investor backer = backer();
        boolean founds = draws.uniform(which, WHETHER) < Entry.foundersShare(worth, cost);
        if (!founds || backer == null || backer.powder() < cost) {
            return;
        }
        Vendor vendor = firms.enter(opening);
        books.pay(backer.account(), vendor.account(), cost, Why.ROUND);
        shares.grant(backer, vendor, cost / worth);
        vendor.finances().pricedAt(worth, cost);
        vendor.feelPressure(backer.pressure());
        log.add(
                Event.Kind.ENTRY,
                vendor.name(),
                backer.name(),
                cost,
                () -> "founded; young start-ups are worth " + EventWords.tenths(q) + " times the money put into them");
    }

    /** What the firm will spend in a quarter before it earns anything, US dollars. */
    private double burn(Scenario.VendorOpening opening) {
        return opening.get(VendorTrait.GPUS) * Fleet.HOURS_PER_QUARTER * environment.gpuPrice()
                + opening.get(VendorTrait.OVERHEAD)
                + setting.get(VIDEO_OVERHEAD) * opening.get(VendorTrait.REACH);
    }

    /** The best quality of the open platforms, beside which a newcomer starts; 0 while none is open. */
    private double frontier() {
        double best = 0;
        for (Vendor vendor : firms.vendors()) {
            if (vendor.platformOpen()) {
                best = Math.max(best, vendor.model().quality());
            }
        }
        return best;
    }

    /** The venture fund with the most money; null while there is none. */
    private Investor backer() {
        Investor backer = null;
        for (Investor investor : firms.investors()) {
            boolean richer = backer == null || investor.powder() > backer.powder();
            if (investor.kind() == InvestorKind.VENTURE && richer) {
                backer = investor;
            }
        }
        return backer;
    }
}
