package greenlight.market.measure;

import greenlight.market.agent.Investor;
import greenlight.market.agent.Strategy;
import greenlight.market.agent.Studio;
import greenlight.market.agent.Vendor;
import greenlight.market.contract.Deal;
import greenlight.market.contract.Stage;
import greenlight.market.economics.Concentration;
import greenlight.market.law.Court;
import greenlight.market.law.Party;
import greenlight.market.ledger.Cents;
import greenlight.market.record.Event;
import greenlight.market.state.Clock;
import greenlight.market.state.DealBook;
import greenlight.market.state.Environment;
import greenlight.market.state.EventLog;
import greenlight.market.state.Firms;
import greenlight.market.state.Lawsuits;
import greenlight.market.state.Population;
import greenlight.market.state.Shareholdings;
import java.util.ArrayList;
import java.util.List;

/** What the readings of a quarter are computed from. */
public final class QuarterView {
    private final Clock clock;
    private final Firms firms;
    private final DealBook deals;
    private final Shareholdings shares;
    private final Court court;
    private final Lawsuits lawsuits;
    private final Environment environment;
    private final Population population;
    /** Suits filed in the quarter. */
    private final List<Event> suits = new ArrayList<>();

    /** Reads the running quarter. */
    public QuarterView(
            Clock clock,
            EventLog log,
            Firms firms,
            DealBook deals,
            Shareholdings shares,
            Court court,
            Lawsuits lawsuits,
            Environment environment,
            Population population) {
        this.clock = clock;
        this.firms = firms;
        this.deals = deals;
        this.shares = shares;
        this.court = court;
        this.lawsuits = lawsuits;
        this.environment = environment;
        this.population = population;
        for (Event event : log.of(clock.quarter())) {
            if (event.kind() == Event.Kind.SUIT) {
                suits.add(event);
            }
        }
    }

    double peoplePerAgent() {
        return population.peoplePerAgent();
    }

    double activePeople() {
        return population.audience().active() * population.peoplePerAgent();
    }

    int openCases(Party party) {
        return lawsuits.countAgainst(party);
    }

    int suitsFiled(Party party) {
        int filed = 0;
        for (Event suit : suits) {
            filed += suit.whom().equals(party.name()) ? 1 : 0;
        }
        return filed;
    }

    int pilots() {
        int pilots = 0;
        for (Deal deal : deals.running()) {
            pilots += deal.stage() == Stage.PILOT ? 1 : 0;
        }
        return pilots;
    }

    int pilots(Vendor vendor) {
        int pilots = 0;
        for (Deal deal : deals.running()) {
            pilots += deal.vendor() == vendor.id() && deal.stage() == Stage.PILOT ? 1 : 0;
        }
        return pilots;
    }

    int pilots(Studio studio) {
        int pilots = 0;
        for (Deal deal : deals.running()) {
            pilots += deal.studio() == studio.id() && deal.stage() == Stage.PILOT ? 1 : 0;
        }
        return pilots;
    }

    int dealsInForce() {
        int inForce = 0;
        for (Deal deal : deals.running()) {
            inForce += deal.stage().inForce() ? 1 : 0;
        }
        return inForce;
    }

    int dealsInForce(Vendor vendor) {
        int inForce = 0;
        for (Deal deal : deals.running()) {
            inForce += deal.vendor() == vendor.id() && deal.stage().inForce() ? 1 : 0;
        }
        return inForce;
    }

    int dealsInForce(Studio studio) {
        int inForce = 0;
        for (Deal deal : deals.running()) {
            inForce += deal.studio() == studio.id() && deal.stage().inForce() ? 1 : 0;
        }
        return inForce;
    }

    /** Worth of the shares that a studio holds in vendors, at their marks, US dollars. */
    double stakes(Studio studio) {
        double worth = 0;
        for (Vendor vendor : firms.vendors()) {
            worth += shares.worth(studio, vendor);
        }
        return worth;
    }

    double meanExuberance() {
        return firms.meanExuberance();
    }

    double dryPowder() {
        double powder = 0;
        for (Investor investor : firms.investors()) {
            powder += investor.powder();
        }
        return powder;
    }

    int platforms() {
        int platforms = 0;
        for (Vendor vendor : firms.vendors()) {
            platforms += vendor.platformOpen() ? 1 : 0;
        }
        return platforms;
    }

    /** Herfindahl index of users over platforms, 0 to 10,000; not-a-number without users. */
    double concentration() {
        double[] sizes = new double[firms.vendors().size()];
        for (Vendor vendor : firms.vendors()) {
            sizes[vendor.id()] = vendor.userBase().demand().active();
        }
        return Concentration.herfindahl(sizes, sizes.length);
    }

    /** What paying users would have paid beyond the price in the quarter, US dollars. */
    double usersSurplus() {
        long cents = 0;
        for (Vendor vendor : firms.vendors()) {
            cents += vendor.userBase().demand().surplusCents();
        }
        return Cents.dollars(cents) * population.peoplePerAgent();
    }

    /** Studios that use pipeline tools, alone or besides a platform. */
    int usingTools() {
        int count = 0;
        for (Studio studio : firms.studios()) {
            count += studio.usesTools() ? 1 : 0;
        }
        return count;
    }

    /** Number of studios that follow a strategy. */
    int count(Strategy strategy) {
        int count = 0;
        for (Studio studio : firms.studios()) {
            count += studio.strategy() == strategy ? 1 : 0;
        }
        return count;
    }

    Court court() {
        return court;
    }

    Environment environment() {
        return environment;
    }

    Clock clock() {
        return clock;
    }

    Firms firms() {
        return firms;
    }
}
