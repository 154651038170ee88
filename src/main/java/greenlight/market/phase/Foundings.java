package greenlight.market.phase;

import static greenlight.market.parameter.MarketParameter.ENTRY;
import static greenlight.market.parameter.MarketParameter.RUNWAY_WANTED;
import static greenlight.market.parameter.MarketParameter.VIDEO_OVERHEAD;

import greenlight.market.agent.EntrantFactory;
import greenlight.market.agent.Fleet;
import greenlight.market.agent.Investor;
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
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Start-ups are founded while such firms are worth more than it costs to bring one about. */
public final class Foundings {
    /** An exit is remembered for two years. */
    private static final int MEMORY = 8;

    private static final int WHETHER = 0;
    private static final double HALF = 0.5;

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
        double worth = worth();
        if (setting.get(ENTRY) <= 0 || worth <= 0) {
            return;
        }
        long founders = Quantile.poisson(
                setting.get(ENTRY),
                chance.draws(RandomStream.ENTRY, clock.quarter()).uniformOpenInterval(0));
        for (int i = 0; i < founders && firms.vendors().size() < Audience.MOST_VENDORS; i++) {
            weigh(i, worth);
        }
    }

    /**
     * What start-ups are worth, US dollars: the median mark of those whose platform is open and of those that ended lately,
     * which are worth nothing; while there are none, that of the scenario's own at the start.
     */
    private double worth() {
        List<Double> marks = new ArrayList<>();
        for (Vendor vendor : firms.vendors()) {
            if (vendor.opening().archetype() == Archetype.VIDEO_STARTUP) {
                if (vendor.platformOpen()) {
                    marks.add(vendor.finances().mark());
                } else if (vendor.closed() >= 0 && vendor.closed() > clock.quarter() - MEMORY) {
                    marks.add(0.0);
                }
            }
        }
        return marks.isEmpty() ? EntrantFactory.median(scenario, VendorTrait.VALUATION) : median(marks);
    }

    private static double median(List<Double> values) {
        Collections.sort(values);
        int size = values.size();
        return HALF * (values.get((size - 1) / 2) + values.get(size / 2));
    }

    /** A would-be founder looks at what the firm would cost, and founds with the share of its worth that is left. */
    private void weigh(int which, double worth) {
        Draws draws = chance.draws(RandomStream.NEWCOMER, clock.quarter());
        int number = firms.vendors().size() - scenario.vendors().size();
        Scenario.VendorOpening opening =
                EntrantFactory.opening(scenario, number, clock.quarter(), draws, which, frontier(), worth);
        double cost = setting.get(RUNWAY_WANTED) * burn(opening);
        Investor backer = backer();
        boolean founds = draws.uniform(which, WHETHER) < Entry.foundersShare(worth, cost);
        if (!founds || backer == null || backer.powder() < cost) {
            return;
        }
        Vendor vendor = firms.enter(opening);
        books.pay(backer.account(), vendor.account(), cost, Why.ROUND);
        shares.grant(backer, vendor, cost / worth);
        vendor.feelPressure(backer.pressure());
        log.add(
                Event.Kind.ENTRY,
                vendor.name(),
                backer.name(),
                cost,
                "founded; start-ups like it are worth " + EventWords.dollars(worth));
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
