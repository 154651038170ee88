package greenlight.runner.registry;

import static org.assertj.core.api.Assertions.assertThat;

import greenlight.runner.model.Model;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Models that lie in jars and folders of their own. */
class ModelsTest {
    @TempDir
    private Path folder;

    /** What the program has without its further models. */
    private static final class WithoutModels extends ClassLoader {
        private WithoutModels() {
            super(ModelsTest.class.getClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (name.startsWith("segregation.")) {
                throw new ClassNotFoundException(name);
            }
            return super.loadClass(name, resolve);
        }

        @Override
        public Enumeration<URL> getResources(String name) {
            return Collections.emptyEnumeration();
        }
    }

    private static Class<? extends Model> segregation(ClassLoader loader) throws ClassNotFoundException {
        return loader.loadClass("segregation.Segregation").asSubclass(Model.class);
    }

    private URL place(String digest) throws IOException {
        Path place = Files.createDirectories(folder.resolve(digest));
        Files.writeString(place.resolve("models.digest"), digest + "\n");
        return place.toUri().toURL();
    }

    @Test
    void aModelHasTheDigestBesideItsOwnClassesWhateverIsBeforeIt() throws Exception {
        URL other = place("other");
        URL own = place("own");
        Path compiled = Path.of(segregation(ModelsTest.class.getClassLoader())
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        Path copy = Files.createDirectories(folder.resolve("own/segregation"));
        try (Stream<Path> classes = Files.list(compiled.resolve("segregation"))) {
            for (Path file : classes.toList()) {
                Files.copy(file, copy.resolve(file.getFileName()));
            }
        }
        for (List<URL> order : List.of(List.of(other, own), List.of(own, other))) {
            try (URLClassLoader loader = new URLClassLoader(order.toArray(URL[]::new), new WithoutModels())) {
                Model model = segregation(loader).getConstructor().newInstance();
                assertThat(model.digest()).isEqualTo("own");
            }
        }
    }

    @Test
    void withoutAFileTheDigestIsUnknown() throws ClassNotFoundException {
        assertThat(Models.digest(segregation(ModelsTest.class.getClassLoader()), "none.digest"))
                .isEqualTo(Model.UNKNOWN);
    }
}
