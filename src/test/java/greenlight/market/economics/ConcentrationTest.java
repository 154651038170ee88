package greenlight.market.economics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ConcentrationTest {
    /** Expected: by hand, 50^2 + 30^2 + 20^2 in percentage points. */
    @Test
    void theIndexIsTheSumOfSquaredPercentages() {
        assertThat(Concentration.herfindahl(new double[] {5, 3, 2}, 3)).isCloseTo(3800, within(1e-9));
    }

    @Test
    void equalsShareTenThousandAndAMonopolyHasItAll() {
        assertThat(Concentration.herfindahl(new double[] {7, 7, 7, 7}, 4)).isEqualTo(2500);
        assertThat(Concentration.herfindahl(new double[] {0, 0.1, 0}, 3)).isEqualTo(10_000);
    }

    @Test
    void onlyTheFirstFirmsCount() {
        assertThat(Concentration.herfindahl(new double[] {1, 1, 50}, 2)).isEqualTo(5000);
    }

    @Test
    void anEmptyMarketHasNoConcentration() {
        assertThat(Concentration.herfindahl(new double[] {0, 0}, 2)).isNaN();
        assertThat(Concentration.herfindahl(new double[] {}, 0)).isNaN();
    }
}
