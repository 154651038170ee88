package greenlight.market.chance;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ScaledProbabilityTest {
    @Test
    void certaintiesAreCertain() {
        assertThat(ScaledProbability.of(0)).isEqualTo(ScaledProbability.NEVER);
        assertThat(ScaledProbability.of(1)).isEqualTo(ScaledProbability.ALWAYS);
        assertThat(ScaledProbability.win(ScaledProbability.ticket(0), ScaledProbability.NEVER))
                .isFalse();
        assertThat(ScaledProbability.win(ScaledProbability.ticket(-1), ScaledProbability.ALWAYS))
                .isTrue();
        assertThat(ScaledProbability.win(ScaledProbability.otherTicket(0), ScaledProbability.NEVER))
                .isFalse();
        assertThat(ScaledProbability.win(ScaledProbability.otherTicket(-1), ScaledProbability.ALWAYS))
                .isTrue();
        assertThat(ScaledProbability.probability(ScaledProbability.NEVER)).isZero();
        assertThat(ScaledProbability.probability(ScaledProbability.ALWAYS)).isEqualTo(1);
    }

    @Test
    void halfOfTheTicketsWinAtOddsOfOneHalf() {
        assertThat(ScaledProbability.win((1 << 30) - 1, ScaledProbability.of(0.5)))
                .isTrue();
        assertThat(ScaledProbability.win(1 << 30, ScaledProbability.of(0.5))).isFalse();
        assertThat(ScaledProbability.probability(ScaledProbability.of(0.5))).isEqualTo(0.5);
    }

    @Test
    void theTwoTicketsOfAMixShareNoBit() {
        assertThat(ScaledProbability.ticket(0x7fffffffL)).isZero();
        assertThat(ScaledProbability.otherTicket(0xfffffffe00000000L)).isZero();
        assertThat(ScaledProbability.ticket(0xfffffffe00000000L)).isEqualTo(Integer.MAX_VALUE);
    }
}
