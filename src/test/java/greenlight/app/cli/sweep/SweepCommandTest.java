package greenlight.app.cli.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import greenlight.app.cli.Said;
import greenlight.app.cli.Tables;
import greenlight.runner.model.Model;
import greenlight.runner.model.Parameter;
import greenlight.runner.model.Setting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

public class SweepCommandTest {
    private static final String SMALL = """
            name: small
            title: A small question
            quarters: 10
            replications: 3
            seed: 5
            set: {users: 500}
            design:
              type: factorial
              factors:
                minutes_per_clip: [10, 40]
            """;

    @TempDir
    private Path folder;

    @Test
    void oneThreadAndTwoWriteTheSameBytes() throws IOException {
        Path file = experiment(SMALL);
        Said one = sweep(file, "one", "--threads", "1");
        Said two = sweep(file, "two", "--threads", "2");
        assertThat(one.code()).isZero();
        assertThat(two.code()).isZero();
        assertThat(Tables.files(folder.resolve("two")))
                .isEqualTo(Tables.files(folder.resolve("one")))
                .containsOnlyKeys("runs.csv", "quarters.csv", "events.csv", "experiment.yaml", "datapackage.json");
    }

    @Test
    void theEndSaysWhatWasWrittenAndTheMeansOfTheMeasures() throws IOException {
        Said said = sweep(experiment(SMALL + "measures: [clips, headline_signed]\n"), "out");
        assertThat(said.out())
                .contains("6 runs ok in ", "written to ", "quarters.csv ", "Means over 6 runs")
                .containsPattern("clips +[0-9.,]+ [mb]illion  clips, delivered by all vendors")
                .containsPattern("headline_signed +[0-9.]+ %  of runs: the headline deal was signed");
        assertThat(said.err()).contains("A small question: 2 points x 3 replications = 6 runs");
    }

    @Test
    void theReportDrawsThePaymentsOfTheMiddleRunOfTheDefaultPoint() throws IOException {
        sweep(experiment(SMALL), "out");
        Path ledger = folder.resolve("out/analysis/ledger.csv");
        String id = Tables.column(ledger, "run_id").get(0);
        List<CSVRecord> runs = Tables.rows(folder.resolve("out/runs.csv"));
        assertThat(Tables.column(ledger, "run_id")).allMatch(id::equals);
        CSVRecord run = runs.stream()
                .filter(row -> row.get("run_id").equals(id))
                .findFirst()
                .orElseThrow();
        assertThat(run.get("minutes_per_clip")).isEqualTo("40.0"); // the parameter's default
        assertThat(runs.stream()
                        .filter(row -> row.get("point").equals(run.get("point")))
                        .map(row -> Double.parseDouble(row.get("studios_loss")))
                        .sorted()
                        .toList()
                        .get(1))
                .isEqualTo(Double.parseDouble(run.get("studios_loss")));
        assertThat(folder.resolve("out/report.html")).content().contains("id=\"payments\"", "Of one run alone", id);
        Said.by(
                "replay",
                id,
                "--from",
                folder.resolve("out").toString(),
                "--ledger",
                "--out",
                folder.resolve("one").toString());
        assertThat(folder.resolve("one/ledger.csv")).hasSameTextualContentAs(ledger);
        sweep(experiment(SMALL), "out", "--overwrite", "--no-report");
        assertThat(ledger).doesNotExist();
    }

    @Test
    void aSweepThatRecordsPaymentsHasThoseOfAllRunsInItsReport() throws IOException {
        sweep(experiment(SMALL + "record: [runs, ledger]\n"), "out");
        assertThat(Tables.column(folder.resolve("out/ledger.csv"), "run_id").stream()
                        .distinct())
                .hasSize(6);
        assertThat(folder.resolve("out/analysis")).doesNotExist();
        assertThat(folder.resolve("out/report.html"))
                .content()
                .contains("id=\"payments\"", "Mean of 6 runs")
                .doesNotContain("Of one run alone");
    }

    @Test
    void resultsThatAreThereAreLeftAloneUnlessOverwriteIsGiven() throws IOException {
        Path file = experiment(SMALL);
        Path out = Files.createDirectory(folder.resolve("out"));
        Files.writeString(out.resolve("runs.csv"), "of last year\n");
        Said refused = sweep(file, "out");
        assertThat(refused.code()).isEqualTo(2);
        assertThat(refused.err())
                .contains("holds something already, such as runs.csv", "Give --overwrite to replace it");
        assertThat(out.resolve("runs.csv")).hasContent("of last year");
        assertThat(sweep(file, "out", "--overwrite").code()).isZero();
        assertThat(Tables.rows(out.resolve("runs.csv"))).hasSize(6);
    }

    @Test
    void aDryRunTellsTheSizeAndWritesNothing() throws IOException {
        Said said = sweep(experiment(SMALL), "out", "--dry-run");
        assertThat(said.code()).isZero();
        assertThat(said.out())
                .contains("2 points x 3 replications = 6 runs", "minutes_per_clip: 10, 40", "users 500", "quarters 10")
                .containsPattern("time +about .* on this machine, from \\d+ trial runs")
                .containsPattern("disk +about .*B");
        assertThat(folder.resolve("out")).doesNotExist();
    }

