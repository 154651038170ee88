package greenlight.market.economics.demand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class PaidPlanTest {
    @Test
    void gainsAreThoseWorkedByHand() {
        assertThat(PaidPlan.gain(0.3, 1, 1)).isCloseTo(0.3, within(1e-15));
        assertThat(PaidPlan.gain(0.3, 0.5, 0.9)).isCloseTo(0.55, within(1e-15));
        assertThat(PaidPlan.gain(0, 0.8, 0.8)).isZero();
        assertThat(PaidPlan.gain(0, 0.9, 0.4)).isNegative();
    }

    @Test
    void aSmallerFreeQuotaMakesThePaidPlanWorthMore() {
        assertThat(PaidPlan.gain(0.3, 0.2, 0.9)).isGreaterThan(PaidPlan.gain(0.3, 0.8, 0.9));
    }
}
