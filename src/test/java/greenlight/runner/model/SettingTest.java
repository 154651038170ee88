package greenlight.runner.model;

import static greenlight.market.parameter.MarketParameter.DEAL_TERM;
import static greenlight.market.parameter.MarketParameter.LITIGATION;
import static greenlight.market.parameter.MarketParameter.NOVELTY_HALF_LIFE;
import static greenlight.market.parameter.MarketParameter.PRICE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import greenlight.market.parameter.MarketParameter;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SettingTest {
    private static final Setting DEFAULTS = Setting.of(MarketParameter.table());

    @Test
    void theyStartAtTheDefaults() {
        for (MarketParameter parameter : MarketParameter.table()) {
            assertThat(DEFAULTS.get(parameter)).as(parameter.key()).isEqualTo(parameter.defaultValue());
        }
        assertThat(DEFAULTS.count(DEAL_TERM)).isEqualTo(12);
        assertThat(DEFAULTS.on(LITIGATION)).isTrue();
    }

    @Test
    void settingOneParameterLeavesTheOthersAndTheOldSettingAlone() {
        Setting changed = DEFAULTS.with(PRICE, 30);
        assertThat(changed.get(PRICE)).isEqualTo(30);
        assertThat(DEFAULTS.get(PRICE)).isEqualTo(20);
        for (MarketParameter parameter : MarketParameter.table()) {
            if (parameter != PRICE) {
                assertThat(changed.get(parameter)).as(parameter.key()).isEqualTo(DEFAULTS.get(parameter));
            }
        }
    }

    @Test
    void whatIsSetStaysWhenTheRestIsCompleted() {
        Map<Parameter, Double> others = Map.of(PRICE, 40.0, DEAL_TERM, 8.0);
        assertThat(DEFAULTS.with(PRICE, 30).completed(others))
                .isEqualTo(DEFAULTS.with(PRICE, 30).with(DEAL_TERM, 8));
    }

    @Test
    void theSameValuesAreTheSameSetting() {
        assertThat(DEFAULTS.with(PRICE, 30).with(PRICE, 20)).isEqualTo(DEFAULTS).hasSameHashCodeAs(DEFAULTS);
        assertThat(DEFAULTS.with(PRICE, 30)).isNotEqualTo(DEFAULTS);
        assertThat(DEFAULTS).isNotEqualTo("a setting");
    }

    @Test
    void aBadValueIsRefusedWithNameValueRangeAndUnit() {
        refused(NOVELTY_HALF_LIFE, 9, "novelty_half_life is 9; allowed is a number from 0.05 to 8 (quarters).");
        refused(DEAL_TERM, 3.5, "deal_term is 3.5; allowed is a whole number from 1 to 40 (quarters).");
        refused(DEAL_TERM, 41, "deal_term is 41; allowed is a whole number from 1 to 40 (quarters).");
        refused(LITIGATION, 2, "litigation is 2; allowed is on or off.");
        refused(LITIGATION, 0.5, "litigation is 0.5; allowed is on or off.");
    }

    private static void refused(Parameter parameter, double value, String sentence) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DEFAULTS.with(parameter, value))
                .withMessage(sentence);
    }

    @Test
    void everyParameterTakesItsEndsAndNothingBeyond() {
        for (MarketParameter parameter : MarketParameter.table()) {
            assertThat(DEFAULTS.with(parameter, parameter.from()).get(parameter))
                    .isEqualTo(parameter.from());
            assertThat(DEFAULTS.with(parameter, parameter.to()).get(parameter)).isEqualTo(parameter.to());
            for (double bad : new double[] {
                Math.nextDown(parameter.from()), Math.nextUp(parameter.to()), Double.NaN, Double.POSITIVE_INFINITY
            }) {
                assertThatIllegalArgumentException()
                        .isThrownBy(() -> DEFAULTS.with(parameter, bad))
                        .withMessageStartingWith(parameter.key() + " is ")
                        .withMessageContaining(parameter.allowed());
            }
        }
    }
}
