package greenlight.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import greenlight.market.agent.Investor;
import greenlight.market.agent.Vendor;
import greenlight.market.ledger.Sector;
import greenlight.market.ledger.Why;
import greenlight.market.measure.Measure;
import greenlight.market.measure.Reading;
import greenlight.market.measure.Row;
import greenlight.market.parameter.MarketParameter;
import greenlight.market.record.Event;
import greenlight.market.scenario.InvestorKind;
import greenlight.market.scenario.VendorTrait;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Money that watches: moods, marks, rounds, entry and exits, each in the direction in which it pulls. */
class InvestorRulesTest {
    private static final int LONG = 96;
    private static final int SEEDS = 16;
    private static final Set<Event.Kind> CLOSED =
            EnumSet.of(Event.Kind.ROUND, Event.Kind.SHRUNK_ROUND, Event.Kind.DOWN_ROUND);

    /** Runs of 96 quarters as they ship. */
    private static List<Market> longRuns;

    @BeforeAll
    static void run() {
        longRuns = IntStream.rangeClosed(1, SEEDS)
                .mapToObj(
                        seed -> world(seed).with(MarketParameter.QUARTERS, LONG).run())
                .toList();
    }

    private static World world(int seed) {
        return World.of("sora-disney", seed).with(MarketParameter.USERS, 1000);
    }

    /** Mean over some seeds of what a run of 24 quarters gives with a parameter at a value. */
    private static double mean(MarketParameter parameter, double value, ToDoubleFunction<Market> reading) {
        return IntStream.rangeClosed(1, SEEDS)
                .mapToObj(seed -> world(seed).with(parameter, value).run())
                .mapToDouble(reading)
                .average()
                .orElseThrow();
    }

    private static double raised(Market market) {
        return market.measures()[Measure.RAISED.ordinal()];
    }

    private static double entries(Market market) {
        return market.measures()[Measure.ENTRIES.ordinal()];
    }

    private static List<Row> ofMarket(Market market) {
        return market.rows().stream()
                .filter(row -> row.kind().equals(Row.MARKET))
                .toList();
    }

    // Moods

    @Test
    void moodsAreNeitherStuckAtZeroNorAtOne() {
        for (Market market : longRuns) {
            double[] moods = ofMarket(market).stream()
                    .mapToDouble(row -> row.get(Reading.QUARTER_EXUBERANCE))
                    .toArray();
            assertThat(moods).hasSize(LONG);
            assertThat(Arrays.stream(moods).min().orElseThrow()).isGreaterThan(0.02);
            assertThat(Arrays.stream(moods).filter(mood -> mood > 0.98).count())
                    .as("quarters of the launch's boom")
                    .isLessThan(LONG / 10);
            assertThat(IntStream.range(LONG / 2, LONG)
                            .mapToDouble(quarter -> moods[quarter])
                            .average()
                            .orElseThrow())
                    .isBetween(0.2, 0.9);
        }
    }

    @Test
    void fearPassesAndTheMoodRecovers() {
        for (Market market : longRuns) {
            List<Double> moods = ofMarket(market).stream()
                    .map(row -> row.get(Reading.QUARTER_EXUBERANCE))
                    .toList();
            double lowest = moods.stream().mapToDouble(mood -> mood).min().orElseThrow();
            int when = moods.indexOf(lowest);
            assertThat(moods.subList(0, when + 1)).anyMatch(mood -> mood > lowest + 0.1);
            if (when < LONG - 12) {
                assertThat(moods.subList(when, LONG)).anyMatch(mood -> mood > lowest + 0.05);
            }
        }
    }

    @Test
    void growthCheersAndExitsFrighten() {
        Investor investor = world(1).with(MarketParameter.EXUBERANCE, 0.5)
                .opened()
                .investors()
                .get(0);
        double calm = investor.mood(0, 0, 0);
        assertThat(investor.mood(1, 0, 0)).isGreaterThan(calm);
        assertThat(investor.mood(-1, 0, 0)).isLessThan(calm);
        assertThat(investor.mood(0, 1, 0)).isLessThan(calm);
        assertThat(investor.mood(0, 0, 0.05)).isCloseTo(calm + 0.05, within(1e-12));
    }

    /** A mood that nothing moves comes back to its level, from above and from below. */
    @Test
    void aMoodThatNothingMovesReverts() {
        Investor investor = world(1).with(MarketParameter.EXUBERANCE, 0.6)
                .opened()
                .investors()
                .get(0);
        double level = investor.exuberance();
        for (double from : List.of(0.0, 1.0)) {
            investor.feel(from);
            for (int quarter = 0; quarter < 400; quarter++) {
                investor.feel(investor.mood(0, 0, 0));
            }
            assertThat(investor.exuberance()).isCloseTo(level, within(1e-9));
        }
    }

    /** However many exits there are, some exuberance is left. */
    @Test
    void fearTakesAPartOfExuberanceForEachExit() {
        Investor investor = world(1).opened().investors().get(0);
        double before = investor.exuberance();
        double afterMany = investor.mood(0, 50, 0);
        assertThat(afterMany).isPositive().isLessThan(before);
    }

