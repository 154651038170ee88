package greenlight.runner.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import greenlight.runner.model.Model;
import java.io.File;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The classes of the runner's jar run, analyse and report a model without any other class of the program. */
class RunnerAloneTest {
    @TempDir
    private Path folder;

    /** The files that pom.xml puts into the runner's jar, and this test's own program. */
    private Path jar() throws Exception {
        Path jar = folder.resolve("jar");
        Path program = Path.of(
                Model.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        copy(program, "greenlight/runner", jar);
        copy(program, "greenlight/software.properties", jar);
        Path tests = Path.of(RunnerAlone.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        copy(tests, RunnerAlone.class.getName().replace('.', '/') + ".class", jar);
        return jar;
    }

    private static void copy(Path from, String what, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from.resolve(what))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = to.resolve(from.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
    }

    /** Libraries and the models of src/models, without the program and its tests. */
    private static List<URL> libraries() throws IOException {
        List<URL> libraries = new ArrayList<>();
        for (String path : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
            if (!Files.exists(Path.of(path, "greenlight"))) {
                libraries.add(Path.of(path).toUri().toURL());
            }
        }
        return libraries;
    }

    @Test
    void aModelIsSweptAndReportedByTheRunnerAlone() throws Exception {
        Path file = Files.writeString(folder.resolve("x.yaml"), """
                name: alone
                model: segregation
                replications: 3
                set: {width: 10, height: 10, steps: 5}
                design: {type: factorial, factors: {wanted: [0.2, 0.5]}}
                """);
        List<URL> path = new ArrayList<>(List.of(jar().toUri().toURL()));
        path.addAll(libraries());
        try (URLClassLoader alone =
                new URLClassLoader(path.toArray(URL[]::new), ClassLoader.getPlatformClassLoader())) {
            assertThatThrownBy(() -> alone.loadClass("greenlight.market.Market"))
                    .isInstanceOf(ClassNotFoundException.class);
            Object models = alone.loadClass(RunnerAlone.class.getName())
                    .getMethod("sweep", Path.class, Path.class)
                    .invoke(null, file, folder.resolve("out"));
            assertThat(models).isEqualTo(List.of("ishigami", "segregation"));
        }
        assertThat(folder.resolve("out/runs.csv")).content().hasLineCount(7);
        assertThat(folder.resolve("out/report.html")).content().contains("Over time");
    }
}
