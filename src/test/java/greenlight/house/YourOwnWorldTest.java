package greenlight.house;

import static org.assertj.core.api.Assertions.assertThat;

import greenlight.app.cli.Said;
import greenlight.app.page.PageFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** docs/your-own-world.md: its files are whole, and its commands do what the page says, from an empty folder to a report. */
class YourOwnWorldTest {
    private static final Pattern BLOCK = Pattern.compile("(?ms)^```(\\w+)(?: (\\S+))?\\n(.*?)^```$");

    @TempDir
    private Path folder;

    @Test
    void everyStepOfThePageIsCarriedOut() throws IOException {
        List<MatchResult> blocks =
                BLOCK.matcher(House.text("docs/your-own-world.md")).results().toList();
        for (MatchResult block : blocks) {
            if (block.group(2) != null) {
                Path file = folder.resolve(block.group(2));
                Files.createDirectories(file.getParent());
                Files.writeString(file, block.group(3));
            } else if (block.group(1).equals("sh")) {
                block.group(3).lines().forEach(this::carryOut);
            }
        }
        assertThat(folder.resolve("worlds/out/report.html")).isNotEmptyFile();
        assertThat(folder.resolve("worlds/out/scenarios/harbour/vendors.csv")).isNotEmptyFile();
    }

    private void carryOut(String line) {
        assertThat(line).startsWith("./greenlight ");
        String command = line.substring("./greenlight ".length());
        if (command.startsWith("run ")) {
            command += " --overwrite --out worlds/run";
        }
        if (command.startsWith("page ") && !PageFile.compiled()) {
            return; // the market is compiled for the browser in the page's own tests
        }
        Said said = Said.by(command.replaceAll("(?<!experiments/)worlds/", folder + "/worlds/")
                .split(" "));
        assertThat(said.code()).as(line + "\n" + said.err()).isZero();
    }
}
