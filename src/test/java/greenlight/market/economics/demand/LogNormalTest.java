package greenlight.market.economics.demand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import greenlight.market.economics.Quantile;
import org.junit.jupiter.api.Test;

class LogNormalTest {
    /** Expected: erfc of Python's math module. */
    @Test
    void tailsAreThoseOfTheErrorFunction() {
        assertThat(above(20, 4, 1)).isCloseTo(0.05376031045166314, within(1e-7));
        assertThat(above(1, 4, 1)).isCloseTo(0.9171714809983015, within(1e-7));
        assertThat(above(20, 40, 0.8)).isCloseTo(0.8068738906180348, within(1e-7));
        assertThat(above(4, 4, 1)).isCloseTo(0.5, within(1e-7));
    }

    @Test
    void everybodyIsAboveNothingAndNobodyAboveEverything() {
        assertThat(above(0, 4, 1)).isEqualTo(1);
        assertThat(above(Double.POSITIVE_INFINITY, 4, 1)).isZero();
    }

    @Test
    void withoutASpreadAllAreAtTheMedian() {
        assertThat(above(3, 4, 0)).isEqualTo(1);
        assertThat(above(5, 4, 0)).isZero();
    }

    @Test
    void itAgreesWithTheQuantile() {
        assertThat(above(Quantile.logNormal(4, 1.3, 0.9), 4, 1.3)).isCloseTo(0.1, within(1e-7));
    }

    /** Expected: the mean of 1 / x over the upper tail, summed over a million slices of the law. */
    @Test
    void theMeanReciprocalAboveALevelIsThatOfItsQuantiles() {
        for (double level : new double[] {0, 1, 4, 20}) {
            double sum = 0;
            int slices = 1_000_000;
            for (int slice = 0; slice < slices; slice++) {
                double x = Quantile.logNormal(4, 0.8, (slice + 0.5) / slices);
                sum += x > level ? 1 / x : 0;
            }
            assertThat(reciprocalAbove(level, 4, 0.8)).as("level %s", level).isCloseTo(sum / slices, within(2e-6));
        }
        assertThat(reciprocalAbove(Double.POSITIVE_INFINITY, 4, 0.8)).isZero();
        assertThat(reciprocalAbove(3, 4, 0)).isEqualTo(0.25);
        assertThat(reciprocalAbove(5, 4, 0)).isZero();
    }

    private static double above(double x, double median, double sigma) {
        return LogNormal.normalAbove(LogNormal.deviate(x, median, sigma));
    }

    private static double reciprocalAbove(double x, double median, double sigma) {
        return LogNormal.reciprocalAbove(
                LogNormal.reciprocal(median, sigma), LogNormal.deviate(x, median, sigma), sigma);
    }
}
