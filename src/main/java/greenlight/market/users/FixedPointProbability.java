package greenlight.market.users;

/**
 * Probabilities as whole numbers, so that random bits are compared and never computed with. A ticket has 31 random bits, and
 * wins when it is at most the odds: odds of {@link #NEVER} win with none of the 2^31 tickets, {@link #ALWAYS} with all.
 * A mix of 64 bits holds two independent tickets.
 */
final class FixedPointProbability {
    static final int NEVER = -1;
    static final int ALWAYS = Integer.MAX_VALUE;
    /** Of a table's entry that may not have been computed yet: every ticket wins, so that it is computed then. */
    static final int UNKNOWN = ALWAYS;

    private static final double TICKETS = 0x1p31;
    private static final int TICKET_BITS = 31;

    private FixedPointProbability() {}

    /** The odds nearest to a probability. */
    static int of(double probability) {
        return (int) (Math.round(probability * TICKETS) - 1);
    }

    /** The exact share of tickets that win. */
    static double probability(int odds) {
        return (odds + 1.0) / TICKETS;
    }

    static boolean win(int ticket, int odds) {
        return ticket <= odds;
    }

    static int ticket(long bits) {
        return (int) (bits >>> (Long.SIZE - TICKET_BITS));
    }

    static int otherTicket(long bits) {
        return (int) bits & Integer.MAX_VALUE;
    }
}
