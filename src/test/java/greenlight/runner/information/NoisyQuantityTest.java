package greenlight.runner.information;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class NoisyQuantityTest {
    private static final int SETTINGS = 2000;

    /** Settings with true means of some deviation, four runs each with noise of some deviation. */
    private static NoisyQuantity planted(double between, double within) {
        SplittableRandom random = new SplittableRandom(1);
        double[] weights = new double[SETTINGS];
        double[][] runs = new double[SETTINGS][4];
        for (int i = 0; i < SETTINGS; i++) {
            weights[i] = 1 + i % 3;
            double mean = 5 + between * random.nextGaussian();
            Arrays.setAll(runs[i], run -> mean + within * random.nextGaussian());
        }
        return NoisyQuantity.of(weights, runs);
    }

    @Test
    void theVarianceBetweenSettingsIsFoundUnderNoise() {
        assertThat(planted(1, 2).between()).isCloseTo(1, within(0.2));
        assertThat(planted(2, 0).between()).isCloseTo(4, within(0.4));
    }

    @Test
    void noiseAloneIsNoDifferenceBetweenSettings() {
        NoisyQuantity noise = planted(0, 2);
        assertThat(noise.spread()).isGreaterThan(0.9);
        assertThat(noise.between()).isLessThan(0.1);
        double[] quantiles = noise.quantiles(0.05, 0.95);
        assertThat(quantiles[1] - quantiles[0]).isLessThan(1);
    }

    @Test
    void quantilesHaveTheSpreadOfTheTrueMeans() {
        double[] quantiles = planted(1, 2).quantiles(0.05, 0.5, 0.95);
        assertThat(quantiles[1]).isCloseTo(5, within(0.1));
        assertThat(quantiles[2] - quantiles[0]).isCloseTo(2 * 1.645, within(0.35));
    }

    @Test
    void anUnbalancedTableWorkedByHand() {
        double[][] runs = {{1, 3}, {Double.NaN, 5}, {Double.NaN, Double.NaN}};
        NoisyQuantity quantity = NoisyQuantity.of(new double[] {1, 1, 7}, runs);
        // weights 2/3 and 1/3; means 2 and 5; variance of runs 2, pooled for the setting with one run
        assertThat(quantity.mean()).isCloseTo(3, within(1e-12));
        assertThat(quantity.effectiveSize()).isCloseTo(9.0 / 5, within(1e-12));
        assertThat(quantity.spread()).isCloseTo(2, within(1e-12));
        // expected of noise: 2/9 (1 + 2) = 2/3, of what is 2; divided by 1 - 5/9
        assertThat(quantity.between()).isCloseTo((2 - 2.0 / 3) / (4.0 / 9), within(1e-12));
        // variance of the mean: 4/9 · 1 + 1/9 · 2
        assertThat(quantity.meanByNoise().half()).isCloseTo(1.959964 * Math.sqrt(2.0 / 3), within(1e-5));
    }

    @Test
    void theIntervalOfTheMeanIsWiderWhereFewerDrawsAreIndependent() {
        NoisyQuantity quantity = planted(1, 2);
        assertThat(quantity.mean(20).half())
                .isGreaterThan(1.9 * quantity.mean(80).half());
        assertThat(quantity.mean(80).half())
                .isGreaterThan(quantity.meanByNoise().half());
        assertThat(quantity.mean(1).bounded()).isFalse();
    }

    @Test
    void aQuantityThatNoRunHasIsUnknown() {
        NoisyQuantity nothing = NoisyQuantity.of(new double[] {1, 1}, new double[][] {{Double.NaN}, {Double.NaN}});
        assertThat(nothing.mean()).isNaN();
        assertThat(nothing.between()).isNaN();
        assertThat(nothing.quantiles(0.5)).containsExactly(Double.NaN);
    }
}
