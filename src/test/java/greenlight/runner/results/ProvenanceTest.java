package greenlight.runner.results;

import static org.assertj.core.api.Assertions.assertThat;

import greenlight.runner.spec.BadExperiment;
import greenlight.runner.spec.Experiment;
import greenlight.runner.spec.ExperimentReader;
import greenlight.runner.spec.IshigamiModel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class ProvenanceTest {
    private static final String WIDE = """
            name: Wide_1
            title: "Wide: a \\"question\\""
            replications: 2
            seed: -7
            set: {noise: 0.3, x3: 1}
            design:
              type: factorial
              factors:
                x1: [0.5, -1]
                quarters: [7, 1]
                mirror: [off, on]
                scenario: [steep, calm]
            """;

    @TempDir
    private Path folder;

    private static Experiment experiment(String text) throws BadExperiment {
        return ExperimentReader.read(text, "x.yaml", new IshigamiModel());
    }

    @Test
    void everyCellOfEveryTableIsAsItsColumnSays() throws Exception {
        Described wide = Described.sweep(experiment(WIDE), folder.resolve("wide"));
        assertThat(wide.complaints()).isEmpty();
        assertThat(wide.whole()
                        .at("/resources")
                        .valueStream()
                        .map(table -> table.get("name").asString()))
                .containsExactly("runs", "quarters", "ends", "timings");
        // the check finds what is wrong
        Path runs = wide.folder().resolve("runs.csv");
        Files.writeString(runs, Files.readString(runs).replaceFirst("\n(r\\w+),0,0,", "\n$1,0,9,"));
        assertThat(wide.complaints()).hasSize(1).first().asString().contains("runs.csv, row 2: 9 does not fit");
    }

    @Test
    void filesHaveTheirSizeAndDigest() throws Exception {
        Described wide = Described.sweep(experiment(WIDE), folder.resolve("wide"));
        for (String name : List.of("runs", "quarters", "ends")) {
            byte[] bytes = Files.readAllBytes(wide.folder().resolve(name + ".csv"));
            String digest = HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
            assertThat(wide.table(name).get("bytes").asLong()).isEqualTo(bytes.length);
            assertThat(wide.table(name).get("hash").asString()).isEqualTo("sha256:" + digest);
        }
        assertThat(wide.whole().at("/experiment/hash").asString())
                .isEqualTo("sha256:"
                        + HexFormat.of()
                                .formatHex(MessageDigest.getInstance("SHA-256")
                                        .digest(Files.readAllBytes(wide.folder().resolve("experiment.yaml")))));
        assertThat(wide.table("timings").has("hash")).isFalse();
    }

    @Test
    void theExperimentItsFactorsAndMeasuresAreTold() throws Exception {
        Described wide = Described.sweep(experiment(WIDE), folder.resolve("wide"));
        JsonNode whole = wide.whole();
        assertThat(whole.get("profile").asString()).isEqualTo("tabular-data-package");
        assertThat(whole.get("name").asString()).isEqualTo("wide_1");
        JsonNode question = whole.get("experiment");
        assertThat(question.get("title").asString()).isEqualTo("Wide: a \"question\"");
        assertThat(question.get("points").asInt()).isEqualTo(16);
        assertThat(question.get("runs").asInt()).isEqualTo(32);
        assertThat(question.get("seed").asLong()).isEqualTo(-7);
        assertThat(question.get("crn").asBoolean()).isTrue();
        assertThat(question.get("set").toString()).isEqualTo("{\"noise\":0.3,\"x3\":1}");
        assertThat(question.at("/design/type").asString()).isEqualTo("factorial");
        assertThat(whole.get("model").toString())
                .isEqualTo("{\"name\":\"ishigami\",\"version\":\"1.0\",\"digests\":[\"old\",\"new\"]}");
        assertThat(whole.at("/software/commit").asString()).isEqualTo(Described.SOFTWARE.commit());
        assertThat(wide.table("runs")
                        .at("/schema/fields")
                        .valueStream()
                        .map(field -> field.get("name").asString() + " "
                                + field.get("role").asString() + " "
                                + field.get("type").asString()))
                .containsExactly(
                        "run_id key string",
                        "point key integer",
                        "replication key integer",
                        "seed key integer",
                        "x1 factor number",
                        "quarters factor integer",
                        "mirror factor boolean",
                        "scenario factor string",
                        "status status string",
                        "error status string",
                        "y measure number",
                        "luck measure number",
                        "rising measure boolean",
                        "rounded measure integer",
                        "root measure number");
        assertThat(wide.field("runs", "x1").toString())
                .isEqualTo("{\"name\":\"x1\",\"type\":\"number\",\"unit\":\"1\",\"description\":\"an argument of the"
                        + " function\",\"role\":\"factor\",\"known\":\"assumed\",\"mechanism\":\"function\","
                        + "\"scale\":\"linear\",\"default\":0,\"levels\":[0.5,-1],\"constraints\":{\"required\":true,"
                        + "\"minimum\":-3.141592653589793,\"maximum\":3.141592653589793}}");
        assertThat(wide.field("runs", "mirror").get("levels").toString()).isEqualTo("[false,true]");
        assertThat(wide.field("runs", "mirror").get("default").asBoolean()).isFalse();
        assertThat(wide.field("runs", "scenario").get("levels").toString()).isEqualTo("[\"steep\",\"calm\"]");
        assertThat(wide.field("runs", "run_id").at("/constraints/unique").asBoolean())
                .isTrue();
        assertThat(wide.table("ends").at("/schema/foreignKeys").toString())
                .isEqualTo("[{\"fields\":\"run_id\",\"reference\":{\"resource\":\"runs\",\"fields\":\"run_id\"}}]");
    }

    @Test
    void aFactorOfManyLevelsTellsItsRange() throws Exception {
        Described many = Described.sweep(
                experiment("name: x\nrecord: [runs]\nmeasures: [y]\n"
                        + "design: {type: factorial, factors: {x1: {from: -1, to: 1.5, step: 0.01}}}"),
                folder.resolve("x"));
        JsonNode x1 = many.field("runs", "x1");
        assertThat(x1.has("levels")).isFalse();
        assertThat(x1.get("from").asDouble()).isEqualTo(-1);
        assertThat(x1.get("to").asDouble()).isEqualTo(1.5);
        assertThat(many.complaints()).isEmpty();
    }

    @Test
    void equalSweepsHaveEqualPackagesWhereverAndWheneverTheyRan() throws Exception {
        Path one = folder.resolve("one");
        Path two = folder.resolve("two");
        Described.sweep(experiment(WIDE), one);
        Described.sweep(experiment(WIDE), two);
        Execution was = Described.EXECUTION;
        Execution later = new Execution(
                "elsewhere",
                "another Java",
                "another system",
                64,
                was.start(),
                was.end().plus(Duration.ofDays(1)),
                was.ok(),
                was.failed());
        Described.describe(experiment(WIDE), two, later);
        assertThat(two.resolve("datapackage.json")).hasSameBinaryContentAs(one.resolve("datapackage.json"));
        assertThat(Files.readString(one.resolve("datapackage.json"))).doesNotContain("\r", was.command());
        assertThat(two.resolve("ro-crate-metadata.json")).content().contains("elsewhere", "another system", "64");
    }

    @Test
    void theCrateHasTheActionItsFilesAndNoLooseEnds() throws Exception {
        Path wide = folder.resolve("wide");
        Described.sweep(experiment(WIDE), wide);
        JsonNode crate = Described.json(wide.resolve("ro-crate-metadata.json"));
        assertThat(crate.at("/@context/0").asString()).isEqualTo("https://w3id.org/ro/crate/1.1/context");
        Set<String> ids = new HashSet<>();
        List<String> referred = new ArrayList<>();
        for (JsonNode entity : crate.get("@graph")) {
            assertThat(ids.add(entity.get("@id").asString())).isTrue();
            entity.valueStream()
                    .forEach(value -> (value.isArray() ? value.valueStream() : List.of(value).stream())
                            .filter(JsonNode::isObject)
                            .forEach(reference ->
                                    referred.add(reference.get("@id").asString())));
        }
        // two stand outside: the specification of crates and a term of schema.org
        assertThat(referred)
                .filteredOn(id -> !ids.contains(id))
                .containsExactlyInAnyOrder("https://w3id.org/ro/crate/1.1", "http://schema.org/CompletedActionStatus");
        JsonNode action = entity(crate, "CreateAction");
        assertThat(action.at("/instrument/@id").asString()).isEqualTo("#software");
        assertThat(crate.get("@graph").toString()).contains("[\"digest old\",\"digest new\"]");
        assertThat(action.get("description").asString()).isEqualTo(Described.EXECUTION.command());
        assertThat(action.get("startTime").asString()).isEqualTo("2026-01-02T03:04:05Z");
        assertThat(action.get("endTime").asString()).isEqualTo("2026-01-02T03:05:06.789Z");
        assertThat(action.get("object").toString()).contains("experiment.yaml");
        assertThat(action.get("result").toString())
                .contains("runs.csv", "quarters.csv", "ends.csv", "timings.csv", "datapackage.json");
        assertThat(action.has("agent")).isFalse();
        for (JsonNode entity : crate.get("@graph")) {
            if (entity.get("@type").asString().equals("File")) {
                Fingerprint file = Fingerprint.of(wide.resolve(entity.get("@id").asString()));
                assertThat(entity.get("sha256").asString()).isEqualTo(file.sha256());
                assertThat(entity.get("contentSize").asString()).isEqualTo(Long.toString(file.bytes()));
                ids.remove(entity.get("@id").asString());
            }
        }
        assertThat(ids).doesNotContain("runs.csv", "timings.csv", "datapackage.json", "experiment.yaml");
    }

    private static JsonNode entity(JsonNode crate, String type) {
        return crate.get("@graph")
                .valueStream()
                .filter(entity -> entity.get("@type").asString().equals(type))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theProgramKnowsWhatItWasBuiltFrom() {
        Software here = Software.here();
        assertThat(here.name()).isEqualTo("Greenlight");
        assertThat(here.version()).matches("\\d+\\.\\d+\\.\\d+.*");
        assertThat(here.commit()).matches("unknown|[0-9a-f]{40,64}(-changed)?");
    }

    @Test
    void aCommandIsWrittenAsAShellReadsIt() {
        assertThat(Execution.command("./greenlight", List.of("sweep", "it's a file.yaml", "--out", "a/b-1", "")))
                .isEqualTo("./greenlight sweep 'it'\\''s a file.yaml' --out a/b-1 ''");
    }
}
