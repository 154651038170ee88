package greenlight.app.cli.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import greenlight.app.cli.Said;
import greenlight.app.cli.Tables;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Scenarios of a user's own, from the folder to the tables. */
class OwnScenarioTest {
    private static final String SWEEP = """
            name: mine
            scenario: mine
            replications: 2
            quarters: 3
            set: {users: 200}
            design: {type: factorial, factors: {cost_share: [0, 0.5]}}
            record: [runs]
            """;

    @TempDir
    private Path folder;

    @BeforeEach
    void export() {
        Said said = Said.by("scenarios", "blank-market", "--export", at("mine"));
        assertThat(said.code()).as(said.err()).isZero();
    }

    private String at(String path) {
        return folder.resolve(path).toString();
    }

    private Said run(String scenario, String out) {
        Said said = Said.by("run", scenario, "--quarters", "4", "--users", "200", "--out", at(out));
        assertThat(said.code()).as(said.err()).isZero();
        return said;
    }

    private Said sweep(String out, String... more) throws IOException {
        return sweepOf(SWEEP, out, more);
    }

    private Said sweepOf(String text, String out, String... more) throws IOException {
        Path file = Files.writeString(folder.resolve("mine.yaml"), text);
        List<String> words =
                new ArrayList<>(List.of("sweep", file.toString(), "--out", at(out), "--no-report", "--threads", "1"));
        words.addAll(List.of(more));
        return Said.by(words.toArray(String[]::new));
    }

    private void edit(String file, String from, String to) throws IOException {
        Path table = folder.resolve(file);
        String before = Files.readString(table);
        assertThat(before).contains(from);
        Files.writeString(table, before.replace(from, to));
    }

    /** The rows of a table without the ids of runs. */
    private List<Map<String, String>> rows(String table) throws IOException {
        return Tables.rows(folder.resolve(table)).stream()
                .map(CSVRecord::toMap)
                .peek(row -> row.remove("run_id"))
                .toList();
    }

    @Test
    void aShippedScenarioRunFromItsFolderHasTheSameTables() throws IOException {
        run("blank-market", "shipped");
        run(at("mine"), "own");
        for (String table : List.of("runs.csv", "quarters.csv", "events.csv")) {
            assertThat(rows("own/" + table)).as(table).isEqualTo(rows("shipped/" + table));
        }
        assertThat(Tables.column(folder.resolve("own/runs.csv"), "run_id"))
                .isNotEqualTo(Tables.column(folder.resolve("shipped/runs.csv"), "run_id"));
    }

    @Test
    void aBundleIsTheSameAsItsFolder() throws IOException {
        assertThat(Said.by("scenarios", at("mine"), "--export", at("bundle/mine.zip"))
                        .code())
                .isZero();
        run(at("mine"), "own");
        run(at("bundle/mine.zip"), "bundled");
        for (String table : List.of("runs.csv", "quarters.csv", "events.csv", "scenarios/mine/vendors.csv")) {
            assertThat(folder.resolve("bundled/" + table)).hasSameBinaryContentAs(folder.resolve("own/" + table));
        }
    }

    @Test
    void aFolderMayBeBasedOnAShippedScenarioOrOnAnotherFolder() throws IOException {
        based("one", "blank-market");
        based("two", "../mine");
        based("three", "../two");
        run("blank-market", "shipped");
        for (String each : List.of("one", "two", "three")) {
            run(at(each), "out-" + each);
            assertThat(rows("out-" + each + "/quarters.csv")).isEqualTo(rows("shipped/quarters.csv"));
        }
        Files.writeString(folder.resolve("three/vendors.csv"), "name,cash\nLab One,1e9\n");
        run(at("three"), "poorer");
        assertThat(rows("poorer/quarters.csv")).isNotEqualTo(rows("shipped/quarters.csv"));
        assertThat(folder.resolve("poorer/scenarios/three/vendors.csv"))
                .content()
                .contains("Lab One,nobody,");
    }

