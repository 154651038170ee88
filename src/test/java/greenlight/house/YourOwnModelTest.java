package greenlight.house;

import static org.assertj.core.api.Assertions.assertThat;

import greenlight.app.cli.StandInLauncher;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** docs/your-own-model.md: its files are those of src/models, and its steps do what the page says. */
@Tag("generated")
class YourOwnModelTest {
    private static final String PAGE = "docs/your-own-model.md";
    private static final Path MODELS = Path.of("src", "models");
    private static final Pattern BLOCK = Pattern.compile("(?ms)^```(\\w+)(?: (\\S+))?\\n(.*?)^```$");

    @TempDir
    private Path folder;

    private static Map<String, String> files() {
        Map<String, String> files = new TreeMap<>();
        blocks().filter(block -> block.group(2) != null).forEach(block -> files.put(block.group(2), block.group(3)));
        return files;
    }

    private static Stream<MatchResult> blocks() {
        return BLOCK.matcher(House.text(PAGE)).results();
    }

    private static Path source(String file) {
        return file.endsWith(".java") ? MODELS.resolve("java").resolve(file) : MODELS.resolve(file);
    }

    @Test
    void theFilesOfThePageAreThoseOfTheModel() throws IOException {
        Map<String, String> files = files();
        if (Boolean.getBoolean("greenlight.renew")) {
            String page = House.text(PAGE);
            for (Map.Entry<String, String> file : files.entrySet()) {
                page = page.replace(file.getValue(), Files.readString(source(file.getKey())));
            }
            Files.writeString(Path.of(PAGE), page);
            files = files();
        }
        for (Map.Entry<String, String> file : files.entrySet()) {
            assertThat(file.getValue())
                    .as(
                            PAGE + ", " + file.getKey()
                                    + "; the command that renews generated parts (CONTRIBUTING.md) copies the file into the page")
                    .isEqualTo(Files.readString(source(file.getKey())));
        }
        try (Stream<Path> sources = Files.list(MODELS.resolve("java/segregation"))) {
            assertThat(files.keySet())
                    .containsAll(sources.filter(file -> !file.endsWith("package-info.java"))
                            .map(file -> "segregation/" + file.getFileName())
                            .toList());
        }
    }

    @Tag("slow")
    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "the commands are for sh")
    void everyStepOfThePageIsCarriedOut() throws Exception {
        for (Map.Entry<String, String> file : files().entrySet()) {
            Path copy = folder.resolve(file.getKey());
            Files.createDirectories(copy.getParent());
            Files.writeString(copy, file.getValue());
        }
        String program = program();
        StandInLauncher.into(folder, program + File.pathSeparator + folder.resolve("segregation.jar"));
        String commands = blocks().filter(block -> block.group(1).equals("sh"))
                .map(block -> block.group(3))
                .collect(Collectors.joining());

        String output = run(commands, program);

        assertThat(output.lines().filter(line -> line.startsWith("model ")))
                .hasSize(2)
                .last()
                .asString()
                .matches("model segregation 1, digest [0-9a-f]{40}");
        assertThat(output).contains("160 runs ok", "like_share of all, step by step", "all rows are the same");
        List<String> shown = blocks().filter(block -> block.group(1).equals("text"))
                .flatMap(block -> block.group(3).lines())
                .toList();
        assertThat(shown).isNotEmpty();
        assertThat(output).contains(shown);
        assertThat(folder.resolve("results/segregation/report.html"))
                .content()
                .contains("Over time", "like_share by wanted");
    }

    /** The class path of the program: that of the tests without the models, which the page builds itself. */
    private static String program() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(path -> !Files.exists(Path.of(path, "segregation")))
                .collect(Collectors.joining(File.pathSeparator));
    }

    private String run(String commands, String program) throws Exception {
        Path output = folder.resolve("output");
        ProcessBuilder shell = new ProcessBuilder("sh", "-e", "-c", commands)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        shell.environment().put("GREENLIGHT", program);
        String java = Path.of(System.getProperty("java.home"), "bin").toString();
        shell.environment().merge("PATH", java, (path, jdk) -> jdk + File.pathSeparator + path);
        Process process = shell.start();
        assertThat(process.waitFor(4, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).as(Files.readString(output)).isZero();
        return Files.readString(output);
    }
}
