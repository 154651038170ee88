package greenlight.house;

import static org.assertj.core.api.Assertions.assertThat;

import greenlight.app.cli.StandInLauncher;
import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every recipe of the documents is carried out: its changes on copies of the files, then its commands. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the commands are for sh")
class RecipesTest {
    private static final Path PAGE = Path.of("docs", "recipes.md");
    private static final Path JAVA = Path.of("src", "main", "java");
    private static final Path RESOURCES = Path.of("src", "main", "resources");

    @TempDir
    private Path copy;

    static List<Recipe> recipes() throws IOException {
        return Recipe.read(PAGE);
    }

    @Tag("slow")
    @ParameterizedTest
    @MethodSource("recipes")
    void theRecipeDoesWhatItSays(Recipe recipe) throws Exception {
        Path classes = Files.createDirectories(copy.resolve("classes"));
        List<File> sources = new ArrayList<>();
        for (Recipe.Change change : recipe.changes()) {
            Path file = change.file();
            List<String> lines = Files.exists(file) ? Files.readAllLines(file) : List.of();
            Path changed = copy.resolve(file);
            if (file.startsWith(RESOURCES)) {
                changed = classes.resolve(RESOURCES.relativize(file));
            } else if (file.startsWith(JAVA)) {
                sources.add(changed.toFile());
            }
            Files.createDirectories(changed.getParent());
            Files.writeString(changed, change.appliedTo(lines));
        }
        compile(sources, classes);

        String output = run(recipe.commands(), classes);

        assertThat(output).contains(recipe.output());
    }

    @Test
    void thereIsARecipeForEachKindOfExtension() throws IOException {
        assertThat(recipes().stream().map(Recipe::title))
                .containsExactly("A parameter", "A measure", "A mechanism", "A scenario", "A design");
        assertThat(recipes()).noneMatch(recipe -> recipe.output().isEmpty());
    }

    private static void compile(List<File> sources, Path classes) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter complaints = new StringWriter();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            List<String> options =
                    List.of("-proc:none", "-Xlint:all", "-Werror", "-d", classes.toString(), "-cp", classPath());
            boolean compiled = compiler.getTask(
                            complaints, files, null, options, null, files.getJavaFileObjectsFromFiles(sources))
                    .call();
            assertThat(compiled).as(complaints.toString()).isTrue();
        }
    }

    /** What the commands print, with the changed classes before the others. */
    private String run(String commands, Path classes) throws Exception {
        StandInLauncher.into(copy, classes + File.pathSeparator + classPath());
        Path output = copy.resolve("output");
        Process shell = new ProcessBuilder("sh", "-e", "-c", commands)
                .directory(copy.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        assertThat(shell.waitFor(2, TimeUnit.MINUTES)).isTrue();
        assertThat(shell.exitValue()).as(Files.readString(output)).isZero();
        return Files.readString(output);
    }

    private static String classPath() {
        return System.getProperty("java.class.path");
    }
}
