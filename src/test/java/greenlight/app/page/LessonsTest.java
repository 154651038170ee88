package greenlight.app.page;

import static greenlight.market.measure.Measure.FLAGSHIP_CLOSED;
import static greenlight.market.measure.Measure.HEADLINE_COLLAPSED;
import static greenlight.market.measure.Measure.HEADLINE_LIFE;
import static greenlight.market.measure.Measure.HEADLINE_SIGNED;
import static greenlight.market.measure.Measure.SHUTDOWN_QUARTER;
import static greenlight.market.measure.Measure.STUDIOS_LOSS;
import static greenlight.market.parameter.MarketParameter.BRAND_SAFETY;
import static greenlight.market.parameter.MarketParameter.CLOSING_LAG;
import static greenlight.market.parameter.MarketParameter.COMPUTE_COST;
import static greenlight.market.parameter.MarketParameter.COST_SHARE;
import static greenlight.market.parameter.MarketParameter.ENTERPRISE_OPTION;
import static greenlight.market.parameter.MarketParameter.EQUITY_PLEDGE;
import static greenlight.market.parameter.MarketParameter.FEAR_OF_MISSING_OUT;
import static greenlight.market.parameter.MarketParameter.GUARANTEE;
import static greenlight.market.parameter.MarketParameter.LEARNING;
import static greenlight.market.parameter.MarketParameter.LITIGATION;
import static greenlight.market.parameter.MarketParameter.NOVELTY_DECAY;
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
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the lessons in {@code docs/lessons} tell teachers to expect is what the model does, luck by luck. */
class LessonsTest {
    private static final int LUCKS = 30;

    private static final Map<Measure, Double> AS_IT_WAS = means(Map.of());