    // Marks

    @Test
    void marksMoveBetweenRounds() {
        int moved = 0;
        Map<String, Double> before = new TreeMap<>();
        for (Row row : longRuns.get(0).rows()) {
            if (row.kind().equals(Row.VENDOR)) {
                double now = row.get(Reading.VALUATION);
                double then = before.getOrDefault(row.entity(), now);
                moved += row.get(Reading.QUARTER_RAISED) == 0 && Math.abs(now - then) > 1e-3 * then ? 1 : 0;
                before.put(row.entity(), now);
            }
        }
        assertThat(moved).isGreaterThan(LONG);
    }

    @Test
    void aLabIsMarkedInSaneSums() {
        for (Market market : longRuns) {
            for (Row row : market.rows()) {
                Vendor vendor = row.kind().equals(Row.VENDOR) ? market.firms().vendor(row.entity()) : null;
                if (vendor != null && vendor.lab()) {
                    assertThat(row.get(Reading.VALUATION)).as(row.entity()).isBetween(0.0, 2e13);
                }
            }
        }
        Market first = world(1).with(MarketParameter.QUARTERS, 3).run();
        Vendor flagship = first.vendors().get(0);
        assertThat(flagship.valuation() / flagship.opening().get(VendorTrait.VALUATION))
                .as("mark of the flagship after three quarters against its opening valuation")
                .isBetween(0.3, 3.0);
    }

    @Test
    void aVendorIsWorthMoreToAnInvestorThatIsExuberantAndWhenItsGrowthFadesSlowly() {
        Market market = world(3).run();
        Investor investor = market.investors().get(0);
        Vendor growing = market.vendors().stream()
                .filter(vendor -> vendor.trading() && vendor.finances().growth() > 0.01 && vendor.lastRevenue() > 0)
                .findFirst()
                .orElseThrow();
        investor.feel(0.9);
        double exuberant = investor.value(growing, 0);
        investor.feel(0.1);
        assertThat(investor.value(growing, 0)).isLessThan(exuberant);
        assertThat(investor.value(growing, 1e6)).isLessThanOrEqualTo(investor.value(growing, 0));
        assertThat(investor.value(growing, 0)).isGreaterThanOrEqualTo(growing.cash());
    }

    // Rounds

    @Test
    void vendorsRaiseInPlentyWhileTheyAreMarkedHigh() {
        double eager = mean(MarketParameter.STEP_UP, 1.2, InvestorRulesTest::roundsInPlenty);
        double never = mean(MarketParameter.STEP_UP, 10, InvestorRulesTest::roundsInPlenty);
        assertThat(eager).isGreaterThan(never);
        assertThat(mean(MarketParameter.STEP_UP, 1.2, InvestorRulesTest::raised))
                .isGreaterThan(mean(MarketParameter.STEP_UP, 10, InvestorRulesTest::raised));
    }

    private static double roundsInPlenty(Market market) {
        return market.events().stream()
                .filter(event -> CLOSED.contains(event.kind()) && event.cause().contains("while it is marked at"))
                .count();
    }

    @Test
    void aLongerRunwayWantedRaisesMore() {
        assertThat(mean(MarketParameter.RUNWAY_WANTED, 14, InvestorRulesTest::raised))
                .isGreaterThan(mean(MarketParameter.RUNWAY_WANTED, 5, InvestorRulesTest::raised));
    }

    @Test
    void investorsThatOfferLessThanIsAskedForCloseASmallerRound() {
        List<Event> closed = longRuns.stream()
                .flatMap(market -> market.events().stream())
                .filter(event -> event.kind() == Event.Kind.SHRUNK_ROUND)
                .toList();
        assertThat(closed)
                .isNotEmpty()
                .allSatisfy(event -> assertThat(event.cents()).isPositive());
    }

    @Test
    void aRoundFailsThatWouldNotLastAYear() {
        World world = world(2).with(MarketParameter.QUARTERS, LONG);
        Market over = world.run();
        assertThat(over.events())
                .filteredOn(event -> event.kind() == Event.Kind.FAILED_ROUND)
                .isNotEmpty()
                .allSatisfy(event -> assertThat(event.cause()).contains("too little for a year"));
    }

    /** Where the mood is low, so that rounds fail under pressure. */
    @Test
    void withoutPressureRoundsAreHeldAndBringMore() {
        double without = 0;
        double with = 0;
        for (int seed = 1; seed <= SEEDS; seed++) {
            World low = world(seed).with(MarketParameter.EXUBERANCE, 0.3);
            without += raised(low.with(MarketParameter.VC_PRESSURE, 0).run());
            with += raised(low.with(MarketParameter.VC_PRESSURE, 1).run());
        }
        assertThat(without).isPositive().isGreaterThan(with);
    }

    @Test
    void creditCoversOnlyWhatIsMissing() {
        World world = world(1).with(MarketParameter.VC_PRESSURE, 0).with(MarketParameter.EXUBERANCE, 0);
        world.watch(market -> assertThat(market.vendors())
                .allSatisfy(vendor -> assertThat(vendor.cash()).isNotNegative()));
        assertThat(world.run().events()).noneMatch(event -> event.kind() == Event.Kind.INSOLVENCY);
    }

