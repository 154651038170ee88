package greenlight.market.economics.demand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class CapacityTest {
    /** With a tool for statistics: 2 N(-1/2); N(ln 2 / 0.5 - 0.25) + 2 (1 - N(ln 2 / 0.5 + 0.25)), and so on. */
    @Test
    void thePartOfDemandThatIsServedIsThatOfALogNormalDemand() {
        assertThat(Capacity.served(1, 1)).isCloseTo(0.6170750774, within(1e-6));
        assertThat(Capacity.served(2, 0.5)).isCloseTo(0.9738613007, within(1e-6));
        assertThat(Capacity.served(0.5, 0.5)).isCloseTo(0.4869306504, within(1e-6));
    }

    @Test
    void knownDemandIsServedAsFarAsCapacityGoes() {
        assertThat(Capacity.served(0.7, 0)).isEqualTo(0.7);
        assertThat(Capacity.served(1.7, 0)).isEqualTo(1);
        assertThat(Capacity.served(0, 0.5)).isZero();
    }

    @Test
    void moreIsServedByMoreCapacityAndTheMoreIsKnown() {
        for (double headroom = 0.1; headroom < 4; headroom += 0.1) {
            assertThat(Capacity.served(headroom + 0.1, 0.4)).isGreaterThan(Capacity.served(headroom, 0.4));
            assertThat(Capacity.served(headroom, 0.4)).isGreaterThan(Capacity.served(headroom, 0.8));
            assertThat(Capacity.served(headroom, 0.4)).isBetween(0.0, Math.min(1, headroom));
        }
    }
}
