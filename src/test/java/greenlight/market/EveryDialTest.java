package greenlight.market;

import static org.assertj.core.api.Assertions.assertThat;

import greenlight.market.parameter.MarketParameter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** No parameter is there for show. */
class EveryDialTest {
    /** Dials whose own range is too large for a test, and what is tried of it instead. */
    private static double low(MarketParameter parameter) {
        return parameter == MarketParameter.USERS ? 300 : parameter.from();
    }

    private static double high(MarketParameter parameter) {
        return switch (parameter) {
            case USERS -> 700;
            case QUARTERS -> 24;
            default -> parameter.to();
        };
    }

    /** Some parameters wait for something rare; worlds further down the list are run for these alone. */
    private static Stream<World> worlds() {
        Stream<World> shared = Stream.of(World.of("sora-disney", 1).with(MarketParameter.COST_SHARE, 0.5));
        Stream<World> more = IntStream.rangeClosed(4, 60).mapToObj(seed -> World.of("sora-disney", seed));
        return Stream.of(Worlds.asShipped(), shared, Worlds.some(60), more).flatMap(each -> each);
    }

    @Test
    void everyDialMovesAReadingSomewhere() {
        List<String> idle = new ArrayList<>();
        List<World> worlds = worlds().toList();
        Map<World, Integer> asTheyAre = new HashMap<>();
        for (MarketParameter parameter : MarketParameter.table()) {
            boolean moves = worlds.stream().anyMatch(world -> {
                int before = asTheyAre.computeIfAbsent(world, EveryDialTest::hash);
                return differs(world, parameter, low(parameter), before)
                        || differs(world, parameter, high(parameter), before);
            });
            if (!moves) {
                idle.add(parameter.key());
            }
        }
        assertThat(idle).as("setting that move nothing").isEmpty();
    }

    private static boolean differs(World world, MarketParameter parameter, double value, int before) {
        return world.setting().get(parameter) != value && hash(world.with(parameter, value)) != before;
    }

    private static int hash(World world) {
        return Imprint.hash(world.run());
    }
}
