package greenlight.market.economics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

class UsageTest {
    private static final Percentage FIFTEEN_DIGITS = Percentage.withPercentage(1e-13);

    /** Expected: mpmath with 40 digits. */
    @Test
    void cappedMeansAreThoseOfMpmath() {
        assertThat(Usage.capped(10, 10)).isCloseTo(6.321205588285577, FIFTEEN_DIGITS);
        assertThat(Usage.capped(10, 30)).isCloseTo(9.50212931632136, FIFTEEN_DIGITS);
        assertThat(Usage.capped(10, 1e-8)).isCloseTo(9.999999995e-09, FIFTEEN_DIGITS);
        assertThat(Usage.hitting(10, 10)).isCloseTo(0.36787944117144233, FIFTEEN_DIGITS);
    }

    @Test
    void whoWantsNothingUsesNothingAndHitsNoQuota() {
        assertThat(Usage.capped(0, 10)).isZero();
        assertThat(Usage.hitting(0, 10)).isZero();
        assertThat(Usage.capped(0, 0)).isZero();
        assertThat(Usage.hitting(0, 0)).isZero();
    }

    @Test
    void aQuotaOfNothingStopsEverybody() {
        assertThat(Usage.capped(10, 0)).isZero();
        assertThat(Usage.hitting(10, 0)).isEqualTo(1);
    }

    @Test
    void withoutAQuotaWishesAreMet() {
        assertThat(Usage.capped(10, Double.POSITIVE_INFINITY)).isEqualTo(10);
        assertThat(Usage.hitting(10, Double.POSITIVE_INFINITY)).isZero();
        assertThat(Usage.capped(Double.MIN_NORMAL, 10)).isEqualTo(Double.MIN_NORMAL);
    }

    /** Expected: the mean of min(X, Q) over the middles of a million equal parts of (0, 1). */
    @Test
    void itIsTheMeanOfTheLesserOfWishAndQuota() {
        int parts = 1_000_000;
        double sum = 0;
        int stopped = 0;
        for (int i = 0; i < parts; i++) {
            double wish = Quantile.exponential(7, (i + 0.5) / parts);
            sum += Math.min(wish, 12);
            stopped += wish >= 12 ? 1 : 0;
        }
        assertThat(Usage.capped(7, 12)).isCloseTo(sum / parts, within(1e-5));
        assertThat(Usage.hitting(7, 12)).isCloseTo((double) stopped / parts, within(1e-5));
    }
}
