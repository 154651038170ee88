package greenlight.runner.run;

import static org.assertj.core.api.Assertions.assertThat;

import greenlight.runner.spec.Experiment;
import greenlight.runner.spec.ExperimentReader;
import greenlight.runner.spec.IshigamiModel;
import greenlight.runner.spec.Run;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A sampled switch has two levels only, so points of a sample may be equal: each keeps its row, and what their one run did is told once. */
class EqualPointsTest {
    @TempDir
    private Path folder;

    @Test
    void equalPointsHaveARowEach() throws Exception {
        String text = "name: x\nreplications: 2\ndesign: {type: saltelli, base: 8, factors: [mirror]}";
        Experiment experiment = ExperimentReader.read(text, "x.yaml", new IshigamiModel());
        PrintStream nowhere = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
        Sweep.Result result =
                new Sweep(experiment).run(folder, 2, StartMode.FRESH, new Progress(Progress.Way.NONE, nowhere));
        assertThat(result.ok()).isEqualTo(48);
        List<String> lines = lines(folder.resolve("runs.csv"));
        assertThat(lines).hasSize(49);
        for (int index = 0; index < 48; index++) {
            assertThat(lines.get(index + 1))
                    .startsWith(experiment.run(index).id() + "," + index / 2 + "," + index % 2 + ",");
        }
        assertThat(lines.stream().skip(1).map(line -> line.substring(0, 17)).distinct())
                .hasSize(4);
        assertThat(lines(folder.resolve("ends.csv"))).as("details once").hasSize(1 + 4);
        assertThat(Files.readString(folder.resolve("datapackage.json")).replaceAll("\\s", ""))
                .contains("\"primaryKey\":[\"point\",\"replication\"]")
                .doesNotContain("\"unique\"");
        try (Audit audit = new Audit(experiment, folder)) {
            for (Run run : audit.choose(48, 1)) {
                assertThat(audit.check(run, 1, new HashMap<>())).isEmpty();
            }
        }
    }

    private static List<String> lines(Path file) throws Exception {
        return Files.readAllLines(file);
    }
}
