package greenlight.market.economics.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class AbandonmentTest {
    /** s / sqrt(2 pi) at a mean of nothing; with a mean of one deviation N(1) + n(1) = 0.841345 + 0.241971. */
    @Test
    void isThatOfBachelier() {
        assertThat(Abandonment.option(0, 10)).isCloseTo(3.989422804, within(1e-6));
        assertThat(Abandonment.option(10, 10)).isCloseTo(10.83315, within(1e-4));
        assertThat(Abandonment.option(-10, 10)).isCloseTo(0.83315, within(1e-4));
    }

    @Test
    void whatIsSureCountsAsItIsOrNotAtAll() {
        assertThat(Abandonment.option(7, 0)).isEqualTo(7);
        assertThat(Abandonment.option(-7, 0)).isZero();
        assertThat(Abandonment.option(-1e9, 1)).isCloseTo(0, within(1e-6));
    }

    @Test
    void isWorthMoreTheLessIsKnown() {
        assertThat(Abandonment.option(-5, 20)).isGreaterThan(Abandonment.option(-5, 10));
    }
}
