package greenlight.app.posterior;

import static org.assertj.core.api.Assertions.assertThat;

import greenlight.app.prior.ParameterPrior;
import greenlight.app.prior.PriorTable;
import greenlight.market.model.MarketModel;
import greenlight.runner.model.Parameter.Kind;
import greenlight.runner.model.Setting;
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
    void valuesGrowWithTheirCoordinates() {
        for (int dimension = 0; dimension < space.dimensions(); dimension++) {
            assertThat(space.value(dimension, 0.9))
                    .as(space.priors().get(dimension).parameter().key())
                    .isGreaterThan(space.value(dimension, 0.1));
        }
    }
}
