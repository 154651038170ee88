package greenlight.market.economics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

class LitigationTest {
    /** Expected: by hand, (2 - 1/100) / 1 and 3 (1.5 - (3/12)^0.5) / 0.5. */
    @Test
    void meanDamagesAreThoseOfAParetoLawWithALimit() {
        assertThat(Litigation.meanDamages(1, 2, 100)).isCloseTo(1.99, within(1e-15));
        assertThat(Litigation.meanDamages(3, 1.5, 12)).isCloseTo(6, within(1e-14));
        assertThat(Litigation.meanDamages(5, 1.2, 5)).as("all at the limit").isCloseTo(5, within(1e-14));
    }

    /** Expected: the mean over the quantiles that the court draws from. */
    @Test
    void meanDamagesAreTheMeanOfWhatIsDrawn() {
        for (double alpha : new double[] {1.02, 1.2, 2, 4}) {
            int draws = 200_000;
            double sum = 0;
            for (int i = 0; i < draws; i++) {
                sum += Math.min(Quantile.pareto(8.5e6, alpha, (i + 0.5) / draws), 8.5e8);
            }
            assertThat(Litigation.meanDamages(8.5e6, alpha, 8.5e8))
                    .as("exponent " + alpha)
                    .isCloseTo(sum / draws, Percentage.withPercentage(0.01));
        }
    }

    /** Expected: by hand, half of all settle at 40 of 100, and of the rest a fifth is dismissed and a quarter of judgments won. */
    @Test
    void aSuitPaysWhatSettlementsAndJudgmentsPay() {
        assertThat(Litigation.expectedPayment(0.5, 0.4, 0.2, 0.25, 100)).isCloseTo(30, within(1e-12));
        assertThat(Litigation.expectedPayment(0, 0.4, 1, 1, 100)).isZero();
        assertThat(Litigation.expectedPayment(0, 0, 0, 1, 100)).isEqualTo(100);
    }

    /** Expected: by hand; of 100 at stake, 0.9 times 0.5. */
    @Test
    void twoSidesSettleForWhatTheSuitIsExpectedToPay() {
        assertThat(Litigation.settlement(0.1, 0.5, 100)).isCloseTo(45, within(1e-12));
        assertThat(Litigation.settlement(1, 0.5, 100)).isZero();
    }

    /** Expected: by hand; all settle 2, all dismissed 1, all tried 3, and 2 * 0.5 + 0.5 (0.2 + 3 * 0.8). */
    @Test
    void aSuitThatIsTriedTakesMoreStagesThanOneThatSettles() {
        assertThat(Litigation.stages(1, 0)).isEqualTo(2);
        assertThat(Litigation.stages(0, 1)).isEqualTo(1);
        assertThat(Litigation.stages(0, 0)).isEqualTo(3);
        assertThat(Litigation.stages(0.5, 0.2)).isCloseTo(2.3, within(1e-12));
    }

    /** Expected: by hand; half license where a licence is worth what their median asks. */
    @Test
    void theMoreALicenceIsWorthTheMoreLicense() {
        assertThat(Litigation.shareThatLicenses(7, 7)).isEqualTo(0.5);
        assertThat(Litigation.shareThatLicenses(1, 3)).isEqualTo(0.25);
        assertThat(Litigation.shareThatLicenses(0, 0)).isZero();
    }

    /** Expected: by hand; half where a suit pays what it costs at the median. */
    @Test
    void theMoreASuitPaysTheMoreSue() {
        assertThat(Litigation.shareThatSues(7, 7)).isEqualTo(0.5);
        assertThat(Litigation.shareThatSues(9, 3)).isEqualTo(0.75);
        assertThat(Litigation.shareThatSues(0, 0)).isZero();
        assertThat(Litigation.shareThatSues(0, 3)).isZero();
        assertThat(Litigation.shareThatSues(1, 0)).isEqualTo(1);
    }
}
