package greenlight.runner.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class PriorTest {
    private static final double TINY = 1e-9;

    @Test
    void aUniformPriorIsStraightAndALogUniformOneIsStraightInFactors() {
        assertThat(Prior.uniform(2, 6).quantile(0.25)).isEqualTo(3);
        assertThat(Prior.uniform(2, 6).cdf(5)).isEqualTo(0.75);
        assertThat(Prior.logUniform(0.1, 10).quantile(0.5)).isCloseTo(1, within(TINY));
        assertThat(Prior.logUniform(0.1, 10).cdf(StrictMath.sqrt(0.1))).isCloseTo(0.25, within(TINY));
    }

    @Test
    void aNormalPriorHasItsCentral95WhereItWasDeclaredIfItsBoundsAreFar() {
        Prior normal = Prior.normal(-1, 5, -100, 100);
        assertThat(normal.quantile(0.025)).isCloseTo(-1, within(TINY));
        assertThat(normal.quantile(0.5)).isCloseTo(2, within(TINY));
        assertThat(normal.quantile(0.975)).isCloseTo(5, within(TINY));
        Prior logNormal = Prior.logNormal(0.1, 10, 1e-6, 1e6);
        assertThat(logNormal.quantile(0.025)).isCloseTo(0.1, within(TINY));
        assertThat(logNormal.quantile(0.5)).isCloseTo(1, within(TINY));
        assertThat(logNormal.cdf(10)).isCloseTo(0.975, within(TINY));
    }

    /** By hand: within one standard deviation of a normal distribution lies 0.6826895 of it, and half of the rest below. */
    @Test
    void truncationSharesWhatIsOutOfBoundsAmongWhatIsWithin() {
        double deviation = 1.959963984540054;
        Prior prior = Prior.normal(-deviation, deviation, -1, 1);
        assertThat(prior.quantile(0)).isEqualTo(-1);
        assertThat(prior.quantile(1)).isEqualTo(1);
        assertThat(prior.cdf(0.5)).isCloseTo((0.6914624613 - 0.1586552539) / 0.6826894921, within(1e-8));
    }

    @Test
    void quantileAndCdfUndoEachOther() {
        for (Prior prior : List.of(
                Prior.uniform(-1, 3),
                Prior.logUniform(2, 300),
                Prior.normal(0, 2, 0.5, 9),
                Prior.logNormal(1, 4, 0.5, 3))) {
            for (double share = 0.01; share < 1; share += 0.07) {
                assertThat(prior.cdf(prior.quantile(share)))
                        .as(prior + " at " + share)
                        .isCloseTo(share, within(TINY));
            }
            assertThat(prior.cdf(prior.from() - 1)).isZero();
            assertThat(prior.cdf(prior.to())).isEqualTo(1);
        }
    }

    @Test
    void aWholeNumberHasItsFullShareAlsoAtTheBounds() {
        Prior die = Prior.uniform(1, 6).whole();
        for (int face = 1; face <= 6; face++) {
            assertThat(die.quantile((face - 0.5) / 6)).isEqualTo(face);
            assertThat(die.cdf(face)).isCloseTo(face / 6.0, within(TINY));
            assertThat(die.cdf(face + 0.4)).isEqualTo(die.cdf(face));
        }
        Prior toggle = Prior.uniform(0, 1).whole();
        assertThat(toggle.quantile(0.49)).isZero();
        assertThat(toggle.quantile(0.51)).isEqualTo(1);
        assertThat(toggle.quantile(1)).isEqualTo(1);
    }

    @Test
    void whatIsNoPriorIsRefusedInASentence() {
        assertThatThrownBy(() -> Prior.uniform(2, 2))
                .hasMessage("A prior needs finite bounds, the lower first, not 2.0 to 2.0.");
        assertThatThrownBy(() -> Prior.uniform(0, Double.NaN)).hasMessageContaining("finite bounds");
        assertThatThrownBy(() -> Prior.logUniform(0, 2)).hasMessageContaining("above zero");
        assertThatThrownBy(() -> Prior.logNormal(-1, 2, 1, 2)).hasMessageContaining("central 95 % above zero");
        assertThatThrownBy(() -> Prior.normal(3, 1, 0, 9)).hasMessageContaining("lower end first");
        assertThatThrownBy(() -> Prior.normal(3, 5, 5, 9)).hasMessageContaining("middle");
        assertThatThrownBy(() -> Prior.uniform(0, 1.5).whole()).hasMessageContaining("whole bounds");
        assertThatThrownBy(() -> Prior.uniform(0, 1).quantile(1.1)).hasMessageContaining("no quantile at 1.1");
    }

    @Test
    void aPriorIsDescribed() {
        assertThat(Prior.logNormal(1, 4, 0.5, 9)).hasToString("log-normal, 95 % from 1.0 to 4.0, within 0.5 to 9.0");
        assertThat(Prior.uniform(1, 6).whole()).hasToString("uniform, within 1.0 to 6.0, whole numbers");
    }
}
