package greenlight.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import greenlight.parameter.Dial;
import greenlight.parameter.Parameter;
import greenlight.parameter.Parameters;
import org.junit.jupiter.api.Test;
import sim.util.Interval;

class DialsTest {
    private final Dials dials = new Dials(Parameters.of(Parameter.table()));

    @Test
    void everyDialIsAPropertyWithItsRangeAndWhatItIs() {
        assertThat(dials.numProperties()).isEqualTo(Parameter.values().length);
        for (Parameter dial : Parameter.values()) {
            int index = dial.ordinal();
            assertThat(dials.getName(index)).isEqualTo(dial.key());
            assertThat(dials.getDescription(index))
                    .contains(dial.key(), dial.meaning().replace("<", "&lt;"));
            if (dials.getDomain(index) instanceof Interval range) {
                assertThat(range.getMin().doubleValue()).isEqualTo(dial.from());
                assertThat(range.getMax().doubleValue()).isEqualTo(dial.to());
            } else {
                assertThat(dial.kind()).isIn(Dial.Kind.SWITCH, Dial.Kind.CHOICE);
            }
            assertThat(dials.setValue(index, dials.betterToString(dials.getValue(index))))
                    .isEqualTo(dials.getValue(index));
        }
        assertThat(dials.setting()).isEqualTo(Parameters.of(Parameter.table()));
    }

    @Test
    void whatADialDoesNotAllowIsRefusedAndItStays() {
        int price = Parameter.GPU_PRICE.ordinal();
        assertThat(dials.setValue(price, "99")).isNull();
        assertThat(dials.setValue(price, "cheap")).isNull();
        assertThat(dials.setValue(price, "NaN")).isNull();
        assertThat(dials.setValue(Parameter.QUARTERS.ordinal(), "2.5")).isNull();
        assertThat(dials.setting()).isEqualTo(Parameters.of(Parameter.table()));
        assertThat(dials.setValue(price, "2.125")).isEqualTo(2.125);
        assertThat(dials.setValue(Parameter.LITIGATION.ordinal(), "false")).isEqualTo(false);
        assertThat(dials.setting().get(Parameter.GPU_PRICE)).isEqualTo(2.125);
        assertThat(dials.setting().on(Parameter.LITIGATION)).isFalse();
    }

    @Test
    void aSliderReachesBothEndsAndOnlyAllowedValuesBetween() {
        for (Parameter dial : Parameter.values()) {
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
        assertThat(DialInspector.value(Parameter.SWITCHING, 300)).isEqualTo(0.3);
    }
}
