package greenlight.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import greenlight.market.agent.Studio;
import greenlight.market.agent.Vendor;
import greenlight.market.appraisal.DealAppraisal;
import greenlight.market.contract.Clauses;
import greenlight.market.contract.Deal;
import greenlight.market.contract.Stage;
import greenlight.market.contract.Terms;
import greenlight.market.economics.BetaBelief;
import greenlight.market.ledger.Cents;
import greenlight.market.ledger.Sector;
import greenlight.market.ledger.Why;
import greenlight.market.measure.Measure;
import greenlight.market.parameter.MarketParameter;
import greenlight.market.record.Event;
import java.util.function.DoubleFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Clauses that depend on what is observed: what they say, what both sides make of them, and which way they pull. */
class ContingentClausesTest {
    private static final double ROUNDING = 1e-6;
    private static final int SEEDS = 12;

    static Stream<World> worlds() {
        return Stream.concat(Worlds.asShipped(), Worlds.some(12));
    }

    // ---- what they say

    @Test
    void theStudioPaysMoreOfTheBillAfterAQuarterThatUsersLeft() {
        Terms terms = terms(0.2, new Clauses(0.3, 1, 0));
        assertThat(terms.costShare(0)).isEqualTo(0.2);
        assertThat(terms.costShare(0.5)).isCloseTo(0.35, within(1e-12));
        assertThat(terms.costShare(1)).isCloseTo(0.5, within(1e-12));
        assertThat(terms(0.9, new Clauses(0.3, 1, 0)).costShare(1)).as("never more than all").isCloseTo(1, within(1e-12));
        assertThat(terms(0.2, Clauses.NONE).costShare(1)).as("without the clause").isEqualTo(0.2);
    }

    @Test
    void theBreakIsOpenAfterAnAuditThatFoundTooMuchAndOnlyInForce() {
        Terms terms = terms(0, new Clauses(0, 0.05, 0));
        Deal deal = new Deal(0, 0, 0, terms, 10, BetaBelief.of(0.05, 40));
        deal.become(Stage.ACTIVE, 10);
        assertThat(deal.breakOpen()).as("before an audit").isFalse();
        deal.learn(50, 3);
        assertThat(deal.breakOpen()).as("6 in 100").isTrue();
        deal.learn(50, 2);
        assertThat(deal.breakOpen()).as("4 in 100").isFalse();
        Deal pilot = new Deal(0, 0, 0, terms, 10, BetaBelief.of(0.05, 40));
        pilot.become(Stage.PILOT, 10);
        pilot.learn(50, 50);
        assertThat(pilot.breakOpen()).as("in the pilot").isFalse();
        Deal bound = new Deal(0, 0, 0, terms(0, Clauses.NONE), 10, BetaBelief.of(0.05, 40));
        bound.become(Stage.ACTIVE, 10);
        bound.learn(50, 50);
        assertThat(bound.breakOpen()).as("without the clause").isFalse();
    }

    /** Of a contract of three years that closes after three quarters. */
    @Test
    void equityIsPaidAtTheEndsOfContractYears() {
        Terms terms = terms(0, new Clauses(0, 1, 4));
        Deal deal = new Deal(0, 0, 0, terms, 10, BetaBelief.of(0.05, 40));
        deal.become(Stage.ACTIVE, 10);
        for (int quarter = 1; quarter <= 12; quarter++) {
            double due = quarter % 4 == 0 ? 3e8 : 0;
            assertThat(deal.trancheDue()).as("quarter " + quarter).isEqualTo(due);
            assertThat(deal.rest(9 + quarter).equityPaidBy(1)).as("foreseen in quarter " + quarter).isEqualTo(due);
            if (due > 0) {
                deal.payTranche();
            }
            assertThat(terms.equityPaidBy(quarter)).isCloseTo(deal.equityPaid(), within(1.0));
            deal.age();
        }
        assertThat(deal.equityUnpaid()).isZero();
    }

