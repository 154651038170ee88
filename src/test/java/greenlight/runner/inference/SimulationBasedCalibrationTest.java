package greenlight.runner.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import greenlight.runner.stats.Estimate;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SimulationBasedCalibrationTest {
    private static final int RECOVERIES = 400;
    private static final int DRAWS = 200;
    private static final int BINS = 10;

    /** A mean with a standard normal prior, measured once with unit noise: its posterior is normal, of variance 1/2. */
    private static SimulationBasedCalibration recovered(double claimedDeviation, double shift) {
        SplittableRandom random = new SplittableRandom(12);
        double[] weights = new double[DRAWS];
        Arrays.fill(weights, 1);
        double[] ranks = new double[RECOVERIES];
        for (int i = 0; i < RECOVERIES; i++) {
            double truth = random.nextGaussian();
            double measured = truth + random.nextGaussian();
            double[] draws = random.doubles(DRAWS)
                    .map(unused -> measured / 2 + shift + claimedDeviation * random.nextGaussian())
                    .toArray();
            ranks[i] = WeightedSample.of(draws, weights).rank(truth);
        }
        return new SimulationBasedCalibration(ranks);
    }

    @Test
    void theRanksOfARightPosteriorAreUniform() {
        SimulationBasedCalibration right = recovered(Math.sqrt(0.5), 0);
        assertThat(right.uniformity(BINS)).isGreaterThan(0.01);
        for (double level : new double[] {0.5, 0.9}) {
            Estimate coverage = right.coverage(level);
            assertThat(level).isBetween(coverage.low(), coverage.high());
        }
        assertThat(Arrays.stream(right.histogram(BINS)).sum()).isEqualTo(RECOVERIES);
    }

    @Test
    void aPosteriorThatIsTooNarrowOrToOneSideIsFound() {
        SimulationBasedCalibration narrow = recovered(0.4, 0);
        assertThat(narrow.uniformity(BINS)).isLessThan(1e-6);
        assertThat(narrow.coverage(0.9).high()).isLessThan(0.9);
        SimulationBasedCalibration shifted = recovered(Math.sqrt(0.5), 0.5);
        assertThat(shifted.uniformity(BINS)).isLessThan(1e-6);
    }

    /** Clopper and Pearson's interval of 18 of 20: 0.6830 to 0.9877 (R: binom.test(18, 20)); chi-square by hand. */
    @Test
    void coverageAndChiSquareAreTheKnownOnes() {
        double[] ranks = new double[20];
        Arrays.fill(ranks, 0.3);
        ranks[0] = 0.01;
        ranks[1] = 0.99;
        SimulationBasedCalibration twenty = new SimulationBasedCalibration(ranks);
        assertThat(twenty.coverage(0.9).value()).isEqualTo(0.9);
        assertThat(twenty.coverage(0.9).low()).isCloseTo(0.6830, within(1e-4));
        assertThat(twenty.coverage(0.9).high()).isCloseTo(0.9877, within(1e-4));
        assertThat(twenty.coverage(0.999).high()).isEqualTo(1);
        assertThat(twenty.histogram(2)).containsExactly(19, 1);
        // statistic (81 + 81)/10 = 16.2 with one degree of freedom
        assertThat(twenty.uniformity(2)).isCloseTo(5.7e-5, within(1e-6));
    }

    @Test
    void badInputIsRefused() {
        assertThatThrownBy(() -> new SimulationBasedCalibration(new double[0])).hasMessageContaining("needs ranks");
        assertThatThrownBy(() -> new SimulationBasedCalibration(new double[] {1.1}))
                .hasMessageContaining("from 0 to 1");
        SimulationBasedCalibration one = new SimulationBasedCalibration(new double[] {0.5});
        assertThatThrownBy(() -> one.coverage(1)).hasMessageContaining("between 0 and 1");
        assertThatThrownBy(() -> one.histogram(1)).hasMessageContaining("two bins");
    }
}
