package greenlight.market;

import greenlight.market.users.Audience;

/** One number for a studio, or an investor, and a vendor: who asks for a draw that concerns both. */
final class PairKey {
    private PairKey() {}

    static long of(int first, int vendor) {
        return (long) first * (Audience.MOST_VENDORS + 1) + vendor;
    }
}
