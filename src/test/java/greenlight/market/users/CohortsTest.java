package greenlight.market.users;

import static greenlight.market.parameter.MarketParameter.LEAVING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import greenlight.market.chance.Chance;
import greenlight.runner.model.Setting;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The counted users against the users one by one: not the same luck, but the same law. */
class CohortsTest {
    private static final int SEEDS = 200;
    private static final int USERS = 1000;
    private static final int[] QUARTERS = {0, 3, 11};

    /** So many deviations are passed by a normal variate once in 150,000 times; some hundreds are looked at. */
    private static final double DEVIATIONS = 4.5;
    /** Two-sample Kolmogorov-Smirnov at a level of 1 in 100,000: sqrt(-ln(level / 2) / 2). */
    private static final double KOLMOGOROV_SMIRNOV = 2.47;

    private interface Form {
        Audience of(Setting taste, Chance chance);
    }

    private static final Form PEOPLE = (taste, chance) -> new People(taste, USERS, chance, BlockRunner.ALONE);
    private static final Form COHORTS = (taste, chance) -> new Cohorts(taste, USERS, chance, BlockRunner.ALONE);

    private static final Map<Long, double[][]> ONE_BY_ONE = new HashMap<>();

    private static final List<ToDoubleFunction<Demand>> FIELDS = List.of(
            Demand::free,
            Demand::paid,
            Demand::freeMonths,
            Demand::paidMonths,
            Demand::freeLeft,
            Demand::paidBefore,
            Demand::paidLeft,
            Demand::newBefore,
            Demand::newLeft,
            Demand::adopted,
            Demand::switched,
            Demand::converted,
            Demand::misuse,
            Demand::surplusCents);

    static Stream<Place> places() {
        return Stream.of(Place.of(1), Place.of(2), Place.of(3), Place.of(6));
    }

    @Tag("slow")
    @ParameterizedTest(name = "{0}")
    @MethodSource("places")
    void everyFieldOfDemandHasTheLawItHasOneByOne(Place place) {
        double[][] people = people(place);
        double[][] cohorts = samples(COHORTS, place, place.taste(), SEEDS);
        for (int i = 0; i < people.length; i++) {
            String which = "reading " + i + " (field " + i % FIELDS.size() + ")";
            assertThat(distanceOfMeans(people[i], cohorts[i])).as(which).isLessThan(DEVIATIONS);
            assertThat(distanceOfSpreads(people[i], cohorts[i])).as(which).isLessThan(DEVIATIONS);
            assertThat(kolmogorovSmirnov(people[i], cohorts[i]))
                    .as(which)
                    .isLessThan(KOLMOGOROV_SMIRNOV * Math.sqrt(2.0 / SEEDS));
        }
    }

