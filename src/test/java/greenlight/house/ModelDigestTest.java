package greenlight.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The model's digest covers all that a run is made of, and moves with nothing else. */
class ModelDigestTest {
    private static final String JAVA = "src/main/java/";
    private static final String RESOURCES = "src/main/resources/";

    /** Through it the runner knows the market, and nothing that it does not reach takes part in a run. */
    private static final String ADAPTER = "MarketModel";

    @TempDir
    private Path folder;

    private static Set<JavaClass> reached(JavaClasses classes) {
        Deque<JavaClass> waiting = new ArrayDeque<>();
        classes.stream().filter(type -> type.getSimpleName().equals(ADAPTER)).forEach(waiting::add);
        assertThat(waiting).hasSize(1);
        Set<JavaClass> reached = new TreeSet<>((one, other) -> one.getName().compareTo(other.getName()));
        while (!waiting.isEmpty()) {
            JavaClass type = waiting.remove();
            if (House.isOurs(type) && reached.add(type)) {
                for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                    waiting.add(dependency.getTargetClass().getBaseComponentType());
                }
            }
        }
        return reached;
    }

    private static String source(JavaClass type) {
        return JAVA + type.getName().replaceFirst("\\$.*", "").replace('.', '/') + ".java";
    }

    private static boolean isIn(String path, String listed) {
        return path.equals(listed) || path.startsWith(listed + "/");
    }

    @Test
    void everyClassThatARunReachesIsListed() {
        Set<String> missing = new TreeSet<>();
        for (JavaClass type : reached(House.classes())) {
            if (ModelSources.listed().stream().noneMatch(path -> isIn(source(type), path))) {
                missing.add(source(type));
            }
        }
        assertThat(missing).as("add them to " + ModelSources.LIST).isEmpty();
    }

    @Test
    void everyPathListedHoldsClassesThatARunReachesOrTheirData() {
        Set<JavaClass> reached = reached(House.classes());
        for (String path : ModelSources.listed()) {
            String beside = path.startsWith(RESOURCES)
                    ? path.replaceFirst("^" + RESOURCES, JAVA).replaceFirst("/[^/]+$", "") // data of the room above it
                    : path;
            assertThat(reached.stream().anyMatch(type -> isIn(source(type), beside)))
                    .as(path)
                    .isTrue();
        }
    }

    @Test
    void dataBesideListedClassesIsListed() throws IOException {
        Set<String> missing = new TreeSet<>();
        for (String path : ModelSources.listed()) {
            Path data = Path.of(path.replaceFirst("^" + JAVA, RESOURCES));
            if (Files.isDirectory(data)) {
                try (Stream<Path> files = Files.walk(data)) {
                    files.filter(Files::isRegularFile)
                            .map(file -> file.toString().replace('\\', '/'))
                            .filter(file -> ModelSources.listed().stream().noneMatch(other -> isIn(file, other)))
                            .forEach(missing::add);
                }
            }
        }
        assertThat(missing).as("add their folders to " + ModelSources.LIST).isEmpty();
    }

    @Test
    void theDigestMovesWithAConstantAnEventAndALibraryAndNotWithLineEndsOrOtherFiles() throws Exception {
        ModelSources sources = ModelSources.copy(folder.resolve("tree"));
        Path classes = folder.resolve("classes");
        String digest = sources.digest(classes);
        assertThat(digest).matches("[0-9a-f]{16}");
        Path rule = sources.file("Bass.java");
        String text = Files.readString(rule);
        Files.writeString(rule, text.replace("\n", "\r\n"));
        Files.writeString(rule.resolveSibling(".Bass.java.swp"), "an editor's");
        Files.createDirectories(sources.root().resolve(RESOURCES + "greenlight/page"));
        Files.writeString(sources.root().resolve(RESOURCES + "greenlight/page/page.js"), "the page's");
        assertThat(sources.digest(classes)).isEqualTo(digest);
        Files.writeString(rule, text.replaceFirst(";", "; "));
        assertThat(sources.digest(classes)).isNotEqualTo(digest);
        Files.writeString(rule, text);
        Path events = sources.file("timeline.csv");
        String rows = Files.readString(events);
        Files.writeString(events, rows + "30,model_release,Someone,,,,S1\n");
        assertThat(sources.digest(classes)).isNotEqualTo(digest);
        Files.writeString(events, rows);
        Path pom = sources.root().resolve("pom.xml");
        String versions = Files.readString(pom);
        Files.writeString(
                pom,
                versions.replace(
                        "<artifactId>mason</artifactId><version>18<", "<artifactId>mason</artifactId><version>19<"));
        assertThat(sources.digest(classes)).isNotEqualTo(digest);
        Files.writeString(
                pom,
                versions.replace(
                        "<artifactId>picocli</artifactId><version>", "<artifactId>picocli</artifactId><version>9"));
        assertThat(sources.digest(classes)).isEqualTo(digest);
    }
}
