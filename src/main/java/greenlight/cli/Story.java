package greenlight.cli;

import greenlight.market.Market;
import greenlight.market.record.Event;
import java.io.PrintStream;

final class Story {
    private final Market market;

    Story(Market market) {
        this.market = market;
    }

    void print(PrintStream out) {
        for (Event event : market.events()) {
            out.println(market.label(event.quarter()) + " " + event.kind() + " | " + event.who() + " | " + event.whom()
                    + " | " + event.cents() / 100 + " | " + event.cause());
        }
    }
}
