package greenlight.runner.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.junit.jupiter.api.Test;

class WeightedSampleTest {
    private static final double TINY = 1e-12;

    private final WeightedSample three = WeightedSample.of(new double[] {5, 1, 2}, new double[] {1, 2, 1});

    @Test
    void momentsAndQuantilesHeedWeights() {
        assertThat(three.mean()).isEqualTo(2.25);
        assertThat(three.standardDeviation()).isCloseTo(Math.sqrt((2 * 1.5625 + 0.0625 + 7.5625) / 4), within(TINY));
        assertThat(three.effectiveSize()).isCloseTo(16.0 / 6, within(TINY));
        assertThat(three.quantile(0)).isEqualTo(1);
        assertThat(three.quantile(0.5)).isEqualTo(1);
        assertThat(three.quantile(0.51)).isEqualTo(2);
        assertThat(three.quantile(1)).isEqualTo(5);
    }

    @Test
    void aRankIsTheWeightBelowAndHalfOfWhatIsEqual() {
        assertThat(three.rank(0)).isZero();
        assertThat(three.rank(1)).isEqualTo(0.25);
        assertThat(three.rank(3)).isEqualTo(0.75);
        assertThat(three.rank(9)).isEqualTo(1);
        double[] tenths = new double[10];
        Arrays.fill(tenths, 1.1);
        assertThat(WeightedSample.of(tenths, tenths).rank(2)).isLessThanOrEqualTo(1);
    }

    /** By the definition: E|X - y| = (2·2 + 1 + 2)/4 at y = 3, E|X - X'| = 2·(2·1 + 2·4 + 3)/16. */
    @Test
    void theScoreIsThatOfItsDefinition() {
        assertThat(three.crps(3)).isCloseTo(7.0 / 4 - 13.0 / 16, within(TINY));
        assertThat(three.crps(-1)).isCloseTo(13.0 / 4 - 13.0 / 16, within(TINY));
        assertThat(three.crps(6)).isCloseTo(15.0 / 4 - 13.0 / 16, within(TINY));
    }

    /** Gneiting and Raftery 2007, eq. 20: of a standard normal forecast at 0, (√2 - 1)/√π. */
    @Test
    void theScoreOfANormalForecastIsTheKnownOne() {
        int size = 20_000;
        double[] values = new double[size];
        Arrays.setAll(values, i -> NormalDistribution.of(0, 1).inverseCumulativeProbability((i + 0.5) / size));
        double[] weights = new double[size];
        Arrays.fill(weights, 1);
        assertThat(WeightedSample.of(values, weights).crps(0))
                .isCloseTo((Math.sqrt(2) - 1) / Math.sqrt(Math.PI), within(1e-4));
    }

    @Test
    void theScoreAgainstARangeSeesOnlyWhatLiesOutsideIt() {
        assertThat(three.crps(1, 5)).isZero();
        assertThat(three.crps(2, 2)).isEqualTo(three.crps(2));
        // half of the weight is 1 below the range for 1 unit, a quarter 2 beyond it for 2 units
        assertThat(three.crps(2, 3)).isCloseTo(0.25 * 1 + 0.0625 * 2, within(TINY));
        assertThat(three.crps(7, 8)).isCloseTo(0.25 * 1 + 0.5625 * 3 + 2, within(TINY));
        assertThat(three.crps(-3, 0)).isCloseTo(1 + 0.25 * 1 + 0.0625 * 3, within(TINY));
    }

    @Test
    void whatIsNoSampleIsRefused() {
        assertThatThrownBy(() -> WeightedSample.of(new double[1], new double[2]))
                .hasMessage("1 values with 2 weights.");
        assertThatThrownBy(() -> WeightedSample.of(new double[1], new double[1]))
                .hasMessageContaining("above zero");
        assertThatThrownBy(() -> WeightedSample.of(new double[2], new double[] {2, -1}))
                .hasMessageContaining("Weights");
        assertThatThrownBy(() -> WeightedSample.of(new double[] {Double.NaN}, new double[] {1}))
                .hasMessageContaining("finite values");
        assertThatThrownBy(() -> three.quantile(-0.1)).hasMessageContaining("-0.1");
        assertThatThrownBy(() -> three.crps(2, 1)).hasMessage("A range from 2.0 to 1.0.");
    }
}
