package greenlight.market.economics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class SearchTest {
    /** Expected: by hand, c ln 2 and c ln(1 + e) with c = sqrt(3) / pi = 0.5513288954. */
    @Test
    void anOfferThatMayBeRefusedIsWorthTheUpperPartOfItsDistribution() {
        double scale = 0.5513288954217921;
        assertThat(Search.optional(0, 1)).isCloseTo(scale * 0.6931471805599453, within(1e-15));
        assertThat(Search.optional(scale, 1)).isCloseTo(scale * 1.3132616875182228, within(1e-15));
        assertThat(Search.optional(-3e6, 1e5)).isCloseTo(0, within(1.0));
        assertThat(Search.optional(3e6, 1e5)).isCloseTo(3e6, within(1.0));
        assertThat(Search.optional(7, 0)).isEqualTo(7);
        assertThat(Search.optional(-7, 0)).isZero();
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