    /** A test that never failed would show nothing: a leaving hazard greater by a tenth is found out. */
    @Tag("slow")
    @Test
    void anotherLawIsFoundOut() {
        Place place = Place.of(2);
        double leaving = place.taste().get(LEAVING);
        Setting other = place.taste().with(LEAVING, leaving + 0.1);
        double[][] people = people(place);
        double[][] cohorts = samples(COHORTS, place, other, SEEDS);
        double worst = 0;
        for (int i = 0; i < people.length; i++) {
            worst = Math.max(worst, kolmogorovSmirnov(people[i], cohorts[i]));
        }
        assertThat(worst).isGreaterThan(KOLMOGOROV_SMIRNOV * Math.sqrt(2.0 / SEEDS));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("places")
    void aBillionPeopleAreSharedOutAsAMillionAre(Place place) {
        int million = 1_000_000;
        People people = new People(place.taste(), million, new Chance(1), Crew.of(2));
        Cohorts cohorts = new Cohorts(place.taste(), 1_000_000_000, new Chance(2), Crew.of(2));
        for (int quarter = 0; quarter < Place.QUARTERS; quarter++) {
            people.live(
                    quarter,
                    place.offers().get(quarter),
                    place.hype().get(quarter),
                    place.open().get(quarter));
            cohorts.live(
                    quarter,
                    place.offers().get(quarter),
                    place.hype().get(quarter),
                    place.open().get(quarter));
            // imitation carries deviations on from quarter to quarter
            double error = 2 * DEVIATIONS * 0.5 / Math.sqrt(million);
            assertThat(cohorts.active() / 1e9).isCloseTo((double) people.active() / million, within(error));
        }
    }

    /** As many vendors as there is room for: the last place's payers are counted anew each quarter like all others. */
    @Test
    void nobodyIsLostWhereEveryPlaceIsAVendors() {
        Offer offer = Place.of(1).offers().get(0).get(0);
        Offer open = new Offer(
                true,
                offer.quality(),
                offer.workFit(),
                offer.licensedIp(),
                0,
                offer.reach(),
                offer.price(),
                offer.freeQuota(),
                1,
                1,
                false);
        Cohorts cohorts = new Cohorts(Place.of(1).taste(), USERS, new Chance(4), BlockRunner.ALONE);
        for (int quarter = 0; quarter < 6; quarter++) {
            cohorts.live(quarter, Collections.nCopies(Audience.MOST_VENDORS, open), 1, 0);
            assertThat(cohorts.counted()).as("quarter " + quarter).isEqualTo(USERS);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("places")
    void nobodyIsLostAndAnyNumberOfWorkersCountsTheSame(Place place) {
        long users = 3_000_000_000L;
        Cohorts alone = new Cohorts(place.taste(), users, new Chance(9), BlockRunner.ALONE);
        Cohorts crew = new Cohorts(place.taste(), users, new Chance(9), Crew.of(3));
        List<Demand> last = List.of();
        for (int quarter = 0; quarter < Place.QUARTERS; quarter++) {
            List<Offer> offers = place.offers().get(quarter);
            long before = alone.active();
            List<Demand> demand = alone.live(
                    quarter, offers, place.hype().get(quarter), place.open().get(quarter));
            assertThat(crew.live(
                            quarter,
                            offers,
                            place.hype().get(quarter),
                            place.open().get(quarter)))
                    .isEqualTo(demand);
            long change = 0;
            for (int v = 0; v < demand.size(); v++) {
                Demand of = demand.get(v);
                long grown = of.active() - (v < last.size() ? last.get(v).active() : 0);
                assertThat(grown).isEqualTo(of.came() - of.left());
                assertThat(of.freeBefore() + of.paidBefore() + grown).isEqualTo(of.userMonths());
                assertThat(Math.min(of.free(), of.paid())).isNotNegative();
                assertThat(of.newLeft()).isBetween(0L, of.newBefore());
                change += of.adopted() + of.switched() - of.left();
            }
            assertThat(alone.active()).isEqualTo(before + change).isBetween(0L, users);
            assertThat(alone.counted()).isEqualTo(users);
            last = demand;
        }
    }

    @Test
    void manyQuartersNeedNoLongerExposure() {
        Place place = Place.of(2);
        Cohorts cohorts = new Cohorts(place.taste(), 1_000_000, new Chance(1), BlockRunner.ALONE);
        for (int quarter = 0; quarter < 50; quarter++) {
            cohorts.live(quarter, place.offers().get(3), 1, 0);
            assertThat(cohorts.counted()).isEqualTo(1_000_000);
        }
    }

    /** Several tests look at the same users. */
    private static double[][] people(Place place) {
        return ONE_BY_ONE.computeIfAbsent(place.seed(), seed -> samples(PEOPLE, place, place.taste(), 0));
    }

    /** By reading (quarter, vendor and field) and seed. */
    private static double[][] samples(Form form, Place place, Setting taste, int firstSeed) {
        List<double[]> samples = new ArrayList<>();
        for (int seed = 0; seed < SEEDS; seed++) {
            Audience audience = form.of(taste, new Chance(firstSeed + seed));
            int reading = 0;
            for (int quarter = 0; quarter < Place.QUARTERS; quarter++) {
                List<Demand> demand = audience.live(
                        quarter,
                        place.offers().get(quarter),
                        place.hype().get(quarter),
                        place.open().get(quarter));
                if (Arrays.binarySearch(QUARTERS, quarter) < 0) {
                    continue;
                }
                for (Demand of : demand) {
                    for (ToDoubleFunction<Demand> field : FIELDS) {
                        if (seed == 0) {
                            samples.add(new double[SEEDS]);
                        }
                        samples.get(reading++)[seed] = field.applyAsDouble(of);
                    }
                }
            }
        }
        return samples.toArray(double[][]::new);
    }

    private static double distanceOfMeans(double[] x, double[] y) {
        double error = Math.sqrt((moment(x, 2) + moment(y, 2)) / SEEDS);
        return error == 0 ? (mean(x) == mean(y) ? 0 : Double.POSITIVE_INFINITY) : Math.abs(mean(x) - mean(y)) / error;
    }

    /** The error of a variance follows from the fourth moment. */
    private static double distanceOfSpreads(double[] x, double[] y) {
        double vx = moment(x, 2);
        double vy = moment(y, 2);
        double error = Math.sqrt((moment(x, 4) - vx * vx + moment(y, 4) - vy * vy) / SEEDS);
        return error == 0 ? 0 : Math.abs(vx - vy) / error;
    }

    private static double mean(double[] x) {
        return Arrays.stream(x).sum() / x.length;
    }

    private static double moment(double[] x, int power) {
        double mean = mean(x);
        return Arrays.stream(x).map(each -> Math.pow(each - mean, power)).sum() / x.length;
    }

    /** The greatest distance between two empirical distributions. */
    private static double kolmogorovSmirnov(double[] first, double[] second) {
        double[] x = first.clone();
        double[] y = second.clone();
        Arrays.sort(x);
        Arrays.sort(y);
        double greatest = 0;
        int i = 0;
        int j = 0;
        while (i < x.length && j < y.length) {
            double at = Math.min(x[i], y[j]);
            while (i < x.length && x[i] == at) {
                i++;
            }
            while (j < y.length && y[j] == at) {
                j++;
            }
            greatest = Math.max(greatest, Math.abs((double) i / x.length - (double) j / y.length));
        }
        return greatest;
    }
}