    private void based(String name, String base) throws IOException {
        Files.createDirectories(folder.resolve(name));
        Files.writeString(
                folder.resolve(name + "/scenario.csv"), "key,value\nbased_on," + base + "\ntitle,based on it\n");
    }

    @Test
    void foldersThatAreBasedOnEachOtherAreRefused() throws IOException {
        based("one", "../two");
        based("two", "../one");
        Said said = Said.by("scenarios", "--check", at("one"));
        assertThat(said.code()).isEqualTo(2);
        assertThat(said.err())
                .contains("scenario.csv:2:2: based_on: found '../one', which is based on this world in turn");
    }

    @Test
    void aSweepCopiesTheScenarioAndIsResumedVerifiedReplayedShardedAndMerged() throws IOException {
        assertThat(sweep("out").code()).isZero();
        Path runs = folder.resolve("out/runs.csv");
        byte[] whole = Files.readAllBytes(runs);
        assertThat(folder.resolve("out/experiment.yaml")).content().contains("scenario: scenarios/mine\n");
        assertThat(folder.resolve("out/scenarios/mine/stakes.csv"))
                .hasSameTextualContentAs(folder.resolve("mine/stakes.csv"));
        assertThat(folder.resolve("out/datapackage.json")).content().contains("scenarios/mine/vendors.csv");
        assertThat(sweep("out", "--resume").err()).contains("is finished already; nothing was run");
        sweep("out-1", "--shard", "1/2");
        sweep("out-2", "--shard", "2/2");
        Said merged = Said.by("merge", at("out-1"), at("out-2"), "--out", at("merged"), "--no-report");
        assertThat(merged.code()).as(merged.err()).isZero();
        assertThat(folder.resolve("merged/runs.csv")).hasBinaryContent(whole);
        Files.move(folder.resolve("mine"), folder.resolve("gone"));
        assertThat(Said.by("verify", at("out")).out()).contains("all rows are the same");
        Said replayed =
                Said.by("replay", Tables.column(runs, "run_id").get(3), "--from", at("out"), "--out", at("again"));
        assertThat(replayed.out()).as(replayed.err()).contains("is the same, cell by cell");
    }

    @Test
    void aChangedScenarioIsNoticed() throws IOException {
        sweep("out");
        byte[] before = Files.readAllBytes(folder.resolve("out/runs.csv"));
        edit("mine/stakes.csv", "0.3", "0.2");
        for (String mode : List.of("--resume", "--extend")) {
            Said said = sweep("out", mode);
            assertThat(said.code()).isEqualTo(2);
            assertThat(said.err()).contains("The scenario was changed: ", "out/scenarios/mine/stakes.csv");
        }
        assertThat(folder.resolve("out/runs.csv")).hasBinaryContent(before);
        edit("out/scenarios/mine/stakes.csv", "0.3", "0.2");
        Said verified = Said.by("verify", at("out"));
        assertThat(verified.code()).isNotZero();
        assertThat(verified.out() + verified.err()).contains("stakes.csv is not the file that was written");
        assertThat(sweep("out", "--overwrite").code()).isZero();
        assertThat(folder.resolve("out/runs.csv")).content().isNotEqualTo(new String(before, StandardCharsets.UTF_8));
    }

    /** A sweep that was stopped before its first run. */
    private void stopped(String out, String... more) throws IOException {
        Thread.currentThread().interrupt();
        Said said = sweep(out, more);
        assertThat(Thread.interrupted()).as("the interrupt was taken up").isFalse();
        assertThat(said.code()).isEqualTo(130);
    }

