package greenlight.market.narrative;

import greenlight.market.ledger.Cents;
import greenlight.market.record.Event;
import greenlight.market.record.Headline;
import greenlight.runner.format.Text;
import java.util.List;

/** What happened, in the words of the command line. */
public final class EventText {
    private EventText() {}

    /** One event as one sentence, without its full stop. */
    public static String sentence(Event event) {
        return Headline.of(event, Text.dollars(Cents.dollars(event.cents())));
    }

    /** Such as {@code A, B and C}. */
    public static String list(List<String> names) {
        int last = names.size() - 1;
        return last < 1
                ? String.join("", names)
                : String.join(", ", names.subList(0, last)) + " and " + names.get(last);
    }
}
