package greenlight.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import greenlight.house.RoomsTable.Row;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class RoomsTest {
    /** The rooms that know MASON; the market's sub-rooms count as the market. */
    private static final Set<String> ENGINE_ROOMS = Set.of("market", "app.page", "app.desktop");

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
    void noRoomsUseEachOtherInACircle() {
        SortedMap<String, Set<String>> uses = new TreeMap<>();
        for (JavaClass type : House.classes()) {
            for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                JavaClass used = dependency.getTargetClass().getBaseComponentType();
                if (House.isOurs(used) && !House.room(used).equals(House.room(type))) {
                    uses.computeIfAbsent(House.room(type), room -> new TreeSet<>())
                            .add(House.room(used));
                }
            }
        }
        assertThat(circles(uses)).isEmpty();
        assertThat(circles(Map.of("a", Set.of("b"), "b", Set.of("c"), "c", Set.of("b"), "d", Set.of("a"))))
                .containsExactly("b", "c");
    }

    /** The rooms that use themselves by way of others. */
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
        Set<String> uses = new TreeSet<>();
        for (JavaClass type : House.classes()) {
            String room = House.room(type).replaceFirst("^market\\..*", "market");
            for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                String used = dependency.getTargetClass().getBaseComponentType().getName();
                if (!ENGINE_ROOMS.contains(room) && (used.startsWith("sim.") || used.startsWith("ec."))) {
                    uses.add(dependency.getDescription());
                }
            }
        }
        assertThat(uses).isEmpty();
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
