package greenlight.market.economics.finance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class MoodTest {
    /** Expected: by hand, 0.1 x (0.8 - 0.5). */
    @Test
    void aMoodClosesPartOfTheGapToItsLongRunLevel() {
        assertThat(Mood.reversion(0.5, 0.8, 0.1)).isCloseTo(0.03, within(1e-15));
        assertThat(Mood.reversion(0.9, 0.8, 0.5)).isCloseTo(-0.05, within(1e-15));
        assertThat(Mood.reversion(0.8, 0.8, 1)).isZero();
    }

    /** Expected: theta - p / k = 0.8 - 0.02 / 0.1. */
    @Test
    void aConstantPushShiftsTheLevelAndGoesNoFurther() {
        double mood = 0.8;
        for (int quarter = 0; quarter < 400; quarter++) {
            mood += Mood.reversion(mood, 0.8, 0.1) - 0.02;
        }
        assertThat(mood).isCloseTo(0.6, within(1e-12));
    }

    /** Expected: by hand, two exits that take a tenth each leave 0.81 of a mood of 0.5. */
    @Test
    void fearCompounds() {
        assertThat(Mood.fear(0.5, 0.1, 2)).isCloseTo(0.5 * 0.19, within(1e-15));
        assertThat(Mood.fear(0.5, 0.1, 0)).isZero();
        assertThat(Mood.fear(0.5, 0, 3)).isZero();
        assertThat(Mood.fear(0.5, 1, 0.5)).isEqualTo(0.5);
    }

    /** Expected: by hand; a doubling of the money raises prices by 2^0.19 - 1 = 14 %, between Gompers and Lerner's 7 and 21 %. */
    @Test
    void moneyChasesDeals() {
        assertThat(Mood.moneyChasingDeals(2, 1, 0.19)).isCloseTo(1.1407637, within(1e-7));
        assertThat(Mood.moneyChasingDeals(4, 1, 0.5)).isCloseTo(2, within(1e-14));
        assertThat(Mood.moneyChasingDeals(1, 1, 0.19)).isCloseTo(1, within(1e-15));
        assertThat(Mood.moneyChasingDeals(5, 1, 0)).isEqualTo(1);
        assertThat(Mood.moneyChasingDeals(0, 0, 0.19)).isEqualTo(1);
    }
}
