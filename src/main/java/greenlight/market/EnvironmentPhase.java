package greenlight.market;

import greenlight.market.record.Event;
import java.util.ArrayList;
import java.util.List;

/** Phase 1: the world outside moves, and what the scenario has scheduled happens. */
final class EnvironmentPhase {
    private final Market market;

    EnvironmentPhase(Market market) {
        this.market = market;
    }

    void turn() {
        market.turnCalendar();
        market.ledger().turnPage();
        Environment environment = market.environment();
        environment.turn(market.quarter());
        for (Scenario.Scheduled event : due(Scenario.Scheduled.Kind.BUZZ)) {
            environment.stir(event.amount());
            print(event);
        }
        for (Scenario.Scheduled event : due(Scenario.Scheduled.Kind.RIVAL_LEAP)) {
            environment.leapOfRivals(event.amount());
            print(event);
        }
        due(Scenario.Scheduled.Kind.NEWS).forEach(this::print);
    }

    private void print(Scenario.Scheduled event) {
        market.tell(Event.Kind.OUTSIDE, event.who(), event.whom(), 0, event.headline());
    }

    private List<Scenario.Scheduled> due(Scenario.Scheduled.Kind kind) {
        return due(market, kind);
    }

    /** What of a kind is scheduled for the running quarter. */
    static List<Scenario.Scheduled> due(Market market, Scenario.Scheduled.Kind kind) {
        List<Scenario.Scheduled> due = new ArrayList<>();
        for (Scenario.Scheduled event : market.scenario().timeline()) {
            if (event.quarter() == market.quarter() && event.kind() == kind) {
                due.add(event);
            }
        }
        return due;
    }
}
