package greenlight.app.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import greenlight.runner.stats.Bootstrap;
import greenlight.runner.stats.Correlation;
import greenlight.runner.stats.Estimate;
import greenlight.runner.stats.Quantiles;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** The little statistics that the evidence rests on, against reference values. */
class StatisticsTest {
    private static final double EXACT = 1e-12;

    @Test
    void quantilesAreThoseOfTypeSeven() {
        double[] sorted = {1, 2, 4, 8};
        assertThat(Quantiles.of(sorted, 0.5)).isEqualTo(3);
        assertThat(Quantiles.of(sorted, 0.25)).isEqualTo(1.75);
        assertThat(Quantiles.of(sorted, 1)).isEqualTo(8);
        assertThat(Quantiles.median(new double[] {Double.NaN, 5})).isEqualTo(5);
        assertThat(Quantiles.of(new double[0], 0.5)).isNaN();
    }

    /** scipy.stats.spearmanr([1, 2, 3, 4, 5], [5, 6, 7, 8, 7]) is 0.8207826816681233. */
    @Test
    void theCorrelationOfRanksIsSpearmansWithTies() {
        assertThat(Correlation.spearman(new double[] {1, 2, 3, 4, 5}, new double[] {5, 6, 7, 8, 7}))
                .isCloseTo(0.8207826816681233, within(EXACT));
        assertThat(Correlation.spearman(new double[] {1, 2, 3}, new double[] {4, 4, 4}))
                .isNaN();
    }

    @Test
    void theBootstrapOfAMeanComesNearItsStandardError() {
        SplittableRandom luck = new SplittableRandom(7);
        double[] sample = luck.doubles(400).toArray();
        Estimate mean = Bootstrap.percentile(
                sample.length,
                drawn -> Arrays.stream(drawn)
                        .mapToDouble(i -> sample[i])
                        .average()
                        .orElseThrow());
        double halfWidth = 1.96 * Math.sqrt(1.0 / 12 / 400);
        assertThat(mean.value() - mean.low()).isCloseTo(halfWidth, within(0.15 * halfWidth));
        assertThat(mean.high() - mean.value()).isCloseTo(halfWidth, within(0.15 * halfWidth));
    }

    @Test
    void aVerdictNeedsTheWholeIntervalOnOneSideOfTheMargin() {
        assertThat(Verdict.of(new Estimate(0.8, 0.6, 0.9), 1, 0.5)).isEqualTo(Verdict.SUPPORTED);
        assertThat(Verdict.of(new Estimate(0.5, 0.4, 0.6), 1, 0.5)).isEqualTo(Verdict.UNDETERMINED);
        assertThat(Verdict.of(new Estimate(0.2, 0.1, 0.3), 1, 0.5)).isEqualTo(Verdict.CONTRADICTED);
        assertThat(Verdict.of(new Estimate(-3, -4, -2), -1, 1)).isEqualTo(Verdict.SUPPORTED);
        assertThat(Verdict.of(new Estimate(3, 2, 4), -1, 0)).isEqualTo(Verdict.CONTRADICTED);
    }

    @Test
    void aClaimIsSupportedWhereItHoldsInMoreThanHalfOfTheSettings() {
        assertThat(Verdict.over(new Estimate(0.8, 0.51, 0.9))).isEqualTo(Verdict.SUPPORTED);
        assertThat(Verdict.over(new Estimate(0.6, 0.4, 0.7))).isEqualTo(Verdict.UNDETERMINED);
        assertThat(Verdict.over(new Estimate(0.2, 0.1, 0.3))).isEqualTo(Verdict.CONTRADICTED);
        assertThat(Verdict.over(Estimate.NONE)).isEqualTo(Verdict.UNDETERMINED);
    }
}
