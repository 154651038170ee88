package greenlight.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Tables are read and written in one room, their description in another, and numbers for people in a third. */
class OneReaderTest {
    /** A line cut at its commas, or a table read line by line. */
    private static final Pattern CUT = Pattern.compile("split\\(\",\"|\\.readLine\\(\\)");

    /** Digits, decimals or exponents chosen on the spot. */
    private static final Pattern NUMBER = Pattern.compile(
            "\"[^\"\\n]*%[-+ #0,(]*\\d*(\\.\\d+)?[dfge]\\b|DecimalFormat|NumberFormat\\b|\\.setScale\\(");

    /** Reads the first line of a table, which may be unfinished behind it, and has the reader cut it. */
    private static final Set<String> FIRST_LINE = Set.of("runner/journal/FinishedRunIndex.java");

    @Test
    void onlyTheRoomForCsvKnowsALibraryForIt() {
        Set<String> rooms = new TreeSet<>();
        for (JavaClass type : House.classes()) {
            for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                if (dependency.getTargetClass().getName().startsWith("org.apache.commons.csv.")) {
                    rooms.add(House.room(type));
                }
            }
        }
        assertThat(rooms).containsOnly("runner.csv");
    }

    @Test
    void onlyTheRoomsForResultsAndForPointsOnAStreamReadJson() {
        Set<String> rooms = new TreeSet<>();
        for (JavaClass type : House.classes()) {
            for (JavaMethodCall call : type.getMethodCallsFromSelf()) {
                boolean reads =
                        call.getName().startsWith("read") || call.getName().equals("createParser");
                if (reads && call.getTargetOwner().getName().startsWith("tools.jackson.")) {
                    rooms.add(House.room(type));
                }
            }
        }
        assertThat(rooms).containsOnly("runner.batch", "runner.results");
    }

    @Test
    void noLineIsCutIntoCellsElsewhere() throws IOException {
        Set<String> cutting = matching(CUT, "runner/csv/");
        cutting.removeAll(FIRST_LINE);
        assertThat(cutting).isEmpty();
        assertThat(CUT.matcher("line.split(\",\", -1)").find()).isTrue();
    }

    @Test
    void numbersAreWrittenInOneRoom() throws IOException {
        Set<String> writing = matching(NUMBER, "runner/format/");
        writing.removeIf(name -> name.startsWith("market/"));
        assertThat(writing).isEmpty();
        assertThat(NUMBER.matcher("String.format(Locale.ROOT, \"%.3g\", value)").find())
                .isTrue();
    }

    /** The sources outside a room that have what the pattern describes. */
    private static Set<String> matching(Pattern pattern, String room) throws IOException {
        Path root = Path.of("src/main/java/greenlight");
        Set<String> names = new TreeSet<>();
        try (Stream<Path> sources = Files.walk(root)) {
            for (Path file :
                    sources.filter(path -> path.toString().endsWith(".java")).toList()) {
                String name = root.relativize(file).toString().replace('\\', '/');
                if (!name.startsWith(room)
                        && pattern.matcher(Files.readString(file)).find()) {
                    names.add(name);
                }
            }
        }
        return names;
    }
}
