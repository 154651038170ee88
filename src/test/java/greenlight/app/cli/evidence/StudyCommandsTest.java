package greenlight.app.cli.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import greenlight.app.cli.Said;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StudyCommandsTest {
    private static final String[] TINY = {"--particles", "8", "--evaluations", "20", "--runs", "1", "--users", "100"};

    @TempDir
    private Path folder;

    private Said study(String command, String... more) {
        List<String> words = new ArrayList<>(List.of(command, "--out", folder.toString()));
        words.addAll(List.of(TINY));
        words.addAll(List.of(more));
        return Said.by(words.toArray(String[]::new));
    }

    @Test
    void aRecoveryIsWrittenGoesOnAndIsNotOverwrittenUnasked() throws Exception {
        Said said = study("recovery", "--records", "2");
        assertThat(said.code()).as(said.err()).isZero();
        assertThat(said.out()).contains("Parameters that a record does not see: ", "within the 90 % intervals");
        List<String> coverage = Files.readAllLines(folder.resolve("recovery.csv"));
        assertThat(coverage.get(0)).startsWith("parameter,records,ranks,coverage50,");
        assertThat(coverage.get(coverage.size() - 2)).startsWith("all_seen,");
        assertThat(Files.readAllLines(folder.resolve("recovery-ranks.csv"))).hasSize(11);

        Said again = study("recovery", "--records", "2");
        assertThat(again.code()).isEqualTo(2);
        assertThat(again.err())
                .isEqualTo(folder.resolve("recovery.csv")
                        + " is there already; give --overwrite to replace it, or another place with --out.\n");
        Files.delete(folder.resolve("recovery.csv"));
        assertThat(study("recovery", "--records", "2").err())
                .isEqualTo(folder.resolve("recovery-work")
                        + " holds calibrations; give --resume to go on with them, --overwrite to begin anew,"
                        + " or another place with --work.\n");
        assertThat(study("recovery", "--records", "2", "--resume", "--seed", "2").err())
                .contains("holds other calibrations (record-001: seed: ");
        assertThat(study("recovery", "--records", "2", "--resume").code()).isZero();
        assertThat(Files.readAllLines(folder.resolve("recovery.csv"))).isEqualTo(coverage);
    }

    @Test
    void anInfluenceIsWritten() throws Exception {
        Said said = study("influence", "--again", "1");
        assertThat(said.code()).as(said.err()).isZero();
        assertThat(said.out()).contains("whole_share", "without", "retention");
        assertThat(Files.readAllLines(folder.resolve("influence.csv")).get(0))
                .startsWith("change,pattern,tolerance,settings,share,q05,")
                .contains(",closed,closed_low,closed_high,without_compute_cost,")
                .endsWith(",guarantee_life,guarantee_life_low,guarantee_life_high");
    }

    @Test
    void nonsenseIsRefusedInASentence() {
        assertThat(study("recovery", "--records", "0").code()).isEqualTo(2);
        assertThat(study("recovery", "--records", "0").err())
                .isEqualTo("--records is 0; allowed is a whole number from 1.\n");
        assertThat(Said.by("influence", "--particles", "30", "--evaluations", "20", "--out", folder.toString())
                        .err())
                .isEqualTo(
                        "--particles is 30 and --evaluations 20; allowed are at least 4 particles, and an evaluation for each.\n");
        assertThat(folder.resolve("recovery-work")).doesNotExist();
        assertThat(folder.resolve("influence-work")).doesNotExist();
    }
}
