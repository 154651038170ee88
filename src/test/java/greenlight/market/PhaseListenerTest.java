package greenlight.market;

import static org.assertj.core.api.Assertions.assertThat;

import greenlight.market.model.Scenarios;
import greenlight.market.parameter.MarketParameter;
import greenlight.market.record.Recording;
import greenlight.market.users.BlockRunner;
import greenlight.market.users.Buffers;
import greenlight.runner.model.Setting;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whoever looks on sees the opening and every phase of every quarter, and changes nothing. */
class PhaseListenerTest {
    private static final String WORLD = "sora-disney";
    private static final int QUARTERS = 12;

    @Test
    void theOpeningThenAllPhasesOfEachQuarterInOrder() {
        List<String> seen = new ArrayList<>();
        PhaseListener onlooker = new PhaseListener() {
            @Override
            public void opened() {
                seen.add("opened");
            }

            @Override
            public void after(Phase phase) {
                seen.add(phase.name());
            }
        };
        Setting setting =
                Scenarios.setting(WORLD).with(MarketParameter.USERS, 500).with(MarketParameter.QUARTERS, QUARTERS);
        Market watched =
                Market.run(Scenarios.of(WORLD), setting, 1, BlockRunner.ALONE, new Buffers(), Recording.ALL, onlooker);
        List<String> all = new ArrayList<>(List.of("opened"));
        for (int quarter = 0; quarter < QUARTERS; quarter++) {
            for (Phase phase : Phase.values()) {
                all.add(phase.name());
            }
        }
        assertThat(seen).isEqualTo(all);
        Market alone = Market.run(Scenarios.of(WORLD), setting, 1, BlockRunner.ALONE);
        assertThat(Imprint.differenceOfRows(watched.rows(), alone.rows())).isEmpty();
    }
}