    @Test
    void aCommentOnARowMakesNoOtherWorldForResumeExtendAndMerge() throws IOException {
        sweep("whole");
        stopped("out");
        sweep("out-1", "--shard", "1/2");
        edit("mine/stakes.csv", "0.3,", "0.3,a comment: ");
        for (String mode : List.of("--resume", "--resume", "--extend")) {
            Said said = sweep("out", mode);
            assertThat(said.code()).as(said.err()).isZero();
        }
        sweep("out-2", "--shard", "2/2");
        Said merged = Said.by("merge", at("out-1"), at("out-2"), "--out", at("merged"), "--no-report");
        assertThat(merged.code()).as(merged.err()).isZero();
        for (String each : List.of("out/runs.csv", "merged/runs.csv")) {
            assertThat(folder.resolve(each)).hasSameBinaryContentAs(folder.resolve("whole/runs.csv"));
        }
        edit("mine/stakes.csv", "0.3,", "0.2,");
        sweep("out-3", "--shard", "2/2");
        Said other = Said.by("merge", at("out-1"), at("out-3"), "--out", at("other"), "--no-report");
        assertThat(other.code()).isEqualTo(2);
        assertThat(other.err()).contains("they start from different scenarios of the name mine.");
    }

    @Test
    void aStoppedSweepWhoseWorldIsGoneGoesOnFromTheCopyBesideTheResults() throws IOException {
        sweep("whole");
        stopped("out");
        Files.move(folder.resolve("mine"), folder.resolve("gone"));
        assertThat(sweep("other").code()).isEqualTo(2);
        Said said = sweep("out", "--resume");
        assertThat(said.code()).as(said.err()).isZero();
        for (String each : List.of("runs.csv", "datapackage.json", "scenarios/mine/vendors.csv")) {
            assertThat(folder.resolve("out/" + each)).hasSameBinaryContentAs(folder.resolve("whole/" + each));
        }
        assertThat(sweep("out", "--resume").err()).contains("is finished already");
    }

    @Test
    void aStoppedSweepWhoseWorldWasChangedNamesTheCommandThatGoesOn() throws IOException {
        sweep("whole");
        stopped("out");
        edit("mine/stakes.csv", "0.3", "0.2");
        Said said = sweep("out", "--resume");
        assertThat(said.code()).isEqualTo(2);
        String command = at("out/experiment.yaml.part") + " --out " + at("out") + " --resume";
        assertThat(said.err()).contains("Go on from that copy (sweep " + command + ")");
        List<String> words = new ArrayList<>(List.of(("sweep " + command).split(" ")));
        words.add("--no-report");
        assertThat(Said.by(words.toArray(String[]::new)).code()).isZero();
        assertThat(folder.resolve("out/runs.csv")).hasSameBinaryContentAs(folder.resolve("whole/runs.csv"));
    }

    @Test
    void resultsDoNotGoWhereTheWorldOrTheExperimentLies() throws IOException {
        based("two", "../mine");
        Map<String, String> before = Tables.files(folder.resolve("mine"));
        String two = SWEEP.replace("scenario: mine", "scenario: two");
        Map<String, Said> refused = Map.of(
                at("mine") + " is read itself", sweep("mine", "--overwrite"),
                at("mine") + " is read", sweepOf(two, "mine", "--overwrite"),
                at(".") + " holds " + at("mine") + ", which is read", sweep(".", "--overwrite"),
                at("mine") + " is read itself, and", Said.by("run", at("mine"), "--out", at("mine"), "--overwrite"));
        refused.forEach((sentence, said) -> {
            assertThat(said.code()).as(said.err()).isEqualTo(2);
            assertThat(said.err()).contains(sentence, "results would spoil it; give another folder with --out.");
        });
        Said shipped = sweepOf(SWEEP.replace("scenario: mine", "scenario: blank-market"), ".", "--overwrite");
        assertThat(shipped.code()).as(shipped.err()).isEqualTo(2);
        assertThat(shipped.err()).contains(" holds " + at("mine.yaml") + ", which is read");
        assertThat(Tables.files(folder.resolve("mine"))).isEqualTo(before);
        assertThat(folder.toFile().list()).containsExactlyInAnyOrder("mine", "two", "mine.yaml");
    }

