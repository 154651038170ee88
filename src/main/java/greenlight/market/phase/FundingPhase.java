package greenlight.market.phase;

import static greenlight.market.parameter.MarketParameter.ASK_BELOW;
import static greenlight.market.parameter.MarketParameter.DILUTION;
import static greenlight.market.parameter.MarketParameter.ENTRY;
import static greenlight.market.parameter.MarketParameter.RUNWAY_WANTED;
import static greenlight.market.parameter.MarketParameter.TICKET;
import static greenlight.market.parameter.MarketParameter.VC_PRESSURE;

import greenlight.market.agent.EntrantFactory;
import greenlight.market.agent.Investor;
import greenlight.market.agent.Vendor;
import greenlight.market.chance.Chance;
import greenlight.market.chance.Draws;
import greenlight.market.chance.RandomStream;
import greenlight.market.economics.Exact;
import greenlight.market.economics.Quantile;
import greenlight.market.law.Court;
import greenlight.market.ledger.Why;
import greenlight.market.record.Event;
import greenlight.market.record.EventWords;
import greenlight.market.scenario.InvestorKind;
import greenlight.market.scenario.Scenario;
import greenlight.market.state.ActivationOrder;
import greenlight.market.state.Books;
import greenlight.market.state.Clock;
import greenlight.market.state.Environment;
import greenlight.market.state.EventLog;
import greenlight.market.state.Firms;
import greenlight.market.state.PairKey;
import greenlight.market.state.Shareholdings;
import greenlight.market.users.Audience;
import greenlight.runner.model.Setting;
import java.util.ArrayList;
import java.util.List;
import sim.field.network.Edge;
import sim.util.Bag;

/** Phase 2: investors update their exuberance; vendors in need ask; rounds close, shrink or fail; start-ups are founded. */
public final class FundingPhase {
    /** Investors in one round at most. */
    private static final int SYNDICATE = 4;
    /** A round below this part of what a vendor asks for is no round. */
    private static final double LEAST_PART = 0.4;
    /** Least that a vendor asks for, US dollars. */
    private static final double LEAST_ASK = 5e6;
    /** Spread of investors' opinions of one vendor (log-normal). */
    private static final double OPINION = 0.35;
    /** Exuberance below which no start-up is founded. */
    private static final double FOUNDING_MOOD = 0.5;

    /** A valuation within this part of the last one is flat, not down. */
    private static final double FLAT = 0.01;
    /** Weight of a troubled round, or of a sale, against a shutdown. */
    private static final double HALF = 0.5;
    /** Reach of an ordinary start-up, whose exit counts as one. */
    private static final double USUAL_REACH = 0.3;

    private static final double EXIT_UNIT = 1e-9;

    private static final double SEED_MONEY = 25e6;
    private static final double SEED_VALUATION = 80e6;

