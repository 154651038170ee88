package greenlight.app.cli.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import greenlight.app.cli.Said;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AcceptCommandTest {
    /** All measures are recorded. */
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
        Said said = Said.by("accept", swept.toString(), "--again", "2", "--out", table.toString());
        assertThat(said.code()).as(said.err()).isZero();
        assertThat(said.out()).contains("of 8 accepted", "novelty_half_life", "Run again, the nearest is point");
        List<String> lines = Files.readAllLines(table);
        assertThat(lines.get(0)).contains("novelty_half_life", "lapsing", "distance_again");
        assertThat(lines).hasSizeBetween(2, 9);
        Said again = Said.by("accept", swept.toString(), "--again", "2", "--out", table.toString());
        assertThat(again.code()).isEqualTo(2);
        assertThat(again.err())
                .isEqualTo(table + " is there already; give --overwrite to replace it, or another place with --out.\n");
        assertThat(Files.readAllLines(table)).isEqualTo(lines);
    }

    @Test
    void switchesAndWordsAreFactorsLikeNumbers() throws Exception {
        Path swept = swept("""
                design:
                  type: factorial
                  factors: {novelty_decay: [off, on], audience: [individual, cohort], lapsing: [0.1, 0.3]}
                """);
        Path table = folder.resolve("calibration.csv");
        Said said = Said.by("accept", swept.toString(), "--again", "2", "--out", table.toString());
        assertThat(said.code()).as(said.err()).isZero();
        assertThat(said.out()).contains("of 8 accepted", "novelty_decay", "audience");
    }

    @Test
    void aSweepOverScenariosIsRefused() throws Exception {
        Path swept = swept("design: {type: factorial, factors: {scenario: [sora-disney, blank-market]}}\n");
        Said said = Said.by(
                "accept", swept.toString(), "--out", folder.resolve("c.csv").toString());
        assertThat(said.code()).isEqualTo(2);
        assertThat(said.err().strip())
                .isEqualTo(swept + " holds a sweep over scenarios; accept chooses among values of parameters within one"
                        + " scenario.");
        assertThat(folder.resolve("c.csv")).doesNotExist();
    }

    @Test
    void aTableThatWasCutOffIsRefused() throws Exception {
        Path swept = swept("design: {type: factorial, factors: {lapsing: [0.1, 0.3]}}\n");
        Path runs = swept.resolve("runs.csv");
        List<String> lines = Files.readAllLines(runs);
        Files.write(runs, lines.subList(0, lines.size() - 1));
        Said said = Said.by(
                "accept", swept.toString(), "--out", folder.resolve("c.csv").toString());
        assertThat(said.code()).isEqualTo(2);
        assertThat(said.err()).contains("is not the file that was written", "It was cut off or edited");
    }

    private Path swept(String design) throws Exception {
        Path file = Files.writeString(
                folder.resolve("other.yaml"),
                "name: other\nreplications: 2\nset: {users: 300, quarters: 12}\nrecord: [runs]\n" + design);
        Path out = folder.resolve("other");
        Said sweep = Said.by("sweep", file.toString(), "--out", out.toString(), "--no-report");
        assertThat(sweep.code()).as(sweep.err()).isZero();
        return out;
    }
}
