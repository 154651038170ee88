package greenlight.app.cli.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import greenlight.app.cli.Said;
import greenlight.app.cli.Tables;
import greenlight.market.Rules;
import greenlight.runner.format.Text;
import greenlight.runner.results.Software;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Shards of a sweep come to the bytes of the whole; what is wrong with one is said, and nothing is written. */
class MergeCommandTest {
    private static final String SMALL = """
            name: small
            quarters: 4
            replications: 4
            seed: 5
            set: {users: 100}
            design:
              type: factorial
              factors:
                minutes_per_clip: [10, 40]
            """;

    @TempDir
    private Path folder;

    @BeforeEach
    void sweepThreeShards() throws IOException {
        Files.writeString(folder.resolve("small.yaml"), SMALL);
        for (int part = 1; part <= 3; part++) {
            assertThat(shard(part + "/3", "s" + part).code()).isZero();
        }
    }

    private Said shard(String shard, String out) {
        return Said.by(
                "sweep",
                folder.resolve("small.yaml").toString(),
                "--shard",
                shard,
                "--out",
                folder.resolve(out).toString(),
                "--progress",
                "none");
    }

    private Said merge(String... words) {
        List<String> command = new ArrayList<>(List.of("merge"));
        for (String word : words) {
            command.add(word.startsWith("--") ? word : folder.resolve(word).toString());
        }
        return Said.by(command.toArray(String[]::new));
    }

    /** Merges into a folder that holds something, with every right to replace it: it must stand as it was. */
    private void refused(int code, String sentence, String... shards) throws IOException {
        Files.createDirectories(folder.resolve("all"));
        Files.writeString(folder.resolve("all/runs.csv"), "of last year\n");
        List<String> words = new ArrayList<>(List.of(shards));
        words.addAll(List.of("--out", "all", "--overwrite"));
        Said said = merge(words.toArray(String[]::new));
        assertThat(said.err().replace(folder + "/", "").lines()).contains(sentence);
        assertThat(said.out()).isEmpty();
        assertThat(said.code()).isEqualTo(code);
        assertThat(folder.resolve("all")).isDirectoryContaining("glob:**runs.csv");
        assertThat(folder.resolve("all")).isDirectoryNotContaining("glob:**.part");
        assertThat(folder.resolve("all/runs.csv")).hasContent("of last year");
    }

    private void edit(String file, String regex, String replacement) throws IOException {
        Path path = folder.resolve(file);
        String before = Files.readString(path);
        String after = before.replaceFirst(regex, replacement);
        assertThat(after).isNotEqualTo(before);
        Files.writeString(path, after);
    }

    @Test
    void theShardsComeToTheBytesOfTheWholeInAnyOrderAndOnceMore() throws IOException {
        Said whole = Said.by(
                "sweep",
                folder.resolve("small.yaml").toString(),
                "--out",
                folder.resolve("whole").toString());
        assertThat(whole.code()).isZero();
        Said said = merge("s3", "s1", "s2", "--out", "all");
        assertThat(said.code()).as(said.err()).isZero();
        Map<String, String> files = Tables.files(folder.resolve("all"));
        assertThat(files).isEqualTo(Tables.files(folder.resolve("whole"))).containsKey("datapackage.json");
        assertThat(folder.resolve("all/report.html")).exists();
        assertThat(merge("s1", "s2", "s3", "--out", "bare", "--no-report").code())
                .isZero();
        assertThat(folder.resolve("bare/report.html")).doesNotExist();
        assertThat(merge("s1", "s2", "s3", "--out", "all").err()).contains("holds something already");
        assertThat(merge("s1", "s2", "s3", "--out", "all", "--resume").err()).contains("nothing was run");
        assertThat(merge("s1", "s2", "s3", "--out", "all", "--overwrite").code())
                .isZero();
        assertThat(Tables.files(folder.resolve("all"))).isEqualTo(files);
    }

    @Test
    void aShardThatIsNotGivenIsNamed() throws IOException {
        refused(2, "Shard 2/3 is not among them: give its folder too, or run it with sweep --shard.", "s1", "s3");
    }

    @Test
    void everyFolderThatIsMissingIsNamed() throws IOException {
        refused(2, "The shard s4 is missing: there is no such folder.", "s9", "s1", "s4");
        refused(2, "The shard s9 is missing: there is no such folder.", "s9", "s1", "s4");
    }

    @Test
    void aShardThatIsThereTwiceIsRefused() throws IOException {
        refused(2, "The shard s2 is given twice.", "s1", "s2", "s2", "s3");
        assertThat(shard("2/3", "again").code()).isZero();
        refused(2, "s2 and again are both shard 2/3.", "s1", "s2", "s3", "again");
        assertThat(shard("1/1", "whole").code()).isZero();
        refused(2, overlap(), "whole", "s1");
    }

