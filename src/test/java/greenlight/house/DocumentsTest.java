package greenlight.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What documents name exists: files, headings, rooms, classes. */
class DocumentsTest {
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");
    private static final Pattern CODE = Pattern.compile("`([^`\n]+)`");

    @ParameterizedTest
    @MethodSource("pages")
    void everyLinkLeadsToAFileOrAHeading(Path page) throws IOException {
        List<String> broken = new ArrayList<>();
        for (String link : found(LINK, Files.readString(page))) {
            String[] parts = link.split("#", 2);
            if (link.matches("[a-z]+:.*") || parts[0].equals("greenlight.html")) { // the page, which LessonsTest opens
                continue;
            }
            Path target =
                    parts[0].isEmpty() ? page : page.resolveSibling(parts[0]).normalize();
            if (!Files.exists(target) || (parts.length > 1 && !anchors(target).contains(parts[1]))) {
                broken.add(link);
            }
        }
        assertThat(broken).isEmpty();
    }

    @Test
    void theArchitectureNamesRoomsOfTheReadme() {
        Set<String> rooms = RoomsTable.read(House.text("README.md")).rows().stream()
                .map(RoomsTable.Row::room)
                .collect(Collectors.toSet());
        List<String> named = found(CODE, House.text("docs/architecture.md")).stream()
                .filter(code -> code.matches("(runner|market|app)\\.[a-z.]+"))
                .distinct()
                .toList();
        assertThat(named).hasSizeGreaterThan(10).isSubsetOf(rooms);
    }

    /** The third column of the glossary's tables. */
    @Test
    void theGlossaryNamesClassesOfTheProgram() {
        Set<String> classes = House.classes().stream()
                .map(type -> type.getFullName().replaceFirst(".*\\.", "").replace('$', '.'))
                .collect(Collectors.toSet());
        List<String> named = House.text("docs/glossary.md")
                .lines()
                .filter(line -> line.matches("\\|.*\\|.*\\|.*\\|.*\\|"))
                .flatMap(line -> found(CODE, line.split("\\|", -1)[3]).stream())
                .toList();
        assertThat(named).hasSizeGreaterThan(30);
        assertThat(named)
                .as("classes that docs/glossary.md names; a class that was renamed has its new name there, too")
                .filteredOn(name -> !classes.contains(name))
                .isEmpty();
    }

    static List<Path> pages() throws IOException {
        List<Path> pages = new ArrayList<>();
        try (Stream<Path> top = Files.list(Path.of(""));
                Stream<Path> docs = Files.walk(Path.of("docs"))) {
            Stream.concat(top, docs)
                    .filter(file -> file.toString().endsWith(".md"))
                    .sorted()
                    .forEach(pages::add);
        }
        return pages;
    }

    /** The names of a page's headings in links, as GitHub makes them. */
    private static List<String> anchors(Path page) throws IOException {
        return Files.readAllLines(page).stream()
                .filter(line -> line.matches("#+ .*"))
                .map(line -> line.replaceFirst("#+ ", "").toLowerCase(Locale.ROOT))
                .map(heading -> heading.replaceAll("[^\\p{L}\\p{N}_ -]", "").replace(' ', '-'))
                .toList();
    }

    private static List<String> found(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(match -> match.group(1)).toList();
    }
}
