package greenlight.market;

import static org.assertj.core.api.Assertions.assertThat;

import greenlight.audience.Buffers;
import greenlight.audience.Workers;
import greenlight.parameter.Parameter;
import greenlight.parameter.Parameters;
import greenlight.scenario.Scenarios;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whoever looks on sees the opening and every phase of every quarter, and changes nothing. */
class OnlookerTest {
    private static final String WORLD = "sora-disney";
    private static final int QUARTERS = 12;

    @Test
    void theOpeningThenAllPhasesOfEachQuarterInOrder() {
        List<String> seen = new ArrayList<>();
        Onlooker onlooker = new Onlooker() {
            @Override
            public void opened() {
                seen.add("opened");
            }

            @Override
            public void after(Phase phase) {
                seen.add(phase.name());
            }
        };
        Parameters dials = Scenarios.setting(WORLD).with(Parameter.USERS, 500).with(Parameter.QUARTERS, QUARTERS);
        Market watched = Market.run(Scenarios.of(WORLD), dials, 1, Workers.ALONE, new Buffers(), onlooker);
        List<String> all = new ArrayList<>(List.of("opened"));
        for (int quarter = 0; quarter < QUARTERS; quarter++) {
            for (Phase phase : Phase.values()) {
                all.add(phase.name());
            }
        }
        assertThat(seen).isEqualTo(all);
        Market alone = Market.run(Scenarios.of(WORLD), dials, 1, Workers.ALONE);
        assertThat(Imprint.differenceOfRows(watched.rows(), alone.rows())).isEmpty();
    }
}
