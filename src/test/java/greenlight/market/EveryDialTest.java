package greenlight.market;

import static org.assertj.core.api.Assertions.assertThat;

import greenlight.parameter.Parameter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** No dial is there for show. */
class EveryDialTest {
    /** Dials whose own range is too large for a test, and what is tried of it instead. */
    private static double low(Parameter dial) {
        return dial == Parameter.USERS ? 300 : dial.from();
    }

    private static double high(Parameter dial) {
        return switch (dial) {
            case USERS -> 700;
            case QUARTERS -> 24;
            default -> dial.to();
        };
    }

    /** Some dials wait for something rare; worlds further down the list are run for these alone. */
    private static Stream<World> worlds() {
        Stream<World> shared = Stream.of(World.of("sora-disney", 1).with(Parameter.COST_SHARE, 0.5));
        Stream<World> more = IntStream.rangeClosed(4, 60).mapToObj(seed -> World.of("sora-disney", seed));
        return Stream.of(Worlds.asShipped(), shared, Worlds.some(60), more).flatMap(each -> each);
    }

    @Test
    void everyDialMovesAReadingSomewhere() {
        List<String> idle = new ArrayList<>();
        List<World> worlds = worlds().toList();
        Map<World, Integer> asTheyAre = new HashMap<>();
        for (Parameter dial : Parameter.table()) {
            boolean moves = worlds.stream().anyMatch(world -> {
                int before = asTheyAre.computeIfAbsent(world, EveryDialTest::hash);
                return differs(world, dial, low(dial), before) || differs(world, dial, high(dial), before);
            });
            if (!moves) {
                idle.add(dial.key());
            }
        }
        assertThat(idle).as("dials that move nothing").isEmpty();
    }

    private static boolean differs(World world, Parameter dial, double value, int before) {
        return world.dials().get(dial) != value && hash(world.with(dial, value)) != before;
    }

    private static int hash(World world) {
        return Imprint.hash(world.run());
    }
}
