package greenlight.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import greenlight.runner.model.Model;
import greenlight.runner.registry.Models;
import greenlight.runner.run.Progress;
import greenlight.runner.run.StartMode;
import greenlight.runner.run.Sweep;
import greenlight.runner.spec.ExperimentReader;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.csv.CSVRecord;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The commands with the models of src/models, which are on the class path of the tests and not in the program. */
class AnyModelTest {
    private static final String SEGREGATION = """
            name: segregated
            model: segregation
            replications: 4
            set: {width: 12, height: 12, steps: 15}
            design:
              type: factorial
              factors: {wanted: [0.2, 0.6]}
            """;

    @TempDir
    private Path folder;

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("experiment.yaml"), text);
    }

    private Said sweep(String text, String... more) throws IOException {
        String[] command = {"sweep", file(text).toString(), "--out", out().toString(), "--progress", "none"};
        String[] all = Arrays.copyOf(command, command.length + more.length);
        System.arraycopy(more, 0, all, command.length, more.length);
        return Said.by(all);
    }

    private Path out() {
        return folder.resolve("out");
    }

    @Test
    void theClassPathHasThreeModels() {
        assertThat(Models.on(getClass().getClassLoader()))
                .extracting(Model::name)
                .containsExactlyInAnyOrder("greenlight", "ishigami", "segregation");
        assertThat(Said.by("--version").out().lines().filter(line -> line.startsWith("model ")))
                .hasSize(3)
                .first()
                .asString()
                .startsWith("model greenlight ");
    }

    @Test
    void theIndicesOfIshigamisFunctionAreThoseOfItsClosedForm() throws IOException {
        Said swept = sweep("""
                name: indices
                model: ishigami
                design:
                  type: saltelli
                  base: 2048
                  factors: [x1, x2, x3]
                """, "--no-report");
        assertThat(swept.code()).as(swept.err()).isZero();
        Said analysed = Said.by("analyze", out().toString());
        assertThat(analysed.code()).as(analysed.err()).isZero();
        double a = 7;
        double b = 0.1;
        double pi4 = Math.pow(Math.PI, 4);
        double first = 0.5 * Math.pow(1 + b * pi4 / 5, 2);
        double second = a * a / 8;
        double variance = second + b * pi4 / 5 + b * b * pi4 * pi4 / 18 + 0.5;
        double interaction = variance - first - second;
        double[] alone = {first, second, 0};
        double[] total = {first + interaction, second, interaction};
        List<CSVRecord> rows = Tables.rows(out().resolve("analysis/indices.csv"));
        for (int i = 0; i < alone.length; i++) {
            String factor = "x" + (i + 1);
            assertThat(index(rows, "first", factor)).as(factor).isEqualTo(alone[i] / variance, Offset.offset(0.05));
            assertThat(index(rows, "total", factor)).as(factor).isEqualTo(total[i] / variance, Offset.offset(0.05));
        }
    }

    private static double index(List<CSVRecord> rows, String kind, String factor) {
        return rows.stream()
                .filter(row -> row.get("factor").equals(factor))
                .mapToDouble(row -> Double.parseDouble(row.get(kind)))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void householdsThatWantMoreLikeNeighboursAreMoreSegregated() throws IOException {
        Said swept = sweep(SEGREGATION);
        assertThat(swept.code()).as(swept.err()).isZero();
        assertThat(swept.out()).contains("final_like_share", "Findings and figures");
        assertThat(Files.readString(out().resolve("datapackage.json"))).contains("\"name\": \"segregation\"");
        double[] shares = new double[2];
        for (CSVRecord row : Tables.rows(out().resolve("runs.csv"))) {
            shares[Integer.parseInt(row.get("point"))] += Double.parseDouble(row.get("final_like_share")) / 4;
        }
        assertThat(shares[0]).isBetween(0.4, 0.7);
        assertThat(shares[1]).isGreaterThan(shares[0] + 0.1);
        assertThat(Tables.rows(out().resolve("steps.csv"))).hasSize(2 * 4 * 15 * 3);
        assertThat(Files.readString(out().resolve("report.html"))).contains("Over time", "like_share by wanted");
    }

    @Test
    void readingsOverTimeAreFoundByTheRolesThatTheModelDeclares() throws IOException {
        sweep(SEGREGATION, "--no-report");
        Said all = Said.by("analyze", out().toString(), "--over-time", "like_share");
        assertThat(all.code()).as(all.err()).isZero();
        assertThat(all.out()).contains("like_share of all, step by step", "wanted matters most in ");
        assertThat(out().resolve("analysis/fan.csv"))
                .content()
                .startsWith("reading,entity,step,label,")
                .contains("like_share,all,14,14,8,");
        assertThat(out().resolve("analysis/per-step-effects.csv")).content().startsWith("measure,step,factor,");
        assertThat(Said.by("analyze", out().toString(), "--over-time", "like_share", "--entity", "b")
                        .out())
                .contains("like_share of b, step by step");
        assertThat(Said.by("analyze", out().toString(), "--over-time", "like_shar")
                        .err())
                .contains("There is no reading like_shar; did you mean like_share?");
    }

    @Test
    void theHorizonOfAModelMayBeAtTheTopOfAFile() throws IOException {
        Said swept = sweep(SEGREGATION.replace(", steps: 15}", "}\nsteps: 3"), "--no-report");
        assertThat(swept.code()).as(swept.err()).isZero();
        assertThat(Tables.rows(out().resolve("steps.csv"))).hasSize(2 * 4 * 3 * 3);
    }

    @Test
    void aTableForNetLogosReadersHasTheReadingsOrTheMeasuresOfAnyModel() throws IOException {
        sweep(SEGREGATION, "--no-report");
        Path table = out().resolve("behaviorspace.csv");
        Said steps = Said.by("export", out().toString(), "--format", "behaviorspace");
        assertThat(steps.code()).as(steps.err()).isZero();
        assertThat(table).content().contains("\"[step]\",\"like_share\",\"unsatisfied\",\"moves\"");
        Said runs = Said.by("export", out().toString(), "--format", "behaviorspace", "--measures", "--overwrite");
        assertThat(runs.code()).as(runs.err()).isZero();
        assertThat(Files.readAllLines(table)).element(6).asString().contains("\"[step]\",\"final_like_share\"");
        assertThat(Files.readAllLines(table)).last().asString().contains("\"0.6\",\"14\"");
    }

    @Test
    void theFolderOfResultsSaysWhichModelRepeatsThem() throws IOException {
        String text = SEGREGATION.replace("model: segregation\n", "");
        Said swept = sweep(text, "--model", "segregation");
        assertThat(swept.code()).as(swept.err()).isZero();
        Said verified = Said.by("verify", out().toString());
        assertThat(verified.code()).as(verified.out() + verified.err()).isZero();
        assertThat(verified.out()).contains("8 of runs.csv", "of steps.csv");
        String run = Tables.column(out().resolve("runs.csv"), "run_id").get(5);
        Path replayed = folder.resolve("replayed");
        Said replay = Said.by("replay", run, "--from", out().toString(), "--out", replayed.toString());
        assertThat(replay.code()).as(replay.out() + replay.err()).isZero();
        assertThat(replay.out()).contains("is the same, cell by cell");
        assertThat(Said.by("verify", replayed.toString()).code()).isZero();
    }

    @Test
    void theJournalOfAStoppedSweepSaysWhichModelMadeItsRuns() throws Exception {
        Path file =
                file(SEGREGATION.replace("model: segregation\n", "").replace("replications: 4", "replications: 40"));
        Thread caller = Thread.currentThread();
        OutputStream interrupting = new OutputStream() {
            @Override
            public void write(int letter) {
                caller.interrupt();
            }
        };
        Progress tenths = new Progress(Progress.Way.PLAIN, new PrintStream(interrupting, true, StandardCharsets.UTF_8));
        Model segregation = Models.on(getClass().getClassLoader()).stream()
                .filter(model -> model.name().equals("segregation"))
                .findFirst()
                .orElseThrow();
        Sweep sweep = new Sweep(ExperimentReader.read(file, segregation));
        assertThatThrownBy(() -> sweep.run(out(), 1, StartMode.FRESH, tenths)).isInstanceOf(InterruptedException.class);
        Said analysed = Said.by("analyze", out().toString());
        assertThat(analysed.code()).as(analysed.err()).isZero();
        assertThat(analysed.err()).contains("of 80 runs have ended");
        assertThat(out().resolve("partial/datapackage.json")).content().contains("\"name\": \"segregation\"");
    }

    @Test
    void shardsOfAnotherModelAreMergedToTheTablesOfOneSweep() throws IOException {
        sweep(SEGREGATION, "--no-report");
        for (String shard : List.of("1", "2")) {
            Said swept = Said.by(
                    "sweep",
                    folder.resolve("experiment.yaml").toString(),
                    "--shard",
                    shard + "/2",
                    "--out",
                    folder.resolve(shard).toString(),
                    "--progress",
                    "none");
            assertThat(swept.code()).as(swept.err()).isZero();
        }
        Path merged = folder.resolve("merged");
        Said joined = Said.by(
                "merge",
                folder.resolve("1").toString(),
                folder.resolve("2").toString(),
                "--out",
                merged.toString(),
                "--no-report");
        assertThat(joined.code()).as(joined.err()).isZero();
        assertThat(Tables.files(merged)).isEqualTo(Tables.files(out()));
        Said again = sweep(SEGREGATION, "--no-report", "--resume");
        assertThat(again.code()).as(again.err()).isZero();
    }

    @Test
    void parametersAndSchemaAreThoseOfTheModelThatIsNamed() {
        assertThat(Said.by("params", "--model", "segregation", "--format", "csv")
                        .out())
                .contains("wanted,share,0.3,0,1,households,assumed")
                .doesNotContain("gpu_price");
        assertThat(Said.by("schema", "--model", "segregation").out())
                .contains("\"parameter.wanted\"")
                .doesNotContain("gpu_price");
    }

    @Test
    void aModelThatIsNotThereIsNamedWithTheNearest() throws IOException {
        Said option = sweep(SEGREGATION, "--model", "segragation");
        assertThat(option.code()).isEqualTo(2);
        assertThat(option.err()).isEqualTo("There is no model segragation; did you mean segregation?\n");
        Said key = sweep(SEGREGATION.replace("model: segregation", "model: segragation"));
        assertThat(key.code()).isEqualTo(2);
        assertThat(key.err())
                .isEqualTo(folder.resolve("experiment.yaml")
                        + ":2:8: model: 'segragation': no model of that name; did you mean segregation?\n");
        Said both = sweep(SEGREGATION, "--model", "ishigami");
        assertThat(both.code()).isEqualTo(2);
        assertThat(both.err())
                .isEqualTo(folder.resolve("experiment.yaml")
                        + " names the model segregation, and --model names ishigami; leave one of them out.\n");
        assertThat(out()).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"claims", "page", "gui", "run", "validate", "attribute", "scenarios", "serve"})
    void aCommandAboutTheMarketSaysSo(String command) {
        Said said = Said.by(command, "--model", "segregation");
        assertThat(said.code()).isEqualTo(2);
        assertThat(said.err())
                .contains("./greenlight " + command + " has no option --model: it is about the market alone.");
    }
}