    @Test
    void asManyTranchesAsEndInTheTerm() {
        Clauses yearly = new Clauses(0, 1, 4);
        assertThat(yearly.milestones(10, 12, 3)).isEqualTo(3);
        assertThat(yearly.milestones(2, 12, 3)).isEqualTo(2);
        assertThat(yearly.milestones(10, 12, 6)).as("the seventh quarter and the eleventh").isEqualTo(2);
        assertThat(yearly.milestones(10, 12, 12)).as("one at least").isEqualTo(1);
        assertThat(Clauses.toFirstMilestone(2)).as("a term of less than a year").isEqualTo(2);
    }

    // ---- what both sides foresee

    @ParameterizedTest(name = "{0}")
    @MethodSource("worlds")
    void aStepOfTheBillIsWorthLessToTheStudioAndMoreToTheVendor(World world) {
        compare(world, step -> terms(0.1, new Clauses(step, 1, 0)), -1, 1, 0, 0.3, 0.9);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("worlds")
    void aBreakIsNeverWorthLessToTheStudioAndNeverMoreToTheVendor(World world) {
        compare(world, rate -> terms(0, new Clauses(0, rate, 0)), -1, 1, 0, 0.02, 0.05, 0.2, 1);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("worlds")
    void equityThatIsPaidLaterIsAtRiskForLess(World world) {
        compare(world, staged -> terms(0, new Clauses(0, 1, 4 * (int) staged)), 1, -1, 0, 1);
    }

    /** Of a studio that thinks little of the deal, where anomalies are dear: what it may leave is worth more to it. */
    @Test
    void aBreakIsAnOptionToLeaveABadDealAndCostsTheVendorWhatItWouldBring() {
        Market market = World.of("sora-disney", 1)
                .with(MarketParameter.QUARTERS, 8)
                .with(MarketParameter.ANOMALY_COST, 2e9)
                .run();
        Studio studio = market.studios().get(0);
        Vendor vendor = market.vendors().get(0);
        Terms bound = terms(0, Clauses.NONE);
        Terms free = terms(0, new Clauses(0, 0.04, 0));
        assertThat(appraisal(market).worth(studio, vendor, free))
                .isGreaterThan(appraisal(market).worth(studio, vendor, bound));
        assertThat(Math.abs(appraisal(market).vendorsGain(vendor, studio, free)))
                .isLessThan(Math.abs(appraisal(market).vendorsGain(vendor, studio, bound)));
    }

    /**
     * Holds that worth to a studio and gain of a vendor go one way each as a level rises, or stay.
     *
     * @param worth 1 where the studio's worth rises, -1 where it falls
     * @param gain the same of a vendor's gain; of the size of a gain where it is a loss
     */
    private static void compare(World world, DoubleFunction<Terms> terms, int worth, int gain, double... levels) {
        Market market = world.with(MarketParameter.QUARTERS, 3).run();
        DealAppraisal appraisal = appraisal(market);
        for (Vendor vendor : market.vendors()) {
            if (!vendor.platformOpen()) {
                continue;
            }
            for (Studio studio : market.studios()) {
                double worthBefore = Double.NaN;
                double gainBefore = Double.NaN;
                for (double level : levels) {
                    double worthNow = appraisal.worth(studio, vendor, terms.apply(level));
                    double gainNow = appraisal.vendorsGain(vendor, studio, terms.apply(level));
                    String who = studio + " with " + vendor + " at " + level;
                    assertThat(goes(worth, worthBefore, worthNow)).as("worth, " + who).isTrue();
                    assertThat(gainNow < 0 || goes(gain, gainBefore, gainNow)).as("gain, " + who).isTrue();
                    worthBefore = worthNow;
                    gainBefore = gainNow;
                }
            }
        }
    }

    private static boolean goes(int sign, double before, double now) {
        return Double.isNaN(before) || sign * (now - before) >= -ROUNDING * Math.abs(before);
    }

    private static DealAppraisal appraisal(Market market) {
        DealAppraisal appraisal = new DealAppraisal(
                market.setting(), market.firms(), market.dealBook(), market.court(), market.environment());
        appraisal.notePartners();
        return appraisal;
    }

    private static Terms terms(double share, Clauses clauses) {
        return new Terms(12, 0, 200, 5e6, 9e8, 3, 3, share, 0, 4, false, clauses);
    }

    // ---- which way they pull

    /** Where contracts close at once, so that much is at stake when users leave. */
    private static World closingAtOnce(int seed) {
        return World.of("sora-disney", seed).with(MarketParameter.CLOSING_LAG, 0);
    }

    /** Where the vendor has a guarantee to lose. */
    @Test
    void aStepOfTheBillKeepsThePlatformOpenForLonger() {
        double without = 0;
        double with = 0;
        double paidWithout = 0;
        double paidWith = 0;
        for (int seed = 1; seed <= SEEDS; seed++) {
            World guaranteed = closingAtOnce(seed).with(MarketParameter.GUARANTEE, 0.4);
            Market usual = guaranteed.run();
            Market stepped = guaranteed.with(MarketParameter.COST_SHARE_STEP, 1).run();
            without += value(usual, Measure.FLAGSHIP_LIFE) / SEEDS;
            with += value(stepped, Measure.FLAGSHIP_LIFE) / SEEDS;
            paidWithout += paid(usual, Why.COST_SHARE);
            paidWith += paid(stepped, Why.COST_SHARE);
        }
        assertThat(paidWith).isGreaterThan(2 * paidWithout);
        assertThat(with).isGreaterThan(without + 1);
    }

    /** A break that any anomaly opens. */
    @Test
    void aBreakLetsStudiosLeaveAndSparesThemTheBillOfAnEarlyEnd() {
        double lossWithout = 0;
        double lossWith = 0;
        long billsWithout = 0;
        long billsWith = 0;
        long breaks = 0;
        for (int seed = 1; seed <= SEEDS; seed++) {
            Market bound = closingAtOnce(seed).run();
            Market free = closingAtOnce(seed).with(MarketParameter.ANOMALY_BREAK, 0).run();
            lossWithout += value(bound, Measure.STUDIOS_LOSS);
            lossWith += value(free, Measure.STUDIOS_LOSS);
            billsWithout += endedEarly(bound);
            billsWith += endedEarly(free);
            breaks += free.events().stream()
                    .filter(event -> event.kind() == Event.Kind.TERMINATION
                            && event.cause().startsWith("the last audit"))
                    .count();
        }
        assertThat(breaks).isGreaterThan(SEEDS);
        assertThat(billsWith).isLessThan(billsWithout);
        assertThat(lossWith).isLessThan(lossWithout);
    }

    private static long endedEarly(Market market) {
        return market.deals().stream()
                .filter(deal -> deal.cause() == Deal.Cause.USE)
                .count();
    }

    @Test
    void whereAPlatformClosesLessOfAStagedPledgeHasBeenPaid() {
        double atOnce = 0;
        double staged = 0;
        for (int seed = 1; seed <= SEEDS; seed++) {
            atOnce += paid(closingAtOnce(seed).run(), Why.EQUITY);
            staged += paid(closingAtOnce(seed).with(MarketParameter.EQUITY_TRANCHES, 3).run(), Why.EQUITY);
        }
        assertThat(staged).isPositive().isLessThan(atOnce / 2);
    }

    @Test
    void withAllClausesNoCentIsLost() {
        closingAtOnce(1)
                .with(MarketParameter.COST_SHARE_STEP, 0.5)
                .with(MarketParameter.ANOMALY_BREAK, 0.02)
                .with(MarketParameter.EQUITY_TRANCHES, 3)
                .watch(market -> assertThat(market.ledger().total()).isZero());
    }

    private static double value(Market market, Measure measure) {
        return market.measures()[measure.ordinal()];
    }

    private static double paid(Market market, Why why) {
        return Cents.dollars(market.ledger().flow(why, Sector.STUDIOS, Sector.VENDORS));
    }
}
