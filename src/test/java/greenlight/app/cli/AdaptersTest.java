package greenlight.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the commands are for sh")
class AdaptersTest {
    @TempDir
    private Path folder;

    @Test
    void theShellLoopOfThePageMakesOneTable() throws Exception {
        String page = Files.readString(Path.of("docs/adapters.md"));
        String loop = page.substring(page.indexOf("```sh\n") + "```sh\n".length());
        Path script = Files.writeString(folder.resolve("loop.sh"), loop.substring(0, loop.indexOf("```")));
        StandInLauncher.into(folder, System.getProperty("java.class.path"));
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
