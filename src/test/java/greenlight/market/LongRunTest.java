package greenlight.market;

import static org.assertj.core.api.Assertions.assertThat;

import greenlight.market.measure.Reading;
import greenlight.market.measure.Row;
import greenlight.market.parameter.MarketParameter;
import greenlight.market.scenario.Calendar;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoublePredicate;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** 200 runs of 96 quarters: what a market comes to in a generation. */
@Tag("slow")
class LongRunTest {
    private static final int RUNS = 200;
    private static final int QUARTERS = 96;
    private static final int YEAR = 4;
    /** When the market of few and coarse users has begun. */
    private static final int LATER = 3 * YEAR;

    private static final String FLAGSHIP = "Northlight";

    /**
     * A run.
     *
     * @param users by quarter, people with any vendor
     * @param rivalsPayers at the end, people
     * @param paid by users in all quarters, US dollars
     * @param payers in all quarters, people
     * @param sales by quarter, of all vendors, US dollars
     * @param richest the most that a vendor ever held, US dollars
     * @param mood by quarter
     * @param clip by quarter, mean price of a clip, US dollars; not-a-number where none is sold
     */
    private record Life(
            double[] users,
            double rivalsPayers,
            double paid,
            double payers,
            double[] sales,
            double richest,
            double[] mood,
            double[] clip) {
        static Life of(List<Row> rows) {
            List<Row> vendors =
                    rows.stream().filter(row -> row.kind().equals(Row.VENDOR)).toList();
            return new Life(
                    byQuarter(vendors, Reading.ACTIVE_USERS),
                    total(
                            vendors,
                            row -> row.quarter() == QUARTERS - 1
                                    && !row.entity().equals(FLAGSHIP)),
                    Arrays.stream(byQuarter(vendors, Reading.QUARTER_VIDEO_REVENUE))
                            .sum(),
                    total(vendors, row -> true),
                    byQuarter(
                            vendors,
                            Reading.QUARTER_ENTERPRISE_REVENUE,
                            Reading.OTHER_REVENUE,
                            Reading.QUARTER_VIDEO_REVENUE),
                    vendors.stream()
                            .mapToDouble(row -> row.get(Reading.CASH))
                            .max()
                            .orElseThrow(),
                    rows.stream()
                            .filter(row -> row.kind().equals(Row.MARKET))
                            .mapToDouble(row -> row.get(Reading.QUARTER_EXUBERANCE))
                            .toArray(),
                    IntStream.range(0, QUARTERS)
                            .mapToDouble(quarter -> vendors.stream()
                                    .filter(row -> row.quarter() == quarter)
                                    .mapToDouble(row -> row.get(Reading.QUARTER_CLIP_PRICE))
                                    .filter(price -> price > 0)
                                    .average()
                                    .orElse(Double.NaN))
                            .toArray());
        }

        private static double total(List<Row> vendors, Predicate<Row> wanted) {
            return vendors.stream()
                    .filter(wanted)
                    .mapToDouble(row -> row.get(Reading.PAID_USERS))
                    .filter(LongRunTest::applies)
                    .sum();
        }

        private static double[] byQuarter(List<Row> vendors, Reading... readings) {
            double[] sums = new double[QUARTERS];
            for (Row row : vendors) {
                for (Reading reading : readings) {
                    sums[row.quarter()] += applies(row.get(reading)) ? row.get(reading) : 0;
                }
            }
            return sums;
        }
    }

    private static boolean applies(double value) {
        return !Double.isNaN(value);
    }

    private static List<Life> lives;

    @BeforeAll
    static void run() {
        lives = IntStream.rangeClosed(1, RUNS)
                .parallel()
                .mapToObj(seed -> Life.of(World.of("sora-disney", seed)
                        .with(MarketParameter.QUARTERS, QUARTERS)
                        .run()
                        .rows()))
                .toList();
    }

    /** Share of the runs of which something holds. */
    private static double share(ToDoubleFunction<Life> figure, DoublePredicate holds) {
        return lives.stream().mapToDouble(figure).filter(holds).count() / (double) RUNS;
    }

    private static double least(double[] byQuarter, int from) {
        return Arrays.stream(byQuarter, from, QUARTERS).min().orElseThrow();
    }

    private static double most(double[] byQuarter, int from) {
        return Arrays.stream(byQuarter, from, QUARTERS).max().orElseThrow();
    }

    private static double mean(double[] byQuarter, int from, int to) {
        return Arrays.stream(byQuarter, from, to)
                .filter(LongRunTest::applies)
                .average()
                .orElse(Double.NaN);
    }

    @Test
    void inMostRunsThereAreRivalsWithPayingUsersToTheEnd() {
        assertThat(share(Life::rivalsPayers, payers -> payers > 0)).isGreaterThan(0.9);
    }

    /** In a few runs all platforms have closed for a time. */
    @Test
    void usersNeitherDieOutNorOutgrowThePopulation() {
        double population = World.of("sora-disney", 1).setting().get(MarketParameter.POPULATION);
        assertThat(share(life -> least(life.users(), LATER), users -> users > 0.001 * population))
                .isGreaterThan(0.9);
        assertThat(share(life -> life.users()[QUARTERS - 1], users -> users > 0.01 * population))
                .isGreaterThan(0.9);
        assertThat(share(life -> most(life.users(), 0), users -> users < population / 2))
                .isOne();
    }

    @Test
    void whatUsersPayStaysWithinWhatTheyCanSpend() {
        double budget = World.of("sora-disney", 1).setting().get(MarketParameter.PROFESSIONAL_BUDGET);
        assertThat(share(
                        life -> life.paid() / life.payers() / Calendar.MONTHS_PER_QUARTER,
                        aMonth -> 1 < aMonth && aMonth < 3 * budget))
                .as("US dollars a payer and month")
                .isOne();
    }

    @Test
    void inMostRunsNoFirmHoldsMoreThanTheMarketSellsInAYear() {
        assertThat(share(life -> life.richest() / (YEAR * most(life.sales(), 0)), years -> years < 1))
                .isGreaterThan(0.5);
        assertThat(share(life -> life.richest() / (YEAR * most(life.sales(), 0)), years -> years < 2))
                .isOne();
    }

    @Test
    void moodMovesAndIsStuckAtNeitherEnd() {
        assertThat(share(life -> mean(life.mood(), QUARTERS / 2, QUARTERS), mood -> 0.1 < mood && mood < 0.95))
                .isOne();
        assertThat(share(
                        life -> most(life.mood(), QUARTERS / 2) - least(life.mood(), QUARTERS / 2),
                        range -> range > 0.05))
                .isGreaterThan(0.95);
    }

    @Test
    void thePriceOfAClipFallsWithItsCost() {
        assertThat(share(
                        life -> mean(life.clip(), QUARTERS - YEAR, QUARTERS) / mean(life.clip(), LATER - YEAR, LATER),
                        fall -> fall < 0.8))
                .isGreaterThan(0.95);
    }
}
