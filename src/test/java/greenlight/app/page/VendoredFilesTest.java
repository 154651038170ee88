package greenlight.app.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Files of others are those that were published, and each has its licence beside it. */
class VendoredFilesTest {
    private static final Path FOLDER = Path.of("src/main/resources/greenlight/app/page/vendor");

    @Test
    void everyFileHasTheChecksumThatIsWrittenDown() throws Exception {
        List<String> sums = Files.readAllLines(FOLDER.resolve("SHA256SUMS"));
        assertThat(sums).isNotEmpty();
        for (String line : sums) {
            String[] parts = line.split(" {2}", 2);
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(FOLDER.resolve(parts[1])));
            assertThat(HexFormat.of().formatHex(digest)).as(parts[1]).isEqualTo(parts[0]);
        }
        try (var files = Files.list(FOLDER)) {
            List<String> binaries = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".js") || name.endsWith(".woff2"))
                    .toList();
            assertThat(binaries).allSatisfy(name -> {
                assertThat(sums).anyMatch(line -> line.endsWith("  " + name));
                assertThat(FOLDER.resolve(name.replaceFirst("\\..*", "") + "-LICENSE.txt"))
                        .exists();
                assertThat(Files.readString(FOLDER.resolve("README.md"))).contains("`" + name + "`");
            });
        }
    }
}
