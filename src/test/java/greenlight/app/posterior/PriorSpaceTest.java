package greenlight.app.posterior;

import static org.assertj.core.api.Assertions.assertThat;

import greenlight.app.prior.ParameterPrior;
import greenlight.app.prior.PriorTable;
import greenlight.market.model.MarketModel;
import greenlight.runner.model.Parameter.Kind;
import greenlight.runner.model.Setting;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class PriorSpaceTest {
    private final PriorSpace space = new PriorSpace(PriorTable.priors());

    @Test
    void everyPointOfTheCubeIsASettingWithinThePlausibleRanges() {
        for (double place : new double[] {0, 0.001, 0.25, 0.5, 0.75, 0.999}) {
            double[] point = new double[space.dimensions()];
            Arrays.fill(point, place);
            Setting setting = space.setting(new MarketModel().setting("sora-disney"), point);
            for (ParameterPrior prior : space.priors()) {
                double value = setting.get(prior.parameter());
                assertThat(value).as(prior.parameter().key()).isBetween(prior.low(), prior.high());
                assertThat(space.values(point)).containsEntry(prior.parameter().key(), value);
                if (prior.parameter().kind() == Kind.INTEGER) {
                    assertThat(value).isEqualTo(Math.rint(value));
                }
            }
        }
    }

    @Test
    void aRoundedValueHasFewDigitsAndStaysWithinItsPrior() {
        for (double place : new double[] {0, 0.123, 0.5, 0.777, 1}) {
            for (int dimension = 0; dimension < space.dimensions(); dimension++) {
                ParameterPrior prior = space.priors().get(dimension);
                double value = space.value(dimension, space.rounded(dimension, place, new MathContext(2)));
                double whole = space.value(dimension, place);
                double expected = prior.parameter().kind() == Kind.INTEGER
                        ? whole
                        : Math.max(
                                prior.low(),
                                Math.min(
                                        prior.high(),
                                        new BigDecimal(whole).round(new MathContext(2)).doubleValue()));
                assertThat(value).as(prior.parameter().key()).isEqualTo(expected);
            }
        }
    }

    @Test
    void valuesGrowWithTheirCoordinates() {
        for (int dimension = 0; dimension < space.dimensions(); dimension++) {
            assertThat(space.value(dimension, 0.9))
                    .as(space.priors().get(dimension).parameter().key())
                    .isGreaterThan(space.value(dimension, 0.1));
        }
    }
}
