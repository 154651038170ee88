package greenlight.runner.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import greenlight.runner.journal.Checkpoint;
import greenlight.runner.journal.StatusCounts;
import greenlight.runner.model.Model;
import greenlight.runner.model.Setting;
import greenlight.runner.results.ResultFolder;
import greenlight.runner.spec.BadExperiment;
import greenlight.runner.spec.Experiment;
import greenlight.runner.spec.ExperimentReader;
import greenlight.runner.spec.IshigamiModel;
import greenlight.runner.spec.Shard;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs of two states of the model come into one table only where they are known to be the same, and never unnoted. */
class ReproducibilityCheckTest {
    private static final Progress SILENT =
            new Progress(Progress.Way.NONE, new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8));

    private static final String SMALL = """
            name: x
            replications: 10
            set: {noise: 0.3, x3: 1}
            design:
              type: factorial
              factors:
                x1: {from: -1, to: 1, step: 0.4}
                quarters: [40, 20]
            """;

    private static final String LARGE = SMALL.replace("replications: 10", "replications: 15");

    /** The digest of an edited model. */
    private static final String EDITED = "fedcba9876543210";

    @TempDir
    private Path folder;

    private Path x;

    @BeforeEach
    void nameIt() {
        x = folder.resolve("x");
    }

    /** The function with another digest, and perhaps something added to it. */
    private static final class Edited extends IshigamiModel {
        private final String digest;
        private final double added;

        Edited(String digest, double added) {
            this(digest, added, (setting, seed) -> {});
        }

        Edited(String digest, double added, Fault fault) {
            super(fault);
            this.digest = digest;
            this.added = added;
        }

        @Override
        public String digest() {
            return digest;
        }

        @Override
        public Outcome run(String scenario, Setting setting, long seed, int threads) {
            Outcome outcome = super.run(scenario, setting, seed, threads);
            double[] measures = Arrays.copyOf(outcome.measures(), outcome.measures().length);
            measures[0] += added;
            return new Outcome(measures, outcome.rows());
        }
    }

    private static Experiment experiment(String text, Model model) throws BadExperiment {
        return ExperimentReader.read(text, "x.yaml", model);
    }

    private Sweep.Result sweep(String text, Model model, Path where, StartMode start) throws Exception {
        return new Sweep(experiment(text, model)).journalUpTo(20_000).run(where, 2, start, SILENT);
    }

    /** A sweep that is stopped after so many runs. */
    private void stopped(Model model, int at, StartMode start) throws Exception {
        Thread caller = Thread.currentThread();
        AtomicInteger runs = new AtomicInteger();
        Model stopping = new Edited(model.digest(), 0, (setting, seed) -> {
            int run = runs.incrementAndGet();
            if (run == at) {
                waitForARow(x.resolve("runs.csv.part"));
                caller.interrupt();
            } else if (run > at) {
                waitForTheStop();
            }
        });
        assertThatThrownBy(() -> sweep(SMALL, stopping, x, start)).isInstanceOf(InterruptedException.class);
        assertThat(Thread.interrupted()).isFalse();
    }

    /** Lets a run wait until the sweep is stopped, so that the others do not go on to the end meanwhile. */
    private static void waitForTheStop() {
        try {
            Thread.sleep(60_000);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    /** Waits until a run is written: one that ended is not yet safe from an interrupt. */
    private static void waitForARow(Path table) {
        try {
            while (Files.readString(table).lines().count() < 2) {
                Thread.sleep(5);
            }
        } catch (IOException | InterruptedException broken) {
            throw new AssertionError(broken);
        }
    }

    private static Map<String, String> files(Path folder) throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> paths = Files.list(folder)) {
            for (Path path : paths.toList()) {
                files.put(path.getFileName().toString(), Files.readString(path, StandardCharsets.ISO_8859_1));
            }
        }
        return files;
    }

    /** The tables of an undisturbed sweep by one model. */
    private void assertTables(String text, Path swept) throws Exception {
        Path whole = folder.resolve("whole");
        sweep(text, new IshigamiModel(), whole, StartMode.OVERWRITE);
        for (String table : List.of("runs.csv", "quarters.csv", "ends.csv")) {
            assertThat(swept.resolve(table)).hasSameBinaryContentAs(whole.resolve(table));
        }
    }

    private void refused(Deed deed, Path... folders) throws Exception {
        Map<Path, Map<String, String>> before = new TreeMap<>();
        for (Path one : folders) {
            before.put(one, files(one));
        }
        BadExperiment refusal = catchThrowableOfType(BadExperiment.class, deed::run);
        assertThat(refusal.messages()).hasSize(2);
        assertThat(refusal.messages().get(0))
                .matches(
                        ".*another state of the model made these runs \\(digest " + IshigamiModel.DIGEST
                                + "; this program has " + EDITED
                                + "\\), and its results differ: run r[0-9a-f]{16} \\(point 0,"
                                + " replication 0\\), runs\\.csv, column y: found -?\\d+\\.\\d+, this program gets -?\\d+\\.\\d+\\.");
        assertThat(refusal.messages().get(1)).startsWith("Nothing was changed.").contains("--out", "--overwrite");
        for (Path one : folders) {
            assertThat(files(one)).isEqualTo(before.get(one));
        }
    }

    /** Something that is refused. */
    @FunctionalInterface
    private interface Deed {
        void run() throws Exception;
    }

    private static List<String> models(Path folder) throws Exception {
        return ResultFolder.in(folder).models();
    }

    @ParameterizedTest
    @ValueSource(ints = {30, 90, 118})
    void anUnfinishedSweepOfAnotherStateGoesOnOnlyWhereItsRunsComeOutTheSame(int at) throws Exception {
        stopped(new IshigamiModel(), at, StartMode.FRESH);
        refused(() -> sweep(SMALL, new Edited(EDITED, 1e-9), x, StartMode.RESUME), x);
        AtomicInteger runs = new AtomicInteger();
        Sweep.Result result =
                sweep(SMALL, new Edited(EDITED, 0, (setting, seed) -> runs.incrementAndGet()), x, StartMode.RESUME);
        assertThat(runs).hasValue(120 - result.resumed() + Math.min(20, result.resumed()));
        assertThat(result.said())
                .hasSize(2)
                .first()
                .asString()
                .startsWith(x + ": another state of the model made these runs (digest " + IshigamiModel.DIGEST
                        + "; this program has " + EDITED + "); ")
                .endsWith(" finished runs were run again, and every cell is the same.");
        assertThat(models(x)).containsExactly(IshigamiModel.DIGEST, EDITED);
        assertThat(Files.readString(x.resolve("ro-crate-metadata.json")))
                .contains("digest " + IshigamiModel.DIGEST, "digest " + EDITED);
        assertTables(SMALL, x);
    }

    @Test
    void theModelThatBeganGoesOnAfterARefusalWithoutRunningAnythingAgain() throws Exception {
        stopped(new IshigamiModel(), 60, StartMode.FRESH);
        refused(() -> sweep(SMALL, new Edited(EDITED, 1), x, StartMode.RESUME), x);
        AtomicInteger runs = new AtomicInteger();
        Sweep.Result result =
                sweep(SMALL, new IshigamiModel((setting, seed) -> runs.incrementAndGet()), x, StartMode.RESUME);
        assertThat(runs).hasValue(120 - result.resumed());
        assertThat(result.said()).isEmpty();
        assertThat(models(x)).containsExactly(IshigamiModel.DIGEST);
        assertTables(SMALL, x);
    }

    @Test
    void theJournalKnowsEveryStateThatWorkedOnASweep() throws Exception {
        stopped(new IshigamiModel(), 40, StartMode.FRESH);
        stopped(new Edited(EDITED, 0), 50, StartMode.RESUME);
        Sweep.Result result = sweep(SMALL, new IshigamiModel(), x, StartMode.RESUME);
        assertThat(result.said()).isEmpty();
        assertThat(models(x)).containsExactly(IshigamiModel.DIGEST, EDITED);
        assertTables(SMALL, x);
    }

    @Test
    void aFinishedSweepOfAnotherStateIsExtendedOnlyWhereItsRunsComeOutTheSame() throws Exception {
        sweep(SMALL, new IshigamiModel(), x, StartMode.FRESH);
        refused(() -> sweep(LARGE, new Edited(EDITED, 1e-9), x, StartMode.EXTEND), x);
        AtomicInteger runs = new AtomicInteger();
        Sweep.Result result =
                sweep(LARGE, new Edited(EDITED, 0, (setting, seed) -> runs.incrementAndGet()), x, StartMode.EXTEND);
        assertThat(result.reused()).isEqualTo(120);
        assertThat(runs).hasValue(60 + 20);
        assertThat(result.said())
                .first()
                .asString()
                .contains("20 of 120, evenly spread over the design, finished runs were run again");
        assertThat(models(x)).containsExactly(IshigamiModel.DIGEST, EDITED);
        assertTables(LARGE, x);
    }

    @Test
    void aFinishedSweepIsComparedAndLeftAsItIs() throws Exception {
        sweep(SMALL, new IshigamiModel(), x, StartMode.FRESH);
        refused(() -> sweep(SMALL, new Edited(EDITED, 1e-9), x, StartMode.RESUME), x);
        Map<String, String> before = files(x);
        assertThat(sweep(SMALL, new Edited(EDITED, 0), x, StartMode.RESUME).said())
                .hasSize(2)
                .last()
                .asString()
                .contains("finished already");
        assertThat(files(x)).isEqualTo(before);
    }

    @Test
    void shardsOfTwoStatesAreMergedOnlyWhereTheirRunsComeOutTheSame() throws Exception {
        List<Path> shards = List.of(folder.resolve("s1"), folder.resolve("s2"));
        new Sweep(experiment(SMALL, new IshigamiModel()), new Shard(1, 2), "")
                .run(shards.get(0), 2, StartMode.FRESH, SILENT);
        new Sweep(experiment(SMALL, new Edited(EDITED, 0)), new Shard(2, 2), "")
                .run(shards.get(1), 2, StartMode.FRESH, SILENT);
        Experiment edited = experiment(SMALL, new Edited(EDITED, 1e-9));
        sweep(SMALL, new IshigamiModel(), x, StartMode.FRESH);
        Map<String, String> before = files(x);
        BadExperiment refusal = catchThrowableOfType(
                BadExperiment.class, () -> new Sweep(edited).merge(Shards.of(shards), x, StartMode.OVERWRITE, SILENT));
        assertThat(refusal.messages().get(0))
                .startsWith(shards.get(0) + ": another state of the model made these runs")
                .contains("column y");
        assertThat(files(x)).isEqualTo(before);
        Experiment same = experiment(SMALL, new Edited(EDITED, 0));
        Sweep.Result result = new Sweep(same).merge(Shards.of(shards), x, StartMode.OVERWRITE, SILENT);
        assertThat(result.said())
                .hasSize(2)
                .first()
                .asString()
                .startsWith(shards.get(0).toString());
        assertThat(models(x)).containsExactly(IshigamiModel.DIGEST, EDITED);
        assertTables(SMALL, x);
    }

    @Test
    void resultsWithoutADigestAreOfAnUnknownStateAndRunAgainToo() throws Exception {
        sweep(SMALL, new IshigamiModel(), x, StartMode.FRESH);
        Path description = x.resolve("datapackage.json");
        String text = Files.readString(description);
        String without = text.replaceFirst(",\\s*\"digests\": \\[[^\\]]*\\]", "");
        assertThat(without).isNotEqualTo(text);
        Files.writeString(description, without);
        assertThatThrownBy(() -> sweep(LARGE, new Edited(EDITED, 1), x, StartMode.EXTEND))
                .isInstanceOf(BadExperiment.class)
                .hasMessageContaining("(digest unknown; this program has " + EDITED + "), and its results differ");
        sweep(LARGE, new IshigamiModel(), x, StartMode.EXTEND);
        assertThat(models(x)).containsExactly(Model.UNKNOWN, IshigamiModel.DIGEST);
        assertTables(LARGE, x);
    }

    @Test
    void aJournalWithoutDigestsIsOfAnUnknownState() throws Exception {
        Checkpoint now = new Checkpoint("x", 1, 2, new double[] {3}, StatusCounts.NONE, Map.of(), List.of());
        byte[] bytes = now.bytes();
        byte[] old = Arrays.copyOf(bytes, bytes.length - Integer.BYTES);
        assertThat(Checkpoint.of(bytes).models()).isEmpty();
        assertThat(Checkpoint.of(old).models()).containsExactly(Model.UNKNOWN);
        assertThat(Checkpoint.of(now.by(List.of("a", "b")).bytes()).models()).containsExactly("a", "b");
    }

    @Test
    void aModelWithoutADigestIsAnotherOneEachTime() throws Exception {
        Model unknown = new Edited(Model.UNKNOWN, 0);
        sweep(SMALL, unknown, x, StartMode.FRESH);
        assertThat(sweep(LARGE, unknown, x, StartMode.EXTEND).said())
                .first()
                .asString()
                .contains("(digest unknown; this program has unknown); 20 of 120");
        assertThat(models(x)).containsExactly(Model.UNKNOWN);
    }

    @Test
    void fewRunsAreAllRunAgainAndManyInPart() {
        for (int all : new int[] {0, 1, 19, 20, 21, 39, 1000}) {
            BitSet places = new BitSet();
            for (int i = 0; i < all; i++) {
                places.set(3 * i);
            }
            List<Integer> sample = ReproducibilityCheck.sample(places);
            assertThat(sample).hasSize(Math.min(all, 20)).doesNotHaveDuplicates();
            assertThat(places.stream().boxed().toList()).containsAll(sample);
            for (int i = 1; i < sample.size(); i++) {
                int step = (sample.get(i) - sample.get(i - 1)) / 3;
                assertThat(step).isBetween(all / sample.size(), all / sample.size() + 1);
            }
        }
    }
}
