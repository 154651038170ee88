package greenlight.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import greenlight.app.prior.ParameterPrior;
import greenlight.app.prior.PriorTable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class DefaultsTest {
    /** No uncertain parameter is set by hand: its default is the one that {@code calibrate} writes. */
    @Test
    void theDefaultsAreThoseOfTheCalibration() throws IOException {
        Path table = Path.of("results/defaults.csv");
        List<String> parameters = Tables.column(table, "parameter");
        List<String> defaults = Tables.column(table, "default");
        List<ParameterPrior> priors = PriorTable.priors();
        assertThat(parameters)
                .containsExactlyElementsOf(priors.stream()
                        .map(prior -> prior.parameter().key())
                        .toList());
        for (int i = 0; i < defaults.size(); i++) {
            assertThat(priors.get(i).parameter().defaultValue())
                    .as(parameters.get(i))
                    .isEqualTo(Double.parseDouble(defaults.get(i)));
        }
    }
}
