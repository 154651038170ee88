package greenlight.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import greenlight.market.agent.Studio;
import greenlight.market.agent.Vendor;
import greenlight.market.appraisal.DealAppraisal;
import greenlight.market.contract.Clauses;
import greenlight.market.contract.Stage;
import greenlight.market.contract.Terms;
import greenlight.market.ledger.Cents;
import greenlight.market.ledger.Sector;
import greenlight.market.ledger.Why;
import greenlight.market.measure.Measure;
import greenlight.market.measure.Reading;
import greenlight.market.measure.Row;
import greenlight.market.parameter.MarketParameter;
import greenlight.market.record.Event;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What each clause of a contract is worth to either side, and what it does to signing and to the life of the platform. */
class DealTermsTest {
    private static final double ROUNDING = 1e-6;
    private static final int SEEDS = 30;
    /** The headline deal is offered in the eighth quarter, the flagship's first. */
    private static final int UP_TO_THE_OFFER = 9;

    static Stream<World> worlds() {
        return Stream.concat(Worlds.asShipped(), Worlds.some(40));
    }

    // ---- the worth of terms to the studio, in one market on one day

    @ParameterizedTest(name = "{0}")
    @MethodSource("worlds")
    void aLargerShareOfTheBillIsWorthLessToTheStudio(World world) {
        falls(world, share -> terms(12, 0, 0, 3, share, 4), 0, 0.1, 0.3, 0.6, 1);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("worlds")
    void aLargerPledgeIsWorthLessToTheStudio(World world) {
        falls(world, billions -> terms(12, 0, billions * 1e9, 3, 0, 4), 0, 0.5, 1, 3, 10);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("worlds")
    void aLongerExclusivityIsWorthLessToTheStudio(World world) {
        falls(world, quarters -> terms(12, 0, 0, 3, 0, (int) quarters), 0, 1, 4, 8, 12);
    }

    /** Where a deal is worth more than it costs once it has closed. */
    @Test
    void aDealThatClosesLaterIsWorthLessToTheStudio() {
        Market market = World.of("sora-disney", 1)
                .with(MarketParameter.QUARTERS, UP_TO_THE_OFFER - 1)
                .run();
        double before = Double.POSITIVE_INFINITY;
        for (int lag : new int[] {0, 1, 3, 6, 12}) {
            double worth = appraisal(market)
                    .worth(market.studios().get(0), market.vendors().get(0), terms(12, 0, 0, lag, 0, 4));
            assertThat(worth).as("after " + lag + " quarters").isLessThan(before);
            before = worth;
        }
    }

    /** Nothing has been made at a launch, and yet the bill has a price: the forecast is of the term, not of last quarter. */
    @Test
    void aSharedBillIsNotFreeBeforeTheFirstClip() {
        Market market = World.of("sora-disney", 1)
                .with(MarketParameter.QUARTERS, UP_TO_THE_OFFER - 2)
                .run();
        Studio studio = market.studios().get(0);
        Vendor flagship = market.vendors().get(0);
        assertThat(flagship.delivery().inferenceCost()).isZero();
        double free = appraisal(market).worth(studio, flagship, terms(12, 0, 0, 3, 0, 4));
        double shared = appraisal(market).worth(studio, flagship, terms(12, 0, 0, 3, 0.4, 4));
        assertThat(free - shared).isGreaterThan(1e6);
        assertThat(appraisal(market).vendorsGain(flagship, studio, terms(12, 0, 0, 3, 0.4, 4)))
                .isGreaterThan(appraisal(market).vendorsGain(flagship, studio, terms(12, 0, 0, 3, 0, 4)) + 1e6);
    }

    /** Term, pilot, exclusivity and the equity's lag are in both sides' worth. */
    @Test
    void eachClauseEntersTheWorthOfBothSides() {
        Market market =
                World.of("sora-disney", 1).with(MarketParameter.QUARTERS, 10).run();
        Studio studio = market.studios().get(0);
        Vendor vendor = market.vendors().stream()
                .filter(Vendor::platformOpen)
                .findFirst()
                .orElseThrow();
        Terms usual = terms(12, 0, 1e9, 3, 0.2, 4);
        List<Terms> others = List.of(
                terms(8, 0, 1e9, 3, 0.2, 4),
                terms(12, 3, 1e9, 3, 0.2, 4),
                terms(12, 0, 2e9, 3, 0.2, 4),
                terms(12, 0, 1e9, 6, 0.2, 4),
                terms(12, 0, 1e9, 3, 0.4, 4),
                terms(12, 0, 1e9, 3, 0.2, 8));
        for (Terms other : others) {
            assertThat(appraisal(market).worth(studio, vendor, other))
                    .as("studio, " + other)
                    .isNotCloseTo(appraisal(market).worth(studio, vendor, usual), within(1e3));
            assertThat(appraisal(market).vendorsGain(vendor, studio, other))
                    .as("vendor, " + other)
                    .isNotCloseTo(appraisal(market).vendorsGain(vendor, studio, usual), within(1e3));
        }
    }

    private static void falls(World world, DoubleFunction<Terms> terms, double... levels) {
        Market market = world.with(MarketParameter.QUARTERS, 3).run();
        for (Vendor vendor : market.vendors()) {
            if (!vendor.platformOpen()) {
                continue;
            }
            for (Studio studio : market.studios()) {
                double before = Double.POSITIVE_INFINITY;
                for (double level : levels) {
                    double worth = appraisal(market).worth(studio, vendor, terms.apply(level));
                    assertThat(worth)
                            .as(studio + " with " + vendor + " at " + level)
                            .isLessThanOrEqualTo(before + ROUNDING * Math.abs(before));
                    before = worth;
                }
            }
        }
    }

    private static DealAppraisal appraisal(Market market) {
        DealAppraisal appraisal = new DealAppraisal(
                market.setting(), market.firms(), market.dealBook(), market.court(), market.environment());
        appraisal.notePartners();
        return appraisal;
    }

    private static Terms terms(int quarters, int pilot, double equity, int lag, double share, int exclusivity) {
        return new Terms(quarters, pilot, 200, 5e6, equity, 4, lag, share, 0, exclusivity, false, Clauses.NONE);
    }

    // ---- what is signed, and how long the platform lives

    @Test
    void theMoreOfTheBillTheStudioIsToPayTheLessADealIsWorthToIt() {
        Market market =
                World.of("sora-disney", 1).with(MarketParameter.QUARTERS, 8).run();
        double before = Double.POSITIVE_INFINITY;
        for (double share : new double[] {0, 0.25, 0.5, 1}) {
            double worth = appraisal(market)
                    .worth(market.studios().get(0), market.vendors().get(0), terms(12, 0, 1e9, 3, share, 4));
            assertThat(worth).as("share " + share).isLessThan(before);
            before = worth;
        }
    }

    @Test
    void theLargerThePledgeTheFewerSign() {
        List<Double> signed = signed(MarketParameter.EQUITY_PLEDGE, 1e9, 3e9, 1e10);
        assertThat(signed).isSortedAccordingTo((a, b) -> Double.compare(b, a));
        assertThat(signed.get(0)).isGreaterThan(0.5);
        assertThat(signed.get(2)).as("ten billion").isLessThan(0.05);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("worlds")
    void aVendorOffersNoMoreThanTheDealBringsIt(World world) {
        Market market = world.with(MarketParameter.QUARTERS, 3).run();
        for (Vendor vendor : market.vendors()) {
            for (Studio studio : market.studios()) {
                Terms terms = terms(12, 0, 0, 3, 0, 4);
                double fee = appraisal(market).fee(vendor, studio, terms);
                double gain = appraisal(market).vendorsGain(vendor, studio, terms.at(fee));
                assertThat(fee).isNotNegative();
                assertThat(fee == 0 || gain >= -ROUNDING * Math.max(1, fee) * terms.quarters())
                        .as(vendor + " pays " + studio + " " + fee + " and gains " + gain)
                        .isTrue();
            }
        }
    }

    @Test
    void whereNoFeeIsUsualNoneIsOfferedForADealThatCostsTheVendor() {
        Market market = World.of("sora-disney", 1)
                .with(MarketParameter.QUARTERS, 8)
                .with(MarketParameter.LICENCE_FEE, 0)
                .run();
        for (Vendor vendor : market.vendors()) {
            assertThat(appraisal(market).fee(vendor, market.studios().get(0), terms(12, 0, 0, 0, 0, 4)))
                    .isZero();
        }
    }

    /** Of the offers up to that of the headline deal: platforms whose bill is shared live longer and make more offers. */
    @Test
    void theMoreOfTheBillStudiosPayTheFewerSign() {
        List<Double> signed = signed(MarketParameter.COST_SHARE, 0, 0.5, 1);
        assertThat(signed).isSortedAccordingTo((a, b) -> Double.compare(b, a));
        assertThat(signed.get(2)).isLessThan(signed.get(0) - 0.1);
    }

    /** Where other offers are frequent: a studio that is bound signs with no other. */
    @Test
    void theLongerTheExclusivityTheFewerSign() {
        double[] signed = new double[2];
        for (int seed = 1; seed <= SEEDS; seed++) {
            for (int i = 0; i < signed.length; i++) {
                World world = World.of("sora-disney", seed)
                        .with(MarketParameter.OFFERS, 1)
                        .with(MarketParameter.EXCLUSIVITY, i == 0 ? 0 : 12)
                        .with(MarketParameter.QUARTERS, UP_TO_THE_OFFER);
                signed[i] += world.run().measures()[Measure.DEALS_SIGNED.ordinal()] / SEEDS;
            }
        }
        assertThat(signed[0]).isGreaterThan(signed[1] + 0.3);
    }

    /** The share of runs in which the studio of the headline deal did not refuse it, at each level of a parameter. */
    private static List<Double> signed(MarketParameter parameter, double... levels) {
        return Arrays.stream(levels)
                .mapToObj(level -> {
                    double accepted = 0;
                    for (int seed = 1; seed <= SEEDS; seed++) {
                        World world = World.of("sora-disney", seed)
                                .with(MarketParameter.QUARTERS, UP_TO_THE_OFFER)
                                .with(parameter, level);
                        accepted += refused(world.run()) ? 0 : 1;
                    }
                    return accepted / SEEDS;
                })
                .toList();
    }

    private static boolean refused(Market market) {
        String studio = market.studios().get(0).name();
        String vendor = market.vendors().get(0).name();
        return market.events().stream()
                .anyMatch(event -> event.kind() == Event.Kind.REFUSAL
                        && event.who().equals(studio)
                        && event.whom().equals(vendor));
    }

    // ---- shares

    /** A tranche buys shares at the vendor's mark, so that on that day the studio is as rich as before. */
    @Test
    void paidEquityIsMarkedToMarketAndNotLost() {
        World world = World.of("sora-disney", 1)
                .with(MarketParameter.CLOSING_LAG, 0)
                .with(MarketParameter.EQUITY_RISK, 0)
                .with(MarketParameter.LEARNING, 0);
        double[] paidBefore = {0};
        Market market = world.watch(opened -> {}, each -> {
            double paid = Cents.dollars(each.ledger().flow(Why.EQUITY, Sector.STUDIOS, Sector.VENDORS));
            if (paidBefore[0] == 0 && paid > 0) {
                Row row = each.rows().stream()
                        .filter(one -> one.quarter() == each.quarter()
                                && one.entity().equals(each.studios().get(0).name()))
                        .findFirst()
                        .orElseThrow();
                assertThat(row.get(Reading.STAKES)).isCloseTo(paid, within(1.0));
            }
            paidBefore[0] = paid;
        });
        assertThat(paidBefore[0]).as("equity paid").isPositive();
        double[] measures = market.measures();
        boolean failed = market.deals().stream()
                .anyMatch(deal ->
                        deal.equityPaid() > 0 && (deal.stage() == Stage.VOIDED || deal.stage() == Stage.TERMINATED));
        double stakes =
                market.shares().worth(market.studios().get(0), market.vendors().get(0));
        assertThat(stakes).isPositive();
        assertThat(measures[Measure.STUDIOS_LOSS.ordinal()])
                .isCloseTo(
                        measures[Measure.STUDIOS_LOSS_WITHOUT_STAKES.ordinal()] - (failed ? stakes : 0), within(1.0));
    }
}
