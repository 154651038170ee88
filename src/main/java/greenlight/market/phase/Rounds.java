package greenlight.market.phase;

import static greenlight.market.parameter.MarketParameter.ASK_BELOW;
import static greenlight.market.parameter.MarketParameter.DILUTION;
import static greenlight.market.parameter.MarketParameter.OPINION_SPREAD;
import static greenlight.market.parameter.MarketParameter.RUNWAY_WANTED;
import static greenlight.market.parameter.MarketParameter.STEP_UP;

import greenlight.market.agent.Investor;
import greenlight.market.agent.Vendor;
import greenlight.market.chance.Chance;
import greenlight.market.chance.Draws;
import greenlight.market.chance.RandomStream;
import greenlight.market.economics.Exact;
import greenlight.market.economics.Quantile;
import greenlight.market.law.Court;
import greenlight.market.ledger.Why;
import greenlight.market.parameter.MarketParameter;
import greenlight.market.record.Event;
import greenlight.market.record.EventWords;
import greenlight.market.scenario.InvestorKind;
import greenlight.market.state.ActivationOrder;
import greenlight.market.state.Books;
import greenlight.market.state.Clock;
import greenlight.market.state.EventLog;
import greenlight.market.state.Firms;
import greenlight.market.state.PairKey;
import greenlight.market.state.Shareholdings;
import greenlight.runner.model.Setting;
import java.util.ArrayList;
import java.util.List;

/**
 * Funding rounds. A vendor raises in need, when its runway is short, and in plenty, when it is marked far above its last
 * round's price (Baker and Wurgler 2002, "Market timing and capital structure", <i>Journal of Finance</i>). Its book is built
 * from the most optimistic investor down (Miller 1977, "Risk, uncertainty, and divergence of opinion", <i>Journal of
 * Finance</i>): each puts in up to its ticket, and all pay the price of the last who is needed.
 */
public final class Rounds {
    /**
     * Quarters that a vendor must last with what a round brings; where it would not, there is doubt that it is a going concern
     * (twelve months; International Standard on Auditing 570), and no investor pays.
     */
    private static final double GOING_CONCERN = 4;
    /**
     * Of its money, what an investor puts into one round at most: covenants of funds cap what goes into one company at a tenth to a
     * fifth (Gompers and Lerner 1996, "The use of covenants", <i>Journal of Law and Economics</i>).
     */
    private static final double TICKET = 0.15;
    /** A valuation within this part of the last one is flat, not down. */
    private static final double FLAT = 0.01;

    private final Setting setting;
    private final Chance chance;
    private final Clock clock;
    private final ActivationOrder order;
    private final Books books;
    private final EventLog log;
    private final Firms firms;
    private final Shareholdings shares;
    private final Court court;

    public Rounds(
            Setting setting,
            Chance chance,
            Clock clock,
            ActivationOrder order,
            Books books,
            EventLog log,
            Firms firms,
            Shareholdings shares,
            Court court) {
        this.setting = setting;
        this.chance = chance;
        this.clock = clock;
        this.order = order;
        this.books = books;
        this.log = log;
        this.firms = firms;
        this.shares = shares;
        this.court = court;
    }

    /** A vendor that asks, and the book of its round. */
    private record Ask(Vendor vendor, boolean inNeed, double amount, double price, List<Bid> bids) {
        double offered() {
            double money = 0;
            for (Bid bid : bids) {
                money += bid.money();
            }
            return money;
        }
    }

    /** What an investor thinks that a vendor is worth, and what it would put in, US dollars. */
    private record Bid(Investor investor, double value, double money) {}

