package greenlight.market;

import static org.assertj.core.api.Assertions.assertThat;

import greenlight.market.appraisal.DealAppraisal;
import greenlight.market.contract.Clauses;
import greenlight.market.contract.Deal;
import greenlight.market.contract.Stage;
import greenlight.market.contract.Terms;
import greenlight.market.economics.BetaBelief;
import greenlight.market.ledger.Why;
import greenlight.market.measure.Reading;
import greenlight.market.measure.Row;
import greenlight.market.parameter.MarketParameter;
import greenlight.market.scenario.Scenario;
import greenlight.market.scenario.VendorTrait;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What economics says of one change, all else equal and with the same luck. */
class EconomicLawsTest {
    private static double guaranteeOwed(Market market, Deal deal) {
        return new DealAppraisal(
                        market.setting(), market.firms(), market.dealBook(), market.court(), market.environment())
                .guaranteeOwed(deal);
    }

    private static final double CENT = 0.01;
    /** People are added up vendor by vendor, so the sum of the same users may differ in its last bit. */
    private static final double ROUNDING = 1e-12;
    /** With a large one the vendor refuses the deal, or goes on for longer. */
    private static final double SMALL_GUARANTEE = 0.05;

    static Stream<World> worlds() {
        return Stream.concat(Worlds.asShipped(), Worlds.some(40)).map(world -> world.with(MarketParameter.USERS, 2000));
    }

    /** In the first quarter nothing has happened yet that could differ but the price. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("worlds")
    void aDearerSubscriptionGainsNoPayingUsers(World world) {
        World first = withoutOffers(world).with(MarketParameter.QUARTERS, 1).with(MarketParameter.CONVERTING, 0.5);
        double paying = Double.POSITIVE_INFINITY;
        for (double price : new double[] {1, 2, 5, 10, 20, 40, 100, 300}) {
            Row row = market(first.with(MarketParameter.PRICE, price).run(), 0);
            assertThat(row.get(Reading.PAID_USERS))
                    .as("at $" + price + " a month")
                    .isLessThanOrEqualTo(paying);
            paying = row.get(Reading.PAID_USERS);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("worlds")
    void aLongerHalfLifeLosesNoUsersInTheFirstQuarter(World world) {
        // counted users have no random numbers in common; later, vendors answer
        World first = world.with(MarketParameter.QUARTERS, 1)
                .with(MarketParameter.NOVELTY_DECAY, 1)
                .with(MarketParameter.AUDIENCE, 0);
        double active = 0;
        for (double halfLife : new double[] {0.1, 0.3, 0.6, 1, 2, 4, 8}) {
            Row row = market(
                    first.with(MarketParameter.NOVELTY_HALF_LIFE, halfLife).run(), 0);
            assertThat(row.get(Reading.ACTIVE_USERS))
                    .as("half-life " + halfLife)
                    .isGreaterThanOrEqualTo(active * (1 - ROUNDING));
            active = row.get(Reading.ACTIVE_USERS);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("worlds")
    void aDearerGpuMakesNoClipCheaper(World world) {
        World first = withoutOffers(world).with(MarketParameter.QUARTERS, 1);
        Market cheap = first.with(MarketParameter.GPU_PRICE, 1).run();
        Market dear = first.with(MarketParameter.GPU_PRICE, 3).run();
        for (Scenario.VendorOpening vendor : world.scenario().vendors()) {
            double atOne = costOfAClip(cheap, vendor.name());
            double atThree = costOfAClip(dear, vendor.name());
            if (atOne > 0 && atThree > 0) {
                assertThat(atThree).as(vendor.name()).isGreaterThanOrEqualTo(atOne);
            }
        }
    }

    private static double costOfAClip(Market market, String vendor) {
        Row row = vendor(market, vendor, 0);
        return row.get(Reading.INFERENCE_COST) / row.get(Reading.QUARTER_CLIPS);
    }

    /** Of one contract in one market, on the day that the platform closes. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("worlds")
    void aLargerGuaranteeOwesAStudioNoLessWhenThePlatformCloses(World world) {
        Market market = world.opened();
        market.start();
        market.schedule.step(market);
        double owed = 0;
        for (int tenth = 0; tenth <= 10; tenth++) {
            double next = guaranteeOwed(market, contract(market, tenth / 10.0));
            assertThat(next).isGreaterThanOrEqualTo(owed);
            owed = next;
        }
        assertThat(guaranteeOwed(market, contract(market, 0))).isZero();
        assertThat(owed).as("with a full guarantee").isGreaterThanOrEqualTo(1e9);
    }

    private static Deal contract(Market market, double guarantee) {
        Terms terms = new Terms(12, 0, 200, 5e6, 1e9, 4, 2, 0, guarantee, 4, false, Clauses.NONE);
        BetaBelief prior =
                market.studios().get(0).priorOfAnomalies(market.vendors().get(0));
        Deal deal = new Deal(0, 0, 0, terms, market.quarter(), prior);
        deal.become(Stage.ACTIVE, market.quarter());
        deal.studioPays(1e9);
        return deal;
    }

    /** In whole runs without learned demands, where the headline deal was voided in the same quarter whatever was guaranteed. */
    @Test
    void aLargerGuaranteePaysTheHeadlineStudioMore() {
        int compared = 0;
        for (int seed = 1; seed <= 12; seed++) {
            World world = World.of("sora-disney", seed)
                    .with(MarketParameter.LEARNING, 0)
                    .with(MarketParameter.RENEGOTIATION_COST, MarketParameter.RENEGOTIATION_COST.to())
                    .with(MarketParameter.LOSS_TOLERANCE, 0);
            Market without = world.run();
            Market with = world.with(MarketParameter.GUARANTEE, SMALL_GUARANTEE).run();
            Deal mine = headline(without);
            Deal theirs = headline(with);
            if (mine != null
                    && theirs != null
                    && mine.stage() == Stage.VOIDED
                    && theirs.stage() == Stage.VOIDED
                    && mine.signed() == theirs.signed()
                    && mine.ended() == theirs.ended()) {
                assertThat(guaranteed(world.with(MarketParameter.GUARANTEE, SMALL_GUARANTEE), theirs))
                        .as(world.name())
                        .isGreaterThan(guaranteed(world, mine));
                compared++;
            }
        }
        assertThat(compared).as("runs compared").isPositive();
    }

