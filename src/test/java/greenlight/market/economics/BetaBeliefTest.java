package greenlight.market.economics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class BetaBeliefTest {
    private final BetaBelief projection = BetaBelief.of(0.6, 10);

    /** Expected: by hand, a = 6, b = 4, deviation sqrt(6 x 4 / (100 x 11)). */
    @Test
    void aMeanAndAWeightMakeABelief() {
        assertThat(projection.successes()).isEqualTo(6);
        assertThat(projection.failures()).isEqualTo(4);
        assertThat(projection.mean()).isEqualTo(0.6);
        assertThat(projection.deviation()).isCloseTo(0.14770978917519928, within(1e-16));
    }

    /** Expected: by hand, (6 + 2) / (10 + 10). */
    @Test
    void whatIsSeenIsAdded() {
        assertThat(projection.after(2, 8).mean()).isEqualTo(0.4);
        assertThat(projection.after(2, 8)).isEqualTo(new BetaBelief(8, 12));
    }

    @Test
    void theOrderOfWhatIsSeenDoesNotMatter() {
        assertThat(projection.after(2, 0).after(0, 8))
                .isEqualTo(projection.after(0, 8).after(2, 0));
    }

    /** The uniform law: mean 1/2, deviation 1 / sqrt(12). */
    @Test
    void oneSuccessAndOneFailureLeaveEverythingOpen() {
        assertThat(new BetaBelief(1, 1).mean()).isEqualTo(0.5);
        assertThat(new BetaBelief(1, 1).deviation()).isCloseTo(1 / Math.sqrt(12), within(1e-16));
    }

    @Test
    void aBeliefRestsOnSomething() {
        assertThatIllegalArgumentException().isThrownBy(() -> new BetaBelief(0, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new BetaBelief(-1, 2));
        assertThatIllegalArgumentException().isThrownBy(() -> new BetaBelief(Double.NaN, 2));
        assertThatIllegalArgumentException().isThrownBy(() -> new BetaBelief(Double.POSITIVE_INFINITY, 2));
    }
}
