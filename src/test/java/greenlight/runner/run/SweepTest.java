package greenlight.runner.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import greenlight.runner.journal.FolderTaken;
import greenlight.runner.model.Model;
import greenlight.runner.model.OutOfRange;
import greenlight.runner.model.Setting;
import greenlight.runner.spec.BadExperiment;
import greenlight.runner.spec.Experiment;
import greenlight.runner.spec.ExperimentReader;
import greenlight.runner.spec.IshigamiModel;
import greenlight.runner.spec.IshigamiModel.Ishigami;
import greenlight.runner.spec.Run;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SweepTest {
    private static final Progress SILENT =
            new Progress(Progress.Way.NONE, new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8));

    /** 24 points of four runs each, of which the tables have awkward texts and empty cells. */
    private static final String WIDE = """
            name: wide
            replications: 4
            set: {noise: 0.3, x3: 1}
            design:
              type: factorial
              factors:
                x1: {from: -1, to: 1, step: 0.4}
                quarters: [7, 1]
                mirror: [off, on]
            """;

    @TempDir
    Path folder;

    private static Experiment experiment(String text, Model model) throws BadExperiment {
        return ExperimentReader.read(text, "x.yaml", model);
    }

    private Sweep.Result sweep(String text, Model model, String name, int threads) throws Exception {
        return new Sweep(experiment(text, model)).run(folder.resolve(name), threads, StartMode.FRESH, SILENT);
    }

    private static List<CSVRecord> table(Path file) throws IOException {
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (Reader reader = Files.newBufferedReader(file);
                CSVParser rows = format.parse(reader)) {
            return rows.getRecords();
        }
    }

    private static List<String> column(List<CSVRecord> rows, String key) {
        return rows.stream().map(row -> row.get(key)).toList();
    }

    private static Map<String, String> files(Path folder) throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> paths = Files.list(folder)) {
            for (Path path : paths.toList()) {
                files.put(path.getFileName().toString(), Files.readString(path));
            }
        }
        return files;
    }

    @Test
    void theFilesAreTheSameWhateverTheThreads() throws Exception {
        sweep(WIDE, new IshigamiModel(), "1", 1);
        Map<String, String> one = files(folder.resolve("1"));
        assertThat(one)
                .containsOnlyKeys(
                        "datapackage.json",
                        "ends.csv",
                        "experiment.yaml",
                        "quarters.csv",
                        "ro-crate-metadata.json",
                        "runs.csv",
                        "timings.csv");
        one.remove("ro-crate-metadata.json");
        int timings = one.remove("timings.csv").split("\n", -1).length;
        for (int threads : new int[] {2, 8}) {
            sweep(WIDE, new IshigamiModel(), "" + threads, threads);
            Map<String, String> more = files(folder.resolve("" + threads));
            assertThat(more.remove("timings.csv").split("\n", -1)).hasSize(timings);
            more.remove("ro-crate-metadata.json");
            assertThat(more).isEqualTo(one);
        }
    }

    @Test
    void runsAreWrittenInTheOrderOfTheDesignWithTheirFactors() throws Exception {
        Sweep.Result result = sweep(WIDE, new IshigamiModel(), "wide", 2);
        Path runs = folder.resolve("wide/runs.csv");
        assertThat(Files.readAllLines(runs).get(0))
                .isEqualTo("run_id,point,replication,seed,x1,quarters,mirror,status,error,y,luck,rising,rounded,root");
        List<CSVRecord> rows = table(runs);
        Experiment experiment = experiment(WIDE, new IshigamiModel());
        assertThat(rows).hasSize(experiment.runCount()).hasSize(96);
        for (CSVRecord row : rows) {
            Run run = experiment.run((int) row.getRecordNumber() - 1);
            assertThat(row.stream().limit(7))
                    .containsExactly(
                            run.id(),
                            "" + run.point(),
                            "" + run.replication(),
                            "" + run.seed(),
                            row.get("x1"),
                            "" + run.setting().count(Ishigami.QUARTERS),
                            run.setting().on(Ishigami.MIRROR) ? "TRUE" : "FALSE");
            assertThat(Double.parseDouble(row.get("x1")))
                    .isEqualTo(run.setting().get(Ishigami.X1));
        }
        assertThat(column(rows, "x1").stream().distinct()).containsExactly("-1.0", "-0.6", "-0.2", "0.2", "0.6", "1.0");
        assertThat(result.ok()).isEqualTo(96);
        assertThat(result.failed()).isZero();
        assertThat(result.firstError()).isEmpty();
        assertThat(result.folder()).isEqualTo(folder.resolve("wide"));
        for (Map.Entry<String, Long> file : result.files().entrySet()) {
            assertThat(result.folder().resolve(file.getKey())).hasSize(file.getValue());
        }
        assertThat(result.files()).hasSize(7);
    }

    @Test
    void whatIsReadBackIsWhatTheModelGave() throws Exception {
        sweep(WIDE, new IshigamiModel(), "wide", 2);
        Experiment experiment = experiment(WIDE, new IshigamiModel());
        List<CSVRecord> runs = table(folder.resolve("wide/runs.csv"));
        List<CSVRecord> quarters = table(folder.resolve("wide/quarters.csv"));
        int read = 0;
        for (int index = 0; index < experiment.runCount(); index++) {
            Run run = experiment.run(index);
            Model.Outcome outcome = new IshigamiModel().run(run.scenario(), run.setting(), run.seed(), 1);
            CSVRecord row = runs.get(index);
            assertThat(Double.parseDouble(row.get("y"))).isEqualTo(outcome.measures()[0]);
            assertThat(row.get("rising")).isEqualTo(outcome.measures()[0] > 0 ? "TRUE" : "FALSE");
            assertThat(row.get("rounded")).isEqualTo("" + Math.round(outcome.measures()[3]));
            assertThat(row.get("root").isEmpty()).isEqualTo(outcome.measures()[0] < 0);
            for (Model.Cells cells : outcome.rows().get(0)) {
                CSVRecord quarter = quarters.get(read++);
                double y = cells.number(1);
                assertThat(quarter.get("run_id")).isEqualTo(run.id());
                assertThat(quarter.get("quarter")).isEqualTo("" + (int) cells.number(0));
                assertThat(quarter.get("y_again")).isEqualTo(Double.isNaN(y) ? "" : quarter.get("y_again"));
                assertThat(Double.isNaN(y) || Double.parseDouble(quarter.get("y_again")) == y)
                        .isTrue();
                assertThat(quarter.get("word")).isEqualTo(cells.word(2));
                assertThat(quarter.get("last")).isEqualTo(cells.number(3) == 1 ? "TRUE" : "FALSE");
            }
        }
        assertThat(quarters).hasSize(read);
    }

    @Test
    void onlyTheTablesAndMeasuresAskedForAreWritten() throws Exception {
        String text = "name: x\nrecord: [ends]\nmeasures: [luck]\n";
        sweep(text, new IshigamiModel(), "x", 1);
        Map<String, String> files = files(folder.resolve("x"));
        assertThat(files)
                .containsOnlyKeys(
                        "datapackage.json",
                        "ends.csv",
                        "experiment.yaml",
                        "ro-crate-metadata.json",
                        "runs.csv",
                        "timings.csv");
        assertThat(files.get("runs.csv")).startsWith("run_id,point,replication,seed,status,error,luck\n");
        assertThat(files.get("ends.csv")).matches("run_id,end\nr[0-9a-f]{16},2\n");
        assertThat(files.get("timings.csv")).matches("run_id,seconds\nr[0-9a-f]{16},[0-9.E-]+\n");
        assertThat(files.get("experiment.yaml")).isEqualTo(text);
    }

    @Test
    void theScenarioIsAColumnWhenItIsAFactor() throws Exception {
        sweep(
                "name: x\ndesign: {type: list, points: [{scenario: steep}, {scenario: calm}]}",
                new IshigamiModel(),
                "x",
                1);
        assertThat(column(table(folder.resolve("x/runs.csv")), "scenario")).containsExactly("steep", "calm");
    }

    @Test
    void theFileIsKeptByteForByte() throws Exception {
        Path file = folder.resolve("odd.yaml");
        Files.writeString(file, "\uFEFFname: odd # \u00FC\r\n\r\n");
        new Sweep(ExperimentReader.read(file, new IshigamiModel()))
                .run(folder.resolve("odd"), 1, StartMode.FRESH, SILENT);
        assertThat(folder.resolve("odd/experiment.yaml")).hasSameBinaryContentAs(file);
    }

    /** Faults of every kind, each at its own x1. */
    private static void strike(double x1) {
        if (x1 == -1) {
            throw new IllegalStateException("the market\nis \"closed\", today");
        }
        if (x1 == -0.6) {
            throw new StackOverflowError();
        }
        if (x1 == 0.2) {
            throw new OutOfMemoryError("Java heap space");
        }
    }

    @Test
    void aRunThatFailsIsARowAndTheOthersGoOn() throws Exception {
        IshigamiModel model = new IshigamiModel((setting, seed) -> strike(setting.get(Ishigami.X1)));
        Sweep.Result result = sweep(WIDE, model, "wide", 2);
        assertThat(result.ok()).isEqualTo(48);
        assertThat(result.failed()).isEqualTo(48);
        assertThat(result.firstError()).contains("IllegalStateException: the market is \"closed\", today");
        List<CSVRecord> rows = table(folder.resolve("wide/runs.csv"));
        assertThat(rows).hasSize(96);
        Map<String, String> errors = Map.of(
                "-1.0", "IllegalStateException: the market is \"closed\", today",
                "-0.6", "StackOverflowError",
                "0.2", "OutOfMemoryError: Java heap space");
        for (CSVRecord row : rows) {
            String error = errors.getOrDefault(row.get("x1"), "");
            assertThat(row.get("error")).isEqualTo(error);
            assertThat(row.get("status"))
                    .isEqualTo(error.isEmpty() ? "ok" : error.startsWith("OutOf") ? "out_of_memory" : "failed");
            assertThat(row.get("y").isEmpty()).isEqualTo(!error.isEmpty());
        }
        List<String> well = rows.stream()
                .filter(row -> row.get("status").equals("ok"))
                .map(row -> row.get("run_id"))
                .toList();
        assertThat(column(table(folder.resolve("wide/ends.csv")), "run_id")).isEqualTo(well);
        assertThat(table(folder.resolve("wide/timings.csv"))).hasSize(96);
    }

    /** The model says in a sentence that its figures would mean nothing: no fault of the program, and no number either. */
    @Test
    void aRunThatLeavesTheRangeOfItsModelHasAStatusAndASentenceOfItsOwn() throws Exception {
        IshigamiModel model = new IshigamiModel((setting, seed) -> {
            if (setting.get(Ishigami.X1) == -1) {
                throw new OutOfRange("in 2030Q1 there is more money than in the world");
            }
        });
        sweep(WIDE, model, "range", 2);
        List<CSVRecord> out = table(folder.resolve("range/runs.csv")).stream()
                .filter(row -> !row.get("status").equals("ok"))
                .toList();
        assertThat(out).isNotEmpty().allSatisfy(row -> {
            assertThat(row.get("x1")).isEqualTo("-1.0");
            assertThat(row.get("status")).isEqualTo("out_of_range");
            assertThat(row.get("error")).isEqualTo("in 2030Q1 there is more money than in the world");
            assertThat(row.get("y")).isEmpty();
        });
    }

    @Test
    void runsThatEndInAShuffledOrderAreWrittenInThatOfTheDesign() throws Exception {
        sweep(WIDE, new IshigamiModel(), "ordered", 1);
        List<Long> ends = Collections.synchronizedList(new ArrayList<>());
        IshigamiModel uneven = new IshigamiModel((setting, seed) -> {
            long run = setting.hashCode() * 31L + seed;
            try {
                Thread.sleep(new SplittableRandom(run).nextInt(12));
            } catch (InterruptedException stopped) {
                throw new IllegalStateException(stopped);
            }
            ends.add(run);
        });
        sweep(WIDE, uneven, "shuffled", 8);
        Experiment experiment = experiment(WIDE, uneven);
        List<Long> design = IntStream.range(0, experiment.runCount())
                .mapToObj(experiment::run)
                .map(run -> run.setting().hashCode() * 31L + run.seed())
                .toList();
        assertThat(ends).containsExactlyInAnyOrderElementsOf(design).isNotEqualTo(design);
        for (String table : List.of("runs.csv", "quarters.csv", "ends.csv", "datapackage.json")) {
            assertThat(folder.resolve("shuffled/" + table)).hasSameBinaryContentAs(folder.resolve("ordered/" + table));
        }
    }

    @Test
    void onlyTheReadingsAskedForAreWritten() throws Exception {
        sweep(WIDE, new IshigamiModel(), "all", 1);
        sweep(WIDE + "readings: [last, y_again]\n", new IshigamiModel(), "some", 1);
        List<CSVRecord> all = table(folder.resolve("all/quarters.csv"));
        List<CSVRecord> some = table(folder.resolve("some/quarters.csv"));
        assertThat(some).hasSameSizeAs(all);
        for (int row = 0; row < all.size(); row++) {
            Map<String, String> expected = all.get(row).toMap();
            expected.remove("word");
            assertThat(some.get(row).toMap()).isEqualTo(expected);
        }
        assertThat(Files.readString(folder.resolve("some/datapackage.json"))).doesNotContain("an awkward text");
        assertThat(folder.resolve("some/ends.csv")).hasSameBinaryContentAs(folder.resolve("all/ends.csv"));
    }

    @Test
    void aRunWhoseOutcomeDoesNotFitIsAFailedRun() throws Exception {
        assertThat(errorOf(new double[] {Double.POSITIVE_INFINITY, 0, 0, 0, 0}, List.of(List.of(), List.of())))
                .isEqualTo("y is infinite.");
        assertThat(errorOf(new double[] {0, 0, 0, 2.5, 0}, List.of(List.of(), List.of())))
                .isEqualTo("ArithmeticException: rounded is 2.5, not a whole number.");
        assertThat(errorOf(new double[2], List.of(List.of(), List.of()))).startsWith("ArrayIndexOutOfBoundsException");
        assertThat(errorOf(new double[5], List.of(List.of(), List.of(Model.Cells.of()))))
                .startsWith("ArrayIndexOutOfBoundsException");
        assertThat(errorOf(new double[5], List.of(List.of()))).contains("Exception");
    }

    private String errorOf(double[] measures, List<List<Model.Cells>> rows) throws Exception {
        IshigamiModel model = new IshigamiModel() {
            @Override
            public Outcome run(String scenario, Setting setting, long seed, int threads) {
                return new Outcome(measures, rows);
            }
        };
        Sweep.Result result =
                new Sweep(experiment("name: x", model)).run(folder.resolve("unfit"), 1, StartMode.OVERWRITE, SILENT);
        assertThat(result.failed()).isEqualTo(1);
        return result.firstError().orElseThrow();
    }

    @Test
    void aFolderThatHoldsAnythingIsLeftAsItIs() throws Exception {
        Path taken = Files.createDirectory(folder.resolve("taken"));
        Files.writeString(taken.resolve("notes.txt"), "mine");
        assertThatThrownBy(() -> sweep("name: x", new IshigamiModel(), "taken", 1))
                .isInstanceOf(FolderTaken.class)
                .hasMessage(taken + " holds something already, such as notes.txt; it is left as it is unless"
                        + " overwriting is asked for.");
        assertThat(files(taken)).containsOnlyKeys("notes.txt");
        assertThatThrownBy(() -> sweep("name: x", new IshigamiModel(), "taken/notes.txt", 1))
                .isInstanceOf(FolderTaken.class)
                .hasMessageEndingWith("notes.txt is a file; the results need a folder.");
    }

    @Test
    void overwritingReplacesWhatASweepWritesAndNothingElse() throws Exception {
        sweep(WIDE, new IshigamiModel(), "x", 1);
        Path x = folder.resolve("x");
        Files.writeString(x.resolve("notes.txt"), "mine");
        Files.writeString(x.resolve("quarters.csv.part"), "half a table");
        new Sweep(experiment("name: x\nrecord: [ends]", new IshigamiModel())).run(x, 1, StartMode.OVERWRITE, SILENT);
        assertThat(files(x))
                .containsOnlyKeys(
                        "datapackage.json",
                        "ends.csv",
                        "experiment.yaml",
                        "notes.txt",
                        "ro-crate-metadata.json",
                        "runs.csv",
                        "timings.csv");
        assertThat(table(x.resolve("runs.csv"))).hasSize(1);
        assertThat(x.resolve("notes.txt")).hasContent("mine");
    }

    @Test
    void noTableHasItsNameBeforeAllAreWhole() throws Exception {
        Path x = folder.resolve("x");
        AtomicInteger whole = new AtomicInteger();
        IshigamiModel model = new IshigamiModel((setting, seed) -> {
            if (Files.exists(x.resolve("runs.csv")) || Files.exists(x.resolve("quarters.csv"))) {
                whole.incrementAndGet();
            }
            if (!Files.exists(x.resolve("runs.csv.part"))) {
                whole.incrementAndGet();
            }
        });
        sweep(WIDE, model, "x", 2);
        assertThat(whole).hasValue(0);
    }

    @Test
    void aFileThatCannotBeWrittenIsNamed() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "");
        IOException fault =
                catchThrowableOfType(IOException.class, () -> sweep("name: x", new IshigamiModel(), "file/below", 1));
        assertThat(fault).hasMessageStartingWith(file.resolve("below") + " cannot be made: ");
        Path blocked = Files.createDirectories(folder.resolve("blocked/runs.csv"));
        Files.writeString(blocked.resolve("inside"), "");
        Sweep sweep = new Sweep(experiment("name: x", new IshigamiModel()));
        assertThatThrownBy(() -> sweep.run(folder.resolve("blocked"), 1, StartMode.OVERWRITE, SILENT))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith(blocked + " cannot be removed: ");
    }

    @Test
    void theOtherRunsGoOnWhileOneOfThemIsSlow() throws Exception {
        CountDownLatch others = new CountDownLatch(999);
        String text = "name: x\nseed: 1\nreplications: 1000";
        long first = experiment(text, new IshigamiModel()).run(0).seed();
        IshigamiModel model = new IshigamiModel((setting, seed) -> {
            if (seed != first) {
                others.countDown();
                return;
            }
            try {
                others.await();
            } catch (InterruptedException interrupted) {
                throw new IllegalStateException(interrupted);
            }
        });
        Sweep.Result result = sweep(text, model, "x", 2);
        assertThat(result.ok()).isEqualTo(1000);
        List<String> inOrder =
                IntStream.range(0, 1000).mapToObj(Integer::toString).toList();
        assertThat(column(table(folder.resolve("x/runs.csv")), "replication")).isEqualTo(inOrder);
        assertThat(folder.resolve("x/waiting.part")).doesNotExist();
    }

    @Test
    void replicationsGoRoundThePoints() throws Exception {
        String text = "name: x\nreplications: 5\ndesign: {type: factorial, factors: {a: {from: 0, to: 9, step: 1}}}";
        List<Double> started = Collections.synchronizedList(new ArrayList<>());
        sweep(text, new IshigamiModel((setting, seed) -> started.add(setting.get(IshigamiModel.Ishigami.A))), "x", 1);
        List<Double> rounds = new ArrayList<>();
        for (int replication = 0; replication < 5; replication++) {
            IntStream.range(0, 10).mapToObj(point -> (double) point).forEach(rounds::add);
        }
        assertThat(started).isEqualTo(rounds);
    }
}
