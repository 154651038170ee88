package greenlight.audience;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OddsTest {
    @Test
    void certaintiesAreCertain() {
        assertThat(Odds.of(0)).isEqualTo(Odds.NEVER);
        assertThat(Odds.of(1)).isEqualTo(Odds.ALWAYS);
        assertThat(Odds.win(Odds.ticket(0), Odds.NEVER)).isFalse();
        assertThat(Odds.win(Odds.ticket(-1), Odds.ALWAYS)).isTrue();
        assertThat(Odds.win(Odds.otherTicket(0), Odds.NEVER)).isFalse();
        assertThat(Odds.win(Odds.otherTicket(-1), Odds.ALWAYS)).isTrue();
        assertThat(Odds.probability(Odds.NEVER)).isZero();
        assertThat(Odds.probability(Odds.ALWAYS)).isEqualTo(1);
    }

    @Test
    void halfOfTheTicketsWinAtOddsOfOneHalf() {
        assertThat(Odds.win((1 << 30) - 1, Odds.of(0.5))).isTrue();
        assertThat(Odds.win(1 << 30, Odds.of(0.5))).isFalse();
        assertThat(Odds.probability(Odds.of(0.5))).isEqualTo(0.5);
    }

    @Test
    void theTwoTicketsOfAMixShareNoBit() {
        assertThat(Odds.ticket(0x7fffffffL)).isZero();
        assertThat(Odds.otherTicket(0xfffffffe00000000L)).isZero();
        assertThat(Odds.ticket(0xfffffffe00000000L)).isEqualTo(Integer.MAX_VALUE);
    }
}
