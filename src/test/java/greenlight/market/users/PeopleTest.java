package greenlight.market.users;

import static greenlight.market.parameter.MarketParameter.BUDGET;
import static greenlight.market.parameter.MarketParameter.BUDGET_SPREAD;
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
import static greenlight.market.parameter.MarketParameter.PREMIUM;
import static greenlight.market.parameter.MarketParameter.PROFESSIONAL_NEED;
import static greenlight.market.parameter.MarketParameter.PROFESSIONAL_SHARE;
import static greenlight.market.parameter.MarketParameter.RETURNING;
import static greenlight.market.parameter.MarketParameter.STAY_SENSITIVITY;
import static greenlight.market.parameter.MarketParameter.SWITCHING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import greenlight.market.chance.Chance;
import greenlight.market.chance.Draws;
import greenlight.market.chance.RandomStream;
import greenlight.market.parameter.MarketParameter;
import greenlight.runner.model.Setting;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PeopleTest {
    private static final int MILLION = 1_000_000;

    static Stream<Place> places() {
        return Place.some(6);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("places")
    void anyNumberOfWorkersCountsTheSame(Place place) {
        int users = 5 * People.BLOCK + 17;
        List<List<Demand>> alone = lives(place, users, BlockRunner.ALONE, new Buffers());
        assertThat(lives(place, users, Crew.of(2), new Buffers())).isEqualTo(alone);
        assertThat(lives(place, users, Crew.of(4), new Buffers())).isEqualTo(alone);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, People.BLOCK - 1, People.BLOCK, People.BLOCK + 1, 2 * People.BLOCK})
    void blocksLeaveNobodyOutAndCountNobodyTwice(int users) {
        Place place = Place.of(1);
        Chance chance = new Chance(place.seed());
        UserTypes kinds = new UserTypes(place.taste());
        Draws birth = chance.draws(RandomStream.TRAITS, 0);
        People people = new People(place.taste(), users, chance, BlockRunner.ALONE);
        int[] state = new int[users];
        long active = 0;
        for (int quarter = 0; quarter < Place.QUARTERS; quarter++) {
            List<Offer> offers = place.offers().get(quarter);
            double hype = place.hype().get(quarter);
            TransitionTables tables = new TransitionTables(
                    place.taste(), kinds, offers, hype, place.open().get(quarter), new Buffers());
            long[] of = new long[offers.size()];
            for (int month = 3 * quarter; month < 3 * quarter + 3; month++) {
                tables.begin(users == 0 ? 0 : (double) active / users);
                UserRule rule = new UserRule(tables, chance.draws(RandomStream.USERS, month));
                of = new long[offers.size()];
                active = 0;
                for (int user = 0; user < users; user++) {
                    state[user] = rule.pass(user, kinds.born(birth, user), state[user]);
                    int vendor = UserState.vendorAt(UserState.place(state[user]));
                    if (vendor >= 0) {
                        of[vendor]++;
                        active++;
                    }
                }
            }
            List<Demand> demand =
                    people.live(quarter, offers, hype, place.open().get(quarter));
            for (int v = 0; v < of.length; v++) {
                assertThat(demand.get(v).active()).isEqualTo(of[v]);
            }
            assertThat(people.active()).isEqualTo(active);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("places")
    void nobodyComesFromNowhereOrIsLost(Place place) {
        People people = new People(place.taste(), 20_000, new Chance(place.seed()), BlockRunner.ALONE);
        List<Demand> last = List.of();
        for (int quarter = 0; quarter < Place.QUARTERS; quarter++) {
            long before = people.active();
            List<Demand> demand = people.live(
                    quarter,
                    place.offers().get(quarter),
                    place.hype().get(quarter),
                    place.open().get(quarter));
            long now = 0;
            long change = 0;
            for (int v = 0; v < demand.size(); v++) {
                Demand of = demand.get(v);
                long grown = of.active() - (v < last.size() ? last.get(v).active() : 0);
                assertThat(grown).isEqualTo(of.came() - of.left());
                assertThat(of.freeBefore() + of.paidBefore() + grown).isEqualTo(of.userMonths());
                assertThat(of.freeLeft()).isBetween(0L, of.freeBefore());
                assertThat(of.paidLeft()).isBetween(0L, of.paidBefore());
                assertThat(of.newLeft()).isBetween(0L, of.newBefore());
                assertThat(of.converted()).isBetween(0L, of.paidMonths());
                now += of.active();
                change += of.adopted() + of.switched() - of.left();
            }
            assertThat(people.active())
                    .isEqualTo(now)
                    .isEqualTo(before + change)
                    .isBetween(0L, people.users());
            last = demand;
        }
    }

    @Test
    void aUserTakesThreeBytes() {
        assertThat(People.BYTES_PER_USER).isEqualTo(3);
        Buffers buffers = new Buffers();
        Place place = Place.of(0);
        new People(place.taste(), 1000, new Chance(1), BlockRunner.ALONE, buffers);
        assertThat(buffers.kinds(1000)).hasSize(1000);
        assertThat(buffers.states(1000)).hasSize(1000);
        long tables = 4L * buffers.moving(UserState.PLACES).length + 4L * buffers.paying().length;
        assertThat(People.bytesNeeded(1000)).isEqualTo(1000 + 2 * 1000 + tables);
        assertThat(People.bytesNeeded(100_000_000)).isEqualTo(300_000_000 + tables);
        assertThat(tables).isLessThan(4_500_000);
    }

    @Test
    void buffersOfAnotherRunLeaveNoTrace() {
        Buffers buffers = new Buffers();
        for (int users : new int[] {3000, 9000, 2000, 9000}) {
            for (Place place : places().toList()) {
                assertThat(lives(place, users, BlockRunner.ALONE, buffers))
                        .isEqualTo(lives(place, users, BlockRunner.ALONE, new Buffers()));
            }
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("places")
    void theTableHoldsTheVeryOddsThatTheRuleGives(Place place) {
        List<Offer> offers = place.offers().get(Place.QUARTERS - 1);
        UserTypes kinds = new UserTypes(place.taste());
        Buffers used = new Buffers();
        new TransitionTables(place.taste(), kinds, place.offers().get(0), 1, 0, used).moving(140, 3);
        TransitionTables tables = new TransitionTables(place.taste(), kinds, offers, 1, 0, used);
        tables.begin(0.5);
        List<Integer> cells = new ArrayList<>();
        for (int cell = 0; cell < UserState.row(UserState.placeOf(offers.size()), 0) << UserTypes.BITS; cell++) {
            int row = cell >> UserTypes.BITS;
            int longest = UserState.place(row) == UserState.NEWCOMERS ? 0 : kinds.mostExposure();
            if (UserState.exposure(row) <= longest) {
                cells.add(cell);
            }
        }
        for (int look = 0; look < 2; look++) {
            for (int cell : cells) {
                int row = cell >> UserTypes.BITS;
                int kind = cell % UserTypes.COUNT;
                assertThat(tables.moving(row, kind)).isEqualTo(tables.oddsOfMoving(row, kind));
            }
            Collections.reverse(cells);
        }
    }

    /** F(t+1) = F + (1 - F) (1 - e^-(p + q F)), Bass 1969 in whole months. */
    @Test
    void wherePeopleStayForeverAdoptionFollowsBass() {
        Setting taste = stayers(0.02, 0.5);
        People people = new People(taste, MILLION, new Chance(5), BlockRunner.ALONE);
        double share = 0;
        double variance = 0;
        for (int quarter = 0; quarter < 24; quarter++) {
            for (int month = 0; month < 3; month++) {
                double hazard = 1 - Math.exp(-(0.02 + 0.5 * share) / 3);
                double slope = 1 - hazard + (1 - share) * 0.5 / 3 * (1 - hazard);
                variance = slope * slope * variance + (1 - share) * hazard * (1 - hazard) / MILLION;
                share += (1 - share) * hazard;
            }
            people.live(quarter, List.of(offer(20)), 1, 0);
            assertThat((double) people.active() / MILLION).isCloseTo(share, within(4.5 * Math.sqrt(variance)));
        }
        assertThat(share).isGreaterThan(0.95);
    }

    @Test
    void withoutNoveltyRetentionIsGeometric() {
        Setting taste = Setting.of(MarketParameter.table())
                .with(INNOVATION, 0.5)
                .with(IMITATION, 0)
                .with(RETURNING, 0)
                .with(LEAVING, 0.1)
                .with(SWITCHING, 0)
                .with(CHOICE_SENSITIVITY, 1)
                .with(STAY_SENSITIVITY, 2)
                .with(OUTSIDE_UTILITY, 0)
                .with(NEED, 0)
                .with(PROFESSIONAL_SHARE, 0)
                .with(PROFESSIONAL_NEED, 0)
                .with(PREMIUM, 0)
                .with(NOVELTY, 0.5)
                .with(NOVELTY_HALF_LIFE, 1)
                .with(HALF_LIFE_SPREAD, 0)
                .with(NOVELTY_RESTORED, 0)
                .with(LICENSED_IP_APPEAL, 0)
                .with(BUDGET, 1)
                .with(BUDGET_SPREAD, 0)
                .with(CONVERTING, 0)
                .with(LAPSING, 0)
                .with(NOVELTY_DECAY, 0);
        double stays = 0.9 / (1 + Math.exp(-2 * 0.5));
        People people = new People(taste, MILLION, new Chance(6), BlockRunner.ALONE);
        people.live(0, List.of(offer(20)), 2, 0);
        long started = people.active();
        double tries = (1 - Math.exp(-1 / 3.0)) / (1 + Math.exp(-2 * 0.5));
        double fresh = (1 - tries) * (1 - tries);
        double tried = tries * (fresh + (1 - tries) * stays + stays * stays);
        assertThat((double) started / MILLION).isCloseTo(tried, within(4.5 * 0.5e-3));
        for (int quarter = 1; quarter < 12; quarter++) {
            people.live(quarter, List.of(offer(20)), 0, 0);
            double left = Math.pow(stays, 3 * quarter);
            double error = Math.sqrt(left * (1 - left) / started);
            assertThat((double) people.active() / started).isCloseTo(left, within(4.5 * error));
        }
    }

    @Test
    void moreVendorsThanAStateCanNameAreRefused() {
        People people = new People(Place.of(0).taste(), 10, new Chance(1), BlockRunner.ALONE);
        assertThat(people.live(0, Collections.nCopies(Audience.MOST_VENDORS, offer(20)), 1, 0))
                .hasSize(62);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> people.live(1, Collections.nCopies(Audience.MOST_VENDORS + 1, offer(20)), 1, 0))
                .withMessage("Users can choose among 62 vendors at most, not among 63.");
    }

    private static Setting stayers(double innovation, double imitation) {
        return Setting.of(MarketParameter.table())
                .with(INNOVATION, innovation)
                .with(IMITATION, imitation)
                .with(RETURNING, 0)
                .with(LEAVING, 0)
                .with(SWITCHING, 0)
                .with(CHOICE_SENSITIVITY, 1)
                .with(STAY_SENSITIVITY, 2)
                .with(OUTSIDE_UTILITY, -20)
                .with(NEED, 0)
                .with(PROFESSIONAL_SHARE, 0)
                .with(PROFESSIONAL_NEED, 0)
                .with(NOVELTY, 0)
                .with(NOVELTY_HALF_LIFE, 1)
                .with(HALF_LIFE_SPREAD, 0)
                .with(NOVELTY_RESTORED, 0)
                .with(LICENSED_IP_APPEAL, 0)
                .with(BUDGET, 1)
                .with(BUDGET_SPREAD, 0)
                .with(CONVERTING, 0)
                .with(LAPSING, 0)
                .with(NOVELTY_DECAY, 0);
    }

    private static Offer offer(double price) {
        return new Offer(true, 1, 1, 0, 0, 0, price, Double.POSITIVE_INFINITY, 1, 1, false);
    }

    private static List<List<Demand>> lives(Place place, int users, BlockRunner workers, Buffers buffers) {
        People people = new People(place.taste(), users, new Chance(place.seed()), workers, buffers);
        List<List<Demand>> all = new ArrayList<>();
        for (int quarter = 0; quarter < Place.QUARTERS; quarter++) {
            all.add(people.live(
                    quarter,
                    place.offers().get(quarter),
                    place.hype().get(quarter),
                    place.open().get(quarter)));
        }
        return all;
    }
}
