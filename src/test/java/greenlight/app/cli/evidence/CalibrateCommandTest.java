package greenlight.app.cli.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import greenlight.app.cli.Said;
import greenlight.app.cli.Tables;
import greenlight.app.prior.PriorTable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CalibrateCommandTest {
    @TempDir
    private Path folder;

    private Said calibrate(String... more) {
        List<String> words = new ArrayList<>(List.of(
                "calibrate",
                "--particles",
                "10",
                "--evaluations",
                "100",
                "--runs",
                "1",
                "--users",
                "200",
                "--again",
                "1",
                "--work",
                folder.resolve("work").toString(),
                "--out",
                folder.resolve("out").toString()));
        words.addAll(List.of(more));
        return Said.by(words.toArray(String[]::new));
    }

    @Test
    void theTablesAreWrittenAndNothingIsOverwrittenUnasked() throws Exception {
        Said said = calibrate();
        assertThat(said.code()).as(said.err()).isZero();
        assertThat(said.out()).contains("the edge of the targets", "novelty_half_life", "retention");
        List<String> ensemble = Files.readAllLines(folder.resolve("out/ensemble.csv"));
        assertThat(ensemble.get(0)).startsWith("setting,weight,population,innovation,");
        assertThat(ensemble).hasSizeBetween(2, 11);
        assertThat(Files.readAllLines(folder.resolve("out/distances.csv"))).hasSameSizeAs(ensemble);

        assertThat(calibrate().code()).isEqualTo(2);
        assertThat(calibrate().err())
                .isEqualTo(folder.resolve("out/ensemble.csv")
                        + " is there already; give --overwrite to replace it, or another place with --out.\n");
        Files.delete(folder.resolve("out/ensemble.csv"));
        assertThat(calibrate().err())
                .isEqualTo(folder.resolve("work")
                        + " holds a calibration; give --resume to go on with it, --overwrite to begin anew,"
                        + " or another place with --work.\n");
        assertThat(calibrate("--resume", "--seed", "2").err())
                .isEqualTo(folder.resolve("work")
                        + " holds another calibration (seed: 20260324 there, seed: 2 here); give the same"
                        + " options to go on with it.\n");
        assertThat(calibrate("--resume").code()).isZero();
        assertThat(Files.readAllLines(folder.resolve("out/ensemble.csv"))).isEqualTo(ensemble);
    }

    @Test
    void theEnsembleIsOneThatASweepGoesOver() throws Exception {
        assertThat(calibrate().code()).isZero();
        Path file = Files.writeString(
                folder.resolve("over.yaml"),
                "name: over\nreplications: 4\nset: {users: 200, quarters: 8}\nover: out/ensemble.csv\nrecord: [runs]\n");
        Said said = Said.by(
                "sweep", file.toString(), "--out", folder.resolve("over").toString(), "--no-report");
        assertThat(said.code()).as(said.err()).isZero();
        assertThat(Files.readAllLines(folder.resolve("over/runs.csv")).get(0)).contains(",setting,");
    }

    @Test
    void badNumbersAreRefused() {
        Said said = calibrate("--runs", "0");
        assertThat(said.code()).isEqualTo(2);
        assertThat(said.err()).contains("--runs");
        assertThat(folder.resolve("work")).doesNotExist();
        Said few = Said.by("calibrate", "--particles", "40", "--evaluations", "30", "--out", folder.toString());
        assertThat(few.code()).isEqualTo(2);
        assertThat(few.err())
                .isEqualTo(
                        "--particles is 40 and --evaluations 30; allowed are at least 4 particles, and an evaluation for each.\n");
    }
}
