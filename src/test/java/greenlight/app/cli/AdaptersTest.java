package greenlight.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AdaptersTest {
    @TempDir
    private Path folder;

    @Test
    void theShellLoopOfThePageMakesOneTable() throws Exception {
        String page = Files.readString(Path.of("docs/adapters.md"));
        String loop = page.substring(page.indexOf("```sh\n") + "```sh\n".length());
        Path script = Files.writeString(folder.resolve("loop.sh"), loop.substring(0, loop.indexOf("```")));
        // the launcher would build a jar; the classes under test stand in for it, with options for a quick start
        Path launcher = Files.writeString(
                folder.resolve("greenlight"),
                "#!/bin/sh\nexec '" + Path.of(System.getProperty("java.home"), "bin", "java")
                        + "' -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -cp '"
                        + System.getProperty("java.class.path") + "' greenlight.app.cli.Main \"$@\"\n");
        Files.setPosixFilePermissions(launcher, PosixFilePermissions.fromString("rwxr-xr-x"));
        Path said = folder.resolve("said");

        Process shell = new ProcessBuilder("sh", "-e", script.toString())
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();

        assertThat(shell.waitFor(120, TimeUnit.SECONDS)).isTrue();
        assertThat(said).content().isEmpty();
        assertThat(shell.exitValue()).isZero();
        List<CSVRecord> rows = Tables.rows(folder.resolve("rows.csv"));
        assertThat(rows)
                .extracting(row -> row.get("cost_share") + " " + row.get("seed") + " " + row.get("status"))
                .containsExactly("0.0 1 ok", "0.0 2 ok", "0.2 1 ok", "0.2 2 ok", "0.4 1 ok", "0.4 2 ok");
        assertThat(rows).extracting(row -> row.get("run_id")).doesNotHaveDuplicates();
        assertThat(rows).noneMatch(row -> row.get("peak_daily_loss").isEmpty());
    }
}