    @Test
    void resultsAreSweptAgainFromTheirOwnCopies() throws IOException {
        sweep("out");
        byte[] runs = Files.readAllBytes(folder.resolve("out/runs.csv"));
        String copy = at("out/experiment.yaml");
        Said said = Said.by("sweep", copy, "--out", at("out"), "--overwrite", "--no-report");
        assertThat(said.code()).as(said.err()).isZero();
        assertThat(folder.resolve("out/runs.csv")).hasBinaryContent(runs);
    }

    @Test
    void overwritingRemovesTheCopyOfAScenarioOfAnotherName() throws IOException {
        sweep("out");
        Path notes = Files.writeString(folder.resolve("out/scenarios/notes.txt"), "kept");
        based("poor", "blank-market");
        Said said = sweepOf(SWEEP.replace("scenario: mine", "scenario: ./poor"), "out", "--overwrite");
        assertThat(said.code()).as(said.err()).isZero();
        assertThat(folder.resolve("out/scenarios/poor/scenario.csv")).exists();
        assertThat(folder.resolve("out/scenarios/mine")).doesNotExist();
        assertThat(notes).exists();
    }

    @Test
    void theCopyOfAnUnfinishedSweepIsReadAsAScenario() throws IOException {
        try (DirectoryStream<Path> tables = Files.newDirectoryStream(folder.resolve("mine"), "*.csv")) {
            for (Path table : tables) {
                Files.move(table, Path.of(table + ".part"));
            }
        }
        assertThat(Said.by("scenarios", "--check", at("mine")).out()).contains("has no fault: ", "from 2024Q1.");
    }

    @Test
    void scenariosOfBothKindsAreLevelsOfAFactor() throws IOException {
        based("poor", "blank-market");
        Said said = sweepOf(
                SWEEP.replace("scenario: mine\n", "")
                        .replace("cost_share: [0, 0.5]", "scenario: [blank-market, mine, ./poor]"),
                "out");
        assertThat(said.code()).as(said.err()).isZero();
        assertThat(Tables.column(folder.resolve("out/runs.csv"), "scenario"))
                .containsExactly("blank-market", "blank-market", "mine", "mine", "poor", "poor");
        assertThat(Said.by("verify", at("out")).code()).isZero();
    }

    @Test
    void firmsOfAnOwnScenarioHaveCells() throws IOException {
        edit("mine/vendors.csv", "Lab One,", "Our Lab,");
        edit("mine/stakes.csv", "Lab One,", "Our Lab,");
        Said said = sweepOf(SWEEP.replace("cost_share: [0, 0.5]", "vendors.Our Lab.cash: [1e9, 2e9]"), "out");
        assertThat(said.code()).as(said.err()).isZero();
        assertThat(Said.by("run", at("mine"), "--set", "vendors.Our Lob.cash=1").err())
                .contains("did you mean vendors.Our Lab.cash?");
    }

    @Test
    void aFirmMayHaveASignOfEqualityInItsName() throws IOException {
        edit("mine/vendors.csv", "Lab One,", "A=B,");
        edit("mine/stakes.csv", "Lab One,", "A=B,");
        assertThat(Said.by("run", at("mine"), "--set", "vendors.A=B.cash=-1").err())
                .contains("vendors.A=B.cash is -1; allowed is a number from ");
        assertThat(Said.by("run", at("mine"), "--set", "users=500=1").err()).contains("users is 500=1; allowed is");
    }

    @Test
    void worldsOfNamesThatDifferInCapitalsAloneAreNotInOneExperiment() throws IOException {
        based("aa/harbour", "blank-market");
        based("HARBOUR", "blank-market");
        Said said = sweepOf(
                SWEEP.replace("scenario: mine\n", "")
                        .replace("cost_share: [0, 0.5]", "scenario: [aa/harbour, HARBOUR]"),
                "out");
        assertThat(said.code()).isEqualTo(2);
        assertThat(said.err())
                .contains("found 'HARBOUR', whose scenario has the name HARBOUR, as that of " + at("aa/harbour")
                        + " has but for capitals; allowed is a folder of another name.");
    }

