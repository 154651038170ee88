package greenlight.market.chance;

/**
 * Probabilities as whole numbers, so that random bits are compared and never computed with. A ticket has 31 random bits, and
 * wins when it is at most the odds: odds of {@link #NEVER} win with none of the 2^31 tickets, {@link #ALWAYS} with all.
 * A mix of 64 bits holds two independent tickets.
 */
public final class ScaledProbability {
    public static final int NEVER = -1;
    public static final int ALWAYS = Integer.MAX_VALUE;
    /** Of a table's entry that may not have been computed yet: every ticket wins, so that it is computed then. */
    public static final int UNKNOWN = ALWAYS;

    private static final double TICKETS = 0x1p31;
    private static final int TICKET_BITS = 31;

    private ScaledProbability() {}

    /** The odds nearest to a probability. */
    public static int of(double probability) {
        return (int) (Math.round(probability * TICKETS) - 1);
    }

    /** The exact share of tickets that win. */
    public static double probability(int odds) {
        return (odds + 1.0) / TICKETS;
    }

    public static boolean win(int ticket, int odds) {
        return ticket <= odds;
    }

    public static int ticket(long bits) {
        return (int) (bits >>> (Long.SIZE - TICKET_BITS));
    }

    public static int otherTicket(long bits) {
        return (int) bits & Integer.MAX_VALUE;
    }
}
