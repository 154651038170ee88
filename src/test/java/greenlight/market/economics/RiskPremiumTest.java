package greenlight.market.economics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class RiskPremiumTest {
    /** Expected: by hand, (0.5 x 10)^2 / (2 x 100) = 0.125; ten times the stake is a hundred times the premium. */
    @Test
    void thePremiumGrowsWithTheSquareOfTheStake() {
        assertThat(RiskPremium.of(10, 0.5, 100)).isEqualTo(0.125);
        assertThat(RiskPremium.of(100, 0.5, 100)).isEqualTo(12.5);
        assertThat(RiskPremium.of(0, 0.5, 100)).isZero();
        assertThat(RiskPremium.of(10, 0, 100)).isZero();
    }

    /** Of a small even bet it is what logarithmic utility gives up: 100 - sqrt(101 x 99). */
    @Test
    void ofASmallBetItIsThatOfLogarithmicUtility() {
        assertThat(RiskPremium.of(1, 1, 100)).isCloseTo(100 - Math.sqrt(101 * 99), within(1e-6));
    }
}
