package greenlight.market;

/** The length of things in a quarter. */
final class Calendar {
    static final double DAYS_PER_QUARTER = 91.25;
    static final int MONTHS_PER_QUARTER = 3;

    private Calendar() {}
}
