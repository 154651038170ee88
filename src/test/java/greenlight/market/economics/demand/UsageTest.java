package greenlight.market.economics.demand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

class UsageTest {
    private static final Percentage FIFTEEN_DIGITS = Percentage.withPercentage(1e-13);

    /** By hand: theta is 15 for a mean of 10 and a tail of 2.5, and 8 for a mean of 4 and a tail of 3. */
    @Test
    void cappedMeansAreThoseWorkedByHand() {
        assertThat(Usage.capped(10, 10, 2.5)).isCloseTo(10 * (1 - Math.pow(5.0 / 3, -1.5)), FIFTEEN_DIGITS);
        assertThat(Usage.capped(10, 45, 2.5)).isCloseTo(8.75, FIFTEEN_DIGITS);
        assertThat(Usage.capped(4, 8, 3)).isCloseTo(3, FIFTEEN_DIGITS);
        assertThat(Usage.met(4, 8, 3)).isCloseTo(0.75, FIFTEEN_DIGITS);
    }

    /** By hand, with the same theta of 15: what 45 clips let through less what 10 do, and 4^-2.5. */
    @Test
    void wishesBeyondAQuotaAreThoseWorkedByHand() {
        assertThat(Usage.between(10, 10, 35, 2.5)).isCloseTo(8.75 - 10 * (1 - Math.pow(5.0 / 3, -1.5)), FIFTEEN_DIGITS);
        assertThat(Usage.beyond(10, 45, 2.5)).isCloseTo(1 / 32.0, FIFTEEN_DIGITS);
        assertThat(Usage.beyond(10, 0, 2.5)).isEqualTo(1);
        assertThat(Usage.beyond(10, Double.POSITIVE_INFINITY, 2.5)).isZero();
        assertThat(Usage.beyond(0, 10, 2.5)).isZero();
    }

    @Test
    void whoWantsNothingUsesNothingAndMissesNothing() {
        assertThat(Usage.capped(0, 10, 2.5)).isZero();
        assertThat(Usage.met(0, 10, 2.5)).isEqualTo(1);
        assertThat(Usage.met(0, 0, 2.5)).isEqualTo(1);
    }

    @Test
    void aQuotaOfNothingStopsAllUse() {
        assertThat(Usage.capped(10, 0, 2.5)).isZero();
        assertThat(Usage.met(10, 0, 2.5)).isZero();
    }

    @Test
    void withoutAQuotaWishesAreMet() {
        assertThat(Usage.capped(10, Double.POSITIVE_INFINITY, 2.5)).isEqualTo(10);
        assertThat(Usage.capped(Double.MIN_NORMAL, 10, 2.5)).isEqualTo(Double.MIN_NORMAL);
    }

    @Test
    void aHeavierTailUsesLessOfTheSameQuota() {
        assertThat(Usage.met(10, 20, 1.5)).isLessThan(Usage.met(10, 20, 2.5));
        assertThat(Usage.met(10, 20, 2.5)).isLessThan(Usage.met(10, 20, 10));
    }

    /** Expected: the mean of min(X, Q) over the middles of a million equal parts of (0, 1). */
    @Test
    void itIsTheMeanOfTheLesserOfWishAndQuota() {
        int parts = 1_000_000;
        double sum = 0;
        for (int i = 0; i < parts; i++) {
            double wish = 10.5 * (Math.pow(1 - (i + 0.5) / parts, -1 / 2.5) - 1);
            sum += Math.min(wish, 12);
        }
        assertThat(Usage.capped(7, 12, 2.5)).isCloseTo(sum / parts, within(1e-5));
    }
}
