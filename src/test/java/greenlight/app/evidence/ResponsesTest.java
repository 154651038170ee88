package greenlight.app.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import greenlight.app.evidence.Responses.Answer;
import greenlight.app.evidence.Responses.Response;
import greenlight.market.measure.Measure;
import greenlight.market.model.MarketModel;
import greenlight.market.parameter.MarketParameter;
import greenlight.runner.ensemble.Ensemble;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Ranges, effects and verdicts of responses. */
class ResponsesTest {
    private static final double EXACT = 1e-12;
    private static final Ensemble SETTINGS = new Ensemble(
            "",
            List.of(
                    new Ensemble.Member(1, Map.of(MarketParameter.BUDGET, 4.0)),
                    new Ensemble.Member(1, Map.of(MarketParameter.BUDGET, 6.0))));
    private static final Optional<Expectation> FALLS =
            Optional.of(new Expectation(MarketParameter.PRICE, Measure.PEAK_ACTIVE, -1, "fewer can pay"));

    @ParameterizedTest
    @EnumSource(MarketParameter.class)
    void everyRangeIsAllowedAndHasTwoEnds(MarketParameter parameter) {
        if (Responses.variable().contains(parameter)) {
            double usual = new MarketModel().setting("sora-disney").get(parameter);
            PlausibleRange range = PlausibleRange.of(parameter, usual);
            assertThat(parameter.allows(range.low())).isTrue();
            assertThat(parameter.allows(range.high())).isTrue();
            assertThat(range.low()).isLessThan(range.high());
            assertThat(usual).isBetween(range.low(), range.high());
        }
    }

    @Test
    void aRangeIsHalfAndTwiceTheUsualValue() {
        assertThat(PlausibleRange.of(MarketParameter.PRICE, 20)).isEqualTo(new PlausibleRange(10, 40));
        assertThat(PlausibleRange.of(MarketParameter.EXCLUSIVITY, 3)).isEqualTo(new PlausibleRange(1, 6));
        assertThat(PlausibleRange.of(MarketParameter.ANOMALY_BREAK, 1)).isEqualTo(new PlausibleRange(0, 1));
        assertThat(PlausibleRange.of(MarketParameter.EXCLUSIVITY, 30)).isEqualTo(new PlausibleRange(15, 40));
    }

    @Test
    void theRangeOfAnUncertainParameterIsThatOfItsPriorWhateverItsUsualValue() {
        assertThat(PlausibleRange.of(MarketParameter.HALF_LIFE_SPREAD, 0.43))
                .isEqualTo(PlausibleRange.of(MarketParameter.HALF_LIFE_SPREAD, 0.9));
    }

    @Test
    void oddsAreHalvedAndDoubledZeroGoesHalfTheWayAndASwitchIsOffAndOn() {
        assertThat(PlausibleRange.of(MarketParameter.SETTLING, 0.5)).isEqualTo(new PlausibleRange(0.33, 0.67));
        assertThat(PlausibleRange.of(MarketParameter.COST_SHARE, 0)).isEqualTo(new PlausibleRange(0, 0.5));
        assertThat(PlausibleRange.of(MarketParameter.LITIGATION, 1)).isEqualTo(new PlausibleRange(0, 1));
    }

    /** Differences 1, 2, 3: mean 2, error 1/sqrt(3), t(0.975, 2) = 4.302653; the six values have the variance 8/5. */
    @Test
    void anEffectIsTheMeanDifferenceOfPairsWithStudentsInterval() {
        Response response = Responses.response(
                Measure.PEAK_ACTIVE, new double[] {1, 1, 1}, new double[] {2, 3, 4}, Optional.empty());
        assertThat(response.effect().value()).isCloseTo(2, within(EXACT));
        assertThat(response.effect().low()).isCloseTo(2 - 4.302653 / Math.sqrt(3), within(1e-6));
        assertThat(response.strength()).isCloseTo(2 / Math.sqrt(8.0 / 5), within(EXACT));
        assertThat(response.verdict()).isEmpty();
    }

    @Test
    void aClearEffectOfTheOtherSignIsAContradictionAndOneOfNeitherIsUndetermined() {
        double[] low = {1, 1, 1};
        assertThat(verdict(low, new double[] {2, 2.1, 2.2})).isEqualTo(Verdict.CONTRADICTED);
        assertThat(verdict(low, new double[] {0, 0.1, 0.2})).isEqualTo(Verdict.SUPPORTED);
        assertThat(verdict(low, new double[] {0, 1, 2})).isEqualTo(Verdict.UNDETERMINED);
        assertThat(verdict(low, low)).isEqualTo(Verdict.UNDETERMINED);
    }

    @Test
    void aMeasureThatAppliesInFewPairsHasNoInterval() {
        double none = Double.NaN;
        Response response = Responses.response(
                Measure.PEAK_ACTIVE, new double[] {1, 1, 1, 1, 1}, new double[] {2, 2, none, none, none}, FALLS);
        assertThat(response.pairs()).isEqualTo(2);
        assertThat(response.effect().clear()).isFalse();
        assertThat(response.verdict()).contains(Verdict.UNDETERMINED);
    }

    @Test
    void theAnswerDoesNotDependOnThreadsAndAParameterThatIsReadIsNotInert() throws InterruptedException {
        List<MarketParameter> moved = List.of(MarketParameter.OUTSIDE_UTILITY, MarketParameter.MINUTES_PER_CLIP);
        Responses responses = new Responses(new MarketModel(), SETTINGS, moved, 200, 4, 1);
        List<Answer> answers = responses.answers(2, done -> {});
        assertThat(answers).isEqualTo(responses.answers(1, done -> {}));
        assertThat(answers).noneMatch(Answer::inert);
    }

    private static Verdict verdict(double[] low, double[] high) {
        return Responses.response(Measure.PEAK_ACTIVE, low, high, FALLS)
                .verdict()
                .orElseThrow();
    }
}
