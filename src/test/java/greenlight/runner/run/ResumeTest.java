package greenlight.runner.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import greenlight.runner.journal.FinishedRunIndex;
import greenlight.runner.journal.FolderTaken;
import greenlight.runner.journal.Journal;
import greenlight.runner.journal.RunRows;
import greenlight.runner.model.Model;
import greenlight.runner.model.Status;
import greenlight.runner.spec.BadExperiment;
import greenlight.runner.spec.Experiment;
import greenlight.runner.spec.ExperimentReader;
import greenlight.runner.spec.IshigamiModel;
import greenlight.runner.spec.IshigamiModel.Ishigami;
import greenlight.runner.spec.Shard;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sweeps that are stopped, killed, out of disk, damaged or extended end with the bytes of an undisturbed one. */
class ResumeTest {
    private static final Progress SILENT =
            new Progress(Progress.Way.NONE, new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8));

    private static final String DESIGN = """
            set: {noise: 0.3, x3: 1}
            design:
              type: factorial
              factors:
                x1: {from: -1, to: 1, step: 0.4}
                quarters: [40, 20]
                mirror: [off, on]
            """;

    private static final String WIDE = "name: wide\nreplications: 20\n" + DESIGN;

    /** 144 runs: for what is tried many times. */
    private static final String NARROW = "name: narrow\nreplications: 6\n" + DESIGN;

    private static final int KILLS = 5;
    /** Of a sweep of 480 runs of 10 ms on two threads, a twelfth, ms: it is not over before the last kill. */
    private static final int LONGEST = 200;

    @TempDir
    Path folder;

    private static Experiment experiment(String text, Model model) throws BadExperiment {
        return ExperimentReader.read(text, "x.yaml", model);
    }

    private Sweep.Result sweep(String text, Model model, String name, StartMode start) throws Exception {
        return new Sweep(experiment(text, model)).journalUpTo(20_000).run(folder.resolve(name), 2, start, SILENT);
    }

    private static Map<String, String> files(Path folder) throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> paths = Files.list(folder)) {
            for (Path path : paths.toList()) {
                files.put(path.getFileName().toString(), Files.readString(path, StandardCharsets.ISO_8859_1));
            }
        }
        files.remove("timings.csv");
        files.remove("ro-crate-metadata.json");
        return files;
    }

    private Map<String, String> undisturbed(String text) throws Exception {
        sweep(text, new IshigamiModel(), "undisturbed", StartMode.OVERWRITE);
        return files(folder.resolve("undisturbed"));
    }

    /** A model that stops the sweep's thread at the run of a number. */
    private static IshigamiModel stopping(int at, AtomicInteger runs) {
        Thread caller = Thread.currentThread();
        return new IshigamiModel((setting, seed) -> {
            if (runs.incrementAndGet() == at) {
                caller.interrupt();
            }
        });
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 100, 333, 479, 480})
    void aStoppedSweepIsFinishedWithTheSameBytesAndWithoutRunningAgainWhatHadEnded(int at) throws Exception {
        AtomicInteger runs = new AtomicInteger();
        try {
            sweep(WIDE, stopping(at, runs), "x", StartMode.FRESH);
        } catch (InterruptedException stopped) {
            assertThat(folder.resolve("x/runs.csv")).doesNotExist();
        }
        Thread.interrupted();
        int before = runs.get();
        AtomicInteger more = new AtomicInteger();
        IshigamiModel counting = new IshigamiModel((setting, seed) -> more.incrementAndGet());
        Sweep.Result result = sweep(WIDE, counting, "x", StartMode.RESUME);
        assertThat(files(folder.resolve("x"))).isEqualTo(undisturbed(WIDE));
        assertThat(result.ok()).isEqualTo(480);
        assertThat(result.resumed() + more.get()).isEqualTo(480);
        assertThat(before - result.resumed()).as("runs lost").isBetween(0, SweepExecution.window(2));
        assertThat(sweep(WIDE, counting, "x", StartMode.RESUME).said())
                .containsExactly("The sweep in " + folder.resolve("x") + " is finished already; nothing was run.");
    }

    /** A sweep of its own process, slow enough to be killed in the middle. */
    static final class Victim {
        public static void main(String[] arguments) throws Exception {
            IshigamiModel slow = new IshigamiModel((setting, seed) -> {
                try {
                    Thread.sleep(10);
                } catch (InterruptedException stopped) {
                    throw new IllegalStateException(stopped);
                }
            });
            new Sweep(experiment(WIDE, slow))
                    .journalUpTo(20_000)
                    .run(Path.of(arguments[0]), 2, StartMode.RESUME, new Progress(Progress.Way.NONE, System.err));
        }
    }

    @Test
    void killedAtRandomMomentsAndResumedASweepHasTheBytesOfAnUndisturbedOne() throws Exception {
        Path x = folder.resolve("x");
        long seed = System.nanoTime();
        Random luck = new Random(seed);
        int kills = 0;
        for (int attempt = 0; attempt < KILLS; attempt++) {
            Process victim = new ProcessBuilder(
                            ProcessHandle.current().info().command().orElse("java"),
                            "-XX:TieredStopAtLevel=1",
                            "-cp",
                            System.getProperty("java.class.path"),
                            Victim.class.getName(),
                            x.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("victim.txt").toFile())
                    .start();
            while (victim.isAlive() && !Files.exists(x.resolve("runs.csv.part"))) {
                Thread.sleep(5);
            }
            if (!victim.waitFor(luck.nextInt(LONGEST), TimeUnit.MILLISECONDS)) {
                victim.destroyForcibly().waitFor();
                kills++;
            } else if (victim.exitValue() != 0) {
                assertThat(Files.readString(folder.resolve("victim.txt"))).isEmpty();
            }
        }
        assertThat(kills).isEqualTo(KILLS);
        sweep(WIDE, new IshigamiModel(), "x", StartMode.RESUME);
        assertThat(files(x)).as("kills with seed " + seed).isEqualTo(undisturbed(WIDE));
    }

    private void stopped(String text, int at) throws Exception {
        assertThatThrownBy(() -> sweep(text, stopping(at, new AtomicInteger()), "x", StartMode.OVERWRITE))
                .isInstanceOf(InterruptedException.class);
        assertThat(Thread.interrupted()).isFalse();
    }

    @Test
    void aJournalThatIsCutOffOrAlteredCountsAsFarAsItIsIntact() throws Exception {
        Map<String, String> whole = undisturbed(NARROW);
        Path journal = folder.resolve("x/journal.part");
        Random luck = new Random(1);
        for (int damage = 0; damage < 30; damage++) {
            stopped(NARROW, 60);
            byte[] bytes = Files.readAllBytes(journal);
            if (damage % 3 == 0) {
                bytes = java.util.Arrays.copyOf(bytes, luck.nextInt(bytes.length));
            } else {
                bytes[luck.nextInt(bytes.length)] ^= (byte) (1 << luck.nextInt(8));
            }
            Files.write(journal, bytes);
            sweep(NARROW, new IshigamiModel(), "x", StartMode.RESUME);
            assertThat(files(folder.resolve("x"))).as("damage " + damage).isEqualTo(whole);
        }
    }

    @Test
    void waitingRunsThatAreCutOffOrAlteredAreRunAgain() throws Exception {
        Map<String, String> whole = undisturbed(NARROW);
        Path waiting = folder.resolve("x/waiting.part");
        Random random = new Random(3);
        for (int damage = 0; damage < 10; damage++) {
            stopped(NARROW, 90);
            byte[] bytes = Files.readAllBytes(waiting);
            assertThat(bytes.length).as("bytes that wait").isGreaterThan(5_000);
            if (damage % 2 == 0) {
                bytes = java.util.Arrays.copyOf(bytes, random.nextInt(bytes.length));
            } else {
                bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
            }
            Files.write(waiting, bytes);
            Sweep.Result result = sweep(NARROW, new IshigamiModel(), "x", StartMode.RESUME);
            assertThat(result.said().size()).isLessThanOrEqualTo(1);
            assertThat(result.said()).allMatch(said -> said.contains("waiting.part ends in"));
            assertThat(files(folder.resolve("x"))).as("damage " + damage).isEqualTo(whole);
        }
    }

    @Test
    void whatOfTheJournalIsLostIsSaid() throws Exception {
        stopped(WIDE, 200);
        Path journal = folder.resolve("x/journal.part");
        Files.write(journal, java.util.Arrays.copyOf(Files.readAllBytes(journal), (int) Files.size(journal) - 3));
        assertThat(sweep(WIDE, new IshigamiModel(), "x", StartMode.RESUME).said())
                .singleElement()
                .asString()
                .contains("cut off or damaged", "what is before them is used");
        stopped(WIDE, 200);
        Files.write(journal, new byte[] {1, 2, 3});
        assertThat(sweep(WIDE, new IshigamiModel(), "x", StartMode.RESUME).said())
                .containsExactly(
                        "The journal of " + folder.resolve("x") + " ends in 3 bytes that were cut off or damaged;"
                                + " nothing before them is of use, and the sweep begins anew.");
    }

    @Test
    void linesThatTheJournalTellsOfAndTheTableLacksAreMadeAgain() throws Exception {
        Map<String, String> whole = undisturbed(NARROW);
        Random luck = new Random(2);
        List<String> said = new ArrayList<>();
        for (String table : List.of("runs.csv", "quarters.csv", "timings.csv")) {
            for (boolean cut : new boolean[] {true, false}) {
                Sweep neverAnew = new Sweep(experiment(NARROW, stopping(120, new AtomicInteger())));
                assertThatThrownBy(() -> neverAnew.run(folder.resolve("x"), 2, StartMode.OVERWRITE, SILENT))
                        .isInstanceOf(InterruptedException.class);
                Path part = folder.resolve("x/" + table + ".part");
                byte[] bytes = Files.readAllBytes(part);
                int head = new String(bytes, StandardCharsets.UTF_8).indexOf('\n') + 1;
                int place = head + luck.nextInt(bytes.length - head);
                if (cut) {
                    bytes = java.util.Arrays.copyOf(bytes, place);
                } else {
                    bytes[place] ^= 1;
                }
                Files.write(part, bytes);
                Sweep.Result result = sweep(NARROW, new IshigamiModel(), "x", StartMode.RESUME);
                assertThat(files(folder.resolve("x")))
                        .as(table + " at " + place)
                        .isEqualTo(whole);
                said.addAll(result.said());
            }
        }
        // a run that waited for its turn is in the journal with its lines, whatever becomes of the table
        assertThat(said).isNotEmpty().hasSizeLessThanOrEqualTo(6).allMatch(one -> one.contains("cut off or damaged"));
    }

    @Test
    void aTableThatWasChangedBehindTheJournalIsRefused() throws Exception {
        stopped(WIDE, 475);
        Path part = folder.resolve("x/runs.csv.part");
        byte[] bytes = Files.readAllBytes(part);
        bytes[200] ^= 1;
        Files.write(part, bytes);
        assertThatThrownBy(() -> sweep(WIDE, new IshigamiModel(), "x", StartMode.RESUME))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("runs.csv", "is not what the journal says");
    }

    @Test
    void anotherExperimentCannotBeResumed() throws Exception {
        stopped(WIDE, 100);
        assertThatThrownBy(() -> sweep(WIDE + "seed: 7\n", new IshigamiModel(), "x", StartMode.RESUME))
                .isInstanceOf(BadExperiment.class)
                .hasMessageContaining("holds an unfinished sweep of another experiment");
        assertThatThrownBy(() -> sweep(WIDE, new IshigamiModel(), "x", StartMode.FRESH))
                .isInstanceOf(FolderTaken.class)
                .hasMessageContaining("--resume");
        sweep(WIDE, new IshigamiModel(), "x", StartMode.RESUME);
        assertThatThrownBy(() -> sweep(WIDE + "seed: 7\n", new IshigamiModel(), "x", StartMode.RESUME))
                .isInstanceOf(BadExperiment.class)
                .hasMessageContaining("finished sweep of another experiment");
    }

    @Test
    void moreReplicationsOrPointsTakeOverAllFinishedRuns() throws Exception {
        String fifty =
                "name: x\nreplications: 50\nset: {noise: 0.3}\ndesign: {type: factorial, factors: {x1: [0, 1]}}\n";
        String more = fifty.replace("50", "100");
        String wider = more.replace("[0, 1]", "[-1, 0, 1, 2]");
        for (String larger : List.of(more, wider)) {
            sweep(fifty, new IshigamiModel(), "x", StartMode.OVERWRITE);
            AtomicInteger runs = new AtomicInteger();
            IshigamiModel counting = new IshigamiModel((setting, seed) -> runs.incrementAndGet());
            Sweep.Result result = sweep(larger, counting, "x", StartMode.EXTEND);
            assertThat(result.reused()).isEqualTo(100);
            assertThat(runs).hasValue(result.ok() - 100);
            assertThat(files(folder.resolve("x"))).isEqualTo(undisturbed(larger));
        }
        assertThatThrownBy(() -> sweep(fifty, new IshigamiModel(), "x", StartMode.EXTEND))
                .isInstanceOf(BadExperiment.class)
                .hasMessageContaining("holds 300 of 400 runs that are not part of this experiment and would be lost");
    }

    @Test
    void anExtensionThatIsStoppedIsResumed() throws Exception {
        String small = "name: x\nreplications: 40\n" + DESIGN;
        String large = small.replace("replications: 40", "replications: 60");
        sweep(small, new IshigamiModel(), "x", StartMode.FRESH);
        assertThatThrownBy(() -> sweep(large, stopping(200, new AtomicInteger()), "x", StartMode.EXTEND))
                .isInstanceOf(InterruptedException.class);
        AtomicInteger runs = new AtomicInteger();
        sweep(large, new IshigamiModel((setting, seed) -> runs.incrementAndGet()), "x", StartMode.RESUME);
        assertThat(runs.get()).isLessThanOrEqualTo(480 - 200 + SweepExecution.window(2));
        assertThat(files(folder.resolve("x"))).isEqualTo(undisturbed(large));
    }

    private List<Path> shards(Experiment experiment) throws Exception {
        List<Path> shards = new ArrayList<>();
        for (int part = 1; part <= 3; part++) {
            shards.add(folder.resolve("shard" + part));
            new Sweep(experiment, new Shard(part, 3), "").run(shards.get(part - 1), 2, StartMode.FRESH, SILENT);
        }
        return shards;
    }

    /** Progress that stops the thread when it has told so many times. */
    private static Progress stoppingAt(int times) {
        AtomicInteger told = new AtomicInteger();
        PrintStream out = new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8) {
            @Override
            public void print(String line) {
                if (told.incrementAndGet() == times) {
                    Thread.currentThread().interrupt();
                }
            }
        };
        return new Progress(Progress.Way.PLAIN, out);
    }

    @Test
    void aMergeThatIsStoppedIsResumed() throws Exception {
        Experiment wide = experiment(WIDE, new IshigamiModel());
        List<Path> shards = shards(wide);
        Path merged = folder.resolve("merged");
        for (StartMode start : List.of(StartMode.FRESH, StartMode.RESUME)) {
            assertThatThrownBy(() ->
                            new Sweep(wide).journalUpTo(20_000).merge(Shards.of(shards), merged, start, stoppingAt(3)))
                    .isInstanceOf(InterruptedException.class);
            assertThat(merged.resolve("runs.csv")).doesNotExist();
            assertThat(Journal.in(merged)).isTrue();
        }
        Sweep.Result result =
                new Sweep(wide).journalUpTo(20_000).merge(Shards.of(shards), merged, StartMode.RESUME, SILENT);
        assertThat(result.resumed()).isEqualTo(240);
        assertThat(result.reused()).isEqualTo(480 - 240);
        assertThat(files(merged)).isEqualTo(undisturbed(WIDE));
    }

    @Test
    void aTableThatIsCutOffWhileItIsReadIsRefused() throws Exception {
        Experiment wide = experiment(WIDE, new IshigamiModel());
        sweep(WIDE, new IshigamiModel(), "x", StartMode.FRESH);
        Path runs = folder.resolve("x/runs.csv");
        try (FinishedRunIndex shelf = new FinishedRunIndex(wide, new RunRows(wide), List.of(folder.resolve("x")))) {
            try (RandomAccessFile file = new RandomAccessFile(runs.toFile(), "rw")) {
                file.setLength(file.length() - 3);
            }
            assertThat(shelf.find(wide.run(0), false)).isPresent();
            assertThatThrownBy(() -> shelf.find(wide.run(479), false))
                    .isInstanceOf(IOException.class)
                    .hasMessage(runs + " cannot be read: it was cut off while it was read.");
        }
    }

    @Test
    void shardsPutTogetherAreTheWhole() throws Exception {
        Experiment wide = experiment(WIDE, new IshigamiModel());
        List<Path> shards = shards(wide);
        Path merged = folder.resolve("merged");
        Sweep.Result result = new Sweep(wide).merge(Shards.of(shards), merged, StartMode.FRESH, SILENT);
        assertThat(files(merged)).isEqualTo(undisturbed(WIDE));
        assertThat(result.reused()).isEqualTo(480);
        assertThat(new Sweep(wide)
                        .merge(Shards.of(shards), merged, StartMode.RESUME, SILENT)
                        .said())
                .singleElement()
                .asString()
                .contains("finished already");
    }

    @Test
    void aFullDiskIsSaidToBeFullAndTheSweepGoesOnWhenThereIsSpace() throws Exception {
        Path small = Files.createDirectory(folder.resolve("small"));
        assumeTrue(
                command("mount", "-t", "tmpfs", "-o", "size=96k", "tmpfs", small.toString()),
                "a small file system cannot be mounted here, so a full disk cannot be tried");
        try {
            IOException full = catchThrowableOfType(
                    IOException.class, () -> sweep(WIDE, new IshigamiModel(), "small/x", StartMode.FRESH));
            assertThat(full).hasMessageMatching(".*/small/x/.* cannot be written: No space left on device\\.");
            assertThat(command("mount", "-o", "remount,size=64m", small.toString()))
                    .isTrue();
            sweep(WIDE, new IshigamiModel(), "small/x", StartMode.RESUME);
            assertThat(files(small.resolve("x"))).isEqualTo(undisturbed(WIDE));
        } finally {
            command("umount", small.toString());
        }
    }

    private static boolean command(String... words) throws IOException, InterruptedException {
        try {
            return new ProcessBuilder(words)
                            .redirectErrorStream(true)
                            .redirectOutput(new File("/dev/null"))
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException noSuchCommand) {
            return false;
        }
    }

    @Test
    void anEndlessRunIsGivenUpAndTheOthersGoOn() throws Exception {
        IshigamiModel stuck = new IshigamiModel((setting, seed) -> {
            while (setting.get(Ishigami.X1) == -1) {
                Thread.onSpinWait();
            }
        });
        Sweep.Result result = sweep(
                "name: x\ntimeout: 1.5\ndesign: {type: factorial, factors: {x1: [-1, 0, 1]}}",
                stuck,
                "x",
                StartMode.FRESH);
        assertThat(result.ok()).isEqualTo(2);
        assertThat(result.counts()).containsEntry(Status.TIMEOUT, 1);
        assertThat(Files.readAllLines(folder.resolve("x/runs.csv")).get(1))
                .contains(",timeout,it ran longer than 1.5 s and was given up,");
    }

    @Test
    void aPointStopsWhenItsIntervalIsNarrowWhateverTheThreadsAndStops() throws Exception {
        String text = """
                name: x
                replications: 5
                precision: {measure: y, half_width: 0.2, most: 400}
                set: {noise: 1}
                design: {type: factorial, factors: {x1: [-1, 0, 1], noise: [0.1, 1]}}
                """.replace("set: {noise: 1}\n", "");
        Sweep.Result result = sweep(text, new IshigamiModel(), "one", StartMode.FRESH);
        assertThat(result.ok()).isBetween(30 + 3, 1200);
        Map<String, String> one = files(folder.resolve("one"));
        new Sweep(experiment(text, new IshigamiModel())).run(folder.resolve("eight"), 8, StartMode.FRESH, SILENT);
        assertThat(files(folder.resolve("eight"))).isEqualTo(one);
        try {
            sweep(text, stopping(60, new AtomicInteger()), "x", StartMode.FRESH);
        } catch (InterruptedException stopped) {
            assertThat(folder.resolve("x/runs.csv")).doesNotExist();
        }
        sweep(text, new IshigamiModel(), "x", StartMode.RESUME);
        assertThat(files(folder.resolve("x"))).isEqualTo(one);
    }
}
