package greenlight.parameter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

/** The table of dials. */
class ParameterTest {
    @Test
    void everyDefaultIsAllowed() {
        for (Parameter dial : Parameter.table()) {
            assertThat(dial.from()).as(dial.key()).isLessThan(dial.to());
            assertThat(dial.allows(dial.standard())).as(dial.key()).isTrue();
            assertThat(dial.allows(dial.from())).as(dial.key()).isTrue();
            assertThat(dial.allows(dial.to())).as(dial.key()).isTrue();
        }
    }

    @Test
    void keysAreUniqueAndNeedNoQuotes() {
        assertThat(Parameter.table().stream().map(Parameter::key))
                .doesNotHaveDuplicates()
                .allMatch(key -> key.matches("[a-z]+(_[a-z]+)*"));
        for (Parameter dial : Parameter.table()) {
            assertThat(Parameter.of(dial.key())).isSameAs(dial);
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Parameter.of("no_such_dial"))
                .withMessage("No dial is called no_such_dial.");
    }

    @Test
    void everyDialSaysWhatItIsAndWhereItComesFrom() {
        for (Parameter dial : Parameter.table()) {
            assertThat(dial.unit()).as(dial.key()).isNotBlank();
            assertThat(dial.group()).as(dial.key()).matches("[a-z]+(_[a-z]+)*");
            assertThat(dial.meaning()).as(dial.key()).isNotBlank().doesNotEndWith(".");
            assertThat(dial.source()).as(dial.key()).isNotBlank();
            assertThat(dial.known()).as(dial.key()).isNotNull();
        }
    }

    @Test
    void logarithmicRangesAreNotNegative() {
        // zero is allowed as an end where a dial may be turned off; designs must step over it
        assertThat(Parameter.table().stream().filter(dial -> dial.scale() == Dial.Scale.LOG))
                .allMatch(dial -> dial.from() >= 0 && dial.standard() > 0);
    }

    @Test
    void thereAreSevenMechanismsAndEachCanBeSwitchedOff() {
        assertThat(Parameter.table().stream().filter(dial -> dial.kind() == Dial.Kind.SWITCH))
                .extracting(Parameter::key)
                .containsExactlyInAnyOrder(
                        "compute_cost",
                        "novelty_decay",
                        "vc_pressure",
                        "litigation",
                        "brand_safety",
                        "enterprise_option",
                        "fomo_and_learning");
    }

    @Test
    void wholeDialsHaveWholeEnds() {
        for (Parameter dial : Parameter.table()) {
            if (dial.kind() != Dial.Kind.REAL) {
                assertThat(new double[] {dial.from(), dial.to(), dial.standard()})
                        .as(dial.key())
                        .containsExactly(Math.rint(dial.from()), Math.rint(dial.to()), Math.rint(dial.standard()));
            }
        }
    }
}
