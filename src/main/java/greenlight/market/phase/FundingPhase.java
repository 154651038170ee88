package greenlight.market.phase;

import greenlight.market.agent.Investor;
import greenlight.market.agent.Vendor;
import greenlight.market.appraisal.VendorMarks;
import greenlight.market.chance.Chance;
import greenlight.market.economics.Exact;
import greenlight.market.law.Court;
import greenlight.market.ledger.Why;
import greenlight.market.record.Event;
import greenlight.market.scenario.InvestorKind;
import greenlight.market.scenario.Scenario;
import greenlight.market.state.ActivationOrder;
import greenlight.market.state.Books;
import greenlight.market.state.Clock;
import greenlight.market.state.Environment;
import greenlight.market.state.EventLog;
import greenlight.market.state.Firms;
import greenlight.market.state.Shareholdings;
import greenlight.runner.model.Setting;

/** Phase 2: investors update their exuberance and their marks; rounds close, shrink or fail; start-ups are founded. */
public final class FundingPhase {
    /** Weight of a sale against a shutdown. */
    private static final double HALF = 0.5;
    /** Reach of an ordinary start-up, whose exit counts as one. */
    private static final double USUAL_REACH = 0.3;

    private static final double EXIT_UNIT = 1e-9;
    private static final double QUARTERS_PER_YEAR = 4;

    private final Clock clock;
    private final ActivationOrder order;
    private final Books books;
    private final EventLog log;
    private final Firms firms;
    private final Shareholdings shares;
    private final Environment environment;
    private final VendorMarks marks;
    private final Rounds rounds;
    private final Foundings foundings;
    private double sectorRevenueBefore;

    public FundingPhase(
            Setting setting,
            Scenario scenario,
            Chance chance,
            Clock clock,
            ActivationOrder order,
            Books books,
            EventLog log,
            Firms firms,
            Shareholdings shares,
            Court court,
            Environment environment) {
        this.clock = clock;
        this.order = order;
        this.books = books;
        this.log = log;
        this.firms = firms;
        this.shares = shares;
        this.environment = environment;
        marks = new VendorMarks(setting, firms, court);
        rounds = new Rounds(setting, chance, clock, order, books, log, firms, shares, court);
        foundings = new Foundings(setting, scenario, chance, clock, books, log, firms, shares, environment);
    }

    public void raise() {
        updateMoods();
        refill();
        payOut();
        feelPressure();
        if (clock.quarter() > 0) { // at the opening there are no figures of a quarter before
            marks.mark();
        }
        rounds.hold();
        foundings.found();
    }

    private void updateMoods() {
        double growth = sectorGrowth();
        double exits = exitsSeen();
        double climate = environment.fundingMood();
        for (Investor investor : order.of(firms.investors())) {
            investor.feel(investor.mood(growth, exits, climate));
        }
    }

    /** Exits of the last quarter, each by how well known the vendor is; sales count for half. */
    private double exitsSeen() {
        long exits = 0; // whole, so that the order of events does not matter
        for (Event event : log.of(clock.quarter() - 1)) {
            double weight = switch (event.kind()) {
                case SHUTDOWN, INSOLVENCY -> 1;
                case ACQUISITION -> HALF;
                default -> 0;
            };
            exits += weight > 0 ? Math.round(weight * firms.vendor(event.who()).reach() / EXIT_UNIT) : 0;
        }
        return exits * EXIT_UNIT / USUAL_REACH;
    }

    /** Doublings of the revenue of start-ups and tool makers in the last quarter, between -1 and 1. */
    private double sectorGrowth() {
        double revenue = 0;
        for (Vendor vendor : firms.vendors()) {
            if (!vendor.lab() && vendor.trading()) {
                revenue += vendor.lastRevenue();
            }
        }
        double growth =
                sectorRevenueBefore > 0 && revenue > 0 ? Exact.log(revenue / sectorRevenueBefore) / Exact.log(2) : 0;
        sectorRevenueBefore = revenue;
        return Math.max(-1, Math.min(1, growth));
    }

    private void refill() {
        for (Investor investor : order.of(firms.investors())) {
            double added = investor.refill();
            if (added > 0) {
                books.pay(books.world(), investor.account(), added, Why.BACKERS);
            } else {
                books.pay(investor.account(), books.world(), -added, Why.BACKERS);
            }
        }
    }

    /**
     * A vendor pays out a profit that its business has no use for: what it has beyond a year's revenue (Jensen 1986, "Agency costs
     * of free cash flow, corporate finance, and takeovers", <i>American Economic Review</i>). Investors pass their part on to
     * those who back them.
     */
    private void payOut() {
        for (Vendor vendor : order.of(firms.vendors())) {
            double spare = vendor.cash() - QUARTERS_PER_YEAR * vendor.lastRevenue();
            double paid = vendor.trading() ? Math.min(spare, vendor.finances().profit()) : 0;
            if (paid > 0) {
                payOut(vendor, paid);
            }
        }
    }

    private void payOut(Vendor vendor, double paid) {
        double others = paid;
        for (Shareholdings.Stake stake : shares.in(vendor)) {
            double part = paid * stake.share();
            books.pay(vendor.account(), stake.account(), part, Why.DIVIDEND);
            if (stake.holder() instanceof Investor) {
                books.pay(stake.account(), books.world(), part, Why.BACKERS);
            }
            others -= part;
        }
        books.pay(vendor.account(), books.world(), Math.max(0, others), Why.DIVIDEND);
    }

    /** A vendor feels the pressure of those who hold it, by their stakes; without investors, that of the market. Strategic ones lend it reach. */
    private void feelPressure() {
        for (Vendor vendor : order.of(firms.vendors())) {
            double weighted = 0;
            double held = 0;
            double strategic = 0;
            for (Shareholdings.Stake stake : shares.in(vendor)) {
                if (stake.holder() instanceof Investor investor) {
                    weighted += stake.share() * investor.pressure();
                    held += stake.share();
                    strategic += investor.kind() == InvestorKind.STRATEGIC ? stake.share() : 0;
                }
            }
            vendor.finances().heldByStrategic(strategic);
            vendor.feelPressure(held > 0 ? weighted / held : (1 - firms.meanExuberance()) / 2);
        }
    }
}
