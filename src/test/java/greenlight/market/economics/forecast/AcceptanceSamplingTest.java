package greenlight.market.economics.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import greenlight.market.economics.BetaBelief;
import org.junit.jupiter.api.Test;

/** Worked by hand. */
class AcceptanceSamplingTest {
    /** Beta(2, 38): mean 0.05, deviation sqrt(0.05 * 0.95 / 41) = 0.034037; 40 clips halve the variance: s = 0.024068. */
    private static final BetaBelief PRIOR = BetaBelief.of(0.05, 40);

    @Test
    void atTheLimitHalfPassAndTheMeanOfThoseIsLessByTheMeanOfAHalfNormal() {
        AcceptanceSampling trial = AcceptanceSampling.of(PRIOR, 40, 0.05);
        assertThat(trial.passes()).isCloseTo(0.5, within(1e-6));
        assertThat(trial.mean()).isCloseTo(0.05 - 0.024068 * 0.797885, within(1e-5));
    }

    @Test
    void oneDeviationAboveTheMean84In100Pass() {
        AcceptanceSampling trial = AcceptanceSampling.of(PRIOR, 40, 0.05 + 0.024068);
        assertThat(trial.passes()).isCloseTo(0.84134, within(1e-4));
        assertThat(trial.mean()).isCloseTo(0.05 - 0.024068 * 0.241971 / 0.841345, within(1e-5));
    }

    @Test
    void withoutClipsThePriorDecides() {
        assertThat(AcceptanceSampling.of(PRIOR, 0, 0.06)).isEqualTo(new AcceptanceSampling(1, 0.05));
        assertThat(AcceptanceSampling.of(PRIOR, 0, 0.04)).isEqualTo(new AcceptanceSampling(0, 0.05));
    }

    @Test
    void moreClipsTellMore() {
        double before = PRIOR.mean();
        for (int clips : new int[] {5, 50, 500}) {
            double mean = AcceptanceSampling.of(PRIOR, clips, 0.05).mean();
            assertThat(mean).isLessThan(before);
            before = mean;
        }
    }

    @Test
    void aShareIsBelowItsMeanInHalfOfTheCasesAndBelowADeviationMoreIn84Of100() {
        assertThat(AcceptanceSampling.below(PRIOR, 0.05)).isCloseTo(0.5, within(1e-6));
        assertThat(AcceptanceSampling.below(PRIOR, 0.05 + 0.034037)).isCloseTo(0.84134, within(1e-4));
        assertThat(AcceptanceSampling.below(new BetaBelief(0, 40), 0.05)).isEqualTo(1);
        assertThat(AcceptanceSampling.below(new BetaBelief(40, 0), 0.05)).isZero();
    }

    /** The law of total expectation. */
    @Test
    void whatIsBelievedAfterEitherOutcomeIsThePriorOnAverage() {
        AcceptanceSampling trial = AcceptanceSampling.of(PRIOR, 40, 0.06);
        double average = trial.passes() * trial.mean() + (1 - trial.passes()) * trial.meanIfFailed(PRIOR.mean());
        assertThat(average).isCloseTo(PRIOR.mean(), within(1e-12));
        assertThat(new AcceptanceSampling(1, 0.05).meanIfFailed(0.05)).isEqualTo(0.05);
    }
}