    /** The means of the measures over all lucks in which they apply. */
    private static Map<Measure, Double> means(Map<MarketParameter, Double> changed) {
        Setting setting = Scenarios.setting("sora-disney");
        for (Map.Entry<MarketParameter, Double> dial : changed.entrySet()) {
            setting = setting.with(dial.getKey(), dial.getValue());
        }
        Buffers buffers = new Buffers();
        List<double[]> runs = new ArrayList<>();
        for (int seed = 1; seed <= LUCKS; seed++) {
            runs.add(Market.run(Scenarios.of("sora-disney"), setting, seed, BlockRunner.ALONE, buffers)
                    .measures());
        }
        Map<Measure, Double> means = new java.util.EnumMap<>(Measure.class);
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
    void theDealIsSignedInAboutEightRunsOfTenAndFallsInNearlyAllOfThese() {
        assertThat(AS_IT_WAS.get(HEADLINE_SIGNED)).isBetween(0.65, 0.95);
        assertThat(AS_IT_WAS.get(HEADLINE_COLLAPSED)).isGreaterThan(0.9);
    }

    @Test
    void aSharedBillIsSignedLessOftenBuysHardlyAnyTimeAndCostsTheStudios() {
        Map<Measure, Double> shared = means(Map.of(COST_SHARE, 0.4));
        assertThat(shared.get(HEADLINE_SIGNED)).isBetween(0.3, AS_IT_WAS.get(HEADLINE_SIGNED) - 0.1);
        assertThat(shared.get(HEADLINE_LIFE) - AS_IT_WAS.get(HEADLINE_LIFE)).isBetween(-0.75, 0.75);
        assertThat(shared.get(HEADLINE_COLLAPSED)).isGreaterThan(0.9);
        assertThat(shared.get(STUDIOS_LOSS)).isGreaterThan(AS_IT_WAS.get(STUDIOS_LOSS));
    }

    @Test
    void noForceAloneChangesTheEndOfMoreThanAFew() {
        for (MarketParameter force : List.of(
                COMPUTE_COST,
                NOVELTY_DECAY,
                VC_PRESSURE,
                LITIGATION,
                BRAND_SAFETY,
                ENTERPRISE_OPTION,
                FEAR_OF_MISSING_OUT,
                LEARNING)) {
            assertThat(means(Map.of(force, 0.0)).get(FLAGSHIP_CLOSED))
                    .as(force.key())
                    .isGreaterThan(0.9);
        }
    }

    @Test
    void cheapClipsTripleTheLifeAndLastingNoveltyAloneDoesNotLengthenIt() {
        assertThat(means(Map.of(COMPUTE_COST, 0.0)).get(HEADLINE_LIFE))
                .isBetween(2.5 * AS_IT_WAS.get(HEADLINE_LIFE), 4.5 * AS_IT_WAS.get(HEADLINE_LIFE));
        assertThat(means(Map.of(NOVELTY_DECAY, 0.0)).get(HEADLINE_LIFE)).isLessThan(AS_IT_WAS.get(HEADLINE_LIFE));
    }

    @Test
    void severalForcesTogetherDecide() {
        double two = means(Map.of(COMPUTE_COST, 0.0, LITIGATION, 0.0)).get(HEADLINE_COLLAPSED);
        Map<Measure, Double> three = means(Map.of(COMPUTE_COST, 0.0, LITIGATION, 0.0, NOVELTY_DECAY, 0.0));
        assertThat(two).isBetween(0.7, 0.97);
        assertThat(three.get(HEADLINE_COLLAPSED)).isBetween(0.55, 0.9).isLessThan(two);
        assertThat(three.get(HEADLINE_LIFE)).isGreaterThan(3 * AS_IT_WAS.get(HEADLINE_LIFE));
    }

    @Test
    void withoutTheBetterUseOfGpusOrWithoutCourtsThePlatformHoldsOutLongerAndTheOthersMatterLittle() {
        assertThat(means(Map.of(ENTERPRISE_OPTION, 0.0)).get(SHUTDOWN_QUARTER) - AS_IT_WAS.get(SHUTDOWN_QUARTER))
                .isBetween(0.5, 1.5);
        assertThat(means(Map.of(LITIGATION, 0.0)).get(SHUTDOWN_QUARTER) - AS_IT_WAS.get(SHUTDOWN_QUARTER))
                .isBetween(1.25, 2.75);
        for (MarketParameter force : List.of(BRAND_SAFETY, VC_PRESSURE, FEAR_OF_MISSING_OUT, LEARNING)) {
            assertThat(means(Map.of(force, 0.0)).get(SHUTDOWN_QUARTER) - AS_IT_WAS.get(SHUTDOWN_QUARTER))
                    .as(force.key())
                    .isBetween(-0.5, 0.5);
        }
    }

    @Test
    void aGuaranteeMoreThanDoublesTheLifeOfTheDealAndDoesNotSaveIt() {
        Map<Measure, Double> small = means(Map.of(GUARANTEE, 0.2));
        Map<Measure, Double> large = means(Map.of(GUARANTEE, 0.4));
        double life = AS_IT_WAS.get(HEADLINE_LIFE);
        assertThat(small.get(HEADLINE_SIGNED)).isGreaterThan(0.7);
        assertThat(large.get(HEADLINE_SIGNED)).isGreaterThan(0.7);
        assertThat(small.get(HEADLINE_LIFE)).isBetween(2 * life, 3.2 * life);
        assertThat(large.get(HEADLINE_LIFE)).isBetween(2 * life, 4 * life);
        assertThat(large.get(HEADLINE_COLLAPSED)).isGreaterThan(0.9);
    }

    @Test
    void aPledgeOfThreeBillionIsSignedSeldomAndOneOfTenNever() {
        assertThat(means(Map.of(EQUITY_PLEDGE, 3e9)).get(HEADLINE_SIGNED)).isBetween(0.1, 0.5);
        assertThat(means(Map.of(EQUITY_PLEDGE, 1e10)).get(HEADLINE_SIGNED)).isZero();
    }

    @Test
    void payingLaterHardlyLengthensTheDealAndTheStudiosGainWithOrWithoutIt() {
        Map<Measure, Double> later = means(Map.of(CLOSING_LAG, 8.0));
        assertThat(later.get(HEADLINE_LIFE) - AS_IT_WAS.get(HEADLINE_LIFE)).isBetween(-0.5, 0.75);
        assertThat(later.get(STUDIOS_LOSS)).isNegative();
        assertThat(AS_IT_WAS.get(STUDIOS_LOSS)).isNegative();
    }
}
