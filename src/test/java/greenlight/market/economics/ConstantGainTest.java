package greenlight.market.economics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ConstantGainTest {
    /** Expected: by hand; 100 + 0.25 (20 - 100) = 80, then 80 + 0.25 (20 - 80) = 65. */
    @Test
    void theSamePartOfTheErrorIsCorrectedEachTime() {
        assertThat(ConstantGain.next(100, 20, 0.25)).isCloseTo(80, within(1e-12));
        assertThat(ConstantGain.next(80, 20, 0.25)).isCloseTo(65, within(1e-12));
        assertThat(ConstantGain.next(7, 3, 1)).isEqualTo(3);
        assertThat(ConstantGain.next(7, 3, 0)).isEqualTo(7);
    }

    /** Expected: Bayes' rule for a mean: a prior worth three observations gives a first one the weight 1 / 4. */
    @Test
    void aHeavyPriorIsCorrectedSlowly() {
        assertThat(ConstantGain.gain(3)).isEqualTo(0.25);
        assertThat(ConstantGain.gain(0)).isEqualTo(1);
    }
}
