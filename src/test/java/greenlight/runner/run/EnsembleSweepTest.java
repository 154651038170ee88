package greenlight.runner.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import greenlight.app.cli.Tables;
import greenlight.runner.journal.FinishedRunIndex;
import greenlight.runner.journal.RunRows;
import greenlight.runner.model.Model;
import greenlight.runner.spec.BadExperiment;
import greenlight.runner.spec.Experiment;
import greenlight.runner.spec.ExperimentReader;
import greenlight.runner.spec.IshigamiModel;
import greenlight.runner.spec.IshigamiModel.Ishigami;
import greenlight.runner.spec.Run;
import greenlight.runner.spec.Shard;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A sweep whose replications go through an ensemble: the same bytes however it is run, and one setting at every point. */
class EnsembleSweepTest {
    private static final String TEXT = """
            name: over
            title: "Ünïcode before the key"
            replications: 12
            seed: 7
            set: {noise: 0.3, x3: 1}
            over: settings.csv   # beside this file
            design:
              type: factorial
              factors:
                x1: [-1, 0, 1]
                b: [0.1, 0.2]
            """;

    private static final String SETTINGS = """
            setting,weight,a,b,x2,x3
            1,1,2,0.5,0.5,3
            2,2,4,0.6,1.0,3
            3,0.5,6,0.7,1.5,3
            """;

    @TempDir
    Path folder;

    @BeforeEach
    void writeTheEnsemble() throws IOException {
        Files.writeString(folder.resolve("settings.csv"), SETTINGS);
    }

    private Experiment experiment(String text, Model model) throws BadExperiment {
        return ExperimentReader.read(text, folder.resolve("x.yaml").toString(), model);
    }

    private Experiment experiment() throws BadExperiment {
        return experiment(TEXT, new IshigamiModel());
    }

    private Map<String, String> sweep(Experiment experiment, String out, int threads, StartMode start, Shard shard)
            throws Exception {
        new Sweep(experiment, shard, "").run(folder.resolve(out), threads, start, Progress.none());
        return Tables.files(folder.resolve(out));
    }

    private Map<String, String> whole() throws Exception {
        return sweep(experiment(), "whole", 1, StartMode.OVERWRITE, Shard.WHOLE);
    }

    @Test
    void everyPointHasTheSameSettingsInTheSameOrder() throws Exception {
        Experiment experiment = experiment();
        for (int replication = 0; replication < 12; replication++) {
            Run first = experiment.run(replication);
            for (int point = 1; point < 6; point++) {
                Run other = experiment.run(point * 12 + replication);
                assertThat(other.setting().get(Ishigami.A))
                        .isEqualTo(first.setting().get(Ishigami.A));
                assertThat(other.seed()).isEqualTo(first.seed());
            }
        }
        assertThat(IntStream.range(0, 12).map(experiment::settingNumber)).contains(1, 2, 3);
        assertThat(experiment.settings(0)).hasSize(3);
    }

    @Test
    void aFactorAndWhatIsSetWinOverTheEnsembleAndTheEnsembleOverTheScenario() throws Exception {
        Experiment experiment = experiment(TEXT + "scenario: steep\n", new IshigamiModel());
        for (int place = 0; place < experiment.runCount(); place++) {
            Run run = experiment.run(place);
            int number = experiment.settingNumber(run.replication());
            assertThat(run.setting().get(Ishigami.A)).as("ensemble").isEqualTo(2 * number);
            assertThat(run.setting().get(Ishigami.X3)).as("set").isEqualTo(1);
            assertThat(run.setting().get(Ishigami.B)).as("factor").isIn(0.1, 0.2);
        }
        Experiment free = experiment(TEXT.replace("b: [0.1, 0.2]", "quarters: [2, 3]"), new IshigamiModel());
        assertThat(free.run(0).setting().get(Ishigami.B))
                .as("over the scenario")
                .isIn(0.5, 0.6, 0.7);
    }

    @Test
    void theBytesDependNeitherOnThreadsNorOnAStop() throws Exception {
        Map<String, String> whole = whole();
        assertThat(whole).containsEntry("ensemble.csv", SETTINGS);
        assertThat(whole.get("experiment.yaml")).isEqualTo(TEXT.replace("settings.csv", "ensemble.csv"));
        assertThat(whole.get("runs.csv")).startsWith("run_id,point,replication,setting,seed,x1,b,status,");
        assertThat(sweep(experiment(), "two", 2, StartMode.FRESH, Shard.WHOLE)).isEqualTo(whole);
        AtomicInteger runs = new AtomicInteger();
        Thread caller = Thread.currentThread();
        Model stopping = new IshigamiModel((setting, seed) -> {
            if (runs.incrementAndGet() == 40) {
                caller.interrupt();
            }
        });
        assertThatThrownBy(() -> sweep(experiment(TEXT, stopping), "stopped", 1, StartMode.FRESH, Shard.WHOLE))
                .isInstanceOf(InterruptedException.class);
        Optional<UnfinishedSweep.Partial> partial =
                UnfinishedSweep.write(folder.resolve("stopped"), List.of(new IshigamiModel()));
        assertThat(Tables.rows(partial.orElseThrow().folder().resolve("runs.csv")))
                .extracting(row -> row.get("setting"))
                .isNotEmpty()
                .isSubsetOf("1", "2", "3");
        assertThat(sweep(experiment(), "stopped", 2, StartMode.RESUME, Shard.WHOLE))
                .isEqualTo(whole);
    }