    @Test
    void investorsPlaceNoMoreThanTheyHave() {
        world(4).with(MarketParameter.QUARTERS, LONG)
                .watch(market -> assertThat(market.investors())
                        .allSatisfy(investor ->
                                assertThat(investor.account().dollars()).isNotNegative()));
    }

    // Strategic investors

    @Test
    void strategicInvestorsPayInComputeThatIsUsedBeforeCash() {
        double bound = 0;
        for (Market market : longRuns) {
            bound += market.ledger().flow(Why.COMPUTE_CREDIT, Sector.VENDORS, Sector.COMPUTE);
            for (Vendor vendor : market.vendors()) {
                assertThat(vendor.finances().credits()).isNotNegative();
                assertThat(vendor.finances().computeShare()).isBetween(0.0, 1.0);
            }
        }
        assertThat(bound).isPositive();
    }

    @Test
    void strategicInvestorsLendReach() {
        assertThat(mean(MarketParameter.STRATEGIC_REACH, 1, InvestorRulesTest::usersOfWhatTheyHold))
                .isGreaterThan(mean(MarketParameter.STRATEGIC_REACH, 0, InvestorRulesTest::usersOfWhatTheyHold));
        Market market = world(1).run();
        for (Vendor vendor : market.vendors()) {
            assertThat(vendor.distribution()).isBetween(0.0, 1.0);
        }
    }

    /** User-quarters of the start-up of which strategic investors hold most at the opening. */
    private static double usersOfWhatTheyHold(Market market) {
        return market.rows().stream()
                .filter(row -> row.entity().equals("Skylark"))
                .mapToDouble(row -> row.get(Reading.ACTIVE_USERS))
                .sum();
    }

    // Entry

    @Test
    void startupsAreFoundedWhileTheyAreWorthMoreThanTheyCost() {
        double cheap = mean(MarketParameter.GPU_PRICE, 0.5, InvestorRulesTest::entries);
        double dear = mean(MarketParameter.GPU_PRICE, 12, InvestorRulesTest::entries);
        assertThat(cheap).isGreaterThan(dear);
        double sober = mean(MarketParameter.EXUBERANCE, 0.1, InvestorRulesTest::entries);
        assertThat(mean(MarketParameter.EXUBERANCE, 0.9, InvestorRulesTest::entries))
                .isGreaterThan(sober);
    }

    @Test
    void aFoundersShareIsWhatTheMoneyDoesNotBuy() {
        for (Market market : longRuns) {
            for (Event event : market.events()) {
                if (event.kind() == Event.Kind.ENTRY) {
                    Vendor vendor = market.firms().vendor(event.who());
                    assertThat(vendor.launched()).isEqualTo(event.quarter() + 2);
                    assertThat(event.cents()).isPositive();
                }
            }
        }
        List<Double> shares = new ArrayList<>();
        world(1).watch(market -> {
            for (Event event : market.events()) {
                if (event.kind() == Event.Kind.ENTRY && event.quarter() == market.quarter()) {
                    shares.add(market.shares()
                            .share(
                                    market.firms().investor(event.whom()),
                                    market.firms().vendor(event.who())));
                }
            }
        });
        assertThat(shares).isNotEmpty().allSatisfy(share -> assertThat(share).isBetween(0.0, 1.0));
    }

    @Test
    void startupsNeitherDieOutNorExplode() {
        for (Market market : longRuns) {
            List<Row> quarters = ofMarket(market);
            List<Row> late = quarters.subList(LONG / 2, LONG);
            assertThat(late).allMatch(row -> row.get(Reading.PLATFORMS) <= 40);
            assertThat(late.stream().filter(row -> row.get(Reading.PLATFORMS) >= 1))
                    .as("quarters with an open platform")
                    .hasSizeGreaterThan(late.size() * 3 / 4);
            assertThat(market.vendors()).hasSizeLessThanOrEqualTo(62);
        }
    }

    // Exits

    @Test
    void aFailingVendorIsSoldToTheStrategicInvestorForHalfOfWhatItIsWorthToIt() {
        List<Market> runs = new ArrayList<>(longRuns);
        List<Event> sales = runs.stream()
                .flatMap(market -> market.events().stream())
                .filter(event -> event.kind() == Event.Kind.ACQUISITION)
                .toList();
        assertThat(sales).isNotEmpty();
        for (Market market : runs) {
            for (Event event : market.events()) {
                if (event.kind() == Event.Kind.ACQUISITION) {
                    Investor buyer = market.firms().investor(event.whom());
                    assertThat(buyer.kind()).isEqualTo(InvestorKind.STRATEGIC);
                    assertThat(event.cents()).isPositive();
                }
            }
        }
    }

    @Test
    void profitsThatABusinessHasNoUseForArePaidOut() {
        double paid = 0;
        for (Market market : longRuns) {
            for (Sector to : Sector.values()) {
                paid += market.ledger().flow(Why.DIVIDEND, Sector.VENDORS, to);
            }
        }
        assertThat(paid).isPositive();
    }
}
