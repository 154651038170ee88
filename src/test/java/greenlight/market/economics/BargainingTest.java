package greenlight.market.economics;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Worked by hand. */
class BargainingTest {
    @Test
    void theSurplusIsSplitEvenly() {
        assertThat(Bargaining.price(2, 8, 100)).isEqualTo(5);
        assertThat(Bargaining.price(0, 6, 100)).isEqualTo(3);
    }

    @Test
    void nobodyPaysMoreThanItHas() {
        assertThat(Bargaining.price(2, 8, 4)).isEqualTo(4);
        assertThat(Bargaining.price(2, 8, 1)).isZero();
    }

    @Test
    void nothingIsPaidWhereGoingOnIsWorthLessThanItTakes() {
        assertThat(Bargaining.price(8, 2, 100)).isZero();
        assertThat(Bargaining.price(2, -1, 100)).isZero();
    }
}
