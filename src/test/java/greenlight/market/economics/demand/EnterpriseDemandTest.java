package greenlight.market.economics.demand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class EnterpriseDemandTest {
    /** 1000 / e hours at the mean worth; 1000 / e^2 at twice of it. */
    @Test
    void demandFallsAsWorkedByHand() {
        assertThat(EnterpriseDemand.hours(1000, 4.5, 4.5)).isCloseTo(367.8794411714423, within(1e-9));
        assertThat(EnterpriseDemand.hours(1000, 4.5, 9)).isCloseTo(135.3352832366127, within(1e-9));
        assertThat(EnterpriseDemand.hours(1000, 4.5, 0)).isEqualTo(1000);
    }

    @Test
    void thePriceClearsTheMarket() {
        double price = EnterpriseDemand.price(1000, 4.5, 200);
        assertThat(price).isCloseTo(4.5 * 1.6094379124341003, within(1e-12));
        assertThat(EnterpriseDemand.hours(1000, 4.5, price)).isCloseTo(200, within(1e-9));
    }

    @Test
    void whatIsOfferedBeyondAllWishesIsWorthNothing() {
        assertThat(EnterpriseDemand.price(1000, 4.5, 1000)).isZero();
        assertThat(EnterpriseDemand.price(0, 4.5, 1)).isZero();
    }
}