    @Test
    void aFirmMayHaveMarksOfYamlInItsName() throws IOException {
        edit("mine/vendors.csv", "Lab One,", "\"Our \"\"Lab\\\",");
        edit("mine/stakes.csv", "Lab One,", "\"Our \"\"Lab\\\",");
        Said said = Said.by(
                "run",
                at("mine"),
                "--set",
                "vendors.Our \"Lab\\.cash=1e9",
                "--users",
                "200",
                "--quarters",
                "2",
                "--out",
                at("run"));
        assertThat(said.code()).as(said.err()).isZero();
    }

    @Test
    void aBrokenScenarioIsRefusedEverywhereAndNothingIsWritten() throws IOException {
        edit("mine/stakes.csv", "0.3", "3");
        String fault = "mine/stakes.csv:2:3: share: found '3'; allowed is a number from 0 to 1 (share).";
        for (Said said : List.of(
                Said.by("scenarios", "--check", at("mine")),
                Said.by("scenarios", at("mine"), "--export", at("out")),
                Said.by("run", at("mine"), "--out", at("out")),
                sweep("out"),
                sweepOf(SWEEP, "out", "--dry-run"))) {
            assertThat(said.code()).isEqualTo(2);
            assertThat(said.err()).contains(fault).doesNotContain("Exception", "unexpected");
        }
        assertThat(folder.resolve("out")).doesNotExist();
    }

    @Test
    void whatIsNotThereIsNamedWithTheNearest() throws IOException {
        assertThat(Said.by("run", at("mien")).err()).contains("there is no such folder or bundle; did you mean mine?");
        assertThat(sweepOf(SWEEP.replace("scenario: mine", "scenario: ./mien"), "out")
                        .err())
                .contains("there is no such folder or bundle; did you mean mine?");
        assertThat(Said.by("scenarios", "--check").err()).contains("--check needs a scenario");
        Said again = Said.by("scenarios", "sora-disney", "--export", at("mine"));
        assertThat(again.code()).isEqualTo(2);
        assertThat(again.err()).contains("is there already and is left as it is; give --overwrite");
        assertThat(Said.by("scenarios", "--check", at("mine")).out()).contains("has no fault: ", "from 2024Q1.");
    }

    @Test
    void aTableThatIsNoRegularFileIsNotCalledMissing() throws IOException {
        Files.delete(folder.resolve("mine/vendors.csv"));
        Files.createDirectory(folder.resolve("mine/vendors.csv"));
        String fault = "mine/vendors.csv: this is not a regular file; allowed is a file of text.\n";
        assertThat(Said.by("scenarios", at("mine"), "--check").err())
                .endsWith(fault)
                .hasLineCount(1);
        Path device = Path.of("/dev/zero");
        if (Files.exists(device)) {
            Files.delete(folder.resolve("mine/vendors.csv"));
            Files.createSymbolicLink(folder.resolve("mine/vendors.csv"), device);
            assertThat(Said.by("scenarios", at("mine"), "--check").err())
                    .endsWith(fault)
                    .hasLineCount(1);
            assertThat(Said.by("run", device.toString()).err())
                    .isEqualTo("/dev/zero: this is neither a folder nor a regular file.\n");
        }
    }

    @Test
    void aScenarioIsCheckedOrExportedNotBoth() {
        Said said = Said.by("scenarios", at("mine"), "--check", "--export", at("copy"));
        assertThat(said.code()).isEqualTo(2);
        assertThat(said.err())
                .isEqualTo("--check writes nothing, and --export checks what it writes; give one of them.\n");
        assertThat(folder.resolve("copy")).doesNotExist();
    }

