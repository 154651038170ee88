package greenlight.app.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import greenlight.market.parameter.MarketParameter;
import greenlight.runner.model.Parameter;
import greenlight.runner.model.Setting;
import org.junit.jupiter.api.Test;
import sim.util.Interval;

class DialsTest {
    private final Dials dials = new Dials(Setting.of(MarketParameter.table()));

    @Test
    void everyDialIsAPropertyWithItsRangeAndWhatItIs() {
        assertThat(dials.numProperties()).isEqualTo(MarketParameter.values().length);
        for (MarketParameter dial : MarketParameter.values()) {
            int index = dial.ordinal();
            assertThat(dials.getName(index)).isEqualTo(dial.key());
            assertThat(dials.getDescription(index))
                    .contains(dial.key(), dial.meaning().replace("<", "&lt;"));
            if (dials.getDomain(index) instanceof Interval range) {
                assertThat(range.getMin().doubleValue()).isEqualTo(dial.from());
                assertThat(range.getMax().doubleValue()).isEqualTo(dial.to());
            } else {
                assertThat(dial.kind()).isIn(Parameter.Kind.SWITCH, Parameter.Kind.CHOICE);
            }
            assertThat(dials.setValue(index, dials.betterToString(dials.getValue(index))))
                    .isEqualTo(dials.getValue(index));
        }
        assertThat(dials.setting()).isEqualTo(Setting.of(MarketParameter.table()));
    }

    @Test
    void whatADialDoesNotAllowIsRefusedAndItStays() {
        int price = MarketParameter.GPU_PRICE.ordinal();
        assertThat(dials.setValue(price, "99")).isNull();
        assertThat(dials.setValue(price, "cheap")).isNull();
        assertThat(dials.setValue(price, "NaN")).isNull();
        assertThat(dials.setValue(MarketParameter.QUARTERS.ordinal(), "2.5")).isNull();
        assertThat(dials.setting()).isEqualTo(Setting.of(MarketParameter.table()));
        assertThat(dials.setValue(price, "2.125")).isEqualTo(2.125);
        assertThat(dials.setValue(MarketParameter.LITIGATION.ordinal(), "false"))
                .isEqualTo(false);
        assertThat(dials.setting().get(MarketParameter.GPU_PRICE)).isEqualTo(2.125);
        assertThat(dials.setting().on(MarketParameter.LITIGATION)).isFalse();
    }

    @Test
    void aSliderReachesBothEndsAndOnlyAllowedValuesBetween() {
        for (MarketParameter dial : MarketParameter.values()) {
            assertThat(DialInspector.value(dial, 0)).isEqualTo(dial.from());
            assertThat(DialInspector.value(dial, 1000)).isEqualTo(dial.to());
            double before = dial.from();
            for (int tick = 0; tick <= 1000; tick++) {
                double value = DialInspector.value(dial, tick);
                assertThat(dial.allows(value)).as("%s at %s", dial, tick).isTrue();
                assertThat(value).isGreaterThanOrEqualTo(before);
                before = value;
            }
        }
        assertThat(DialInspector.value(MarketParameter.SWITCHING, 300)).isEqualTo(0.3);
    }
}
