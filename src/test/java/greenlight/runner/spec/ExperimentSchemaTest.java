package greenlight.runner.spec;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.schema.CoreSchema;
import tools.jackson.databind.json.JsonMapper;

public class ExperimentSchemaTest {
    /** What only the reader finds: it needs the file's other parts, another file, or the sum of it all. */
    private static final Set<String> BEYOND_A_SCHEMA = Set.of(
            "design-too-large.yaml",
            "factorial-levels-fall-together.yaml",
            "factorial-levels-uneven.yaml",
            "factorial-log-from-zero.yaml",
            "factorial-set.yaml",
            "factorial-group-taken.yaml",
            "list-uneven.yaml",
            "list-file-missing.yaml",
            "list-file-results.yaml",
            "list-file-cells.yaml",
            "list-file-header.yaml",
            "list-file-empty.yaml",
            "list-file-quote.yaml",
            "one-at-a-time-baseline.yaml",
            "one-at-a-time-nothing.yaml",
            "over-columns.yaml",
            "over-empty.yaml",
            "over-missing.yaml",
            "over-rows.yaml",
            "optimise-precision.yaml",
            "over-semicolons.yaml",
            "precision-measure.yaml",
            "precision-most-below.yaml",
            "precision-not-measured.yaml",
            "precision-once.yaml",
            "quarters-twice.yaml",
            "readings-nowhere.yaml",
            "robust-goal.yaml",
            "sobol-empty-range.yaml",
            "tab.yaml",
            "two-documents.yaml",
            "key-twice.yaml");

    private static final Schema SCHEMA = schema(ExperimentSchema.of(new IshigamiModel(), "Ishigami"));

    public static Schema schema(String text) {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(text);
    }

    /** What a schema finds wrong with a YAML text. */
    public static List<Error> faults(Schema schema, String yaml) {
        LoadSettings core = LoadSettings.builder().setSchema(new CoreSchema()).build();
        Object tree = new Load(core).loadFromString(yaml);
        return schema.validate(new JsonMapper().writeValueAsString(tree), InputFormat.JSON);
    }

    @Test
    void itFindsWhatASchemaCanInEveryBadFile() throws IOException {
        Set<String> missed = new TreeSet<>();
        for (Path file : BadFilesTest.files()) {
            String name = file.getFileName().toString();
            try {
                if (faults(SCHEMA, Files.readString(file)).isEmpty()) {
                    missed.add(name);
                }
            } catch (YamlEngineException notYaml) {
                missed.add(name);
            }
        }
        assertThat(missed).containsExactlyInAnyOrderElementsOf(BEYOND_A_SCHEMA);
    }

    @Test
    void itAllowsEveryFormThatIsRead() throws BadExperiment {
        String whole = """
                # all keys
                name: all_1
                title: 2025
                scenario: steep
                quarters: 24
                replications: 5
                precision: {measure: y, half_width: 0.1, most: 10}
                seed: -9223372036854775808
                crn: off
                timeout: 0.5
                set: {x2: 1, mirror: on}
                record: [ends, runs]
                measures: [luck, y]
                design:
                """;
        for (String design : List.of(
                "{type: list, points: [{x1: 0.5, a: 1}, {a: 2, x1: 1}]}",
                "{type: factorial, factors: {x1: , a: [1, 2], b: {from: 0, to: 1, step: 0.5}, x3: {levels: 3}}}",
                "{type: factorial, factors: [x1, a]}",
                "{type: one-at-a-time, factors: {group: function}, baseline: {a: 2}}",
                "{type: latin-hypercube, points: 10, factors: {known: [assumed], a: {from: 1, scale: log}}}",
                "{type: sobol, points: 16, factors: [x1, a]}",
                "{type: saltelli, base: 16, second_order: true, factors: [x1, a]}",
                "{type: morris, trajectories: 4, levels: 6, factors: {a: , x1: {to: 2}}}",
                "{type: optimise, factors: [x1, a], population: 4, generations: 1, fresh: 2, disagreement: {a: 1},"
                        + " objectives: [{measure: y, goal: minimise, statistic: {quantile: 0.9}, party: we},"
                        + " {measure: rising, goal: maximise}, {measure: y, goal: maximise, statistic: {regret: 1}}],"
                        + " constraints: [{measure: y, statistic: {probability: '>= -1e3'}, at_least: 0.5}]}",
                "{type: robust, points: [{a: 1}, {a: 2}], objectives: [{measure: y, goal: maximise}],"
                        + " constraints: [{measure: y, at_most: 3, statistic: {cvar: 0.5}}]}")) {
            // all points of a search have the same replications
            String search = whole.replaceFirst("precision:.*\n", "");
            String text = (design.contains("optimise") ? search : whole) + "  " + design + "\n";
            assertThat(ExperimentReader.read(text, "x.yaml", new IshigamiModel())
                            .design()
                            .points())
                    .isGreaterThan(1);
            assertThat(faults(SCHEMA, text)).as(design).isEmpty();
        }
        assertThat(faults(
                        SCHEMA, "name: x\ndesign: {type: factorial, factors: {scenario: [steep], switches: function}}"))
                .isEmpty();
    }

    @Test
    void aParameterIsExplainedWhereItIsTyped() {
        assertThat(ExperimentSchema.of(new IshigamiModel(), "Ishigami"))
                .contains("\"description\" : \"an argument of the function (1; default 7, assumed; function)\"");
    }
}
