package greenlight.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every generated part of a document is what the code makes of it; {@code greenlight.renew} writes it anew. */
@Tag("generated")
class GeneratedTest {
    private static final boolean RENEW = Boolean.getBoolean("greenlight.renew");
    private static final String COMMAND = "mvn test -Dgroups=generated -Dgreenlight.renew=true";

    static List<GeneratedPart> parts() throws IOException {
        List<GeneratedPart> parts = new ArrayList<>();
        parts.addAll(ReadmeParts.all());
        parts.addAll(ParameterParts.all());
        parts.addAll(ColumnParts.all());
        parts.addAll(OddParts.all());
        parts.addAll(ResponseParts.all());
        parts.addAll(PosteriorParts.all());
        parts.addAll(AnswerParts.all());
        parts.addAll(LessonParts.all());
        parts.addAll(TermsParts.all());
        parts.addAll(SecondCaseParts.all());
        return parts;
    }

    @ParameterizedTest
    @MethodSource("parts")
    void thePartIsWhatTheCodeMakesOfIt(GeneratedPart part) throws IOException {
        String document = Files.readString(part.page());
        if (RENEW) {
            Files.writeString(part.page(), part.renewedIn(document));
        } else {
            assertThat(part.standsIn(document)).isEqualTo(part.text());
        }
    }

    @Test
    void everyMarkedPartOfADocumentIsMadeByTheCode() throws IOException {
        List<String> marked = new ArrayList<>();
        for (Path page : pages()) {
            String text = Files.readString(page);
            GeneratedPart.namesIn(text).forEach(name -> marked.add(page + ": " + name));
            assertThat(text.lines().filter(line -> line.matches("<!-- (begin|end) .*-->")))
                    .as("marks of %s", page)
                    .hasSize(2 * GeneratedPart.namesIn(text).size());
        }
        assertThat(parts().stream().map(GeneratedPart::toString)).containsExactlyInAnyOrderElementsOf(marked);
    }

    @Test
    void aPartIsRenewedBetweenItsMarksOnly() {
        GeneratedPart part = new GeneratedPart(Path.of("page.md"), "b", "new\n");
        String document = "<!-- begin a -->\nold\n<!-- end a -->\n<!-- begin b -->\nold\n<!-- end b -->\nmore\n";

        assertThat(GeneratedPart.namesIn(document)).containsExactly("a", "b");
        assertThat(part.standsIn(document)).isEqualTo("old\n");
        assertThat(part.renewedIn(document))
                .isEqualTo("<!-- begin a -->\nold\n<!-- end a -->\n<!-- begin b -->\nnew\n<!-- end b -->\nmore\n");
    }

    /** What reads {@code greenlight.renew} has the tag by which the one command finds it, and the command stands once. */
    @Test
    void oneCommandRenewsAllThatIsGenerated() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/test/java"))) {
            assertThat(files.filter(file -> file.toString().endsWith("Test.java"))
                            .map(file -> House.text(file.toString()))
                            .filter(source -> source.contains("getBoolean(\"greenlight.renew\")")))
                    .hasSizeGreaterThan(1)
                    .allMatch(source -> source.contains("@Tag(\"generated\")"));
        }
        assertThat(Path.of("CONTRIBUTING.md")).content().containsOnlyOnce(COMMAND);
        for (Path page : pages()) {
            if (!page.equals(Path.of("CONTRIBUTING.md"))) {
                assertThat(page).content().doesNotContain("greenlight.renew=true");
            }
        }
    }

    /** The documents of the project, in alphabetical order. */
    private static List<Path> pages() throws IOException {
        List<Path> pages = new ArrayList<>(List.of(Path.of("CONTRIBUTING.md"), Path.of("README.md")));
        try (Stream<Path> docs = Files.walk(Path.of("docs"))) {
            docs.filter(file -> file.toString().endsWith(".md")).sorted().forEach(pages::add);
        }
        return pages;
    }
}
