package greenlight.app.page;

import static greenlight.market.measure.Measure.DEALS_SIGNED;
import static greenlight.market.measure.Measure.FLAGSHIP_CLOSED;
import static greenlight.market.measure.Measure.HEADLINE_COLLAPSED;
import static greenlight.market.measure.Measure.HEADLINE_LIFE;
import static greenlight.market.measure.Measure.HEADLINE_SIGNED;
import static greenlight.market.measure.Measure.STUDIOS_LOSS;
import static greenlight.market.parameter.MarketParameter.BRAND_SAFETY;
import static greenlight.market.parameter.MarketParameter.CLOSING_LAG;
import static greenlight.market.parameter.MarketParameter.COMPUTE_COST;
import static greenlight.market.parameter.MarketParameter.COST_SHARE;
import static greenlight.market.parameter.MarketParameter.ENTERPRISE_OPTION;
import static greenlight.market.parameter.MarketParameter.EQUITY_PLEDGE;
import static greenlight.market.parameter.MarketParameter.EXCLUSIVITY;
import static greenlight.market.parameter.MarketParameter.FEAR_OF_MISSING_OUT;
import static greenlight.market.parameter.MarketParameter.GUARANTEE;
import static greenlight.market.parameter.MarketParameter.LEARNING;
import static greenlight.market.parameter.MarketParameter.LITIGATION;
import static greenlight.market.parameter.MarketParameter.NOVELTY_DECAY;
import static greenlight.market.parameter.MarketParameter.PILOT_QUARTERS;
import static greenlight.market.parameter.MarketParameter.VC_PRESSURE;
import static org.assertj.core.api.Assertions.assertThat;

import greenlight.market.Market;
import greenlight.market.measure.Measure;
import greenlight.market.model.Scenarios;
import greenlight.market.parameter.MarketParameter;
import greenlight.market.users.BlockRunner;
import greenlight.market.users.Buffers;
import greenlight.runner.model.Setting;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the lessons in {@code docs/lessons} tell teachers to expect is what the model does, seed by seed. */
class LessonsTest {
    private static final int REPLICATIONS = 30;

    private static final Map<Map<MarketParameter, Double>, Map<Measure, Double>> MEANS = new HashMap<>();

    /** The mean of a measure over all seeds in which it applies. */
    private static double mean(Measure measure, Map<MarketParameter, Double> changed) {
        return MEANS.computeIfAbsent(changed, LessonsTest::means).get(measure);
    }

    private static double baseline(Measure measure) {
        return mean(measure, Map.of());
    }

    /** How much longer the headline deal lives than in the baseline, quarters. */
    private static double lifeGained(Map<MarketParameter, Double> changed) {
        return mean(HEADLINE_LIFE, changed) - baseline(HEADLINE_LIFE);
    }

    private static Map<Measure, Double> means(Map<MarketParameter, Double> changed) {
        Setting setting = Scenarios.setting("sora-disney");
        for (Map.Entry<MarketParameter, Double> dial : changed.entrySet()) {
            setting = setting.with(dial.getKey(), dial.getValue());
        }
        Buffers buffers = new Buffers();
        List<double[]> runs = new ArrayList<>();
        for (int seed = 1; seed <= REPLICATIONS; seed++) {
            runs.add(Market.run(Scenarios.of("sora-disney"), setting, seed, BlockRunner.ALONE, buffers)
                    .measures());
        }
        Map<Measure, Double> means = new EnumMap<>(Measure.class);
        for (Measure measure : Measure.values()) {
            means.put(
                    measure,
                    runs.stream()
                            .mapToDouble(run -> run[measure.ordinal()])
                            .filter(value -> !Double.isNaN(value))
                            .average()
                            .orElse(Double.NaN));
        }
        return means;
    }

    @Test
    void theDealIsSignedInNearlyEveryRunAndFallsInNearlyEveryRun() {
        assertThat(baseline(HEADLINE_SIGNED)).isGreaterThan(0.9);
        assertThat(baseline(HEADLINE_COLLAPSED)).isGreaterThan(0.9);
        assertThat(baseline(HEADLINE_LIFE)).isBetween(2.5, 4.5);
    }

    @Test
    void aSharedBillIsSignedAsOftenLengthensTheDealALittleAndLeavesTheStudiosLossAboutTheSame() {
        Map<MarketParameter, Double> shared = Map.of(COST_SHARE, 0.4);
        assertThat(mean(HEADLINE_SIGNED, shared)).isGreaterThan(0.9);
        assertThat(lifeGained(shared)).isBetween(0.0, 1.5);
        assertThat(mean(HEADLINE_COLLAPSED, shared)).isGreaterThan(0.9);
        assertThat(mean(STUDIOS_LOSS, shared) - baseline(STUDIOS_LOSS)).isBetween(-4e7, 4e7);
    }

    @Test
    void withCheapClipsOrWithLastingNoveltyThePlatformStaysOpenInHalfTheRunsOrMore() {
        assertThat(mean(FLAGSHIP_CLOSED, Map.of(COMPUTE_COST, 0.0))).isBetween(0.15, 0.55);
        assertThat(mean(FLAGSHIP_CLOSED, Map.of(NOVELTY_DECAY, 0.0))).isBetween(0.2, 0.65);
        assertThat(mean(HEADLINE_COLLAPSED, Map.of(COMPUTE_COST, 0.0))).isBetween(0.25, 0.65);
        assertThat(mean(HEADLINE_COLLAPSED, Map.of(NOVELTY_DECAY, 0.0))).isBetween(0.3, 0.7);
    }

