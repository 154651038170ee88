package greenlight.parameter;

import static greenlight.parameter.Parameter.DEAL_TERM;
import static greenlight.parameter.Parameter.LITIGATION;
import static greenlight.parameter.Parameter.NOVELTY_HALF_LIFE;
import static greenlight.parameter.Parameter.PRICE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class ParametersTest {
    private static final Parameters DEFAULTS = Parameters.of(Parameter.table());

    @Test
    void theyStartAtTheDefaults() {
        for (Parameter dial : Parameter.table()) {
            assertThat(DEFAULTS.get(dial)).as(dial.key()).isEqualTo(dial.standard());
        }
        assertThat(DEFAULTS.count(DEAL_TERM)).isEqualTo(12);
        assertThat(DEFAULTS.on(LITIGATION)).isTrue();
    }

    @Test
    void settingOneDialLeavesTheOthersAndTheOldSettingAlone() {
        Parameters changed = DEFAULTS.with(PRICE, 30);
        assertThat(changed.get(PRICE)).isEqualTo(30);
        assertThat(DEFAULTS.get(PRICE)).isEqualTo(20);
        for (Parameter dial : Parameter.table()) {
            if (dial != PRICE) {
                assertThat(changed.get(dial)).as(dial.key()).isEqualTo(DEFAULTS.get(dial));
            }
        }
    }

    @Test
    void theSameValuesAreTheSameSetting() {
        assertThat(DEFAULTS.with(PRICE, 30).with(PRICE, 20)).isEqualTo(DEFAULTS).hasSameHashCodeAs(DEFAULTS);
        assertThat(DEFAULTS.with(PRICE, 30)).isNotEqualTo(DEFAULTS);
        assertThat(DEFAULTS).isNotEqualTo("a setting");
    }

    @Test
    void aBadValueIsRefusedWithNameValueRangeAndUnit() {
        refused(NOVELTY_HALF_LIFE, 9, "novelty_half_life is 9; allowed is a number from 0.1 to 8 (quarters).");
        refused(DEAL_TERM, 3.5, "deal_term is 3.5; allowed is a whole number from 1 to 40 (quarters).");
        refused(DEAL_TERM, 41, "deal_term is 41; allowed is a whole number from 1 to 40 (quarters).");
        refused(LITIGATION, 2, "litigation is 2; allowed is on or off.");
        refused(LITIGATION, 0.5, "litigation is 0.5; allowed is on or off.");
    }

    private static void refused(Dial dial, double value, String sentence) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DEFAULTS.with(dial, value))
                .withMessage(sentence);
    }

    @Test
    void everyDialTakesItsEndsAndNothingBeyond() {
        for (Parameter dial : Parameter.table()) {
            assertThat(DEFAULTS.with(dial, dial.from()).get(dial)).isEqualTo(dial.from());
            assertThat(DEFAULTS.with(dial, dial.to()).get(dial)).isEqualTo(dial.to());
            for (double bad : new double[] {
                Math.nextDown(dial.from()), Math.nextUp(dial.to()), Double.NaN, Double.POSITIVE_INFINITY
            }) {
                assertThatIllegalArgumentException()
                        .isThrownBy(() -> DEFAULTS.with(dial, bad))
                        .withMessageStartingWith(dial.key() + " is ")
                        .withMessageContaining(dial.allowed());
            }
        }
    }

    @Test
    void aSettingPrintsEveryDialAsAPersonWritesIt() {
        assertThat(DEFAULTS.with(LITIGATION, 0).toString())
                .contains("litigation=off")
                .contains("brand_safety=on")
                .contains("users=20000")
                .contains("novelty_half_life=" + NOVELTY_HALF_LIFE.text(NOVELTY_HALF_LIFE.standard()))
                .startsWith("users=");
        assertThat(DEFAULTS.toString().split(" ")).hasSize(Parameter.table().size());
    }
}
