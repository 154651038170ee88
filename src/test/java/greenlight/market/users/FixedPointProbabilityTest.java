package greenlight.market.users;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FixedPointProbabilityTest {
    @Test
    void certaintiesAreCertain() {
        assertThat(FixedPointProbability.of(0)).isEqualTo(FixedPointProbability.NEVER);
        assertThat(FixedPointProbability.of(1)).isEqualTo(FixedPointProbability.ALWAYS);
        assertThat(FixedPointProbability.win(FixedPointProbability.ticket(0), FixedPointProbability.NEVER))
                .isFalse();
        assertThat(FixedPointProbability.win(FixedPointProbability.ticket(-1), FixedPointProbability.ALWAYS))
                .isTrue();
        assertThat(FixedPointProbability.win(FixedPointProbability.otherTicket(0), FixedPointProbability.NEVER))
                .isFalse();
        assertThat(FixedPointProbability.win(FixedPointProbability.otherTicket(-1), FixedPointProbability.ALWAYS))
                .isTrue();
        assertThat(FixedPointProbability.probability(FixedPointProbability.NEVER))
                .isZero();
        assertThat(FixedPointProbability.probability(FixedPointProbability.ALWAYS))
                .isEqualTo(1);
    }

    @Test
    void halfOfTheTicketsWinAtOddsOfOneHalf() {
        assertThat(FixedPointProbability.win((1 << 30) - 1, FixedPointProbability.of(0.5)))
                .isTrue();
        assertThat(FixedPointProbability.win(1 << 30, FixedPointProbability.of(0.5)))
                .isFalse();
        assertThat(FixedPointProbability.probability(FixedPointProbability.of(0.5)))
                .isEqualTo(0.5);
    }

    @Test
    void theTwoTicketsOfAMixShareNoBit() {
        assertThat(FixedPointProbability.ticket(0x7fffffffL)).isZero();
        assertThat(FixedPointProbability.otherTicket(0xfffffffe00000000L)).isZero();
        assertThat(FixedPointProbability.ticket(0xfffffffe00000000L)).isEqualTo(Integer.MAX_VALUE);
    }
}
