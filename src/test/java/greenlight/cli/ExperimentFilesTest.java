package greenlight.cli;

import static org.assertj.core.api.Assertions.assertThat;

import greenlight.experiment.Experiment;
import greenlight.experiment.ExperimentReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ExperimentFilesTest {
    @TempDir
    private Path folder;

    static List<Path> experiments() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("experiments"))) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("experiments")
    void everyShippedExperimentRunsSmall(Path file) throws IOException {
        String text = Files.readString(file);
        String small = text.replaceAll("(?m)^replications: *\\d+", "replications: 1")
                .replaceFirst("(?m)^seed:", "quarters: 10\nseed:");
        small = small.contains("\nset:")
                ? small.replaceFirst("\nset:", "\nset:\n  users: 500")
                : small + "\nset:\n  users: 500\n";
        Path edited = Files.writeString(folder.resolve(file.getFileName()), small);

        Said said = Said.by(
                "sweep", edited.toString(), "--out", folder.resolve("out").toString(), "--progress", "none");

        assertThat(said.err()).doesNotContain("failed");
        assertThat(said.code()).isZero();
        assertThat(said.out()).contains("runs.csv", "Means over");
        assertThat(Tables.column(folder.resolve("out/runs.csv"), "status"))
                .isNotEmpty()
                .containsOnly("ok");
    }

    @ParameterizedTest
    @MethodSource("experiments")
    void everyShippedExperimentIsNamedAsItsFileAndBeginsWithItsQuestion(Path file) throws Exception {
        Experiment experiment = ExperimentReader.read(file, new MarketModel());
        assertThat(file.getFileName()).hasToString(experiment.name() + ".yaml");
        List<String> lines = Files.readAllLines(file);
        assertThat(lines.get(0)).startsWith("# ").endsWith("?");
        assertThat(lines.get(1)).contains("./greenlight sweep experiments/" + experiment.name() + ".yaml");
    }

    @Test
    void theQuickstartTurnsADialOfEachSideInAtLeastTwoHundredRuns() throws Exception {
        Experiment quickstart = ExperimentReader.read(Path.of("experiments/quickstart.yaml"), new MarketModel());
        assertThat(quickstart.runCount()).isGreaterThanOrEqualTo(200);
        assertThat(quickstart.design().factors())
                .extracting(factor -> factor.dial().orElseThrow().group())
                .containsExactlyInAnyOrder("compute_cost", "vc_pressure", "litigation", "novelty_decay");
    }
}
