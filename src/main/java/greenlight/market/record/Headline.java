package greenlight.market.record;

import java.util.List;

/** What happened, as a newspaper would put it. */
public final class Headline {
    /** Who goes in the plural. */
    private static final List<String> PLURALS = List.of("artists and authors");

    private Headline() {}

    /**
     * One event as one sentence, without its full stop.
     *
     * @param dollars the amount of the event in words, such as {@code $1.3 billion}
     */
    public static String of(Event event, String dollars) {
        String who = event.who();
        String whom = event.whom();
        String cause = event.cause();
        String sentence = switch (event.kind()) {
            case LAUNCH, PIVOT, STRATEGY -> who + " " + cause;
            case GENERATION -> who + " brings out " + cause;
            case OUTSIDE -> cause;
            case OFFER -> who + " offers " + whom + " a platform deal: " + cause;
            case REFUSAL -> who + " turns " + whom + " down: " + cause;
            case SIGNING -> who + " signs with " + whom + ": " + cause;
            case PILOT_PASSED -> possessive(whom) + " pilot at " + who + " passes: " + cause;
            case PILOT_FAILED -> possessive(whom) + " pilot at " + who + " fails and the deal with it: " + cause;
            case TRANCHE -> who + " pays " + whom + " " + dollars + ", " + cause;
            case RENEGOTIATION -> who + " pays " + whom + " " + dollars + " to go on with their deal: " + cause;
            case RENEWAL -> who + " renews with " + whom + ": " + cause;
            case COMPLETION -> possessive(who) + " deal with " + whom + " ends as agreed: " + cause;
            case TERMINATION -> who + " ends its deal with " + whom + ": " + cause;
            case VOIDING -> possessive(whom) + " deal with " + who + " is void: " + cause;
            case RATIONING -> who + " rations clips: " + cause;
            case SHUTDOWN -> who + " closes its video platform: " + cause;
            case ROUND -> who + " raises " + dollars + ", led by " + whom + ": " + cause;
            case SHRUNK_ROUND -> who + " raises only " + dollars + ", led by " + whom + ": " + cause;
            case DOWN_ROUND -> who + " raises " + dollars + " in a down round, led by " + whom + ": " + cause;
            case FAILED_ROUND -> who + " finds no money: " + cause;
            case INSOLVENCY -> who + " is insolvent, " + dollars + " short: " + cause;
            case ACQUISITION -> whom + " buys " + who + " for " + dollars + ": " + cause;
            case ENTRY ->
                who + " is founded with " + dollars + " from " + whom
                        + (cause.startsWith("founded") ? cause.substring("founded".length()) : cause);
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
    public static String subject(Event event) {
        int end = event.cause().indexOf(';');
        return end < 0 ? event.cause() : event.cause().substring(0, end);
    }

    /** The verb for a party: in the singular, but for those who go in the plural. */
    public static String verb(String who, String plural) {
        return PLURALS.contains(who) ? plural : plural + "s";
    }

    /** The possessive of a name. */
    private static String possessive(String who) {
        return who + (who.endsWith("s") ? "'" : "'s");
    }

    /** With a capital letter at its head. */
    public static String capital(String sentence) {
        return sentence.isEmpty() ? "" : Character.toUpperCase(sentence.charAt(0)) + sentence.substring(1);
    }
}
