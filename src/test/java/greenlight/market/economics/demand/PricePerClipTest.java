package greenlight.market.economics.demand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class PricePerClipTest {
    @Test
    void pricesAndSharesAreThoseWorkedByHand() {
        assertThat(PricePerClip.best(0.4, 0.5)).isCloseTo(0.9, within(1e-15));
        assertThat(PricePerClip.bought(0, 0.5)).isEqualTo(1);
        assertThat(PricePerClip.bought(0.5, 0.5)).isCloseTo(0.36787944117144233, within(1e-15));
    }

    @Test
    void noOtherPriceEarnsMore() {
        double best = profit(PricePerClip.best(0.4, 0.5));
        for (double price = 0.4; price < 3; price += 0.01) {
            assertThat(profit(price)).isLessThanOrEqualTo(best);
        }
    }

    private static double profit(double price) {
        return (price - 0.4) * PricePerClip.bought(price, 0.5);
    }
}
