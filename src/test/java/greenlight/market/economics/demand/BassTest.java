package greenlight.market.economics.demand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

class BassTest {
    /** Expected: mpmath with 40 digits. */
    @Test
    void hazardsAreThoseOfMpmath() {
        assertThat(Bass.hazard(0, 0.03, 1, 0.38, 0.1)).isCloseTo(0.06573952642278647, within(1e-16));
        assertThat(Bass.hazard(0, 1e-12, 1, 0.38, 0)).isCloseTo(9.999999999995e-13, Percentage.withPercentage(1e-13));
    }

    /** By hand: 1 - e^-0.5 where the rates of search, attention and imitation add up to a half. */
    @Test
    void searchAddsToTheHazard() {
        assertThat(Bass.hazard(0.3, 0.1, 1, 0.2, 0.5)).isCloseTo(0.3934693402873666, within(1e-15));
    }

    @Test
    void nobodyAdoptsWithoutAttentionAndWithoutUsers() {
        assertThat(Bass.hazard(0, 0.03, 0, 0.38, 0)).isZero();
    }

    /** Expected: the solution of Bass's equation, (1 - e^-(p+q)t) / (1 + q/p e^-(p+q)t). */
    @Test
    void inShortStepsItDrawsTheCurveOfBass() {
        double p = 0.03;
        double q = 0.38;
        int steps = 10_000;
        double adopted = 0;
        for (int quarter = 1; quarter <= 24; quarter++) {
            for (int i = 0; i < steps; i++) {
                adopted += (1 - adopted) * Bass.hazard(0, p / steps, 1, q / steps, adopted);
            }
            double fading = StrictMath.exp(-(p + q) * quarter);
            assertThat(adopted).isCloseTo((1 - fading) / (1 + q / p * fading), within(1e-4));
        }
    }
}
