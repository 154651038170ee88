package greenlight.app.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import greenlight.market.model.Scenarios;
import greenlight.market.scenario.Scenario;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScenarioTextTest {
    static List<String> worlds() {
        return Scenarios.names();
    }

    @ParameterizedTest
    @MethodSource("worlds")
    void aWorldComesBackFromItsTextAsItWas(String name) {
        Scenario world = Scenarios.of(name);
        Scenario back = ScenarioText.read(ScenarioText.write(world));
        assertThat(back).usingRecursiveComparison().isEqualTo(world);
        assertThat(ScenarioText.write(back)).isEqualTo(ScenarioText.write(world));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "studio\tA\t0\t0\t0\t0\t0\t0\n", "castle\tA\n"})
    void aTextThatIsNoWorldIsRefused(String text) {
        assertThatThrownBy(() -> ScenarioText.read(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
