package greenlight.market.economics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class CapabilityContestTest {
    /** Expected: by hand, 2 / 3 and 9 / 10. */
    @Test
    void sharesAreThoseWorkedByHand() {
        assertThat(CapabilityContest.share(2, 1, 1)).isCloseTo(2 / 3.0, within(1e-15));
        assertThat(CapabilityContest.share(3, 1, 2)).isCloseTo(0.9, within(1e-15));
        assertThat(CapabilityContest.share(4, 9, 0.5)).isCloseTo(0.4, within(1e-15));
    }

    @Test
    void equalsShareEqually() {
        assertThat(CapabilityContest.share(7, 7, 3)).isEqualTo(0.5);
        assertThat(CapabilityContest.share(0, 0, 3)).isEqualTo(0.5);
        assertThat(CapabilityContest.share(7, 1, 0)).isEqualTo(0.5);
    }

    @Test
    void whoHasNothingGetsNothing() {
        assertThat(CapabilityContest.share(0, 2, 1)).isZero();
        assertThat(CapabilityContest.share(2, 0, 1)).isEqualTo(1);
    }

    @Test
    void theTwoSharesAddUpToOne() {
        for (double own = 0.1; own < 10; own += 0.1) {
            assertThat(CapabilityContest.share(own, 2, 1.7) + CapabilityContest.share(2, own, 1.7))
                    .isCloseTo(1, within(2e-16));
        }
    }

    @Test
    void aDecisiveContestGoesToTheStronger() {
        assertThat(CapabilityContest.share(1e200, 1, 100)).isEqualTo(1);
        assertThat(CapabilityContest.share(1, 1.5, 1e6)).isZero();
    }
}
