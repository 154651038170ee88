package greenlight.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import greenlight.market.agent.Vendor;
import greenlight.market.ledger.Why;
import greenlight.market.measure.Reading;
import greenlight.market.measure.Row;
import greenlight.market.parameter.MarketParameter;
import greenlight.market.record.Event;
import greenlight.market.scenario.VendorTrait;
import greenlight.market.users.Demand;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Special cases of the whole model whose answer is known. Bounds are five standard errors of the answer; seeds are
 * fixed, so the tests pass or fail the same way for ever.
 */
class LimitsTest {
    /** The rates of suits are those at which half of those with a claim sue. */
    private static final double EVERYBODY_SUES = 2;

    private static final double STANDARD_ERRORS = 5;
    private static final int USERS = 50_000;

    /** Alike vendors without court, investors or cost; attention stays at 1, nobody ever wants to leave. */
    private static World quiet(long seed) {
        return World.of("blank-market", seed)
                .with(MarketParameter.USERS, USERS)
                .with(MarketParameter.LITIGATION, 0)
                .with(MarketParameter.VC_PRESSURE, 0)
                .with(MarketParameter.COMPUTE_COST, 0)
                .with(MarketParameter.VIDEO_OVERHEAD, 0)
                .with(MarketParameter.USER_VALUE, 500)
                .with(MarketParameter.LAUNCH_BUZZ, 0)
                .with(MarketParameter.DEAL_BUZZ, 0)
                .with(MarketParameter.SCANDAL_LOSS, 0)
                .with(MarketParameter.LEAVING, 0)
                .with(MarketParameter.OUTSIDE_UTILITY, -20)
                .with(MarketParameter.STAY_SENSITIVITY, 10)
                .with(MarketParameter.PROFESSIONAL_SEARCH, 0)
                .with(MarketParameter.IMITATION, 0);
    }

    /** Users who never leave and imitate nobody adopt like atoms decay: 1 - e^(-p t). */
    @Test
    void withoutImitationAdoptersApproachEverybodyExponentially() {
        double p = 0.08;
        quiet(1).with(MarketParameter.INNOVATION, p).watch(market -> {
            double expected = 1 - Math.exp(-p * (market.quarter() + 1));
            double error = Math.sqrt(expected * (1 - expected) / USERS);
            assertThat(activeShare(market))
                    .as(market.label(market.quarter()))
                    .isCloseTo(expected, within(STANDARD_ERRORS * error));
        });
    }

    /**
     * Without churn the share of adopters is that of Bass's curve in months: a' = a + (1 - a)(1 - e^-(p + q a) / 3). Its
     * variance grows by that of a binomial draw each month, and is carried on by the slope of the rule.
     */
    @Test
    void withoutChurnAdoptersFollowTheCurveOfBass() {
        double p = 0.01;
        double q = 0.45;
        double[] expected = new double[24];
        double[] variance = new double[24];
        double share = 0;
        double spread = 0;
        for (int quarter = 0; quarter < expected.length; quarter++) {
            for (int month = 0; month < 3; month++) {
                double hazard = 1 - Math.exp(-(p + q * share) / 3);
                double slope = 1 - hazard + (1 - share) * q / 3 * (1 - hazard);
                spread = slope * slope * spread + (1 - share) * hazard * (1 - hazard) / USERS;
                share += (1 - share) * hazard;
            }
            expected[quarter] = share;
            variance[quarter] = spread;
        }
        assertThat(expected[23]).as("the curve bends within the horizon").isBetween(0.95, 0.9999);
        quiet(2).with(MarketParameter.INNOVATION, p)
                .with(MarketParameter.IMITATION, q)
                .watch(market -> {
                    int quarter = market.quarter();
                    assertThat(activeShare(market))
                            .as(market.label(quarter))
                            .isCloseTo(expected[quarter], within(STANDARD_ERRORS * Math.sqrt(variance[quarter])));
                });
    }

    /** Without novelty, and with a hazard of leaving that is the same for all, retention is geometric. */
    @Test
    void withoutNoveltyUsersLeaveAtTheSameRateForEver() {
        double leaving = 0.2;
        double p = 0.05;
        World world = quiet(3).with(MarketParameter.INNOVATION, p)
                .with(MarketParameter.NOVELTY, 0)
                .with(MarketParameter.LEAVING, leaving)
                .with(MarketParameter.RETURNING, 0)
                .with(MarketParameter.SWITCHING, 0);
        world.watch(market -> {
            String when = market.label(market.quarter());
            for (Vendor vendor : market.vendors()) {
                Demand demand = vendor.userBase().demand();
                long before = demand.freeBefore() + demand.paidBefore();
                double error = Math.sqrt(leaving * (1 - leaving) * before);
                assertThat((double) demand.left())
                        .as(vendor + " in " + when)
                        .isCloseTo(leaving * before, within(STANDARD_ERRORS * error + 1e-9));
            }
            double active = 0; // of those who adopted in month s, (1 - l)^(t - s) are left
            int month = 3 * market.quarter() + 2;
            for (int s = 0; s <= month; s++) {
                double adopted = Math.exp(-p / 3 * s) * (1 - Math.exp(-p / 3));
                active += adopted * Math.pow(1 - leaving, month - s);
            }
            double error = Math.sqrt(active * (1 - active) / USERS);
            assertThat(activeShare(market)).as(when).isCloseTo(active, within(STANDARD_ERRORS * error));
        });
    }

