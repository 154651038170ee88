package greenlight.runner.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import greenlight.runner.design.SearchGoal.Statistic;
import greenlight.runner.design.SearchGoal.Summary;
import org.junit.jupiter.api.Test;

/** Statistics of replications, worked by hand. */
class StatisticsTest {
    private static final double[] VALUES = {4, 1, Double.NaN, 3, 2};

    private static double of(Statistic statistic, double level, boolean highIsWorse) {
        double[] best = {1, 1, 1, 1, 1};
        return Statistics.of(new Summary("m", statistic, level, false), VALUES, best, highIsWorse);
    }

    @Test
    void replicationsToWhichAMeasureDoesNotApplyCountForAProbabilityAlone() {
        assertThat(of(Statistic.MEAN, 1, true)).isEqualTo(2.5);
        assertThat(of(Statistic.QUANTILE, 0.5, true)).isEqualTo(2.5);
        assertThat(of(Statistic.PROBABILITY, 3, true)).isEqualTo(0.4);
        assertThat(of(Statistic.REGRET, 1, true)).isEqualTo(3);
    }

    @Test
    void aConditionalValueAtRiskIsTheMeanOfTheBadEnd() {
        assertThat(of(Statistic.CVAR, 0.5, true)).isEqualTo(3.5);
        assertThat(of(Statistic.CVAR, 0.5, false)).isEqualTo(1.5);
        assertThat(of(Statistic.CVAR, 0, true)).isEqualTo(2.5);
        // of four values a share of 0.375 is the worst one and half of the next: (4 + 0.5 * 3) / 1.5
        assertThat(of(Statistic.CVAR, 0.625, true)).isCloseTo(5.5 / 1.5, within(1e-12));
        assertThat(of(Statistic.CVAR, 0.99, true)).isCloseTo(4, within(1e-12));
    }
}
