package greenlight.market.economics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class SearchTest {
    /** Expected: the standard normal density at 0, 0.3989422804, which is the integral of x times the density from 0 up. */
    @Test
    void anOfferThatMayBeRefusedIsWorthTheUpperHalfOfItsDistribution() {
        assertThat(Search.optional(1)).isCloseTo(0.3989422804014327, within(1e-15));
        assertThat(Search.optional(3e6)).isCloseTo(3e6 * 0.3989422804014327, within(1e-6));
        assertThat(Search.optional(0)).isZero();
    }

    /** Expected: by hand, 1 - 0.8^3. */
    @Test
    void anOfferComesSoonerOrLater() {
        assertThat(Search.found(0.2, 3)).isCloseTo(0.488, within(1e-15));
        assertThat(Search.found(0.2, 0)).isZero();
        assertThat(Search.found(0, 9)).isZero();
        assertThat(Search.found(1, 1)).isEqualTo(1);
    }
}
