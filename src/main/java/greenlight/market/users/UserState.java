package greenlight.market.users;

/**
 * What changes in a user's life, packed into 13 bits: exposure in months (6 bits), place (6), tier (1). The place is a
 * vendor, or that of the newcomers, who never used a platform, or that of those who have left. Exposure and place
 * together are the user's row in the quarter's tables.
 */
final class UserState {
    /** The place of those who have never used a platform. */
    static final int NEWCOMERS = 0;
    /** The place of those who have left and are with no vendor. */
    static final int LEAVERS = 1;

    private static final int FIRST_VENDOR = 2;

    static final int NO_VENDOR = -1;
    static final int EXPOSURE_BITS = 6;
    private static final int PLACE_BITS = 6;
    /** Exposure of those who came to their first vendor a month ago. */
    static final int FIRST_MONTH = 1;

    static final int LONGEST_EXPOSURE = (1 << EXPOSURE_BITS) - 1;
    static final int PLACES = 1 << PLACE_BITS;
    static final int MOST_VENDORS = PLACES - FIRST_VENDOR;

    private static final int ROW_BITS = EXPOSURE_BITS + PLACE_BITS;
    private static final int PAID = 1 << ROW_BITS;

    /** The state of a user who has never used a platform. */
    static final int NEWBORN = 0;

    private UserState() {}

    static int of(int row, boolean paid) {
        return row | (paid ? PAID : 0);
    }

    /** Place and exposure. */
    static int row(int state) {
        return state & ((1 << ROW_BITS) - 1);
    }

    static int row(int place, int exposure) {
        return (place << EXPOSURE_BITS) | exposure;
    }

    static int place(int state) {
        return (state >>> EXPOSURE_BITS) & (PLACES - 1);
    }

    /** The place of a vendor's users. */
    static int placeOf(int vendor) {
        return vendor + FIRST_VENDOR;
    }

    /** The vendor whose users are at a place, {@link #NO_VENDOR} or less where it is no vendor's. */
    static int vendorAt(int place) {
        return place - FIRST_VENDOR;
    }

    /** Place and whether the user pays, below twice {@link #PLACES}. */
    static int tier(int state) {
        return (state >>> EXPOSURE_BITS) & (2 * PLACES - 1);
    }

    static int tier(int place, boolean paid) {
        return paid ? place + PLACES : place;
    }

    static boolean paid(int state) {
        return (state & PAID) != 0;
    }

    static int exposure(int state) {
        return state & LONGEST_EXPOSURE;
    }
}
