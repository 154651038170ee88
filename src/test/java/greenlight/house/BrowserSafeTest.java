package greenlight.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.DoubleFunction;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import sim.display.GUIState;
import sim.engine.SimState;
import sim.field.network.Network;
import sim.util.Bag;

class BrowserSafeTest {
    @Test
    void theMarketAndTheRoomsUnderItCallNothingThatDiffersInABrowser() {
        List<String> broken = new ArrayList<>();
        for (JavaClass type : House.classes()) {
            if (BrowserRules.bind(type)) {
                broken.addAll(BrowserRules.broken(type));
            }
        }
        assertThat(broken).isEmpty();
    }

    @Test
    void theRulesBindTheMarketItsSubRoomsAndTheRoomsUnderIt() {
        Set<String> bound = new TreeSet<>();
        for (JavaClass type : House.classes()) {
            if (BrowserRules.bind(type)) {
                bound.add(House.room(type).replaceFirst("\\..*", ""));
            }
        }
        assertThat(bound).contains("runner", "market").isSubsetOf("runner", "market");
    }

    @Test
    void everyOffenceIsCaughtWithItsClassAndLine() {
        Set<String> broken = BrowserRules.broken(read(Offences.class));
        for (Method offence : Offences.class.getDeclaredMethods()) {
            if (!offence.isSynthetic()) {
                assertThat(broken)
                        .as(offence.getName())
                        .anySatisfy(line -> assertThat(line)
                                .containsPattern("BrowserSafeTest\\$Offences\\." + offence.getName()
                                        + "\\b.*BrowserSafeTest\\.java:\\d+"));
            }
        }
        assertThat(broken)
                .anySatisfy(line -> assertThat(line).startsWith("Field <").contains("Offences.narrow>"));
    }

    @Test
    void whatIsTheSameEverywhereIsLeftAlone() {
        assertThat(BrowserRules.broken(read(Innocence.class))).isEmpty();
    }

    private static JavaClass read(Class<?> type) {
        return new ClassFileImporter().importClasses(type).get(type);
    }

    /** One offence a method. */
    @SuppressWarnings("all")
    private static final class Offences {
        private float narrow;

        double transcendental(double x) {
            return Math.exp(x);
        }

        double strictTranscendental(double x) {
            return StrictMath.pow(x, 0.3);
        }

        DoubleUnaryOperator reference() {
            return Math::log;
        }

        DoubleUnaryOperator lambda() {
            return x -> Math.tanh(x);
        }

        double compensatedSum(double[] values) {
            return Arrays.stream(values).sum();
        }

        double compensatedMean(DoubleStream values) {
            return values.average().orElse(0);
        }

        double collectedSum(Stream<Double> values) {
            return values.collect(Collectors.summingDouble(x -> x));
        }

        Map<String, Integer> hashMap() {
            return new HashMap<>();
        }

        Set<String> hashSet(List<String> names) {
            return new HashSet<>(names);
        }

        Supplier<Map<String, Integer>> hashMapReference() {
            return HashMap::new;
        }

        Set<String> setOf() {
            return Set.of("a", "b");
        }

        Map<String, Integer> mapCopy(Map<String, Integer> map) {
            return Map.copyOf(map);
        }

        Set<String> toSet(Stream<String> names) {
            return names.collect(Collectors.toSet());
        }

        Map<Integer, List<String>> grouping(Stream<String> names) {
            return names.collect(Collectors.groupingBy(String::length));
        }

        Map<String, Integer> toMap(Stream<String> names) {
            return names.collect(Collectors.toMap(name -> name, String::length));
        }

        String format(int x) {
            return String.format("%d", x);
        }

        String formatted(int x) {
            return "%d".formatted(x);
        }

        double narrowing(double x) {
            return (float) x;
        }

        int narrowArray() {
            return new float[2].length;
        }

        double narrowArgument(float x) {
            return 1;
        }

        double random() {
            return Math.random();
        }

        Object dice() {
            return new Random(1);
        }

        void shuffle(List<String> names) {
            Collections.shuffle(names);
        }

        long millis() {
            return System.currentTimeMillis();
        }

        long nanos() {
            return System.nanoTime();
        }

        Object today() {
            return java.time.LocalDate.now();
        }

        Object thread() {
            return new Thread(() -> {});
        }

        int pool(java.util.concurrent.ExecutorService pool) {
            return 1;
        }

        int parallelStream(int n) {
            return IntStream.range(0, n).parallel().sum();
        }

        void parallelSort(double[] values) {
            Arrays.parallelSort(values);
        }

        void print() {
            System.out.println("x");
        }

        void printError(RuntimeException e) {
            e.printStackTrace();
        }

        boolean file() {
            return new java.io.File("x").exists();
        }

        Object path() {
            return java.nio.file.Path.of("x");
        }

        String doubleToString(double x) {
            return Double.toString(x);
        }

        String valueOf(double x) {
            return String.valueOf(x);
        }

        StringBuilder append(StringBuilder text, double x) {
            return text.append(x);
        }

        DoubleFunction<String> textReference() {
            return Double::toString;
        }

        String joined(double x) {
            return "x is " + x;
        }

        String joinedBoxed(Double x, int y) {
            return y + " or " + x;
        }

        int recordHash(Pair pair) {
            return pair.hashCode();
        }

        int enumHash(Thread.State state) {
            return state.hashCode();
        }

        int identityHash(Object object) {
            return System.identityHashCode(object);
        }

        void engineLoop(String[] arguments) {
            SimState.doLoop(SimState.class, arguments);
        }

        boolean engineDice(SimState state) {
            return state.random.nextBoolean();
        }

        Object engineDisplay(GUIState display) {
            return display;
        }

        Object otherLibrary() {
            return tools.jackson.core.io.NumberOutput.toString(1);
        }
    }

    /** What the rules must let pass. */
    @SuppressWarnings("UnusedMethod")
    private static final class Innocence extends SimState {
        private static final long serialVersionUID = 1;
        private final transient Network network = new Network();

        Innocence(long seed) {
            super(seed);
        }

        double arithmetic(double x, long y) {
            return Math.max(Math.sqrt(Math.abs(x)), Math.floor(x)) + Math.floorMod(y, 7L) + Math.multiplyHigh(y, y);
        }

        double sum(double[] values) {
            double sum = 0;
            for (double value : values) {
                sum += value;
            }
            return sum;
        }

        int wholeSum(int[] values) {
            return Arrays.stream(values).sum();
        }

        Map<Integer, List<String>> grouping(Stream<String> names) {
            return names.collect(Collectors.groupingBy(String::length, TreeMap::new, Collectors.toList()));
        }

        Map<String, Integer> ordered(List<String> names) {
            Map<String, Integer> lengths = new LinkedHashMap<>();
            names.forEach(name -> lengths.put(name, name.length()));
            return lengths;
        }

        String text(int quarter, String name) {
            return name + " in quarter " + quarter;
        }

        Object refusal(double x) {
            if (x < 0) {
                throw new IllegalArgumentException("The price is " + x + ", below zero.");
            }
            return new Pair(1, x);
        }

        Bag edges(Object firm) {
            return network.getEdgesOut(firm);
        }
    }

    private record Pair(int count, double price) {}
}
