package greenlight.market.economics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class LogitTest {
    private static final double NEVER = Double.NEGATIVE_INFINITY;

    /** Expected: by hand; at 2 and -30 mpmath with 40 digits. */
    @Test
    void probabilitiesAreThoseWorkedByHand() {
        assertThat(Logit.probability(0)).isEqualTo(0.5);
        assertThat(Logit.probability(StrictMath.log(3))).isCloseTo(0.75, within(1e-15));
        assertThat(Logit.probability(2)).isCloseTo(0.8807970779778824, within(1e-15));
        assertThat(Logit.probability(-30)).isCloseTo(9.357622968839299e-14, within(1e-28));
    }

    @Test
    void extremeUtilitiesDecide() {
        assertThat(Logit.probability(Double.MAX_VALUE)).isEqualTo(1);
        assertThat(Logit.probability(-Double.MAX_VALUE)).isZero();
    }

    @Test
    void yesAndNoAddUpToOne() {
        for (double x = 0; x < 40; x += 0.1) {
            assertThat(Logit.probability(x) + Logit.probability(-x)).isCloseTo(1, within(2e-16));
        }
    }

    @Test
    void oddsOfOneTwoAndThreeShareInSixths() {
        double[] odds = {0, StrictMath.log(2), StrictMath.log(3)};
        assertThat(shares(1, odds)).containsExactly(new double[] {1 / 6.0, 2 / 6.0, 3 / 6.0}, within(1e-15));
        assertThat(shares(2, odds)).containsExactly(new double[] {1 / 14.0, 4 / 14.0, 9 / 14.0}, within(1e-15));
        assertThat(shares(0, odds)).containsExactly(new double[] {1 / 3.0, 1 / 3.0, 1 / 3.0}, within(1e-15));
    }

    @Test
    void onlyDifferencesOfUtilityCount() {
        assertThat(shares(1, 1, 2, 4)).containsExactly(shares(1, 1e6 + 1, 1e6 + 2, 1e6 + 4), within(1e-15));
    }

    @Test
    void twoAlternativesShareByTheBinaryLogit() {
        assertThat(shares(1.5, 3, 1)[0]).isCloseTo(Logit.probability(1.5 * 2), within(1e-15));
    }

    @Test
    void theImpossibleIsNeverChosen() {
        assertThat(shares(1, NEVER, 5, NEVER)).containsExactly(0, 1, 0);
        assertThat(shares(0, NEVER, 5, 7)).containsExactly(0, 0.5, 0.5);
        assertThat(shares(1, NEVER, NEVER)).containsExactly(0, 0);
    }

    @Test
    void onlyTheFirstAlternativesAreTouchedAndMayBeOverwritten() {
        double[] utility = {1, 1, 9};
        Logit.shares(utility, 2, 1, utility);
        assertThat(utility).containsExactly(0.5, 0.5, 9);
    }

    private static double[] shares(double sensitivity, double... utility) {
        double[] out = new double[utility.length];
        Logit.shares(utility, utility.length, sensitivity, out);
        return out;
    }

    /** By hand: ln(e^0 + e^0) = ln 2, ln(e^1 + e^3) = 3 + ln(1 + e^-2) = 3.1269280110. */
    @Test
    void twoSetsAreWorthTheLogarithmOfTheSum() {
        assertThat(Logit.inclusive(0, 0)).isCloseTo(0.6931471806, within(1e-10));
        assertThat(Logit.inclusive(1, 3)).isCloseTo(3.1269280110, within(1e-10));
        assertThat(Logit.inclusive(3, 1)).isCloseTo(3.1269280110, within(1e-10));
        assertThat(Logit.inclusive(-5000, 5000)).isEqualTo(5000);
        assertThat(Logit.inclusive(Double.NEGATIVE_INFINITY, 2)).isEqualTo(2);
        assertThat(Logit.inclusive(Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY))
                .isNegative()
                .isInfinite();
    }
}
