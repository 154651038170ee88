package greenlight.market.economics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

class ValuationTest {
    private static final Percentage FOURTEEN_DIGITS = Percentage.withPercentage(1e-12);

    /** Expected: by hand, 0.8 x 100 + 0.2 x 50. */
    @Test
    void exuberanceWeighsGrowthAgainstMargin() {
        assertThat(Valuation.blended(0.8, 100, 50)).isCloseTo(90, within(1e-13));
        assertThat(Valuation.blended(1, 100, 50)).isEqualTo(100);
        assertThat(Valuation.blended(0, 100, 50)).isEqualTo(50);
    }

    /** Expected: mpmath with 40 digits; the first is 1/1.1 + 1/1.21. */
    @Test
    void annuitiesAreThoseOfMpmath() {
        assertThat(Valuation.annuity(0.1, 2)).isCloseTo(1.7355371900826446, FOURTEEN_DIGITS);
        assertThat(Valuation.annuity(0.025, 12)).isCloseTo(10.257764598187684, FOURTEEN_DIGITS);
        assertThat(Valuation.annuity(0.05, 2.5)).isCloseTo(2.296597316126382, FOURTEEN_DIGITS);
        assertThat(Valuation.annuity(1e-12, 12)).isCloseTo(11.999999999922, FOURTEEN_DIGITS);
    }

    @Test
    void withoutDiscountingEveryQuarterCountsInFull() {
        assertThat(Valuation.annuity(0, 12)).isEqualTo(12);
        assertThat(Valuation.presentValue(3, 0, 12)).isEqualTo(36);
        assertThat(Valuation.annuity(0.1, 0)).isZero();
    }

    /** Expected: each payment discounted by itself. */
    @Test
    void presentValueIsTheSumOfDiscountedPayments() {
        for (double rate : new double[] {0.001, 0.03, 0.2, 1}) {
            double sum = 0;
            double discount = 1;
            for (int quarter = 1; quarter <= 40; quarter++) {
                discount /= 1 + rate;
                sum += 250 * discount;
                assertThat(Valuation.presentValue(250, rate, quarter)).isCloseTo(sum, FOURTEEN_DIGITS);
            }
        }
    }

    /** Expected: by hand, 10 (1 + 0.3 / 0.12) = 35, and 10 (1 - 0.06 / 0.12) = 5. */
    @Test
    void growthIsWorthTheMoreTheMoreSlowlyItFades() {
        assertThat(Valuation.grown(10, 0.3, 0.12)).isCloseTo(35, FOURTEEN_DIGITS);
        assertThat(Valuation.grown(10, -0.06, 0.12)).isCloseTo(5, FOURTEEN_DIGITS);
        assertThat(Valuation.grown(10, 0, 0.12)).isEqualTo(10);
        assertThat(Valuation.grown(10, -0.5, 0.12)).isZero();
        assertThat(Valuation.grown(10, 0.3, 0.2)).isLessThan(Valuation.grown(10, 0.3, 0.1));
    }

    /** Expected: by hand, 100 + 0.4 x (200 - 100); after two quarters 100 + 0.64 x 100. */
    @Test
    void marksLagBehindValues() {
        assertThat(Valuation.smoothed(100, 200, 0.4)).isEqualTo(140);
        assertThat(Valuation.smoothed(140, 200, 0.4)).isEqualTo(164);
        assertThat(Valuation.smoothed(100, 200, 1)).isEqualTo(200);
        assertThat(Valuation.smoothed(100, 50, 0)).isEqualTo(100);
    }

    /** Expected: by hand, 0.35 / (1.04 - 0.35) = 35/69, the sum of 0.35^n / 1.04^n over all n from 1. */
    @Test
    void aUserIsWorthTheQuartersThatHeWillStay() {
        assertThat(Valuation.stay(0.35, 0.04)).isCloseTo(35.0 / 69, FOURTEEN_DIGITS);
        assertThat(Valuation.stay(0, 0.04)).isZero();
        assertThat(Valuation.stay(0.5, 0)).isCloseTo(1, FOURTEEN_DIGITS);
    }
}
