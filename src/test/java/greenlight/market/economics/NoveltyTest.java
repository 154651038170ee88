package greenlight.market.economics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class NoveltyTest {
    /** Expected: by hand; the last one is the cube root of a half. */
    @Test
    void aHalfIsLeftAfterAHalfLife() {
        assertThat(Novelty.left(0, 0.6)).isEqualTo(1);
        assertThat(Novelty.left(0.6, 0.6)).isEqualTo(0.5);
        assertThat(Novelty.left(1.2, 0.6)).isEqualTo(0.25);
        assertThat(Novelty.left(1, 3)).isCloseTo(0.7937005259840998, within(1e-15));
    }

    @Test
    void nothingIsLeftAfterAThousandHalfLives() {
        assertThat(Novelty.left(24, 0.001)).isZero();
        assertThat(Novelty.left(24, Double.MIN_NORMAL)).isZero();
    }

    @Test
    void withAnEndlessHalfLifeAllIsLeft() {
        assertThat(Novelty.left(24, Double.POSITIVE_INFINITY)).isEqualTo(1);
    }

    /** Expected: by hand, 0.5 + 0.4 x 0.5. */
    @Test
    void aNewGenerationRestoresAPartOfWhatHasFaded() {
        assertThat(Novelty.restored(0.5, 0.4)).isCloseTo(0.7, within(1e-15));
        assertThat(Novelty.restored(1, 0.4)).isEqualTo(1);
        assertThat(Novelty.restored(0.2, 0)).isEqualTo(0.2);
    }

    /** Expected: by hand, 0.5 (2 x 0.5 + 3 (1 + 0.4 x 0.5) 0.5) - 0.2 = 0.5 x 2.8 - 0.2. */
    @Test
    void utilityIsThatWorkedByHand() {
        assertThat(Novelty.utility(0.5, 2, 0.5, 3, 0.4, 0.5, 0.5, 0.2)).isCloseTo(1.2, within(1e-15));
    }

    @Test
    void whenTheCharmIsGoneOnlyNeedStays() {
        assertThat(Novelty.utility(1, 2, 0.5, 3, 0.4, 1, 0, 0)).isEqualTo(1);
    }

    @Test
    void whatAPlanDoesNotMeetIsWorthNothing() {
        assertThat(Novelty.utility(0, 2, 0.5, 3, 0.4, 1, 1, 0)).isZero();
    }
}
