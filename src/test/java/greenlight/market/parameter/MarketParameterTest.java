package greenlight.market.parameter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import greenlight.runner.model.Parameter;
import org.junit.jupiter.api.Test;

/** The table of parameters. */
class MarketParameterTest {
    @Test
    void everyDefaultIsAllowed() {
        for (MarketParameter parameter : MarketParameter.table()) {
            assertThat(parameter.from()).as(parameter.key()).isLessThan(parameter.to());
            assertThat(parameter.allows(parameter.defaultValue()))
                    .as(parameter.key())
                    .isTrue();
            assertThat(parameter.allows(parameter.from())).as(parameter.key()).isTrue();
            assertThat(parameter.allows(parameter.to())).as(parameter.key()).isTrue();
        }
    }

    @Test
    void keysAreUniqueAndNeedNoQuotes() {
        assertThat(MarketParameter.table().stream().map(MarketParameter::key))
                .doesNotHaveDuplicates()
                .allMatch(key -> key.matches("[a-z]+(_[a-z]+)*"));
        for (MarketParameter parameter : MarketParameter.table()) {
            assertThat(MarketParameter.of(parameter.key())).isSameAs(parameter);
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MarketParameter.of("no_such_dial"))
                .withMessage("No parameter is called no_such_dial.");
    }

    @Test
    void everyDialSaysWhatItIsAndWhereItComesFrom() {
        for (MarketParameter parameter : MarketParameter.table()) {
            assertThat(parameter.unit()).as(parameter.key()).isNotBlank();
            assertThat(parameter.group()).as(parameter.key()).matches("[a-z]+(_[a-z]+)*");
            assertThat(parameter.meaning()).as(parameter.key()).isNotBlank().doesNotEndWith(".");
            assertThat(parameter.source()).as(parameter.key()).isNotBlank();
            assertThat(parameter.basis()).as(parameter.key()).isNotNull();
        }
    }

    @Test
    void logarithmicRangesAreNotNegative() {
        // zero is allowed as an end where a parameter may be turned off; designs must step over it
        assertThat(MarketParameter.table().stream().filter(parameter -> parameter.scale() == Parameter.Scale.LOG))
                .allMatch(parameter -> parameter.from() >= 0 && parameter.defaultValue() > 0);
    }

    @Test
    void thereAreEightMechanismsAndEachCanBeSwitchedOff() {
        assertThat(MarketParameter.table().stream().filter(parameter -> parameter.kind() == Parameter.Kind.SWITCH))
                .extracting(MarketParameter::key)
                .containsExactlyInAnyOrder(
                        "compute_cost",
                        "novelty_decay",
                        "vc_pressure",
                        "litigation",
                        "brand_safety",
                        "enterprise_option",
                        "fear_of_missing_out",
                        "learning");
    }

    @Test
    void wholeDialsHaveWholeEnds() {
        for (MarketParameter parameter : MarketParameter.table()) {
            if (parameter.kind() != Parameter.Kind.REAL) {
                assertThat(new double[] {parameter.from(), parameter.to(), parameter.defaultValue()})
                        .as(parameter.key())
                        .containsExactly(
                                Math.rint(parameter.from()),
                                Math.rint(parameter.to()),
                                Math.rint(parameter.defaultValue()));
            }
        }
    }
}
