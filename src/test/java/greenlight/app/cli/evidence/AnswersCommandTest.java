package greenlight.app.cli.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import greenlight.app.answer.HeadlineAnswer;
import greenlight.app.cli.Said;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnswersCommandTest {
    @TempDir
    private Path folder;

    private Path ensemble;

    /** Twelve settings with different costs besides the clips. */
    @BeforeEach
    void anEnsemble() throws IOException {
        StringBuilder text = new StringBuilder("setting,weight,video_overhead\n");
        for (int setting = 1; setting <= 12; setting++) {
            text.append(setting + "," + (1 + setting % 2) + "," + (4_000_000 + setting * 100_000) + "\n");
        }
        ensemble = Files.writeString(folder.resolve("ensemble.csv"), text);
    }

    private Said answers(String out, String... more) {
        List<String> words = new ArrayList<>(
                List.of("answers", "--over", ensemble.toString(), "--runs", "2", "--users", "100", "--out"));
        words.add(folder.resolve(out).toString());
        words.addAll(List.of(more));
        return Said.by(words.toArray(String[]::new));
    }

    @Test
    void theTableHasAllAnswersAndTheSameBytesWhateverTheThreads() throws Exception {
        Said said = answers("one", "--settings", "3", "--threads", "1");
        assertThat(said.code()).as(said.err()).isZero();
        List<String> lines = Files.readAllLines(folder.resolve("one/answers.csv"));
        assertThat(lines).hasSize(HeadlineAnswer.values().length + 1);
        assertThat(lines.get(1)).startsWith("closed,");
        assertThat(answers("two", "--settings", "3", "--threads", "2").code()).isZero();
        for (String table : List.of("answers.csv", "information.csv")) {
            assertThat(folder.resolve("two").resolve(table))
                    .hasSameBinaryContentAs(folder.resolve("one").resolve(table));
        }
        assertThat(answers("one", "--settings", "3").err())
                .isEqualTo(folder.resolve("one/answers.csv")
                        + " is there already; give --overwrite to replace it, or another place with --out.\n");
    }

    @Test
    void aSecondEnsembleIsPutBesideTheFirst() throws Exception {
        Said said = answers("pair", "--settings", "2", "--against", ensemble.toString());
        assertThat(said.code()).as(said.err()).isZero();
        List<String> lines = Files.readAllLines(folder.resolve("pair/answers.csv"));
        assertThat(lines).hasSize(HeadlineAnswer.values().length + 1);
        assertThat(lines.get(0))
                .contains(",against_mean,")
                .endsWith(",difference,difference_low,difference_high,agree");
    }

    @Test
    void anEarlierDefaultWorldIsNotReplacedUnasked() throws Exception {
        Path earlier = Files.writeString(folder.resolve("medoid.csv"), "parameter,value\n");
        Said said = answers("", "--settings", "2", "--medoid");
        assertThat(said.code()).isEqualTo(2);
        assertThat(said.err()).startsWith(earlier + " is there already");
        assertThat(folder.resolve("answers.csv")).doesNotExist();
    }

    @Test
    void aPlaceWhereNothingCanBeWrittenIsRefusedBeforeTheFirstRun() {
        Said said = answers("ensemble.csv/out", "--settings", "2");
        assertThat(said.code()).isEqualTo(3);
        assertThat(said.err())
                .isEqualTo(folder.resolve("ensemble.csv/out/answers.csv") + " cannot be written: " + ensemble
                        + " is not a folder.\n");
    }

    @Test
    void badOptionsAreRefusedInASentence() {
        Said few = Said.by("answers", "--runs", "1", "--out", folder.toString());
        assertThat(few.code()).isEqualTo(2);
        assertThat(few.err())
                .isEqualTo("--runs is 1; allowed are at least 2, without which the noise of runs is not known.\n");
        Said missing = answers("missing", "--against", "nowhere.csv");
        assertThat(missing.code()).isEqualTo(2);
        assertThat(missing.err()).startsWith("--against: there is no file nowhere.csv");
        assertThat(folder.resolve("missing")).doesNotExist();
    }
}