    private static double activeShare(Market market) {
        nobodyHasClosed(market);
        return (double) market.population().audience().active() / USERS;
    }

    private static void nobodyHasClosed(Market market) {
        assertThat(market.events().stream().map(Event::kind)).doesNotContain(Event.Kind.SHUTDOWN);
    }

    /**
     * Nobody uses video, so that visibility is constant; all cases settle, so that the climate is; suing is free, so that
     * everybody sues who has a claim, for next to nothing; nobody licenses data, nobody is founded or fails. Then suits over training data come at a constant rate.
     */
    @Test
    void suitsAtAConstantHazardArePoisson() {
        double hazard = MarketParameter.TRAINING_SUITS.to();
        int runs = 120;
        double expected = 0;
        long filed = 0;
        List<Double> standardized = new ArrayList<>();
        for (int seed = 1; seed <= runs; seed++) {
            World world = quiet(seed)
                    .with(MarketParameter.USERS, 100)
                    .with(MarketParameter.INNOVATION, 0)
                    .with(MarketParameter.PROFESSIONAL_SEARCH, 0)
                    .with(MarketParameter.VIDEO_OVERHEAD, 0)
                    .with(MarketParameter.LEGAL_MEMORY, MarketParameter.LEGAL_MEMORY.to())
                    .with(MarketParameter.LITIGATION, 1)
                    .with(MarketParameter.ENTRY, 0)
                    .with(MarketParameter.QUARTERS, 6) // before others' settlements teach what suits pay
                    .with(MarketParameter.OFFERS, 0)
                    .with(MarketParameter.TRAINING_SUITS, hazard)
                    .with(MarketParameter.OUTPUT_SUITS, 0)
                    .with(MarketParameter.SECONDARY_SUITS, 0)
                    .with(MarketParameter.REGULATOR_ACTIONS, 0)
                    .with(MarketParameter.CASE_COST, 0)
                    .with(MarketParameter.SUING_COST, 0)
                    .with(MarketParameter.PLAINTIFF_WINS, 1e-6)
                    .with(MarketParameter.LICENSING_EFFORT, 0)
                    .with(MarketParameter.SETTLING, 1);
            Market market = world.run();
            nobodyHasClosed(market);
            for (Vendor vendor : market.vendors()) {
                for (Row row : market.rows()) {
                    if (row.entity().equals(vendor.name())) {
                        double half =
                                0.5; // what a name alone gives of visibility; halved again before there is a platform
                        boolean platform = vendor.platformOpen() && row.quarter() >= vendor.launched();
                        double visible = half * vendor.reach() * (platform ? 1 : half);
                        double mean =
                                EVERYBODY_SUES * hazard * (1 - vendor.opening().get(VendorTrait.PROVENANCE)) * visible;
                        expected += mean;
                        filed += (long) row.get(Reading.SUITS_FILED);
                        standardized.add((row.get(Reading.SUITS_FILED) - mean) / Math.sqrt(mean));
                    }
                }
            }
        }
        assertThat((double) filed).isCloseTo(expected, within(STANDARD_ERRORS * Math.sqrt(expected)));
        double sum = 0;
        double squares = 0;
        for (double z : standardized) {
            sum += z * z;
            squares += z * z * z * z;
        }
        int n = standardized.size();
        double variance = sum / n; // 1 for a Poisson count
        double error = Math.sqrt((squares / n - variance * variance) / n);
        assertThat(n).isGreaterThan(5000);
        assertThat(variance).isCloseTo(1, within(STANDARD_ERRORS * error));
        assertThat(STANDARD_ERRORS * error).as("the bound is no formality").isLessThan(0.3);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("greenlight.market.Worlds#twenty")
    void withoutUsersThereIsNoRevenueOfVideo(World world) {
        Market market = world.with(MarketParameter.INNOVATION, 0)
                .with(MarketParameter.IMITATION, 0)
                .with(MarketParameter.PROFESSIONAL_SEARCH, 0)
                .run();
        for (Row row : market.rows()) {
            if (!row.kind().equals(Row.STUDIO)) {
                for (Reading reading :
                        List.of(Reading.ACTIVE_USERS, Reading.QUARTER_CLIPS, Reading.QUARTER_VIDEO_REVENUE)) {
                    assertThat(row.get(reading))
                            .as(reading.key() + " in " + row.label())
                            .isZero();
                }
            }
        }
        assertThat(market.books().users().paid(Why.SUBSCRIPTION)).isZero();
        assertThat(market.books().users().balance()).isZero();
    }
}
