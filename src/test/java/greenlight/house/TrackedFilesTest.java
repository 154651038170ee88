package greenlight.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What git tracks; passed over where the sources stand without git. */
class TrackedFilesTest {
    private static final Set<String> TOP = Set.of(
            "pom.xml",
            "README.md",
            "src",
            "experiments",
            "results",
            "greenlight",
            "docs",
            "LICENSE",
            "CHANGELOG.md",
            "CITATION.cff",
            "codemeta.json",
            "CONTRIBUTING.md",
            "SECURITY.md",
            "greenlight.cmd",
            "mvnw",
            "mvnw.cmd");

    /** Paths of one machine; written in pieces, so that this file has none. */
    private static final Pattern MACHINE_PATH =
            Pattern.compile("(?<![\\w.$}-])/(?:wo" + "rk|ro" + "ot|ho" + "me/\\w+|Us" + "ers/\\w+)/");

    /** Hosts that packages come from. */
    private static final Pattern REGISTRY = Pattern.compile(
            "(?:repo1?\\.ma" + "ven\\.|registry\\.np" + "mjs|files\\.python" + "hosted|py" + "pi\\.org|deb\\.deb"
                    + "ian\\.org"
                    + "|oss\\.sona" + "type|jit" + "pack\\.io|proxy\\.gol" + "ang"
                    + "|https?://(?:[\\w-]+\\.)*(?:arti" + "factory|nex" + "us|regis" + "try|mir" + "rors?)[.:/-])",
            Pattern.CASE_INSENSITIVE);

    @Test
    void noTrackedFileNamesAPlaceOnOneMachineOrAPackageRegistry() throws IOException {
        List<String> found = new ArrayList<>();
        for (String path : tracked().keySet()) {
            Path file = Path.of(path);
            if (Files.isRegularFile(file)) { // one deleted and not yet committed is none
                found.addAll(foreign(path, Files.readString(file, StandardCharsets.ISO_8859_1)));
            }
        }
        assertThat(found).isEmpty();
    }

    @Test
    void whatIsStartedHasTheRunBit() throws IOException {
        assertThat(tracked())
                .containsEntry("greenlight", "100755")
                .containsEntry(".ci/run", "100755")
                .containsEntry("mvnw", "100755");
    }

    @Test
    void theTopLevelHoldsTheAgreedNamesAndDotFiles() throws IOException {
        assertThat(tracked().keySet().stream()
                        .map(path -> path.replaceFirst("/.*", ""))
                        .filter(name -> !name.startsWith(".") && !TOP.contains(name))
                        .distinct())
                .isEmpty();
    }

    @Test
    void suchPlacesAreFoundAndOthersAreNot() {
        assertThat(foreign("a.md", "fine\nsee /wo" + "rk/x and /ho" + "me/me/x\n"))
                .containsExactly("a.md:2: /wo" + "rk/", "a.md:2: /ho" + "me/me/");
        assertThat(foreign("a.xml", "https://repo.ma" + "ven.apache.org/maven2"))
                .containsExactly("a.xml:1: repo.ma" + "ven.");
        assertThat(foreign("a.txt", "http://my.nex" + "us.example:8081/x")).hasSize(1);
        assertThat(foreign(
                        "a.xml",
                        "http://maven.apache.org/POM/4.0.0 https://example.org/wo" + "rk/x http://127.0.0.1:8080/"))
                .isEmpty();
    }

    private static List<String> foreign(String path, String text) {
        List<String> found = new ArrayList<>();
        int number = 0;
        for (String line : text.lines().toList()) {
            number++;
            for (Pattern pattern : List.of(MACHINE_PATH, REGISTRY)) {
                Matcher matcher = pattern.matcher(line);
                while (matcher.find()) {
                    found.add(path + ":" + number + ": " + matcher.group());
                }
            }
        }
        return found;
    }

    /** Path and mode of every tracked file. */
    private static Map<String, String> tracked() throws IOException {
        assumeTrue(Files.exists(Path.of(".git")), "no git here");
        // git refuses a folder of another user unless told otherwise, and a build machine often checks out as another
        Process git = new ProcessBuilder("git", "-c", "safe.directory=*", "ls-files", "--stage", "-z")
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String listing = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        Map<String, String> files = new LinkedHashMap<>();
        for (String entry : listing.split("\0", -1)) { // mode, object, stage, tab, path
            int tab = entry.indexOf('\t');
            if (tab > 0) {
                files.put(entry.substring(tab + 1), entry.substring(0, entry.indexOf(' ')));
            }
        }
        assertThat(files).as("what git tracks").isNotEmpty();
        return files;
    }
}
