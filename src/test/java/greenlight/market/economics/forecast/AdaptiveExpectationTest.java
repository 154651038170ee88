package greenlight.market.economics.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class AdaptiveExpectationTest {
    /** A quarter of the way from 100 to 20 with a weight of three. */
    @Test
    void isCorrectedByAPartOfItsError() {
        assertThat(AdaptiveExpectation.after(100, 20, 3)).isEqualTo(80);
        assertThat(AdaptiveExpectation.after(100, 20, 0)).isEqualTo(20);
    }

    @Test
    void comesToWhatIsSeenAgainAndAgain() {
        double expected = 100;
        for (int i = 0; i < 100; i++) {
            expected = AdaptiveExpectation.after(expected, 20, 3);
        }
        assertThat(expected).isCloseTo(20, within(1e-9));
    }

    /** 0.5 sqrt(1 / 4) after three observations against one. */
    @Test
    void theErrorShrinksAsMoreIsSeen() {
        assertThat(AdaptiveExpectation.errorLeft(0.5, 1, 0)).isEqualTo(0.5);
        assertThat(AdaptiveExpectation.errorLeft(0.5, 1, 3)).isEqualTo(0.25);
    }
}