    @Test
    void aBundleThatClimbsOrIsTooLargeIsRefused() throws IOException {
        byte[] long4 = new byte[5 << 20];
        assertThat(bundle("../evil.csv", new byte[1])).contains("'../evil.csv', whose path leads out of it");
        assertThat(bundle("/evil.csv", new byte[1])).contains("'/evil.csv', whose path leads out of it");
        assertThat(bundle("studios.csv", long4)).contains("studios.csv: more than 4 MB; allowed are 4 MB at most");
        assertThat(bundle("studios.csv", new byte[] {(byte) 0xC3, (byte) 0x28}))
                .contains("studios.csv:1: not UTF-8 text");
        assertThat(bundle("notes.txt", new byte[1])).contains("no table of a scenario is there");
        assertThat(folder.resolve("evil.csv")).doesNotExist();
    }

    @Test
    void aBundleThatCannotBeReadIsRefusedWithItsCause() throws IOException {
        assertThat(Said.by("scenarios", at("mine"), "--export", at("whole.zip")).code())
                .isZero();
        byte[] whole = Files.readAllBytes(folder.resolve("whole.zip"));
        assertThat(bad(new byte[0])).contains("bad.zip: the file is empty;");
        assertThat(bad("no zip".getBytes(StandardCharsets.UTF_8))).contains("bad.zip: this is not a zip file;");
        assertThat(bad(Arrays.copyOf(whole, whole.length - 30)))
                .contains("bad.zip: the bundle was cut off or damaged;");
        assertThat(bad(Arrays.copyOf(whole, 40))).contains("bad.zip: the bundle was cut off or damaged;");
        assertThat(bad(headers(whole, 6, 1))).contains("bad.zip: the bundle is encrypted;");
        assertThat(bad(headers(whole, 8, 12))).contains("bad.zip: the bundle is packed by a method (number 12)");
    }

    private String bad(byte[] bundle) throws IOException {
        Said said =
                Said.by("run", Files.write(folder.resolve("bad.zip"), bundle).toString());
        assertThat(said.code()).isEqualTo(2);
        return said.err();
    }

    /** A bundle with another byte in the header of each file, here and in the list of files at the end, where it is two further. */
    private static byte[] headers(byte[] bundle, int place, int value) {
        byte[] changed = bundle.clone();
        for (int i = 0; i + 4 < changed.length; i++) {
            boolean header = changed[i] == 'P' && changed[i + 1] == 'K' && changed[i + 3] == changed[i + 2] + 1;
            if (header && changed[i + 2] < 5) {
                changed[i + place + (changed[i + 2] == 1 ? 2 : 0)] = (byte) value;
            }
        }
        return changed;
    }

    @Test
    void aBundleMayHaveFoldersThatAreNoFilesAndSixteenMegabytesOfTables() throws IOException {
        Path file = folder.resolve("large.zip");
        for (int tables : List.of(0, 5)) {
            try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
                for (int i = 0; i < 1500; i++) {
                    zip.putNextEntry(new ZipEntry("empty" + i + "/"));
                }
                try (DirectoryStream<Path> all = Files.newDirectoryStream(folder.resolve("mine"), "*.csv")) {
                    for (Path table : all) {
                        zip.putNextEntry(new ZipEntry(table.getFileName().toString()));
                        Files.copy(table, zip);
                    }
                }
                for (int i = 0; i < tables; i++) {
                    zip.putNextEntry(new ZipEntry("more" + i + ".csv"));
                    zip.write(new byte[4 << 20]);
                }
            }
            Said said = Said.by("scenarios", "--check", file.toString());
            assertThat(said.code()).as(said.err()).isEqualTo(tables == 0 ? 0 : 2);
            assertThat(said.err().lines().toList())
                    .isEqualTo(
                            tables == 0
                                    ? List.of()
                                    : List.of(file
                                            + ": more than 16 MB of tables; allowed are 16 MB at most in a bundle."));
        }
    }

    private String bundle(String name, byte[] content) throws IOException {
        Path file = folder.resolve("bad.zip");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(content);
            zip.closeEntry();
        }
        Said said = Said.by("scenarios", "--check", file.toString());
        assertThat(said.code()).isEqualTo(2);
        return said.err();
    }
}
