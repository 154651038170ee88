package greenlight.app.cli.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import greenlight.app.cli.Said;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CalibrateCommandTest {
    /** All measures are recorded, one of which has the name of a parameter that is not turned. */
    private static final String SMALL = """
            name: small
            replications: 2
            set: {users: 500}
            design:
              type: latin-hypercube
              points: 8
              factors:
                novelty_half_life: {from: 0.5, to: 2}
                lapsing: {from: 0.1, to: 0.3}
            record: [runs]
            """;

    @TempDir
    private Path folder;

    @Test
    void theNearestPointsOfASweepAreRunAgainAndRanked() throws Exception {
        Path file = Files.writeString(folder.resolve("small.yaml"), SMALL);
        Path swept = folder.resolve("swept");
        Said sweep = Said.by("sweep", file.toString(), "--out", swept.toString(), "--no-report");
        assertThat(sweep.code()).as(sweep.err()).isZero();
        Path table = folder.resolve("calibration.csv");
        Said said = Said.by("calibrate", swept.toString(), "--again", "2", "--out", table.toString());
        assertThat(said.code()).as(said.err()).isZero();
        assertThat(said.out()).contains("of 8 accepted", "novelty_half_life", "Run again, the nearest is point");
        List<String> lines = Files.readAllLines(table);
        assertThat(lines.get(0)).contains("novelty_half_life", "lapsing", "distance_again");
        assertThat(lines).hasSizeBetween(2, 9);
    }
}
