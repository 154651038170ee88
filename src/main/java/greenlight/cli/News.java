package greenlight.cli;

import greenlight.market.ledger.Ledger;
import greenlight.market.record.Event;
import java.util.List;

/** What happened, in sentences. */
final class News {
    /** Who goes in the plural. */
    private static final List<String> PLURALS = List.of("artists and authors");

    private News() {}

    /** One event as one sentence, without its full stop. */
    static String sentence(Event event) {
        String who = event.who();
        String whom = event.whom();
        String cause = event.cause();
        String dollars = Text.dollars(Ledger.dollars(event.cents()));
        String sentence = switch (event.kind()) {
            case LAUNCH, PIVOT, STRATEGY -> who + " " + cause;
            case GENERATION -> who + " brings out " + cause;
            case OUTSIDE -> cause;
            case OFFER -> who + " offers " + whom + " a platform deal: " + cause;
            case REFUSAL -> who + " turns " + whom + " down: " + cause;
            case SIGNING -> who + " signs with " + whom + ": " + cause;
            case PILOT_PASSED -> of(whom) + " pilot at " + who + " passes: " + cause;
            case PILOT_FAILED -> of(whom) + " pilot at " + who + " fails and the deal with it: " + cause;
            case TRANCHE -> who + " pays " + whom + " " + dollars + ", " + cause;
            case RENEWAL -> who + " renews with " + whom + ": " + cause;
            case COMPLETION -> of(who) + " deal with " + whom + " ends as agreed: " + cause;
            case TERMINATION -> who + " ends its deal with " + whom + ": " + cause;
            case VOIDING -> of(whom) + " deal with " + who + " is void: " + cause;
            case RATIONING -> who + " rations clips: " + cause;
            case SHUTDOWN -> who + " closes its video platform: " + cause;
            case ROUND -> who + " raises " + dollars + ", led by " + whom + ": " + cause;
            case SHRUNK_ROUND -> who + " raises only " + dollars + ", led by " + whom + ": " + cause;
            case DOWN_ROUND -> who + " raises " + dollars + " in a down round, led by " + whom + ": " + cause;
            case FAILED_ROUND -> who + " finds no money: " + cause;
            case INSOLVENCY -> who + " is insolvent, " + dollars + " short: " + cause;
            case ACQUISITION -> whom + " buys " + who + " for " + dollars + ": " + cause;
            case ENTRY -> who + " is founded with " + dollars + " from " + whom + cause.replaceFirst("^founded", "");
            case SUIT -> who + verb(who, " sue") + " " + whom + " over " + subject(event);
            case DISMISSAL -> "The case of " + who + " against " + whom + " is thrown out (" + subject(event) + ")";
            case SETTLEMENT -> whom + " pays " + who + " " + dollars + " to settle (" + subject(event) + ")";
            case JUDGMENT -> judgment(event, dollars);
            case FINE -> who + verb(who, " fine") + " " + whom + " " + dollars + ": " + cause;
        };
        return capital(sentence);
    }

    private static String judgment(Event event, String dollars) {
        return event.cents() > 0
                ? "A court makes " + event.whom() + " pay " + event.who() + " " + dollars + " (" + subject(event) + ")"
                : "A court finds for " + event.whom() + " against " + event.who() + " (" + subject(event) + ")";
    }

    /** What a case is about: the cause up to its first semicolon. */
    static String subject(Event event) {
        return event.cause().replaceFirst(";.*", "");
    }

    /** The verb for somebody: in the singular, but for those who go in the plural. */
    static String verb(String who, String plural) {
        return PLURALS.contains(who) ? plural : plural + "s";
    }

    /** The possessive of a name. */
    private static String of(String who) {
        return who + (who.endsWith("s") ? "'" : "'s");
    }

    static String capital(String sentence) {
        return sentence.isEmpty() ? "" : Character.toUpperCase(sentence.charAt(0)) + sentence.substring(1);
    }

    /** Such as {@code A, B and C}. */
    static String list(List<String> names) {
        int last = names.size() - 1;
        return last < 1
                ? String.join("", names)
                : String.join(", ", names.subList(0, last)) + " and " + names.get(last);
    }
}
