package greenlight.runner.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import greenlight.runner.design.DesignType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Files that people write wrongly: each is told its places, causes and fixes, word by word. */
class BadFilesTest {
    static final Path FOLDER = Path.of("src/test/resources/greenlight/runner/spec/bad");

    /** The sentences for each file, under its name. */
    private static final Path SENTENCES = FOLDER.resolve("sentences.txt");

    static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void everyBadFileIsToldItsPlacesCausesAndFixes() throws Exception {
        StringBuilder told = new StringBuilder();
        for (Path file : files()) {
            BadExperiment bad =
                    catchThrowableOfType(BadExperiment.class, () -> ExperimentReader.read(file, new IshigamiModel()));
            assertThat(bad).as(file.toString()).isNotNull();
            told.append(file.getFileName()).append('\n');
            bad.messages()
                    .forEach(message -> told.append("  ")
                            .append(message.replace(FOLDER + "/", ""))
                            .append('\n'));
        }
        assertThat(told.toString()).isEqualTo(Files.readString(SENTENCES));
    }

    @Test
    void everySentenceHasAPlaceAndEndsAsOne() throws IOException {
        for (String line : Files.readAllLines(SENTENCES)) {
            assertThat(line).matches("[a-z-]+\\.yaml|  [a-z-]+\\.(yaml:\\d+:\\d+|csv:\\d+(:\\d+)?): .+[.?]");
        }
    }

    @Test
    void thereIsABadFileForEveryKeyAndEveryDesign() throws IOException {
        Set<String> names = new TreeSet<>();
        for (Path file : files()) {
            names.add(file.getFileName().toString());
        }
        assertThat(names).hasSizeGreaterThanOrEqualTo(40);
        List<String> wanted = new ArrayList<>(Key.of(new IshigamiModel()).keySet());
        Stream.of(DesignType.values()).map(DesignType::word).forEach(wanted::add);
        for (String word : wanted) {
            assertThat(names).as(word).anyMatch(name -> name.startsWith(word + "-"));
        }
    }
}