    private final Setting setting;
    private final Scenario scenario;
    private final Chance chance;
    private final Clock clock;
    private final ActivationOrder order;
    private final Books books;
    private final EventLog log;
    private final Firms firms;
    private final Shareholdings shares;
    private final Court court;
    private final Environment environment;
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
        this.setting = setting;
        this.scenario = scenario;
        this.chance = chance;
        this.clock = clock;
        this.order = order;
        this.books = books;
        this.log = log;
        this.firms = firms;
        this.shares = shares;
        this.court = court;
        this.environment = environment;
    }

    public void raise() {
        updateMoods();
        refill();
        feelPressure();
        if (setting.on(VC_PRESSURE)) {
            closeRounds();
        }
        foundStartups();
    }

    private void updateMoods() {
        double peers = firms.meanExuberance();
        double growth = sectorGrowth();
        double exits = exitsSeen();
        double climate = environment.fundingMood();
        Draws moods = chance.draws(RandomStream.FUNDING_MOOD, clock.quarter());
        List<Double> next = new ArrayList<>();
        for (Investor investor : firms.investors()) {
            next.add(investor.mood(
                    peers, growth, exits, climate, Quantile.normal(moods.uniformOpenInterval(investor.id()))));
        }
        for (Investor investor : order.of(firms.investors())) {
            investor.feel(next.get(investor.id()));
        }
    }

    /** Exits of the last quarter, each by how well known the vendor is; troubled rounds and sales count for half. */
    private double exitsSeen() {
        long exits = 0; // whole, so that the order of events does not matter
        for (Event event : log.of(clock.quarter() - 1)) {
            double weight = switch (event.kind()) {
                case SHUTDOWN, INSOLVENCY -> 1;
                case DOWN_ROUND, FAILED_ROUND, ACQUISITION -> HALF;
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
            books.pay(books.world(), investor.account(), investor.refill(), Why.BACKERS);
        }
    }

    /** A vendor feels the pressure of those who hold it, by their stakes; without investors, that of the market. */
    private void feelPressure() {
        for (Vendor vendor : order.of(firms.vendors())) {
            double weighted = 0;
            double held = 0;
            Bag stakes = shares.network().getEdgesIn(vendor);
            for (int i = 0; i < stakes.numObjs; i++) {
                Edge stake = (Edge) stakes.get(i);
                if (stake.getFrom() instanceof Investor investor) {
                    double share = (Double) stake.getInfo();
                    weighted += share * investor.pressure();
                    held += share;
                }
            }
            vendor.feelPressure(held > 0 ? weighted / held : (1 - firms.meanExuberance()) / 2);
        }
    }

    /** A vendor that asks, and what each investor would put in. */
    private record Ask(Vendor vendor, double amount, List<Bid> bids) {}

    private record Bid(Investor investor, double value, double money) {}

    private void closeRounds() {
        List<Ask> asks = new ArrayList<>();
        for (Vendor vendor : firms.vendors()) {
            vendor.noteRound(false);
            if (inNeed(vendor)) {
                asks.add(hearBids(vendor));
            }
        }
        double[] promised = new double[firms.investors().size()];
        for (Ask ask : asks) {
            for (Bid bid : ask.bids()) {
                promised[bid.investor().id()] += bid.money();
            }
        }
        double[] kept = new double[promised.length];
        for (Investor investor : firms.investors()) {
            double owed = promised[investor.id()];
            kept[investor.id()] = owed > investor.powder() ? investor.powder() / owed : 1;
        }
        for (Ask ask : order.of(asks)) {
            close(ask, kept);
        }
    }

    private boolean inNeed(Vendor vendor) {
        return vendor.trading() && vendor.burn() > 0 && vendor.runway() < parameter(ASK_BELOW);
    }

    private Ask hearBids(Vendor vendor) {
        double amount = Math.max(LEAST_ASK, parameter(RUNWAY_WANTED) * vendor.burn() - Math.max(0, vendor.cash()));
        Draws opinions = chance.draws(RandomStream.TICKET, clock.quarter());
        List<Bid> bids = new ArrayList<>();
        for (Investor investor : firms.investors()) {
            if (investor.looksAt(vendor.archetype())) {
                double z = Quantile.normal(opinions.uniformOpenInterval(PairKey.of(investor.id(), vendor.id())));
                double value = investor.value(vendor, court.costOfOpenCase()) * Exact.exp(OPINION * z);
                double money = Math.min(parameter(TICKET) * investor.powder(), parameter(DILUTION) * value);
                if (money > 0) {
                    bids.add(new Bid(investor, value, money));
                }
            }
        }
        bids.sort((a, b) -> a.money() != b.money()
                ? Double.compare(b.money(), a.money())
                : Integer.compare(a.investor().id(), b.investor().id()));
        return new Ask(vendor, amount, bids.subList(0, Math.min(SYNDICATE, bids.size())));
    }

    private void close(Ask ask, double[] kept) {
        Vendor vendor = ask.vendor();
        double offered = 0;
        double value = 0;
        for (Bid bid : ask.bids()) {
            offered += bid.money() * kept[bid.investor().id()];
            value += bid.value() / ask.bids().size();
        }
        double raised = Math.min(ask.amount(), Math.min(offered, parameter(DILUTION) * value));
        String wanted = "asked for " + EventWords.dollars(ask.amount()) + " with " + runwayOf(vendor) + " of cash left";
        if (raised < LEAST_PART * ask.amount()) {
            vendor.noteRound(true);
            log.add(
                    Event.Kind.FAILED_ROUND,
                    vendor.name(),
                    "",
                    0,
                    wanted + "; investors would have put in " + EventWords.dollars(raised));
            return;
        }
        double postMoney = value + raised;
        for (Bid bid : ask.bids()) {
            double part = raised * bid.money() * kept[bid.investor().id()] / offered;
            books.pay(bid.investor().account(), vendor.account(), part, Why.ROUND);
            shares.issue(bid.investor(), vendor, part / postMoney);
        }
        boolean down = postMoney < (1 - FLAT) * vendor.valuation();
        boolean shrunk = raised < ask.amount();
        Event.Kind kind = down ? Event.Kind.DOWN_ROUND : shrunk ? Event.Kind.SHRUNK_ROUND : Event.Kind.ROUND;
        String valued = "valued at " + EventWords.dollars(postMoney)
                + (vendor.valuation() > 0 ? ", before at " + EventWords.dollars(vendor.valuation()) : "");
        log.add(kind, vendor.name(), ask.bids().get(0).investor().name(), raised, wanted + "; " + valued);
        vendor.valuedAt(postMoney);
    }

    private static String runwayOf(Vendor vendor) {
        return EventWords.tenths(Math.max(0, vendor.runway())) + " quarters";
    }

    /** Start-ups are founded while exuberance is high: Poisson, none below one half. */
    private void foundStartups() {
        double mood = Math.max(0, (firms.meanExuberance() - FOUNDING_MOOD) / (1 - FOUNDING_MOOD));
        double expected = parameter(ENTRY) * mood;
        if (expected <= 0) {
            return;
        }
        long founded = Quantile.poisson(
                expected, chance.draws(RandomStream.ENTRY, clock.quarter()).uniformOpenInterval(0));
        for (int i = 0; i < founded && firms.vendors().size() < Audience.MOST_VENDORS; i++) {
            found(i);
        }
    }

    private void found(int which) {
        Draws draws = chance.draws(RandomStream.NEWCOMER, clock.quarter());
        Investor backer = null;
        for (Investor investor : firms.investors()) {
            boolean richer = backer == null || investor.powder() > backer.powder();
            if (investor.kind() == InvestorKind.VENTURE && richer) {
                backer = investor;
            }
        }
        if (backer == null || backer.powder() < SEED_MONEY) {
            return;
        }
        int number = firms.vendors().size() - scenario.vendors().size();
        Vendor vendor = firms.enter(
                EntrantFactory.opening(number, scenario.newcomers(), clock.quarter(), draws, which, SEED_VALUATION));
        books.pay(backer.account(), vendor.account(), SEED_MONEY, Why.ROUND);
        shares.grant(backer, vendor, SEED_MONEY / SEED_VALUATION);
        vendor.feelPressure(backer.pressure());
        log.add(
                Event.Kind.ENTRY,
                vendor.name(),
                backer.name(),
                SEED_MONEY,
                "founded; investors' exuberance stands at " + EventWords.percent(firms.meanExuberance()));
    }

    private double parameter(greenlight.market.parameter.MarketParameter parameter) {
        return setting.get(parameter);
    }
}
