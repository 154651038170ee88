package greenlight.market.users;

import java.util.ArrayList;
import java.util.List;

/** The populations that are timed. */
@SuppressWarnings("Immutable") // a record of numbers is
public enum Workload {
    /** The parameters' defaults: after the launch, few people are anywhere, and novelty is gone within a quarter. */
    QUIET(0.008, 0.1, 0.15, 3, 0.4, 0.03, 0.6, 2.5),
    /** A third of all people are with a vendor, and one in five comes, goes or changes tier in a quarter. */
    BUSY(0.05, 0.5, 0.4, 1, 1, 0.1, 1.5, 6);

    private static final int VENDORS = 10;

    private final Taste taste;

    Workload(
            double innovation,
            double imitation,
            double returning,
            double outside,
            double need,
            double professionalShare,
            double halfLife,
            double budget) {
        taste = new Taste(
                innovation,
                imitation,
                0.5,
                returning,
                0.05,
                0.3,
                1,
                1.5,
                outside,
                need,
                professionalShare,
                4,
                3,
                halfLife,
                0.5,
                0.25,
                0.3,
                budget,
                1,
                0.2,
                0.45,
                true);
    }

    Taste taste() {
        return taste;
    }

    /** Ten vendors, six of them from the start, each with a new model generation every six quarters. */
    List<Offer> offers(int quarter) {
        List<Offer> offers = new ArrayList<>();
        for (int v = 0; v < VENDORS; v++) {
            offers.add(new Offer(
                    v < 6 || quarter > 6,
                    0.6 + 0.05 * v + 0.02 * quarter,
                    v % 3 == 0 ? 0.3 : 0,
                    0.3,
                    0.1 * (v % 2),
                    2 + 0.3 * v,
                    8 + 2 * v,
                    1.4,
                    quarter % 6 == v));
        }
        return offers;
    }

    double hype(int quarter) {
        return quarter == 0 ? 8 : 1.5;
    }
}
