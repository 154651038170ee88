package greenlight.market.phase;

import greenlight.market.law.Court;
import greenlight.market.record.Event;
import greenlight.market.scenario.Scenario;
import greenlight.market.state.Books;
import greenlight.market.state.Clock;
import greenlight.market.state.Environment;
import greenlight.market.state.EventLog;

/** Phase 1: the world outside moves, and what the scenario has scheduled happens. */
public final class EnvironmentPhase {
    private final Scenario scenario;
    private final Clock clock;
    private final Books books;
    private final EventLog log;
    private final Environment environment;
    private final Court court;

    public EnvironmentPhase(
            Scenario scenario, Clock clock, Books books, EventLog log, Environment environment, Court court) {
        this.scenario = scenario;
        this.clock = clock;
        this.books = books;
        this.log = log;
        this.environment = environment;
        this.court = court;
    }

    public void turn() {
        books.turnPage();
        environment.turn(clock.quarter());
        for (Scenario.Scheduled event : scenario.due(clock.quarter(), Scenario.Scheduled.Kind.BUZZ)) {
            environment.stir(event.amount());
            print(event);
        }
        for (Scenario.Scheduled event : scenario.due(clock.quarter(), Scenario.Scheduled.Kind.RIVAL_LEAP)) {
            environment.leapOfRivals(event.amount());
            print(event);
        }
        for (Scenario.Scheduled event : scenario.due(clock.quarter(), Scenario.Scheduled.Kind.PRECEDENT)) {
            court.note(event.amount());
            print(event);
        }
        scenario.due(clock.quarter(), Scenario.Scheduled.Kind.NEWS).forEach(this::print);
    }

    private void print(Scenario.Scheduled event) {
        log.add(Event.Kind.OUTSIDE, event.who(), event.whom(), 0, () -> event.headline());
    }
}