    private String overlap() throws IOException {
        String first = Tables.rows(folder.resolve("s1/runs.csv")).get(0).get("run_id");
        return "The shards overlap: run " + first + " is in whole and in s1.";
    }

    @ParameterizedTest
    @ValueSource(strings = {"runs.csv", "quarters.csv", "events.csv", "experiment.yaml"})
    void aFileThatWasCutOffIsNamed(String name) throws IOException {
        Path file = folder.resolve("s2").resolve(name);
        byte[] bytes = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(bytes, bytes.length / 2));
        String sizes = name.endsWith(".yaml")
                ? ""
                : " It has " + Text.grouped(bytes.length / 2) + " bytes instead of " + Text.grouped(bytes.length) + ".";
        refused(
                2,
                "s2/" + name + " is not the file that was written: its SHA-256 is not the one in s2/datapackage.json."
                        + sizes,
                "s1",
                "s2",
                "s3");
    }

    @Test
    void aDescriptionThatWasCutOffOrIsGoneIsNamed() throws IOException {
        Path file = folder.resolve("s2/datapackage.json");
        Files.writeString(file, Files.readString(file).substring(0, 100));
        assertThat(merge("s1", "s2", "s3", "--out", "all").err())
                .startsWith(folder.resolve("s2/datapackage.json") + ":")
                .contains("this is not JSON; it was cut off or edited.");
        Files.delete(file);
        refused(2, "s2 is no shard of a sweep: it has no datapackage.json.", "s1", "s2", "s3");
    }

    @Test
    void aShardThatIsNotFinishedIsNamed() throws IOException {
        Files.move(folder.resolve("s3/runs.csv"), folder.resolve("s3/runs.csv.part"));
        refused(2, "The shard s3 is not finished; finish it with sweep --resume.", "s1", "s2", "s3");
    }

    @Test
    void shardsOfDifferentVersionsOfTheRulesAreRefused() throws IOException {
        String made = "Greenlight " + Software.here().version() + ", commit "
                + Software.here().commit() + ", model ";
        String version = "(?s)(\"model\": \\{.*?\"version\": \")[^\"]*";
        edit("s2/datapackage.json", version, "$10.0.9");
        refused(
                2,
                "s1 and s2 were made by different versions: " + made + Rules.VERSION + " and " + made + "0.0.9.",
                "s1",
                "s2",
                "s3");
        edit("s1/datapackage.json", version, "$10.0.9");
        edit("s3/datapackage.json", version, "$10.0.9");
        refused(
                2,
                "The shards were made by " + made + "0.0.9; this is model " + Rules.VERSION
                        + ". Merge them with the program that made them.",
                "s1",
                "s2",
                "s3");
    }

    @Test
    void shardsOfAnotherCommitOrStateOfTheModelAreMergedWhereTheirRunsComeOutTheSame() throws IOException {
        edit("s2/datapackage.json", "(\"commit\": \")[^\"]*", "$1feed");
        assertThat(merge("s1", "s2", "s3", "--out", "commits").code()).isZero();
        edit("s2/datapackage.json", "(\"digests\": \\[\\s*\")[^\"]*", "$1feed");
        Said said = merge("s1", "s2", "s3", "--out", "all");
        assertThat(said.code()).as(said.err()).isZero();
        assertThat(said.err())
                .contains("s2: another state of the model made these runs (digest feed; this program has");
        assertThat(folder.resolve("all/datapackage.json")).content().contains("\"feed\"");
    }

    @Test
    void shardsOfDifferentExperimentsAreRefused() throws IOException {
        edit("small.yaml", "seed: 5", "seed: 6");
        assertThat(shard("2/3", "other").code()).isZero();
        refused(
                2,
                "s1 and other are shards of different experiments: their experiment.yaml differ.",
                "s1",
                "other",
                "s3");
    }

    @Test
    void aShardIsNotOverwrittenByWhatItIsMergedInto() throws IOException {
        Map<String, String> before = Tables.files(folder.resolve("s1"));
        Said said = merge("s1", "s2", "s3", "--out", "s1", "--overwrite");
        assertThat(said.err()).contains("s1 is one of the shards; the merged tables need a folder of their own.");
        assertThat(said.code()).isEqualTo(2);
        assertThat(Tables.files(folder.resolve("s1"))).isEqualTo(before);
    }

    @Test
    void aFolderThatCannotBeMadeIsExitCodeThree() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "of last year\n");
        Said said = merge("s1", "s2", "s3", "--out", "file/all");
        assertThat(said.err()).contains("file/all cannot be made");
        assertThat(said.code()).isEqualTo(3);
        assertThat(file).hasContent("of last year");
    }
}
