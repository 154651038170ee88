package greenlight.market.users;

import static greenlight.market.parameter.MarketParameter.NOVELTY_DECAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import greenlight.market.chance.Chance;
import greenlight.market.chance.Draws;
import greenlight.market.chance.RandomStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The columns against plain-object users, month by month, user by user. */
class TwinTest {
    private static final int USERS = 3000;
    private static final int QUARTERS = Place.QUARTERS;

    static Stream<Place> places() {
        return Place.some(12);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("places")
    void everyUserLivesAsItsTwinDoes(Place place) {
        Chance chance = new Chance(place.seed());
        Draws birth = chance.draws(RandomStream.TRAITS, 0);
        UserTypes kinds = new UserTypes(place.taste());
        List<TwinUser> twins = twins(place, birth);
        int[] state = new int[USERS];
        for (int user = 0; user < USERS; user++) {
            state[user] = UserState.NEWBORN;
        }
        for (int quarter = 0; quarter < QUARTERS; quarter++) {
            List<Offer> offers = place.offers().get(quarter);
            double hype = place.hype().get(quarter);
            double open = place.open().get(quarter);
            TransitionTables tables = new TransitionTables(place.taste(), kinds, offers, hype, open, new Buffers());
            for (int month = 3 * quarter; month < 3 * quarter + 3; month++) {
                Draws luck = chance.draws(RandomStream.USERS, month);
                double activeShare = share(twins);
                tables.begin(activeShare);
                UserRule rule = new UserRule(tables, luck);
                for (int user = 0; user < USERS; user++) {
                    state[user] = rule.pass(user, kinds.born(birth, user), state[user]);
                    TwinUser twin = twins.get(user);
                    twin.live(luck, offers, hype, open, activeShare);
                    assertThat(words(state[user]))
                            .as("user " + user + " in month " + month)
                            .isEqualTo(words(twin));
                }
            }
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("places")
    void theAudienceCountsWhatTheTwinsDo(Place place) {
        Chance chance = new Chance(place.seed());
        People audience = new People(place.taste(), USERS, chance, BlockRunner.ALONE);
        List<TwinUser> twins = twins(place, chance.draws(RandomStream.TRAITS, 0));
        for (int quarter = 0; quarter < QUARTERS; quarter++) {
            List<Offer> offers = place.offers().get(quarter);
            double hype = place.hype().get(quarter);
            double open = place.open().get(quarter);
            List<Demand> demand = audience.live(quarter, offers, hype, open);
            List<TwinCounts> counts = new ArrayList<>();
            for (int v = 0; v < offers.size(); v++) {
                counts.add(new TwinCounts(v, offers));
            }
            for (int month = 3 * quarter; month < 3 * quarter + 3; month++) {
                double activeShare = share(twins);
                for (TwinUser twin : twins) {
                    Integer from = twin.vendor;
                    boolean paid = twin.pays;
                    boolean came = twin.cameToItsFirst;
                    twin.live(chance.draws(RandomStream.USERS, month), offers, hype, open, activeShare);
                    counts.forEach(each -> each.count(twin, from, paid, came));
                }
            }
            for (int v = 0; v < offers.size(); v++) {
                Demand counted = demand.get(v);
                Demand expected = counts.get(v).demand(twins);
                String where = "vendor " + v + " in quarter " + quarter;
                assertThat(words(counted)).as(where).isEqualTo(words(expected));
                assertThat(counted.misuse()).as(where).isCloseTo(expected.misuse(), within(1e-3));
                // the budgets are rounded to cents user by user
                assertThat((double) counted.surplusCents())
                        .as(where)
                        .isCloseTo(expected.surplusCents(), within(1.0 + counted.paidMonths()));
            }
            assertThat(audience.active()).isEqualTo(Math.round(share(twins) * USERS));
        }
    }

    private static String words(Demand demand) {
        return demand.toString().replaceAll(", misuse=.*", "");
    }

    private static List<TwinUser> twins(Place place, Draws birth) {
        List<TwinUser> twins = new ArrayList<>();
        TwinUser.Means means = TwinUser.Means.of(place.taste());
        for (int user = 0; user < USERS; user++) {
            twins.add(new TwinUser(user, place.taste(), means, birth));
        }
        return twins;
    }

    private static double share(List<TwinUser> twins) {
        return (double) twins.stream().filter(twin -> twin.vendor != null).count() / USERS;
    }

    private static String words(int state) {
        int vendor = UserState.vendorAt(UserState.place(state));
        return words(vendor < 0 ? null : vendor, UserState.paid(state), UserState.exposure(state));
    }

    private static String words(TwinUser twin) {
        return words(twin.vendor, twin.pays, twin.exposure);
    }

    private static String words(Integer vendor, boolean pays, int exposure) {
        return (vendor == null ? "with nobody" : "with " + vendor) + (pays ? ", pays" : "") + ", exposure " + exposure;
    }

    /** Twins that did nothing would prove nothing. */
    @Test
    void inThePlacesTestedUsersAdoptSwitchPayLapseAndComeBack() {
        long mostAdoptions = 0;
        long switched = 0;
        long converted = 0;
        long left = 0;
        long paid = 0;
        for (Place place : places().toList()) {
            long adopted = 0;
            People audience = new People(place.taste(), USERS, new Chance(place.seed()), BlockRunner.ALONE);
            for (int quarter = 0; quarter < QUARTERS; quarter++) {
                for (Demand demand : audience.live(
                        quarter,
                        place.offers().get(quarter),
                        place.hype().get(quarter),
                        place.open().get(quarter))) {
                    adopted += demand.adopted();
                    switched += demand.switched();
                    converted += demand.converted();
                    left += demand.left();
                    paid += demand.paidMonths();
                }
            }
            mostAdoptions = Math.max(mostAdoptions, adopted);
        }
        assertThat(mostAdoptions)
                .as("more adoptions than users: some came back")
                .isGreaterThan(USERS);
        assertThat(List.of(switched, converted, left, paid))
                .allSatisfy(n -> assertThat(n).isGreaterThan(2000));
    }

    @Test
    void withoutFadingStayingDoesNotDependOnExposure() {
        Place place = Place.of(3);
        assertThat(place.taste().on(NOVELTY_DECAY)).isFalse();
        UserTypes kinds = new UserTypes(place.taste());
        TransitionTables tables =
                new TransitionTables(place.taste(), kinds, place.offers().get(0), 1, 0, new Buffers());
        int kind = kinds.born(new Chance(3).draws(RandomStream.TRAITS, 0), 17);
        for (int exposure = 1; exposure <= UserState.LONGEST_EXPOSURE; exposure++) {
            assertThat(tables.probabilityOfStaying(kind, 0, exposure))
                    .isEqualTo(tables.probabilityOfStaying(kind, 0, 0));
        }
    }
}
