package greenlight.market.economics;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PowersTest {
    @Test
    void powersAreThoseOfExactWhateverWasAskedBefore() {
        Powers powers = new Powers(12);
        for (double base : new double[] {0.7, 0.4, 0.7, 1}) {
            for (int n : new int[] {3, 0, 20, 3, 1}) {
                assertThat(powers.of(base, n)).isEqualTo(Exact.pow(base, n / 12.0));
            }
        }
    }

    @Test
    void aTermDiscountsAtTheRateThatItIsGiven() {
        Term term = new Term(7.5);
        for (double rate : new double[] {0.03, 0, 0.1, 0.03}) {
            assertThat(term.annuity(rate)).isEqualTo(Valuation.annuity(rate, 7.5));
            assertThat(term.discount(rate)).isEqualTo(Valuation.discount(rate, 7.5));
        }
    }
}
