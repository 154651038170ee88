package greenlight.market.economics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class SaturationTest {
    /** Expected: by hand, 100 / (1 + (100 / 10 - 1) / 1.5) = 100 / 7, and 100 / (1 + 9 / 2.25) = 20. */
    @Test
    void growthIsThatOfTheLogisticCurve() {
        assertThat(Saturation.after(10, 0.5, 100, 1)).isCloseTo(100 / 7.0, within(1e-13));
        assertThat(Saturation.after(10, 0.5, 100, 2)).isCloseTo(20, within(1e-13));
        assertThat(Saturation.after(10, 0.5, 100, 0)).isCloseTo(10, within(1e-13));
    }

    @Test
    void stepByStepIsTheSameAsAllAtOnce() {
        double level = 3;
        for (int step = 0; step < 30; step++) {
            level = Saturation.after(level, 0.2, 50, 1);
        }
        assertThat(level).isCloseTo(Saturation.after(3, 0.2, 50, 30), within(1e-11));
    }

    @Test
    void noGrowthPassesItsCeilingHoweverLongItLasts() {
        double before = 0;
        for (int steps = 0; steps < 400; steps++) {
            double level = Saturation.after(1, 0.3, 60, steps);
            assertThat(level).isGreaterThanOrEqualTo(before).isLessThanOrEqualTo(60);
            before = level;
        }
        assertThat(before).isCloseTo(60, within(1e-9));
        assertThat(Saturation.after(1, 0.5, 60, 1000)).isEqualTo(60);
        assertThat(Saturation.after(90, 0.5, 60, 4)).isBetween(60.0, 90.0);
        assertThat(Saturation.after(0, 0.5, 60, 4)).isZero();
    }

    /** Expected: by hand, far below the ceiling 2 x 1.1^2, and 2 x 0.5^2. */
    @Test
    void farBelowTheCeilingGrowthIsGeometricAndDeclineIsEverywhere() {
        assertThat(Saturation.after(2, 0.1, 1e15, 2)).isCloseTo(2.42, within(1e-12));
        assertThat(Saturation.after(2, -0.5, 3, 2)).isEqualTo(0.5);
    }

    /** Expected: by hand, 1 + 3 x 0.5^2. */
    @Test
    void aFallEndsAtItsFloor() {
        assertThat(Saturation.falling(4, 0.5, 1, 2)).isEqualTo(1.75);
        assertThat(Saturation.falling(4, 0.5, 1, 1000)).isEqualTo(1);
        assertThat(Saturation.falling(0.5, 0.5, 1, 3)).isEqualTo(0.5);
    }
}
