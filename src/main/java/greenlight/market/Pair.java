package greenlight.market;

import greenlight.audience.Audience;

/** One number for a studio, or an investor, and a vendor: who asks for a draw that concerns both. */
final class Pair {
    private Pair() {}

    static long of(int first, int vendor) {
        return (long) first * (Audience.MOST_VENDORS + 1) + vendor;
    }
}