    @Test
    void shardsComeToTheWholeAndMoreReplicationsTakeOverThoseThatAreThere() throws Exception {
        Map<String, String> whole = whole();
        sweep(experiment(), "one", 1, StartMode.FRESH, new Shard(1, 2));
        sweep(experiment(), "other", 1, StartMode.FRESH, new Shard(2, 2));
        Experiment read = ExperimentReader.read(folder.resolve("one/experiment.yaml"), new IshigamiModel());
        new Sweep(read)
                .merge(
                        Shards.of(List.of(folder.resolve("one"), folder.resolve("other"))),
                        folder.resolve("merged"),
                        StartMode.FRESH,
                        Progress.none());
        assertThat(Tables.files(folder.resolve("merged"))).isEqualTo(whole);
        String few = TEXT.replace("replications: 12", "replications: 5");
        sweep(experiment(few, new IshigamiModel()), "grown", 1, StartMode.FRESH, Shard.WHOLE);
        AtomicInteger runs = new AtomicInteger();
        Model counting = new IshigamiModel((setting, seed) -> runs.incrementAndGet());
        assertThat(sweep(experiment(TEXT, counting), "grown", 1, StartMode.EXTEND, Shard.WHOLE))
                .isEqualTo(whole);
        assertThat(runs).hasValue(6 * 7);
    }

    @Test
    void aPrecisionDecidesOverReplicationsThatAreTheSameAsOfAFixedNumber() throws Exception {
        String precise = TEXT.replace("replications: 12", """
                replications: 3
                precision: {measure: y, half_width: 1.7, most: 12}""");
        String rows = sweep(experiment(precise, new IshigamiModel()), "precise", 2, StartMode.FRESH, Shard.WHOLE)
                .get("runs.csv");
        assertThat(whole().get("runs.csv").lines().toList())
                .containsAll(rows.lines().toList());
        assertThat(rows.lines()).hasSizeBetween(1 + 6 * 3, 6 * 12);
    }

    @Test
    void aRowIsMadeAgainCellByCell() throws Exception {
        whole();
        Path whole = folder.resolve("whole");
        Experiment read = ExperimentReader.read(whole.resolve("experiment.yaml"), new IshigamiModel());
        CSVRecord row = Tables.rows(whole.resolve("runs.csv")).get(17);
        try (Audit audit = new Audit(read, whole)) {
            Run run = audit.find(row.get("run_id"));
            assertThat(run.setting().get(Ishigami.A)).isEqualTo(2 * Integer.parseInt(row.get("setting")));
            assertThat(audit.check(run, 1, new LinkedHashMap<>())).isEmpty();
        }
        try (FinishedRunIndex index = new FinishedRunIndex(read, new RunRows(read), List.of(whole))) {
            assertThat(index.size()).isEqualTo(72);
        }
    }

    @Test
    void aChangedEnsembleIsNoticed() throws Exception {
        whole();
        Files.writeString(folder.resolve("settings.csv"), SETTINGS.replace("0.5,6", "0.6,6"));
        for (StartMode start : List.of(StartMode.RESUME, StartMode.EXTEND)) {
            assertThatThrownBy(() -> sweep(experiment(), "whole", 1, start, Shard.WHOLE))
                    .isInstanceOf(BadExperiment.class)
                    .hasMessageContaining("The ensemble was changed: " + folder.resolve("whole/ensemble.csv"));
        }
        Files.writeString(folder.resolve("whole/ensemble.csv"), SETTINGS.replace("0.5,6", "0.6,6"));
        assertThat(greenlight.runner.results.ResultFolder.in(folder.resolve("whole"))
                        .changed())
                .singleElement()
                .asString()
                .contains("ensemble.csv is not the file that was written");
    }

    @Test
    void theOptionReplacesWhatTheFileSaysInBlocksAndInBraces() throws Exception {
        Path file = folder.resolve("plain.yaml");
        String other = folder.resolve("settings.csv").toString();
        for (String text : List.of("name: plain\n", "# first\n{name: plain}\n", "name: plain\nover: nothing.csv\n")) {
            Files.writeString(file, text);
            Experiment over = ExperimentReader.read(file, List.of(new IshigamiModel()), Optional.of(other));
            assertThat(over.settings()).isEqualTo(3);
            assertThat(over.enclosed()).containsEntry("ensemble.csv", SETTINGS);
            Files.writeString(folder.resolve("ensemble.csv"), SETTINGS);
            Experiment again = experiment(over.text(), new IshigamiModel());
            assertThat(again.settings()).isEqualTo(3);
            assertThat(again.text()).isEqualTo(over.text());
        }
        assertThatThrownBy(() -> ExperimentReader.read(file, List.of(new IshigamiModel()), Optional.of("ensemble")))
                .hasMessageContaining("--over: the model ishigami ships no ensemble");
    }
}
