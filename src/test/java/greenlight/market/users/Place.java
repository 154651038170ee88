package greenlight.market.users;

import static greenlight.market.parameter.MarketParameter.BUDGET;
import static greenlight.market.parameter.MarketParameter.BUDGET_SPREAD;
import static greenlight.market.parameter.MarketParameter.CASUAL_CLIPS;
import static greenlight.market.parameter.MarketParameter.CHOICE_SENSITIVITY;
import static greenlight.market.parameter.MarketParameter.CONVERTING;
import static greenlight.market.parameter.MarketParameter.HALF_LIFE_SPREAD;
import static greenlight.market.parameter.MarketParameter.IMITATION;
import static greenlight.market.parameter.MarketParameter.INNOVATION;
import static greenlight.market.parameter.MarketParameter.LAPSING;
import static greenlight.market.parameter.MarketParameter.LEAVING;
import static greenlight.market.parameter.MarketParameter.LICENSED_IP_APPEAL;
import static greenlight.market.parameter.MarketParameter.NEED;
import static greenlight.market.parameter.MarketParameter.NOVELTY;
import static greenlight.market.parameter.MarketParameter.NOVELTY_DECAY;
import static greenlight.market.parameter.MarketParameter.NOVELTY_HALF_LIFE;
import static greenlight.market.parameter.MarketParameter.NOVELTY_RESTORED;
import static greenlight.market.parameter.MarketParameter.OUTSIDE_UTILITY;
import static greenlight.market.parameter.MarketParameter.PLAN_CLIPS;
import static greenlight.market.parameter.MarketParameter.PREMIUM;
import static greenlight.market.parameter.MarketParameter.PROFESSIONAL_BUDGET;
import static greenlight.market.parameter.MarketParameter.PROFESSIONAL_CLIPS;
import static greenlight.market.parameter.MarketParameter.PROFESSIONAL_NEED;
import static greenlight.market.parameter.MarketParameter.PROFESSIONAL_SEARCH;
import static greenlight.market.parameter.MarketParameter.PROFESSIONAL_SHARE;
import static greenlight.market.parameter.MarketParameter.RETURNING;
import static greenlight.market.parameter.MarketParameter.STAY_SENSITIVITY;
import static greenlight.market.parameter.MarketParameter.SWITCHING;
import static greenlight.market.parameter.MarketParameter.USE_TAIL;

import greenlight.market.chance.Chance;
import greenlight.market.chance.Draws;
import greenlight.market.chance.RandomStream;
import greenlight.market.parameter.MarketParameter;
import greenlight.runner.model.Setting;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A random taste and random offers: vendors open, close, renew, change price and quality. */
record Place(long seed, Setting taste, List<List<Offer>> offers, List<Double> hype, List<Double> open) {
    /** How many there are to live through. */
    static final int QUARTERS = 12;

    static Stream<Place> some(int places) {
        return IntStream.range(0, places).mapToObj(Place::of);
    }

    static Place of(long seed) {
        Draws d = new Chance(seed).draws(RandomStream.TASTE, 0);
        Setting taste = Setting.of(MarketParameter.table())
                .with(INNOVATION, 0.1 * d.uniform(1))
                .with(IMITATION, d.uniform(2))
                .with(RETURNING, d.uniform(4))
                .with(LEAVING, 0.2 * d.uniform(5))
                .with(SWITCHING, d.uniform(6))
                .with(CHOICE_SENSITIVITY, 3 * d.uniform(7))
                .with(STAY_SENSITIVITY, 3 * d.uniform(8))
                .with(OUTSIDE_UTILITY, 3 * d.uniform(9))
                .with(NEED, d.uniform(10))
                .with(PROFESSIONAL_SHARE, 0.4 * d.uniform(11))
                .with(PROFESSIONAL_NEED, 5 * d.uniform(12))
                .with(NOVELTY, 6 * d.uniform(13))
                .with(NOVELTY_HALF_LIFE, 0.2 + 4 * d.uniform(14))
                .with(HALF_LIFE_SPREAD, 1.5 * d.uniform(15))
                .with(NOVELTY_RESTORED, d.uniform(16))
                .with(LICENSED_IP_APPEAL, d.uniform(17))
                .with(BUDGET, 20 + 30 * d.uniform(18))
                .with(PROFESSIONAL_BUDGET, 20 + 60 * d.uniform(23))
                .with(PROFESSIONAL_SEARCH, 0.3 * d.uniform(24))
                .with(CASUAL_CLIPS, 1 + 20 * d.uniform(25))
                .with(PROFESSIONAL_CLIPS, 20 + 100 * d.uniform(26))
                .with(USE_TAIL, 1.3 + 3 * d.uniform(27))
                .with(PREMIUM, d.uniform(28))
                .with(PLAN_CLIPS, 20 + 200 * d.uniform(29))
                .with(BUDGET_SPREAD, 1.5 * d.uniform(19))
                .with(CONVERTING, d.uniform(20))
                .with(LAPSING, d.uniform(21))
                .with(NOVELTY_DECAY, seed % 4 != 3 ? 1 : 0);
        List<List<Offer>> offers = new ArrayList<>();
        List<Double> hype = new ArrayList<>();
        List<Double> open = new ArrayList<>();
        int vendors = 1 + (int) (6 * d.uniform(22));
        for (int quarter = 0; quarter < QUARTERS; quarter++) {
            Draws q = new Chance(seed).draws(RandomStream.OFFER, quarter);
            hype.add(2 * q.uniform(999));
            open.add(0.5 * q.uniform(998));
            List<Offer> each = new ArrayList<>();
            for (int v = 0; v < vendors + quarter / 5; v++) { // newcomers come last
                each.add(new Offer(
                        q.uniform(v, 1) < 0.85,
                        0.3 + 1.5 * q.uniform(v, 2),
                        q.uniform(v, 11),
                        q.uniform(v, 3),
                        0.5 * q.uniform(v, 4),
                        4 * q.uniform(v, 6),
                        5 + 25 * q.uniform(v, 7),
                        60 * q.uniform(v, 5),
                        1 - 0.5 * q.uniform(v, 8),
                        1 - 0.2 * q.uniform(v, 10),
                        q.uniform(v, 9) < 0.2));
            }
            offers.add(each);
        }
        return new Place(seed, taste, offers, hype, open);
    }

    @Override
    public String toString() {
        return "place " + seed;
    }
}
