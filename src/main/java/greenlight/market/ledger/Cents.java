package greenlight.market.ledger;

/** US dollars as whole cents. */
public final class Cents {
    private static final int PER_DOLLAR = 100;

    private Cents() {}

    /** US dollars in whole cents, to the nearest. */
    public static long of(double dollars) {
        return Math.round(dollars * PER_DOLLAR);
    }

    /** Cents in US dollars. */
    public static double dollars(long cents) {
        return (double) cents / PER_DOLLAR;
    }
}
