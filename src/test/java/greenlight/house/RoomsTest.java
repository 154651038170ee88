package greenlight.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import greenlight.house.RoomsTable.Row;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RoomsTest {
    /** The rooms that know MASON; the market's sub-rooms count as the market. */
    private static final Set<String> ENGINE_ROOMS = Set.of("market", "app.page", "app.desktop");

    /** The rooms of the runner that the market may use. */
    private static final Set<String> A_MODEL_KNOWS = Set.of("runner.model", "runner.format");

    private static final int MOST_FILES = 15;
    private static final int MOST_LINES = 350;

    private final RoomsTable table = RoomsTable.read(House.text("README.md"));

    @Test
    void everyPackageIsARoomOfTheReadmeAndUsesOnlyWhatItsRowAllows() {
        assertThat(table.broken(House.classes())).isEmpty();
    }

    @Test
    void everyRoomSaysWhatItIsFor() {
        assertThat(table.rows())
                .extracting(
                        row -> Path.of("src/main/java/greenlight", row.room().split("\\.")))
                .allSatisfy(
                        room -> assertThat(room.resolve("package-info.java")).exists());
    }

    @Test
    void theRunnerUsesNoOtherWingAndTheMarketOnlyWhatAModelIs() {
        Set<String> upwards = new TreeSet<>();
        for (JavaClass type : House.classes()) {
            String room = House.room(type);
            for (JavaClass used : usedBy(type)) {
                String other = House.room(used);
                boolean allowed = room.startsWith("app.")
                        || (other.startsWith("runner.")
                                && (room.startsWith("runner.") || A_MODEL_KNOWS.contains(other)))
                        || (wing(room).equals("market") && wing(other).equals("market"));
                if (!allowed) {
                    upwards.add(type.getName() + " uses " + used.getName());
                }
            }
        }
        assertThat(upwards).isEmpty();
    }

    private static String wing(String room) {
        return room.replaceFirst("\\..*", "");
    }

    @Test
    void noRoomsAndNoFilesUseEachOtherInACircle() {
        assertThat(circles(uses(House::room))).as("rooms").isEmpty();
        assertThat(circles(uses(RoomsTest::file))).as("files").isEmpty();
        assertThat(circles(Map.of("a", Set.of("b"), "b", Set.of("c"), "c", Set.of("b"), "d", Set.of("a"))))
                .containsExactly("b", "c");
    }

    @Test
    void aRoomHasAtMostFifteenFilesAndAFileAtMost350Lines() throws IOException {
        SortedMap<String, Integer> files = new TreeMap<>();
        SortedMap<String, Long> longer = new TreeMap<>();
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java/greenlight"))) {
            for (Path file : sources.filter(path -> path.toString().endsWith(".java"))
                    .filter(path -> !path.endsWith("package-info.java"))
                    .toList()) {
                files.merge(file.getParent().toString().replace('\\', '/'), 1, Integer::sum);
                try (Stream<String> lines = Files.lines(file)) {
                    long length = lines.count();
                    if (length > MOST_LINES) {
                        longer.put(file.getFileName().toString(), length);
                    }
                }
            }
        }
        files.values().removeIf(count -> count <= MOST_FILES);
        assertThat(files).as("rooms with more than " + MOST_FILES + " files").isEmpty();
        assertThat(longer).as("files with more than " + MOST_LINES + " lines").isEmpty();
    }

    /** Who uses whom, each class counted as what a function makes of it; nobody uses itself. */
    private static SortedMap<String, Set<String>> uses(Function<JavaClass, String> as) {
        SortedMap<String, Set<String>> uses = new TreeMap<>();
        for (JavaClass type : House.classes()) {
            for (JavaClass used : usedBy(type)) {
                if (!as.apply(used).equals(as.apply(type))) {
                    uses.computeIfAbsent(as.apply(type), user -> new TreeSet<>())
                            .add(as.apply(used));
                }
            }
        }
        return uses;
    }

    /** The project's classes that a class uses. */
    private static Set<JavaClass> usedBy(JavaClass type) {
        return type.getDirectDependenciesFromSelf().stream()
                .map(dependency -> dependency.getTargetClass().getBaseComponentType())
                .filter(House::isOurs)
                .collect(Collectors.toSet());
    }

    /** The class that the file of a class is named after. */
    private static String file(JavaClass type) {
        return type.getName().replaceFirst("\\$.*", "");
    }

    /** Who uses itself by way of others. */
    private static Set<String> circles(Map<String, Set<String>> uses) {
        Set<String> circles = new TreeSet<>();
        for (String room : uses.keySet()) {
            Set<String> reached = new TreeSet<>();
            Deque<String> next = new ArrayDeque<>(uses.get(room));
            while (!next.isEmpty()) {
                String other = next.pop();
                if (reached.add(other)) {
                    next.addAll(uses.getOrDefault(other, Set.of()));
                }
            }
            if (reached.contains(room)) {
                circles.add(room);
            }
        }
        return circles;
    }

    @Test
    void onlyTheMarketAndWhatShowsItKnowTheEngine() {
        assertThat(usesOf("(sim|ec)\\..*", room -> ENGINE_ROOMS.contains(room.replaceFirst("^market\\..*", "market"))))
                .isEmpty();
    }

    @Test
    void onlyCommandsKnowTheCommandLine() {
        assertThat(usesOf("picocli\\..*", room -> room.matches("app\\.cli(\\..*)?")))
                .isEmpty();
        assertThat(usesOf("picocli\\..*", room -> room.startsWith("market"))).isNotEmpty();
    }

    /** Where classes whose names match are used in other rooms than those allowed. */
    private static Set<String> usesOf(String names, Predicate<String> allowed) {
        Set<String> uses = new TreeSet<>();
        for (JavaClass type : House.classes()) {
            for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                String used = dependency.getTargetClass().getBaseComponentType().getName();
                if (used.matches(names) && !allowed.test(House.room(type))) {
                    uses.add(dependency.getDescription());
                }
            }
        }
        return uses;
    }

    @Test
    void aRightTakenAwayIsMissedByTheClassThatUsesIt() {
        Row row = new Row("runner.model", "a question", "`market.chance`");
        assertThat(table.with("runner.model", List.of(row)).broken(House.classes()))
                .contains(
                        "greenlight.runner.model.Setting uses greenlight.runner.format.Decimal, which its row does not allow: "
                                + "| `runner.model` | a question | `market.chance` |");
    }

    @Test
    void aPackageWithoutARowAndARowWithoutAPackageAreFound() {
        assertThat(table.with("market.chance", List.of()).broken(House.classes()))
                .contains("There is no row for the package greenlight.market.chance.");
        Row real = new Row("market.chance", "randomness", "nothing");
        Row empty = new Row("market.cellar", "courts", "`market.chance`, `attic`");
        assertThat(table.with("market.chance", List.of(real, empty, real)).broken(House.classes()))
                .contains(
                        "There is no package greenlight.market.cellar for the row | `market.cellar` | courts | `market.chance`, `attic` |",
                        "There is no row for attic, which stands in the row | `market.cellar` | courts | `market.chance`, `attic` |",
                        "The room market.chance has two rows.");
    }

    @Test
    void theTableIsReadAsItStands() {
        String page = """
                # X
                ## The rooms
                Words.

                | room | duty | may use |
                |---|---|---|
                | `a` | one (two) | nothing (reads files only) |
                | `a.b` | three | `a`, `c` |
                | `c` | | all |

                ## Next
                """;
        assertThat(RoomsTable.read(page).rows())
                .containsExactly(
                        new Row("a", "one (two)", "nothing"),
                        new Row("a.b", "three", "`a`, `c`"),
                        new Row("c", "", "all"));
        assertThatThrownBy(() -> RoomsTable.read(page.replace("| all |", "| everything |")))
                .hasMessageContaining("| `c` | | everything |");
        assertThatThrownBy(() -> RoomsTable.read(page.replace("| `a`, `c` |", "| `a`, c |")))
                .hasMessageContaining("| `a.b` |");
        assertThatThrownBy(() -> RoomsTable.read("# X\n\n| room | duty | may use |\n"))
                .hasMessageContaining("## The rooms");
    }
}
