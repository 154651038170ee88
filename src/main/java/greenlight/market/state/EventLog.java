package greenlight.market.state;

import greenlight.market.ledger.Cents;
import greenlight.market.record.Event;
import greenlight.market.record.Recording;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Supplier;

/** What a newspaper would print, in order. */
public final class EventLog {
    private final Clock clock;
    private final boolean causes;
    private final List<Event> events = new ArrayList<>();
    private final List<Event> unmodifiable = Collections.unmodifiableList(events);

    public EventLog(Clock clock, Recording recording) {
        this.clock = clock;
        causes = recording.causes();
    }

    /**
     * Adds an event of the running quarter.
     *
     * @param whom the other side; empty when there is none
     * @param dollars 0 when there is no amount
     * @param cause put in words at once where causes are recorded, else never
     */
    public void add(Event.Kind kind, String who, String whom, double dollars, Supplier<String> cause) {
        events.add(new Event(clock.quarter(), kind, who, whom, Cents.of(dollars), causes ? cause.get() : ""));
    }

    /** All events, in order; the list grows as the market runs. */
    public List<Event> all() {
        return unmodifiable;
    }

    /** The events of a quarter, in order. */
    public List<Event> of(int quarter) {
        int from = events.size();
        while (from > 0 && events.get(from - 1).quarter() >= quarter) {
            from--;
        }
        List<Event> of = new ArrayList<>();
        for (Event event : events.subList(from, events.size())) {
            if (event.quarter() == quarter) {
                of.add(event);
            }
        }
        return of;
    }
}
