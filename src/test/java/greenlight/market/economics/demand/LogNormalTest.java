package greenlight.market.economics.demand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import greenlight.market.economics.Quantile;
import org.junit.jupiter.api.Test;

class LogNormalTest {
    /** Expected: erfc of Python's math module. */
    @Test
    void tailsAreThoseOfTheErrorFunction() {
        assertThat(LogNormal.above(20, 4, 1)).isCloseTo(0.05376031045166314, within(1e-7));
        assertThat(LogNormal.above(1, 4, 1)).isCloseTo(0.9171714809983015, within(1e-7));
        assertThat(LogNormal.above(20, 40, 0.8)).isCloseTo(0.8068738906180348, within(1e-7));
        assertThat(LogNormal.above(4, 4, 1)).isCloseTo(0.5, within(1e-7));
    }

    @Test
    void everybodyIsAboveNothingAndNobodyAboveEverything() {
        assertThat(LogNormal.above(0, 4, 1)).isEqualTo(1);
        assertThat(LogNormal.above(Double.POSITIVE_INFINITY, 4, 1)).isZero();
    }

    @Test
    void withoutASpreadAllAreAtTheMedian() {
        assertThat(LogNormal.above(3, 4, 0)).isEqualTo(1);
        assertThat(LogNormal.above(5, 4, 0)).isZero();
    }

    @Test
    void itAgreesWithTheQuantile() {
        assertThat(LogNormal.above(Quantile.logNormal(4, 1.3, 0.9), 4, 1.3)).isCloseTo(0.1, within(1e-7));
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
            assertThat(LogNormal.reciprocalAbove(level, 4, 0.8))
                    .as("level %s", level)
                    .isCloseTo(sum / slices, within(2e-6));
        }
        assertThat(LogNormal.reciprocalAbove(Double.POSITIVE_INFINITY, 4, 0.8)).isZero();
        assertThat(LogNormal.reciprocalAbove(3, 4, 0)).isEqualTo(0.25);
        assertThat(LogNormal.reciprocalAbove(5, 4, 0)).isZero();
    }
}
