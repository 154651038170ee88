package greenlight.market.state;

import greenlight.market.users.Audience;

/** One number for a studio, or an investor, and a vendor: it keys draws that concern both. */
public final class PairKey {
    private PairKey() {}

    public static long of(int first, int vendor) {
        return (long) first * (Audience.MOST_VENDORS + 1) + vendor;
    }
}