    private static Deal headline(Market market) {
        return market.deals().stream()
                .filter(deal -> deal.terms().headline())
                .findFirst()
                .orElse(null);
    }

    /** What the deal's studio has received of guarantees in the quarter in which the deal ended. */
    private static double guaranteed(World world, Deal deal) {
        double[] received = new double[1];
        world.watch(market -> {
            if (market.quarter() == deal.ended()) {
                received[0] = market.studios().get(deal.studio()).account().received(Why.GUARANTEE);
            }
        });
        return received[0];
    }

    /** Every platform opens in the first quarter, so that nothing else has come before. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("worlds")
    void aCheaperClipDoesNotRaiseTheLossOfTheLaunchQuarter(World world) {
        World launch = withoutOffers(world)
                .in(Openings.vendors(world.scenario(), Openings::launchingAtOnce))
                .with(MarketParameter.QUARTERS, 1);
        Map<String, Double> least = new HashMap<>();
        for (double minutes : new double[] {2, 5, 10, 20, 40, 60}) {
            Market market =
                    launch.with(MarketParameter.MINUTES_PER_CLIP, minutes).run();
            for (Scenario.VendorOpening vendor : world.scenario().vendors()) {
                Row row = vendor(market, vendor.name(), 0);
                // a fleet that is full serves whole clips; the last may just not fit
                double oneClip = clip(market, minutes, vendor);
                double loss = row.get(Reading.DAILY_VIDEO_LOSS);
                assertThat(loss + oneClip + CENT)
                        .as(vendor.name() + " at " + minutes + " GPU-minutes")
                        .isGreaterThanOrEqualTo(least.getOrDefault(vendor.name(), Double.NEGATIVE_INFINITY));
                least.merge(vendor.name(), loss, Math::max);
            }
        }
    }

    /** What one clip costs, US dollars, put on a single day. */
    private static double clip(Market market, double minutes, Scenario.VendorOpening vendor) {
        return minutes
                * vendor.get(VendorTrait.EFFICIENCY)
                / 60
                * market.environment().gpuPrice();
    }

    /** Offers cost studios and vendors something; some laws are of the platforms alone. */
    private static World withoutOffers(World world) {
        return world.with(MarketParameter.OFFERS, 0);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("worlds")
    void aRicherPublicDoesNotPayLess(World world) {
        World first = withoutOffers(world).with(MarketParameter.QUARTERS, 1).with(MarketParameter.CONVERTING, 0.5);
        double revenue = 0;
        for (double budget : new double[] {0.1, 1, 5, 20, 50}) {
            Row row = market(first.with(MarketParameter.BUDGET, budget).run(), 0);
            assertThat(row.get(Reading.QUARTER_VIDEO_REVENUE))
                    .as("budget $" + budget)
                    .isGreaterThanOrEqualTo(revenue);
            revenue = row.get(Reading.QUARTER_VIDEO_REVENUE);
        }
    }

    private static Row market(Market market, int quarter) {
        return vendor(market, Row.MARKET, quarter);
    }

    private static Row vendor(Market market, String entity, int quarter) {
        List<Row> rows = market.rows();
        return rows.stream()
                .filter(row -> row.quarter() == quarter && row.entity().equals(entity))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aHigherPriceOfGpusIsFeltByThoseWhoRent() {
        World world = World.of("blank-market", 1).with(MarketParameter.QUARTERS, 1);
        Market cheap = world.with(MarketParameter.GPU_PRICE, 1).run();
        Market dear = world.with(MarketParameter.GPU_PRICE, 3).run();
        for (int v = 0; v < world.scenario().vendors().size(); v++) {
            assertThat(dear.vendors().get(v).paid(Why.COMPUTE))
                    .isGreaterThan(cheap.vendors().get(v).paid(Why.COMPUTE));
        }
    }
}
