package greenlight.market.scenario;

/** The length of things in a quarter. */
public final class Calendar {
    public static final double DAYS_PER_QUARTER = 91.25;
    public static final int MONTHS_PER_QUARTER = 3;

    private Calendar() {}
}
