package greenlight.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import greenlight.house.RoomsTable.Row;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class RoomsTest {
    /** The rooms that know MASON; the market's sub-rooms count as the market. */
    private static final Set<String> ENGINE_ROOMS = Set.of("market", "page", "desktop");

    private final RoomsTable table = RoomsTable.read(House.text("README.md"));

    @Test
    void everyPackageIsARoomOfTheReadmeAndUsesOnlyWhatItsRowAllows() {
        assertThat(table.broken(House.classes())).isEmpty();
    }

    @Test
    void onlyTheMarketAndWhatShowsItKnowTheEngine() {
        Set<String> uses = new TreeSet<>();
        for (JavaClass type : House.classes()) {
            String room = House.room(type).replaceFirst("\\..*", "");
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
        Row row = new Row("experiment", "a question", "`chance`");
        assertThat(table.with("experiment", List.of(row)).broken(House.classes()))
                .contains(
                        "greenlight.experiment.Model uses greenlight.parameter.Parameters, which its row does not allow: "
                                + "| `experiment` | a question | `chance` |");
    }

    @Test
    void aPackageWithoutARowAndARowWithoutAPackageAreFound() {
        assertThat(table.with("chance", List.of()).broken(House.classes()))
                .contains("There is no row for the package greenlight.chance.");
        Row real = new Row("chance", "luck", "nothing");
        Row empty = new Row("market.cellar", "courts", "`chance`, `attic`");
        assertThat(table.with("chance", List.of(real, empty, real)).broken(House.classes()))
                .contains(
                        "There is no package greenlight.market.cellar for the row | `market.cellar` | courts | `chance`, `attic` |",
                        "There is no row for attic, which stands in the row | `market.cellar` | courts | `chance`, `attic` |",
                        "The room chance has two rows.");
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
