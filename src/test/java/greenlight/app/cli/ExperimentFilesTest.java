package greenlight.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import greenlight.market.model.MarketModel;
import greenlight.runner.spec.Experiment;
import greenlight.runner.spec.ExperimentReader;
import greenlight.runner.spec.ExperimentSchema;
import greenlight.runner.spec.ExperimentSchemaTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ExperimentFilesTest {
    private static final Schema SCHEMA =
            ExperimentSchemaTest.schema(ExperimentSchema.of(new MarketModel(), "An experiment"));

    @TempDir
    private Path folder;

    static List<Path> experiments() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("experiments"))) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("experiments")
    void everyShippedExperimentRunsSmall(Path file) throws IOException {
        String text = Files.readString(file);
        String small = text.replaceAll("(?m)^replications: *\\d+", "replications: 1")
                .replaceFirst("(?m)^  points: *\\d{3,}", "  points: 64")
                .replaceFirst("(?m)^  population: *\\d+", "  population: 6")
                .replaceFirst("(?m)^  generations: *\\d+", "  generations: 2")
                .replaceFirst("(?m)^  fresh: *\\d+", "  fresh: 2")
                .replaceFirst("(?m)^  after: *\\d+", "  after: 0")
                .replaceFirst("(?m)^seed:", text.contains("\nquarters:") ? "seed:" : "quarters: 10\nseed:")
                .replace("scenario: worlds/", "scenario: " + file.getParent().toAbsolutePath() + "/worlds/");
        small = small.contains("\n  users:")
                ? small.replaceFirst("\n  users: *\\d+", "\n  users: 500")
                : small.contains("\nset:")
                        ? small.replaceFirst("\nset:", "\nset:\n  users: 500")
                        : small + "\nset:\n  users: 500\n";
        Path edited = Files.writeString(folder.resolve(file.getFileName()), small);
        Path points = Path.of(file.toString().replace(".yaml", ".csv"));
        if (Files.exists(points)) {
            Files.copy(points, folder.resolve(points.getFileName()));
        }

        Said said = Said.by(
                "sweep",
                edited.toString(),
                "--out",
                folder.resolve("out").toString(),
                "--progress",
                "none",
                "--no-report");

        assertThat(said.err()).doesNotContain("failed");
        assertThat(said.code()).isZero();
        assertThat(said.out()).contains("runs.csv").containsPattern("Means over|On fresh|points that meet|No point");
        assertThat(Tables.column(folder.resolve("out/runs.csv"), "status"))
                .isNotEmpty()
                .containsOnly("ok");
    }

    @ParameterizedTest
    @MethodSource("experiments")
    void everyShippedExperimentIsNamedAsItsFileAndBeginsWithItsQuestion(Path file) throws Exception {
        Experiment experiment = ExperimentReader.read(file, new MarketModel());
        assertThat(file.getFileName()).hasToString(experiment.name() + ".yaml");
        List<String> lines = Files.readAllLines(file);
        assertThat(lines.get(0)).startsWith("# ").endsWith("?");
        assertThat(lines.get(1)).contains("./greenlight sweep experiments/" + experiment.name() + ".yaml");
    }

    @ParameterizedTest
    @MethodSource("experiments")
    void everyShippedExperimentIsRightByTheSchema(Path file) throws IOException {
        assertThat(ExperimentSchemaTest.faults(SCHEMA, Files.readString(file))).isEmpty();
    }

    @Test
    void theSchemaIsPrintedAndFindsAWrongParameter() {
        Said said = Said.by("schema");
        assertThat(said.code()).isZero();
        assertThat(said.out()).contains("json-schema.org/draft/2020-12", "novelty_half_life");
        assertThat(ExperimentSchemaTest.faults(
                        ExperimentSchemaTest.schema(said.out()), "name: x\nset: {novelty_half_lif: 1}"))
                .isNotEmpty();
    }

    /** The blocks of the page: whole files begin with a name, the others are designs. */
    static List<String> documented() throws IOException {
        return Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(Path.of("docs/experiments.md")))
                .results()
                .map(block -> block.group(1))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("documented")
    void everyExampleOfTheDocumentsIsRightByTheSchemaAndRuns(String block) throws Exception {
        String text = block.startsWith("name:") ? block : "name: example\n" + block;
        assertThat(ExperimentSchemaTest.faults(SCHEMA, text)).isEmpty();
        String page = Files.readString(Path.of("docs/experiments.md"));
        Matcher csv = Pattern.compile("```csv\n(.*?)```", Pattern.DOTALL).matcher(page);
        assertThat(csv.find()).isTrue();
        Files.writeString(folder.resolve("points.csv"), csv.group(1));
        String small = text.contains("users:")
                ? text.replaceFirst("users: *\\d+", "users: 500")
                : text + "\nset: {users: 500}\n";
        small = small.replaceFirst("(?m)^quarters:.*\n", "").replaceFirst("\n", "\nquarters: 4\n");
        Path file = Files.writeString(folder.resolve("example.yaml"), small);
        assertThat(ExperimentReader.read(file, new MarketModel()).runCount()).isPositive();
        // it is read with all scenarios, and run with two of them
        Files.writeString(file, small.replaceFirst("(?m)^    scenario:$", "    scenario: [sora-disney, blank-market]"));

        Said said =
                Said.by("sweep", file.toString(), "--out", folder.resolve("out").toString(), "--progress", "none");

        assertThat(said.err()).doesNotContain("failed", "example.yaml:");
        assertThat(said.code()).isZero();
    }

    @Test
    void theDocumentsHaveAnExampleOfEveryDesign() throws IOException {
        assertThat(String.join("", documented()))
                .contains(
                        "list",
                        "factorial",
                        "one-at-a-time",
                        "latin-hypercube",
                        "sobol",
                        "saltelli",
                        "morris",
                        "optimise",
                        "robust")
                .contains("precision:", "timeout:", "switches:", "known:", "group:", "file:", "baseline:");
    }

    @Test
    void theQuickstartTurnsADialOfEachSideInAtLeastTwoHundredRuns() throws Exception {
        Experiment quickstart = ExperimentReader.read(Path.of("experiments/quickstart.yaml"), new MarketModel());
        assertThat(quickstart.runCount()).isGreaterThanOrEqualTo(200);
        assertThat(quickstart.design().factors())
                .extracting(factor -> factor.parameter().orElseThrow().group())
                .containsExactlyInAnyOrder("compute_cost", "vc_pressure", "litigation", "novelty_decay");
    }
}
