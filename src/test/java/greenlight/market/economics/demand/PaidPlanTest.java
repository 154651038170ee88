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

    @Test
    void whoIsIndifferentGetsAsMuchFromThePaidPlanAsFromTheFreeOne() {
        double quality = 0.8;
        double price = 20;
        double budget = price / (PaidPlan.gain(0.3, 0.5, 0.9) * quality);
        assertThat(PaidPlan.net(0.9, price / quality, budget)).isCloseTo(0.7 * 0.5, within(1e-15));
        assertThat(PaidPlan.net(0.9, 0, budget)).isEqualTo(0.9);
        assertThat(PaidPlan.net(0.9, 10, 100)).isCloseTo(0.8, within(1e-15));
    }
}
