package greenlight.market.economics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ExperienceCurveTest {
    /** -log2(0.8): the curve of Wright's aeroplanes, where each doubling leaves 80 % of the effort. */
    private static final double WRIGHT = 0.32192809488736235;

    /** Expected: by hand, 40, 40 x 0.8, 40 x 0.8 x 0.8. */
    @Test
    void eachDoublingOfExperienceLeavesFourFifths() {
        assertThat(ExperienceCurve.minutes(40, 0, 1e6, WRIGHT, 0)).isEqualTo(40);
        assertThat(ExperienceCurve.minutes(40, 1e6, 1e6, WRIGHT, 0)).isCloseTo(32, within(1e-13));
        assertThat(ExperienceCurve.minutes(40, 3e6, 1e6, WRIGHT, 0)).isCloseTo(25.6, within(1e-13));
    }

    @Test
    void withoutLearningEveryClipCostsTheSame() {
        assertThat(ExperienceCurve.minutes(40, 1e12, 1e6, 0, 0)).isEqualTo(40);
    }

    /** Expected: by hand, 40 (0.1 + 0.9 x 0.8), and 40 x 0.1 in the end. */
    @Test
    void whatCannotBeCompressedStays() {
        assertThat(ExperienceCurve.minutes(40, 1e6, 1e6, WRIGHT, 0.1)).isCloseTo(32.8, within(1e-13));
        assertThat(ExperienceCurve.minutes(40, 1e30, 1e6, WRIGHT, 0.1)).isCloseTo(4, within(1e-6));
        assertThat(ExperienceCurve.minutes(40, 1e12, 1e6, WRIGHT, 1)).isEqualTo(40);
    }
}