    @Test
    void noOtherForceAloneKeepsThePlatformOpen() {
        for (MarketParameter force :
                List.of(VC_PRESSURE, LITIGATION, BRAND_SAFETY, ENTERPRISE_OPTION, FEAR_OF_MISSING_OUT, LEARNING)) {
            assertThat(mean(FLAGSHIP_CLOSED, Map.of(force, 0.0)))
                    .as(force.key())
                    .isGreaterThan(0.95);
        }
    }

    @Test
    void fourForcesShortenTheLifeByQuartersAndTheOthersByOneAtMost() {
        assertThat(lifeGained(Map.of(COMPUTE_COST, 0.0))).isBetween(5.0, 9.0);
        assertThat(lifeGained(Map.of(NOVELTY_DECAY, 0.0))).isBetween(2.5, 6.0);
        assertThat(lifeGained(Map.of(LITIGATION, 0.0))).isBetween(2.5, 5.5);
        assertThat(lifeGained(Map.of(ENTERPRISE_OPTION, 0.0))).isBetween(1.0, 3.0);
        for (MarketParameter force : List.of(BRAND_SAFETY, VC_PRESSURE, FEAR_OF_MISSING_OUT, LEARNING)) {
            assertThat(lifeGained(Map.of(force, 0.0))).as(force.key()).isBetween(-0.6, 1.5);
        }
    }

    @Test
    void cheapClipsWithASecondForceOffSaveTheDealInMostRunsAndAThirdAddsLittle() {
        Map<MarketParameter, Double> noCourts = Map.of(COMPUTE_COST, 0.0, LITIGATION, 0.0);
        Map<MarketParameter, Double> lasting = Map.of(COMPUTE_COST, 0.0, NOVELTY_DECAY, 0.0);
        Map<MarketParameter, Double> all = Map.of(COMPUTE_COST, 0.0, LITIGATION, 0.0, NOVELTY_DECAY, 0.0);
        assertThat(mean(HEADLINE_COLLAPSED, noCourts)).isBetween(0.08, 0.45);
        assertThat(mean(HEADLINE_COLLAPSED, lasting)).isBetween(0.08, 0.48);
        assertThat(mean(HEADLINE_COLLAPSED, all)).isBetween(0.05, 0.45);
        assertThat(mean(HEADLINE_LIFE, all)).isGreaterThan(3 * baseline(HEADLINE_LIFE));
    }

    @Test
    void learningMakesStudiosCautiousAndTheFearOfMissingOutMakesThemSign() {
        assertThat(mean(DEALS_SIGNED, Map.of(LEARNING, 0.0))).isGreaterThan(1.3 * baseline(DEALS_SIGNED));
        assertThat(mean(DEALS_SIGNED, Map.of(FEAR_OF_MISSING_OUT, 0.0))).isLessThan(0.7 * baseline(DEALS_SIGNED));
    }

    @Test
    void aGuaranteeIsSignedAsOftenDoublesTheLifeOfTheDealAndSavesItInHalfTheRunsOrMore() {
        Map<MarketParameter, Double> small = Map.of(GUARANTEE, 0.2);
        Map<MarketParameter, Double> large = Map.of(GUARANTEE, 0.4);
        double life = baseline(HEADLINE_LIFE);
        assertThat(mean(HEADLINE_SIGNED, small)).isGreaterThan(0.9);
        assertThat(mean(HEADLINE_SIGNED, large)).isGreaterThan(0.9);
        assertThat(mean(HEADLINE_LIFE, small)).isBetween(1.7 * life, 3 * life);
        assertThat(mean(HEADLINE_LIFE, large)).isBetween(2 * life, 3.5 * life);
        assertThat(mean(HEADLINE_COLLAPSED, small)).isBetween(0.3, 0.65);
        assertThat(mean(HEADLINE_COLLAPSED, large)).isBetween(0.15, 0.5);
        assertThat(mean(STUDIOS_LOSS, small)).isLessThan(baseline(STUDIOS_LOSS));
        assertThat(mean(STUDIOS_LOSS, large)).isLessThan(baseline(STUDIOS_LOSS));
    }

    @Test
    void aPledgeOfThreeBillionIsSignedInNearlyEveryRunAndOneOfTenNever() {
        assertThat(mean(HEADLINE_SIGNED, Map.of(EQUITY_PLEDGE, 3e9))).isGreaterThan(0.8);
        assertThat(lifeGained(Map.of(EQUITY_PLEDGE, 3e9))).isBetween(1.0, 4.0);
        assertThat(mean(HEADLINE_SIGNED, Map.of(EQUITY_PLEDGE, 1e10))).isZero();
    }

    @Test
    void closingAfterTwoYearsIsNeverSigned() {
        assertThat(mean(HEADLINE_SIGNED, Map.of(CLOSING_LAG, 8.0))).isZero();
    }

    @Test
    void aPilotIsSignedInNearlyEveryRunAndLongExclusivityInThreeOfFour() {
        assertThat(mean(HEADLINE_SIGNED, Map.of(PILOT_QUARTERS, 2.0))).isGreaterThan(0.85);
        assertThat(lifeGained(Map.of(PILOT_QUARTERS, 2.0))).isBetween(-0.75, 1.75);
        assertThat(mean(HEADLINE_SIGNED, Map.of(EXCLUSIVITY, 12.0))).isBetween(0.5, 0.93);
    }
}
