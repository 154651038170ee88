package greenlight.app.page;

import static greenlight.market.measure.Measure.DEALS_SIGNED;
import static greenlight.market.measure.Measure.FLAGSHIP_CLOSED;
import static greenlight.market.measure.Measure.HEADLINE_COLLAPSED;
import static greenlight.market.measure.Measure.HEADLINE_LIFE;
import static greenlight.market.measure.Measure.HEADLINE_SIGNED;
import static greenlight.market.measure.Measure.HEADLINE_TERMINATED;
import static greenlight.market.measure.Measure.HEADLINE_VOIDED;
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
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the lessons in {@code docs/lessons} tell teachers to expect is what the model does, seed by seed. */
@Tag("slow")
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
        assertThat(baseline(HEADLINE_SIGNED)).isGreaterThan(0.93);
        assertThat(baseline(HEADLINE_COLLAPSED)).isGreaterThan(0.9);
        assertThat(baseline(HEADLINE_LIFE)).isBetween(2.5, 4.2);
    }

    @Test
    void aSharedBillIsSignedNearlyAsOftenAndSavesNoDeal() {
        Map<MarketParameter, Double> shared = Map.of(COST_SHARE, 0.4);
        assertThat(mean(HEADLINE_SIGNED, shared)).isBetween(0.85, baseline(HEADLINE_SIGNED));
        assertThat(lifeGained(shared)).isBetween(-0.8, 1.2);
        assertThat(mean(HEADLINE_COLLAPSED, shared)).isGreaterThan(0.9);
        assertThat(mean(STUDIOS_LOSS, shared)).isBetween(0.75 * baseline(STUDIOS_LOSS), 1.1 * baseline(STUDIOS_LOSS));
    }

    @Test
    void withCheapClipsLastingNoveltyOrWithoutLearningTheDealIsServedToItsEndInHalfOfTheRunsOrMore() {
        assertThat(mean(HEADLINE_COLLAPSED, Map.of(COMPUTE_COST, 0.0))).isBetween(0.04, 0.4);
        assertThat(mean(HEADLINE_COLLAPSED, Map.of(NOVELTY_DECAY, 0.0))).isBetween(0.35, 0.7);
        assertThat(mean(HEADLINE_COLLAPSED, Map.of(LEARNING, 0.0))).isLessThan(0.3);
        assertThat(mean(FLAGSHIP_CLOSED, Map.of(COMPUTE_COST, 0.0))).isBetween(0.35, 0.7);
        assertThat(mean(FLAGSHIP_CLOSED, Map.of(NOVELTY_DECAY, 0.0))).isBetween(0.7, 0.99);
        assertThat(mean(FLAGSHIP_CLOSED, Map.of(LEARNING, 0.0))).isLessThan(0.3);
    }

    @Test
    void noOtherForceAloneKeepsThePlatformOpen() {
        for (MarketParameter force :
                List.of(VC_PRESSURE, LITIGATION, BRAND_SAFETY, ENTERPRISE_OPTION, FEAR_OF_MISSING_OUT)) {
            assertThat(mean(FLAGSHIP_CLOSED, Map.of(force, 0.0)))
                    .as(force.key())
                    .isGreaterThan(0.95);
            assertThat(mean(HEADLINE_COLLAPSED, Map.of(force, 0.0)))
                    .as(force.key())
                    .isGreaterThan(0.8);
        }
    }

    @Test
    void threeForcesShortenTheLifeByYearsTwoByQuartersAndTheOthersHardly() {
        assertThat(lifeGained(Map.of(COMPUTE_COST, 0.0))).isBetween(6.0, 11.0);
        assertThat(lifeGained(Map.of(NOVELTY_DECAY, 0.0))).isBetween(5.0, 10.0);
        assertThat(lifeGained(Map.of(LEARNING, 0.0))).isBetween(8.0, 13.0);
        assertThat(lifeGained(Map.of(LITIGATION, 0.0))).isBetween(1.0, 4.0);
        assertThat(lifeGained(Map.of(BRAND_SAFETY, 0.0))).isBetween(1.0, 4.0);
        for (MarketParameter force : List.of(VC_PRESSURE, ENTERPRISE_OPTION)) {
            assertThat(lifeGained(Map.of(force, 0.0))).as(force.key()).isBetween(-0.9, 0.9);
        }
        assertThat(lifeGained(Map.of(FEAR_OF_MISSING_OUT, 0.0))).isBetween(-2.0, -0.3);
    }

    @Test
    void cheapClipsWithASecondForceOffKeepThePlatformOpenInMostRunsAndWithAThirdInAll() {
        Map<MarketParameter, Double> noCourts = Map.of(COMPUTE_COST, 0.0, LITIGATION, 0.0);
        Map<MarketParameter, Double> lasting = Map.of(COMPUTE_COST, 0.0, NOVELTY_DECAY, 0.0);
        Map<MarketParameter, Double> all = Map.of(COMPUTE_COST, 0.0, LITIGATION, 0.0, NOVELTY_DECAY, 0.0);
        for (Map<MarketParameter, Double> off : List.of(noCourts, lasting, all)) {
            assertThat(mean(HEADLINE_COLLAPSED, off)).isLessThan(0.3);
            assertThat(mean(HEADLINE_LIFE, off)).isGreaterThan(3 * baseline(HEADLINE_LIFE));
        }
        assertThat(mean(FLAGSHIP_CLOSED, noCourts)).isLessThan(0.3);
        assertThat(mean(FLAGSHIP_CLOSED, lasting)).isLessThan(0.12);
        assertThat(mean(FLAGSHIP_CLOSED, all)).isZero();
    }

    @Test
    void learningMakesStudiosCautiousAndTheFearOfMissingOutMakesThemSign() {
        assertThat(mean(DEALS_SIGNED, Map.of(LEARNING, 0.0))).isGreaterThan(1.2 * baseline(DEALS_SIGNED));
        assertThat(mean(DEALS_SIGNED, Map.of(FEAR_OF_MISSING_OUT, 0.0))).isLessThan(0.75 * baseline(DEALS_SIGNED));
    }

    @Test
    void aGuaranteeIsSignedAsOftenAndLengthensTheDealUntilTheStudioEndsIt() {
        Map<MarketParameter, Double> small = Map.of(GUARANTEE, 0.2);
        Map<MarketParameter, Double> large = Map.of(GUARANTEE, 0.4);
        double life = baseline(HEADLINE_LIFE);
        for (Map<MarketParameter, Double> guarantee : List.of(small, large)) {
            assertThat(mean(HEADLINE_SIGNED, guarantee)).isGreaterThan(0.93);
            assertThat(mean(HEADLINE_COLLAPSED, guarantee)).isBetween(0.65, 0.95);
            assertThat(mean(STUDIOS_LOSS, guarantee)).isLessThan(0.6 * baseline(STUDIOS_LOSS));
        }
        assertThat(mean(HEADLINE_LIFE, small)).isBetween(1.2 * life, 2.1 * life);
        assertThat(mean(HEADLINE_LIFE, large)).isBetween(1.7 * life, 3 * life);
        assertThat(mean(HEADLINE_VOIDED, large))
                .as("the vendor does not close under it")
                .isZero();
        assertThat(mean(HEADLINE_TERMINATED, large)).isBetween(0.6, 0.95);
        assertThat(mean(DEALS_SIGNED, large)).isLessThan(0.5 * baseline(DEALS_SIGNED));
    }

    @Test
    void withAGuaranteeASharedBillIsServedToItsEndInAboutOneRunOfThree() {
        Map<MarketParameter, Double> both = Map.of(GUARANTEE, 0.4, COST_SHARE, 0.4);
        assertThat(mean(HEADLINE_SIGNED, both)).isGreaterThan(0.9);
        assertThat(mean(HEADLINE_COLLAPSED, both)).isBetween(0.45, 0.8);
    }

    @Test
    void aPledgeOfThreeBillionIsSignedInTwoRunsOfThreeAndOneOfTenNever() {
        Map<MarketParameter, Double> three = Map.of(EQUITY_PLEDGE, 3e9);
        assertThat(mean(HEADLINE_SIGNED, three)).isBetween(0.45, 0.85);
        assertThat(mean(HEADLINE_TERMINATED, three)).isGreaterThan(0.9);
        assertThat(mean(HEADLINE_LIFE, three)).isBetween(1.0, 3.0);
        assertThat(mean(HEADLINE_SIGNED, Map.of(EQUITY_PLEDGE, 1e10))).isZero();
    }

    @Test
    void closingAfterTwoYearsIsSignedInAFewRunsAndLengthensNoDeal() {
        assertThat(mean(HEADLINE_SIGNED, Map.of(CLOSING_LAG, 8.0))).isBetween(0.05, 0.35);
        assertThat(mean(HEADLINE_COLLAPSED, Map.of(CLOSING_LAG, 8.0))).isEqualTo(1);
    }

    @Test
    void aPilotOrLongExclusivityIsSignedInAboutFourOfFiveRunsAndSavesNoDeal() {
        for (Map<MarketParameter, Double> clause : List.of(Map.of(PILOT_QUARTERS, 2.0), Map.of(EXCLUSIVITY, 12.0))) {
            assertThat(mean(HEADLINE_SIGNED, clause)).isBetween(0.65, 0.95);
            assertThat(mean(HEADLINE_COLLAPSED, clause)).isGreaterThan(0.95);
            assertThat(lifeGained(clause)).isBetween(-3.0, 0.0);
        }
        assertThat(mean(HEADLINE_LIFE, Map.of(PILOT_QUARTERS, 2.0))).isLessThan(2);
    }
}