    @Test
    void aRunThatFailsIsARowThatSaysSoAndTheExitCodeIsOne() throws IOException {
        Said said = Said.through(
                Brittle::new,
                "sweep",
                experiment(SMALL).toString(),
                "--out",
                folder.resolve("out").toString());
        assertThat(said.code()).isEqualTo(1);
        assertThat(said.err())
                .contains("3 runs failed; their rows in runs.csv say why. The first: IllegalStateException: too dear");
        List<CSVRecord> rows = Tables.rows(folder.resolve("out/runs.csv"));
        assertThat(rows)
                .extracting(row -> row.get("status"))
                .containsExactly("ok", "ok", "ok", "failed", "failed", "failed");
        assertThat(rows.get(5).get("error")).isEqualTo("IllegalStateException: too dear");
    }

    @Test
    void anInterruptedSweepIsKeptAndSaysHowToGoOn() throws IOException {
        Path file = experiment(SMALL);
        Thread.currentThread().interrupt();
        Said said = sweep(file, "out");
        assertThat(Thread.interrupted()).as("the interrupt was taken up").isFalse();
        assertThat(said.code()).isEqualTo(130);
        assertThat(said.err().strip().lines().toList())
                .last()
                .isEqualTo("Go on with: ./greenlight sweep " + file + " --out " + folder.resolve("out") + " --resume");
        assertThat(sweep(file, "out").err()).contains("holds an unfinished sweep", "--resume");
        assertThat(sweep(file, "out", "--resume").code()).isZero();
        assertThat(sweep(file, "whole").code()).isZero();
        assertThat(Tables.files(folder.resolve("out"))).isEqualTo(Tables.files(folder.resolve("whole")));
    }

    @Test
    void everyFaultOfAnExperimentFileIsToldAtOnce() throws IOException {
        Path file = experiment("name: small\nreplicatoins: 3\nset: {gpu_prise: 1, gpu_price: 99}\n");
        Said said = sweep(file, "out");
        assertThat(said.code()).isEqualTo(2);
        assertThat(said.err().lines())
                .containsExactly(
                        file + ":2:1: replicatoins: no key of that name; did you mean replications?",
                        file + ":3:7: set.gpu_prise: no parameter of that name; did you mean gpu_price?",
                        file + ":3:32: set.gpu_price: found '99'; allowed is a number from 0.2 to 12 (USD/GPU-hour).");
    }

    @Test
    void partiesDisagreeInWhatTheyCanSetAndASearchIsAnalysedAsOne() throws IOException {
        String search = """
                name: small
                set: {users: 200}
                quarters: 2
                design:
                  type: optimise
                  factors: {cost_share: {from: 0, to: 0.5}}
                  population: 4
                  generations: 1
                  objectives:
                    - {measure: studios_loss, goal: minimise, party: studio}
                    - {measure: flagship_video_loss, goal: minimise, party: vendor}
                  disagreement: {guarantee: 1, users: 100}
                """;
        assertThat(sweep(experiment(search), "out").err())
                .endsWith(
                        "small.yaml:12:32: design.disagreement.users: belongs to the experimenter, not to the parties;"
                                + " allowed are parameters under which they do not agree.\n");
        assertThat(folder.resolve("out")).doesNotExist();
        assertThat(sweep(experiment(search.replace(", users: 100", "")), "out").code())
                .isZero();
        assertThat(Said.by("analyze", folder.resolve("out").toString()).out()).contains(" runs: a search of 1 factor,");
    }

    @Test
    void aFolderThatCannotBeMadeIsExitCodeThree() throws IOException {
        Path file = experiment(SMALL);
        Said said = sweep(file, "small.yaml/out");
        assertThat(said.code()).isEqualTo(3);
        assertThat(said.err())
                .contains("small.yaml/out cannot be made: ")
                .doesNotContain("are kept", "Exception", "Go on with");
        assertThat(said.err().lines().filter(line -> line.contains("cannot"))).hasSize(1);
    }

    private Path experiment(String text) throws IOException {
        return Files.writeString(folder.resolve("small.yaml"), text);
    }

    private Said sweep(Path file, String out, String... more) {
        List<String> words = new java.util.ArrayList<>(
                List.of("sweep", file.toString(), "--out", folder.resolve(out).toString()));
        words.addAll(List.of(more));
        return Said.by(words.toArray(String[]::new));
    }

    /** A market that breaks where a clip takes long. */
    public record Brittle(Model market) implements Model {
        @Override
        public String name() {
            return market.name();
        }

        @Override
        public String version() {
            return market.version();
        }

        @Override
        public String digest() {
            return market.digest();
        }

        @Override
        public List<? extends Parameter> parameters() {
            return market.parameters();
        }

        @Override
        public Optional<Parameter> horizon() {
            return market.horizon();
        }

        @Override
        public List<String> scenarios() {
            return market.scenarios();
        }

        @Override
        public Setting setting(String scenario) {
            return market.setting(scenario);
        }

        @Override
        public List<Column> measures() {
            return market.measures();
        }

        @Override
        public List<Table> tables() {
            return market.tables();
        }

        @Override
        public long bytes(Setting setting) {
            return market.bytes(setting);
        }

        @Override
        public String fitting(Setting setting, long bytes) {
            return market.fitting(setting, bytes);
        }

        @Override
        public Outcome run(String scenario, Setting setting, long seed, int threads) {
            if (setting.get(greenlight.market.parameter.MarketParameter.MINUTES_PER_CLIP) > 20) {
                throw new IllegalStateException("too dear");
            }
            return market.run(scenario, setting, seed, threads);
        }
    }
}
