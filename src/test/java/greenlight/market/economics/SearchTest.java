package greenlight.market.economics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class SearchTest {
    /** Expected: the mean of the larger of two standard normals, 0.5641895835 (David and Nagaraja 2003, table of normal order statistics). */
    @Test
    void theBetterOfTwoIsBetterByTheMeanOfTheLarger() {
        assertThat(Search.improvement(1)).isCloseTo(0.5641895835477563, within(1e-15));
        assertThat(Search.improvement(3e6)).isCloseTo(3e6 * 0.5641895835477563, within(1e-6));
        assertThat(Search.improvement(0)).isZero();
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
