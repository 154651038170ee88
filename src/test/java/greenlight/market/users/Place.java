package greenlight.market.users;

import greenlight.market.chance.Chance;
import greenlight.market.chance.Draws;
import greenlight.market.chance.RandomStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A random taste and random offers: vendors open, close, renew, change price and quality. */
record Place(long seed, Taste taste, List<List<Offer>> offers, List<Double> hype) {
    /** How many there are to live through. */
    static final int QUARTERS = 12;

    static Stream<Place> some(int places) {
        return IntStream.range(0, places).mapToObj(Place::of);
    }

    static Place of(long seed) {
        Draws d = new Chance(seed).draws(RandomStream.TASTE, 0);
        Taste taste = new Taste(
                0.1 * d.uniform(1),
                d.uniform(2),
                1.5 * d.uniform(3),
                d.uniform(4),
                0.2 * d.uniform(5),
                d.uniform(6),
                3 * d.uniform(7),
                3 * d.uniform(8),
                3 * d.uniform(9),
                d.uniform(10),
                0.4 * d.uniform(11),
                5 * d.uniform(12),
                6 * d.uniform(13),
                0.2 + 4 * d.uniform(14),
                1.5 * d.uniform(15),
                d.uniform(16),
                d.uniform(17),
                10 + 20 * d.uniform(18),
                1.5 * d.uniform(19),
                d.uniform(20),
                d.uniform(21),
                seed % 4 != 3);
        List<List<Offer>> offers = new ArrayList<>();
        List<Double> hype = new ArrayList<>();
        int vendors = 1 + (int) (6 * d.uniform(22));
        for (int quarter = 0; quarter < QUARTERS; quarter++) {
            Draws q = new Chance(seed).draws(RandomStream.OFFER, quarter);
            hype.add(2 * q.uniform(999));
            List<Offer> each = new ArrayList<>();
            for (int v = 0; v < vendors + quarter / 5; v++) { // newcomers come last
                each.add(new Offer(
                        q.uniform(v, 1) < 0.85,
                        1.5 * q.uniform(v, 2),
                        q.uniform(v, 3),
                        q.uniform(v, 4),
                        q.uniform(v, 5),
                        4 * q.uniform(v, 6),
                        5 + 25 * q.uniform(v, 7),
                        1 + 2 * q.uniform(v, 8),
                        q.uniform(v, 9) < 0.2));
            }
            offers.add(each);
        }
        return new Place(seed, taste, offers, hype);
    }

    @Override
    public String toString() {
        return "place " + seed;
    }
}
