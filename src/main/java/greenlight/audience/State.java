package greenlight.audience;

/**
 * What changes in a user's life, packed into 32 bits: vendor (8 bits), tier (1), exposure in quarters (6), vendors tried
 * (4). A user of no vendor has the vendor number {@link #NONE}.
 */
final class State {
    static final int NONE = 0xff;
    static final int LONGEST_EXPOSURE = 63;
    static final int MOST_TRIED = 15;

    private static final int PAID_AT = 8;
    private static final int EXPOSURE_AT = 9;
    private static final int TRIED_AT = 15;

    /** Somebody who has never used a platform. */
    static final int NEWCOMER = NONE;

    private State() {}

    static int of(int vendor, boolean paid, int exposure, int tried) {
        return vendor | (paid ? 1 << PAID_AT : 0) | exposure << EXPOSURE_AT | tried << TRIED_AT;
    }

    static int vendor(int state) {
        return state & 0xff;
    }

    static boolean paid(int state) {
        return (state >>> PAID_AT & 1) != 0;
    }

    static int exposure(int state) {
        return state >>> EXPOSURE_AT & LONGEST_EXPOSURE;
    }

    static int tried(int state) {
        return state >>> TRIED_AT & MOST_TRIED;
    }
}
