package greenlight.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import greenlight.app.page.PageFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The classroom page as the command writes it, once for all tests; passed over where the market is not compiled. */
public final class WrittenPage {
    private static Path file;

    private WrittenPage() {}

    /** The page. */
    public static synchronized Path file() {
        assumeTrue(
                PageFile.compiled(),
                "The page is not tested: the market is not compiled for the browser. mvn -Ppage verify compiles it and tests.");
        if (file == null) {
            // each process of the tests has its own
            String process = Long.toString(ProcessHandle.current().pid());
            Path out = Path.of("target", "page", process, "greenlight.html").toAbsolutePath();
            Said said = Said.by("page", "--out", out.toString());
            assertThat(said.code()).as(said.err()).isZero();
            file = out;
        }
        return file;
    }

    /** Gives the command {@code run} and has its tables written into a folder. */
    public static void run(Path folder, String... words) {
        List<String> all = new ArrayList<>(List.of("run"));
        all.addAll(List.of(words));
        all.addAll(List.of("--out", folder.toString(), "--overwrite"));
        Said said = Said.by(all.toArray(String[]::new));
        assertThat(said.code()).as(said.err()).isZero();
    }
}
