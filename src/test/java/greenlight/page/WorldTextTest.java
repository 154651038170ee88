package greenlight.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import greenlight.market.Scenario;
import greenlight.scenario.Scenarios;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class WorldTextTest {
    static List<String> worlds() {
        return Scenarios.names();
    }

    @ParameterizedTest
    @MethodSource("worlds")
    void aWorldComesBackFromItsTextAsItWas(String name) {
        Scenario world = Scenarios.of(name);
        Scenario back = WorldText.read(WorldText.write(world));
        assertThat(back).usingRecursiveComparison().isEqualTo(world);
        assertThat(WorldText.write(back)).isEqualTo(WorldText.write(world));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "studio\tA\t0\t0\t0\t0\t0\t0\n", "castle\tA\n"})
    void aTextThatIsNoWorldIsRefused(String text) {
        assertThatThrownBy(() -> WorldText.read(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
