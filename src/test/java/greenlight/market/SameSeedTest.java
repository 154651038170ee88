package greenlight.market;

import static org.assertj.core.api.Assertions.assertThat;

import greenlight.market.measure.Row;
import greenlight.market.parameter.MarketParameter;
import greenlight.market.scenario.Scenario;
import greenlight.market.users.BlockRunner;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Parameters and seed fix every byte, whoever works, in whatever order, under whatever names. */
class SameSeedTest {
    /** Enough for several blocks of the audience. */
    private static final int MANY_USERS = 300_000;

    private static final int FEW_QUARTERS = 12;

    @ParameterizedTest(name = "{0}")
    @MethodSource("greenlight.market.Worlds#twenty")
    void theSameSeedGivesTheSameBytes(World world) {
        same("runs", world.run(), world.run());
    }

    private static void same(String what, Market one, Market other) {
        assertThat(Imprint.difference(one, other)).as(what).isEmpty();
    }

    @Test
    void anotherSeedGivesOthers() {
        assertThat(Imprint.of(World.of("sora-disney", 1).run()))
                .isNotEqualTo(Imprint.of(World.of("sora-disney", 2).run()));
    }

    static Stream<World> crowds() {
        return Stream.of(World.of("sora-disney", 4), World.of("blank-market", 5))
                .map(world ->
                        world.with(MarketParameter.USERS, MANY_USERS).with(MarketParameter.QUARTERS, FEW_QUARTERS));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("crowds")
    void oneTwoOrFourThreadsGiveTheSameBytesAsNone(World world) {
        Market alone = world.run();
        for (int threads : new int[] {1, 2, 4}) {
            try (Crew crew = new Crew(threads)) {
                same(threads + " threads", world.run(crew), alone);
                assertThat(crew.blocks).as("blocks worked at once").isGreaterThan(1);
            }
        }
    }

    /** Threads of a fixed pool, who take the blocks in a random order. */
    private static final class Crew implements BlockRunner, AutoCloseable {
        private final ExecutorService pool;
        private final Random random = new Random(1);
        private int blocks;

        Crew(int threads) {
            pool = Executors.newFixedThreadPool(threads);
        }

        @Override
        public void work(int n, IntConsumer work) {
            blocks = n;
            List<Callable<Void>> tasks = new ArrayList<>();
            for (int i = 0; i < n; i++) {
                int block = i;
                tasks.add(() -> {
                    work.accept(block);
                    return null;
                });
            }
            Collections.shuffle(tasks, random);
            try {
                for (Future<Void> done : pool.invokeAll(tasks)) {
                    done.get();
                }
            } catch (Exception failed) {
                throw new IllegalStateException(failed);
            }
        }

        @Override
        public void close() {
            pool.shutdown();
        }
    }

    static Stream<World> severalWorlds() {
        return Stream.concat(Worlds.asShipped(), Worlds.some(30));
    }

    /** Agents compete in an order that matters only where two want the same thing: many worlds, as that is rare. */
    static Stream<World> manyWorlds() {
        return Stream.concat(Worlds.asShipped(), Worlds.some(150));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("manyWorlds")
    void theOrderOfAgentsInAPhaseDoesNotMatter(World world) {
        Market inOrder = world.run();
        for (int shuffle = 1; shuffle <= 2; shuffle++) {
            Market shuffled = world.opened();
            Random random = new Random(shuffle);
            shuffled.order().permute(agents -> {
                List<Integer> order = new ArrayList<>(agents);
                Collections.shuffle(order, random);
                return order;
            });
            shuffled.toHorizon();
            assertThat(Imprint.differenceOfRows(shuffled.rows(), inOrder.rows()))
                    .as("rows")
                    .isEmpty();
            assertThat(Imprint.difference(Imprint.ofEventsSorted(shuffled), Imprint.ofEventsSorted(inOrder)))
                    .as("events, whatever their order in a quarter")
                    .isEmpty();
        }
    }

    @Test
    void theShuffleShuffles() {
        World world = World.of("sora-disney", 1);
        Market backwards = world.opened();
        backwards.order().permute(agents -> {
            List<Integer> order = new ArrayList<>(agents);
            Collections.reverse(order);
            return order;
        });
        backwards.toHorizon();
        assertThat(backwards.events()).isNotEqualTo(world.run().events());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("severalWorlds")
    void renamingFirmsRenamesResultsAndChangesNothingElse(World world) {
        Map<String, String> names = new HashMap<>();
        world.scenario().vendors().forEach(vendor -> names.put(vendor.name(), newName("Vendor", names)));
        world.scenario().studios().forEach(studio -> names.put(studio.name(), newName("Studio", names)));
        Market original = world.run();
        Market renamed = world.in(renamed(world.scenario(), names)).run();
        List<Row> rows =
                original.rows().stream().map(row -> renamed(row, names)).toList();
        assertThat(Imprint.differenceOfRows(renamed.rows(), rows)).as("rows").isEmpty();
        List<String> events = Imprint.ofEvents(original).stream()
                .map(line -> renamed(line, names))
                .toList();
        assertThat(Imprint.difference(Imprint.ofEvents(renamed), events))
                .as("events")
                .isEmpty();
        assertThat(Imprint.difference(Imprint.ofMeasures(renamed), Imprint.ofMeasures(original)))
                .as("measures")
                .isEmpty();
    }

    private static Row renamed(Row row, Map<String, String> names) {
        String[] words = row.words().clone();
        for (int i = 0; i < words.length; i++) {
            words[i] = words[i] == null ? null : renamed(words[i], names);
        }
        return new Row(row.quarter(), row.label(), renamed(row.entity(), names), row.kind(), row.numbers(), words);
    }

    /** Later firms get names that come earlier in the alphabet. */
    private static String newName(String kind, Map<String, String> names) {
        return "Renamed " + kind + " " + (999 - names.size());
    }

    private static String renamed(String line, Map<String, String> names) {
        String changed = line;
        for (Map.Entry<String, String> name : names.entrySet()) {
            changed = changed.replace(name.getKey(), name.getValue());
        }
        return changed;
    }

    private static Scenario renamed(Scenario of, Map<String, String> names) {
        return new Scenario(
                of.name(),
                of.title(),
                of.start(),
                of.parameters(),
                of.studios().stream()
                        .map(studio -> new Scenario.StudioOpening(names.get(studio.name()), studio.traits()))
                        .toList(),
                of.vendors().stream()
                        .map(vendor -> Openings.named(vendor, names.get(vendor.name())))
                        .toList(),
                of.investors(),
                of.stakes().stream()
                        .map(stake -> new Scenario.Stake(stake.investor(), names.get(stake.vendor()), stake.share()))
                        .toList(),
                of.timeline().stream()
                        .map(event -> new Scenario.Scheduled(
                                event.quarter(),
                                event.kind(),
                                names.getOrDefault(event.who(), event.who()),
                                names.getOrDefault(event.whom(), event.whom()),
                                event.amount(),
                                event.headline()))
                        .toList(),
                of.series(),
                of.newcomers());
    }

    @Test
    void noFirmsNameIsPartOfAnothers() {
        for (World world : Worlds.asShipped().toList()) {
            List<String> names = Stream.concat(
                            world.scenario().vendors().stream().map(Scenario.VendorOpening::name),
                            world.scenario().studios().stream().map(Scenario.StudioOpening::name))
                    .toList();
            IntStream.range(0, names.size())
                    .forEach(i -> assertThat(names.stream().filter(name -> name.contains(names.get(i))))
                            .as(names.get(i))
                            .hasSize(1));
        }
    }
}
