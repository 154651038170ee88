package greenlight.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/**
 * A copy of what the model's digest is made of, to be edited.
 *
 * @param root where {@code pom.xml} and {@code src} are
 */
public record ModelSources(Path root) {
    static final String LIST = "src/build/model.txt";

    /** The files and folders that count, by their paths from the top of the repository. */
    static List<String> listed() {
        return House.text(LIST)
                .lines()
                .filter(line -> !line.startsWith("#") && !line.startsWith("dependency "))
                .toList();
    }

    /** Copies the repository's. */
    public static ModelSources copy(Path root) throws IOException {
        copy("pom.xml", root);
        copy(LIST, root);
        for (String path : listed()) {
            copy(path, root);
        }
        return new ModelSources(root);
    }

    private static void copy(String path, Path root) throws IOException {
        try (Stream<Path> files = Files.walk(Path.of(path))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = root.resolve(file.toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
    }

    /** The first file of a name, in alphabetical order of folders. */
    public Path file(String name) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> file.endsWith(name))
                    .sorted()
                    .findFirst()
                    .orElseThrow();
        }
    }

    /** Makes the digest with the build's own program, and writes it into a folder of classes. */
    public String digest(Path classes) throws ReflectiveOperationException, IOException {
        Path build = root.resolve("build");
        if (!Files.exists(build)) {
            int code = ToolProvider.getSystemJavaCompiler()
                    .run(null, null, null, "-d", build.toString(), "src/build/ModelDigest.java");
            assertThat(code).isZero();
        }
        try (URLClassLoader loader = new URLClassLoader(new URL[] {build.toUri().toURL()})) {
            loader.loadClass("ModelDigest").getMethod("main", String[].class).invoke(null, (Object)
                    new String[] {root.toString(), classes.toString()});
        }
        return Files.readString(classes.resolve("greenlight/model.digest")).strip();
    }
}