    void hold() {
        List<Ask> asks = new ArrayList<>();
        for (Vendor vendor : firms.vendors()) {
            vendor.noteRound(false);
            double amount = vendor.trading() ? wanted(vendor) : 0;
            if (amount > 0) {
                asks.add(build(vendor, amount));
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
        return vendor.burn() > 0 && vendor.runway() < parameter(ASK_BELOW);
    }

    /**
     * What the vendor asks for, US dollars; 0 when it does not raise. While it is marked no lower than its last round, it sells the
     * usual share, or more where its runway needs it; else it asks for the less runway the lower it is marked, for it holds its
     * shares to be worth more (Myers and Majluf 1984, "Corporate financing and investment decisions when firms have information
     * that investors do not have", <i>Journal of Financial Economics</i>).
     */
    private double wanted(Vendor vendor) {
        double mark = vendor.finances().mark();
        double price = vendor.finances().price();
        boolean plenty = vendor.burn() > 0 && mark >= parameter(STEP_UP) * price;
        if (!plenty && !inNeed(vendor)) {
            return 0;
        }
        double quarters = parameter(RUNWAY_WANTED) * (mark < price ? mark / price : 1);
        double runway = Math.max(GOING_CONCERN, quarters) * vendor.burn() - means(vendor);
        return mark >= price ? Math.max(runway, parameter(DILUTION) * mark) : runway;
    }

    /** The investors from the most optimistic down, as many as bring the vendor the most money. */
    private Ask build(Vendor vendor, double amount) {
        Draws opinions = chance.draws(RandomStream.OPINION, clock.quarter());
        Investor.Prospectus seen = Investor.prospectus(vendor, court.costOfOpenCase(), setting);
        List<Bid> all = new ArrayList<>();
        for (Investor investor : firms.investors()) {
            if (investor.looksAt(vendor.archetype())) {
                double z = Quantile.normal(opinions.uniformOpenInterval(PairKey.of(investor.id(), vendor.id())));
                double value = investor.value(seen) * Exact.exp(parameter(OPINION_SPREAD) * z);
                double money = TICKET * investor.powder();
                if (money > 0 && value > 0) {
                    all.add(new Bid(investor, value, money));
                }
            }
        }
        all.sort((a, b) -> a.value() != b.value()
                ? Double.compare(b.value(), a.value())
                : Integer.compare(a.investor().id(), b.investor().id()));
        int members = 0;
        double best = 0;
        double tickets = 0;
        for (int i = 0; i < all.size(); i++) {
            tickets += all.get(i).money();
            double brings = Math.min(
                    amount, Math.min(tickets, parameter(DILUTION) * all.get(i).value()));
            if (brings > best) {
                best = brings;
                members = i + 1;
            }
        }
        List<Bid> bids = new ArrayList<>();
        double missing = best;
        for (Bid bid : all.subList(0, members)) {
            double money = Math.min(missing, bid.money());
            bids.add(new Bid(bid.investor(), bid.value(), money));
            missing -= money;
        }
        double price = members > 0 ? all.get(members - 1).value() : 0;
        return new Ask(vendor, inNeed(vendor), amount, price, bids);
    }

    /** What the round brings, US dollars, when each investor keeps a part of its promises; 0 where it fails. */
    private static double raised(Ask ask, double[] kept) {
        double money = 0;
        for (Bid bid : ask.bids()) {
            money += bid.money() * kept[bid.investor().id()];
        }
        Vendor vendor = ask.vendor();
        boolean lasts = means(vendor) + money >= GOING_CONCERN * vendor.burn();
        boolean dearEnough = ask.inNeed() || ask.price() >= vendor.finances().price();
        return lasts && dearEnough ? money : 0;
    }

    private void close(Ask ask, double[] kept) {
        Vendor vendor = ask.vendor();
        double raised = raised(ask, kept);
        if (raised <= 0) {
            if (ask.inNeed()) {
                fail(ask);
            }
            return;
        }
        double postMoney = ask.price() + raised;
        double before = vendor.finances().price();
        String wanted = wanted(ask);
        for (Bid bid : ask.bids()) {
            double part = bid.money() * kept[bid.investor().id()];
            books.pay(bid.investor().account(), vendor.account(), part, Why.ROUND);
            if (bid.investor().kind() == InvestorKind.STRATEGIC) {
                payInCompute(vendor, part);
            }
            shares.issue(bid.investor(), vendor, part / postMoney);
        }
        boolean down = postMoney < (1 - FLAT) * before;
        boolean shrunk = raised < (1 - FLAT) * ask.amount();
        Event.Kind kind = down ? Event.Kind.DOWN_ROUND : shrunk ? Event.Kind.SHRUNK_ROUND : Event.Kind.ROUND;
        String valued = "valued at " + EventWords.dollars(postMoney)
                + (before > 0 ? ", before at " + EventWords.dollars(before) : "");
        log.add(kind, vendor.name(), ask.bids().get(0).investor().name(), raised, () -> wanted + "; " + valued);
        vendor.finances().pricedAt(postMoney, raised);
    }

    /** Cash and paid compute, US dollars. */
    private static double means(Vendor vendor) {
        return Math.max(0, vendor.cash()) + vendor.finances().credits();
    }

    /**
     * Clouds and makers of GPUs sell compute for equity: of what they put in, the part that the vendor spends on compute is bound to it, at
     * the rent of the day, and lost where the vendor ends before (rounds of I37).
     */
    private void payInCompute(Vendor vendor, double dollars) {
        double bound = dollars * vendor.finances().computeShare();
        books.pay(vendor.account(), books.compute(), bound, Why.COMPUTE_CREDIT);
        vendor.finances().credited(bound);
    }

    private void fail(Ask ask) {
        ask.vendor().noteRound(true);
        log.add(
                Event.Kind.FAILED_ROUND,
                ask.vendor().name(),
                "",
                0,
                () -> wanted(ask) + "; investors would have put in " + EventWords.dollars(ask.offered())
                        + ", too little for a year");
    }

    private static String wanted(Ask ask) {
        Vendor vendor = ask.vendor();
        String runway = EventWords.tenths(Math.max(0, vendor.runway())) + " quarters";
        return "asked for " + EventWords.dollars(ask.amount()) + " with " + runway + " of cash left"
                + (ask.inNeed()
                        ? ""
                        : ", while it is marked at "
                                + EventWords.dollars(vendor.finances().mark()));
    }

    private double parameter(MarketParameter parameter) {
        return setting.get(parameter);
    }
}
