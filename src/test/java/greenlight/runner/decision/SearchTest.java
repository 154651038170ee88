package greenlight.runner.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import greenlight.app.cli.Tables;
import greenlight.runner.dataset.FrontTable;
import greenlight.runner.dataset.RobustTable;
import greenlight.runner.journal.FolderTaken;
import greenlight.runner.report.Report;
import greenlight.runner.report.SearchReport;
import greenlight.runner.report.Subject;
import greenlight.runner.results.Described;
import greenlight.runner.results.DescribedTable;
import greenlight.runner.results.ResultFolder;
import greenlight.runner.run.Progress;
import greenlight.runner.run.Shards;
import greenlight.runner.run.StartMode;
import greenlight.runner.run.Sweep;
import greenlight.runner.spec.BadExperiment;
import greenlight.runner.spec.Experiment;
import greenlight.runner.spec.ExperimentReader;
import greenlight.runner.spec.Shard;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A search over the settings of an ensemble, and given points that are compared over them. */
class SearchTest {
    private static final String SEARCH = """
            name: trade
            replications: 4
            seed: 5
            over: settings.csv
            set: {noise: NOISE}
            design:
              type: optimise
              factors: [x1, x2, x3]
              objectives:
                - {measure: f1, goal: minimise, party: one}
                - {measure: f2, goal: minimise, party: other}
              constraints:
                - {measure: early, statistic: probability, at_least: 0.5}
              population: 20
              generations: 25
              fresh: 30
              disagreement: {x1: 0.49, x2: 0.2, x3: 0.2}
            """;

    private static final String ROBUST = """
            name: given
            replications: 8
            over: settings.csv
            design:
              type: robust
              points: [{x1: 0.04}, {x1: 0.49}]
              objectives: [{measure: f2, goal: minimise}, {measure: f1, goal: minimise}]
              constraints: [{measure: f1, at_most: 0.3}]
            """;

    @TempDir
    private Path folder;

    @BeforeEach
    void writeTheEnsemble() throws IOException {
        StringBuilder settings = new StringBuilder("setting,weight,shift\n");
        for (int i = 1; i <= 8; i++) {
            settings.append(i).append(",1,").append(i / 10.0).append('\n');
        }
        Files.writeString(folder.resolve("settings.csv"), settings.toString());
    }

    private Experiment experiment(String text) throws BadExperiment {
        return ExperimentReader.read(text, folder.resolve("x.yaml").toString(), new TradeModel());
    }

    private Sweep.Result search(String noise, String out, int threads, StartMode start) throws Exception {
        return new Search(experiment(SEARCH.replace("NOISE", noise)), "sweep x.yaml")
                .run(folder.resolve(out), threads, start, Progress.none());
    }

    private static double mean(List<CSVRecord> rows, String column) {
        return rows.stream()
                .mapToDouble(row -> Double.parseDouble(row.get(column)))
                .average()
                .orElseThrow();
    }

    @Test
    void aSearchThatCannotBeExtendedMakesNoFolder() {
        assertThatThrownBy(() -> search("0", "out", 1, StartMode.EXTEND))
                .isInstanceOf(BadExperiment.class)
                .hasMessageContaining("A search cannot be extended");
        assertThat(folder.resolve("out")).doesNotExist();
    }

    @Test
    void itFindsTheFrontKeepsTheConstraintAndMarksOneBargain() throws Exception {
        search("0", "out", 1, StartMode.FRESH);
        List<CSVRecord> front = Tables.rows(folder.resolve("out/front.csv"));
        assertThat(front).hasSizeGreaterThan(10);
        for (CSVRecord row : front) {
            double x1 = Double.parseDouble(row.get("x1"));
            assertThat(x1).isLessThan(0.5);
            assertThat(row.get("feasible_fresh")).isEqualTo("TRUE");
            // at the end of the front a hair of f1 is paid with much of f2
            if (x1 > 0.01) {
                assertThat(Double.parseDouble(row.get("f2_mean_fresh")))
                        .isBetween(1 - Math.sqrt(x1), 1.3 - Math.sqrt(x1));
            }
        }
        List<CSVRecord> nash =
                front.stream().filter(row -> row.get("nash").equals("TRUE")).toList();
        assertThat(nash).hasSize(1);
        double product = gains(nash.get(0));
        assertThat(front).filteredOn(row -> row.get("all_gain").equals("TRUE")).allMatch(row -> gains(row) <= product);
        List<CSVRecord> history = Tables.rows(folder.resolve("out/history.csv"));
        assertThat(Double.parseDouble(history.get(25).get("hypervolume")))
                .isGreaterThan(Double.parseDouble(history.get(0).get("hypervolume")));
        assertThat(experiment("name: y\ndesign: {type: list, file: front-points.csv}", "out/y.yaml")
                        .design()
                        .points())
                .isEqualTo(front.size());
    }

    private Experiment experiment(String text, String file) throws BadExperiment {
        return ExperimentReader.read(text, folder.resolve(file).toString(), new TradeModel());
    }

    private static double gains(CSVRecord row) {
        return Double.parseDouble(row.get("one_gain")) * Double.parseDouble(row.get("other_gain"));
    }

    @Test
    void theBestOfNoisyPointsAreWorseAgainAndOnSettingsThatTheSearchHasNotSeen() throws Exception {
        search("0.5", "out", 2, StartMode.FRESH);
        List<CSVRecord> front = Tables.rows(folder.resolve("out/front.csv"));
        assertThat(mean(front, "f1_mean_fresh") + mean(front, "f2_mean_fresh"))
                .isGreaterThan(mean(front, "f1_mean") + mean(front, "f2_mean"));
        Set<String> searched = new HashSet<>(Tables.column(folder.resolve("out/runs.csv"), "setting"));
        Set<String> seeds = new HashSet<>(Tables.column(folder.resolve("out/runs.csv"), "seed"));
        assertThat(Tables.column(folder.resolve("out/fresh.csv"), "setting")).doesNotContainAnyElementsOf(searched);
        assertThat(Tables.column(folder.resolve("out/fresh.csv"), "seed")).doesNotContainAnyElementsOf(seeds);
    }

    @Test
    void theFrontIsReadBackAndReported() throws Exception {
        search("0.2", "out", 1, StartMode.FRESH);
        FrontTable front = FrontTable.read(folder.resolve("out"), Set.of());
        List<CSVRecord> rows = Tables.rows(folder.resolve("out/front.csv"));
        assertThat(front.levers()).containsExactly("x1", "x2", "x3");
        assertThat(front.objectives()).containsExactly("f1_mean", "f2_mean");
        assertThat(front.maximised()).containsExactly(false, false);
        assertThat(front.rows()).hasSameSizeAs(rows);
        assertThat(front.hypervolume()).hasSize(26);
        double least = rows.stream()
                .filter(row -> row.get("feasible_fresh").equals("TRUE")
                        && row.get("dominated_fresh").equals("FALSE"))
                .mapToDouble(row -> Double.parseDouble(row.get("f1_mean_fresh")))
                .min()
                .orElseThrow();
        assertThat(front.best(0).orElseThrow().fresh()[0]).isEqualTo(least);
        assertThat(SearchReport.write(folder.resolve("out"), "Trade", Set.of())).isEmpty();
        long holds = front.rows().stream().filter(FrontTable.Row::holds).count();
        assertThat(Files.readString(folder.resolve("out/report.html")))
                .contains("The points that hold", holds + " hold on fresh replications", "tradeoff-f1_mean-f2_mean");
    }

    @Test
    void theCrateSaysHowEveryFileOfTheSearchCameAbout() throws Exception {
        search("0", "out", 1, StartMode.FRESH);
        JsonNode graph = new JsonMapper()
                .readTree(Files.readString(folder.resolve("out/ro-crate-metadata.json")))
                .get("@graph");
        Map<String, JsonNode> entities = new HashMap<>();
        graph.forEach(each -> entities.put(each.get("@id").asString(), each));
        JsonNode root = entities.get("./");
        List<String> parts = new ArrayList<>();
        root.get("hasPart").forEach(part -> parts.add(part.get("@id").asString()));
        assertThat(parts)
                .contains("experiment.yaml", "runs.csv", "fresh.csv", "disagreement.csv", "history.csv", "front.csv");
        for (String part : parts) {
            Path file = folder.resolve("out").resolve(part);
            assertThat(entities.get(part).get("contentSize").asString()).isEqualTo(Long.toString(Files.size(file)));
        }
        int rows = Tables.rows(folder.resolve("out/runs.csv")).size()
                + Tables.rows(folder.resolve("out/fresh.csv")).size();
        assertThat(root.get("description").asString()).contains(rows + " runs of the model");
        JsonNode action = entities.get(root.get("mentions").get("@id").asString());
        assertThat(action.get("description").asString()).isEqualTo("sweep x.yaml");
        assertThat(action.get("name").asString()).startsWith("Search of ");
    }

    @Test
    void threadsAndAStopChangeNoByte() throws Exception {
        search("0.3", "one", 1, StartMode.FRESH);
        Map<String, String> whole = Tables.files(folder.resolve("one"));
        search("0.3", "two", 2, StartMode.FRESH);
        assertThat(Tables.files(folder.resolve("two"))).isEqualTo(whole);

        Path half = Files.createDirectories(folder.resolve("half"));
        for (String kept : List.of("search.txt", "experiment.yaml", "settings.csv", "ensemble.csv")) {
            if (whole.containsKey(kept)) {
                Files.writeString(half.resolve(kept), whole.get(kept));
            }
        }
        byte[] runs = Files.readAllBytes(folder.resolve("one/runs.csv"));
        Files.write(half.resolve("runs.csv.part"), Arrays.copyOf(runs, runs.length / 2));
        Sweep.Result resumed = search("0.3", "half", 2, StartMode.RESUME);
        assertThat(resumed.resumed()).isPositive();
        assertThat(Tables.files(half)).isEqualTo(whole);
        assertThat(search("0.3", "half", 1, StartMode.RESUME).said())
                .anyMatch(said -> said.contains("finished already"));
        assertThatThrownBy(() -> search("0.3", "half", 1, StartMode.FRESH)).isInstanceOf(FolderTaken.class);
        assertThatThrownBy(() -> search("0.2", "half", 1, StartMode.RESUME))
                .isInstanceOf(BadExperiment.class)
                .hasMessageContaining("another search");
    }

    @Test
    void partiesThatWouldAgreeOnNothingElseAreRefused() {
        assertThatThrownBy(
                        () -> experiment(SEARCH.replace("NOISE", "0.3").replace("{x1: 0.49, x2: 0.2, x3: 0.2}", "{}")))
                .isInstanceOf(BadExperiment.class)
                .hasMessageContaining("parameters under which the parties do not agree");
    }

    @Test
    void givenPointsAreComparedSettingBySetting() throws Exception {
        Experiment given = experiment(ROBUST);
        Path out = folder.resolve("robust");
        Robustness.sweep(given, Shard.WHOLE, "").run(out, 1, StartMode.FRESH, Progress.none());
        List<CSVRecord> rows = Tables.rows(out.resolve("robust.csv"));
        // without noise f1 = x1 + shift and f2 = 1 - sqrt(x1): the regrets are sqrt(0.49) - sqrt(0.04) = 0.5 of f2 at
        // the first point, 0.45 of f1 at the second
        assertThat(Double.parseDouble(rows.get(0).get("f2_mean_regret_worst"))).isBetween(0.4999, 0.5001);
        assertThat(Double.parseDouble(rows.get(0).get("f1_mean_regret"))).isZero();
        assertThat(Double.parseDouble(rows.get(1).get("f2_mean_regret"))).isZero();
        assertThat(Double.parseDouble(rows.get(1).get("f1_mean_regret_90"))).isBetween(0.4499, 0.4501);
        // x1 + shift is at most 0.3 for shifts of 0.1 and 0.2 at the first point, for none at the second
        List<String> settings =
                Tables.column(out.resolve("runs.csv"), "setting").subList(0, 8);
        double expected = settings.stream()
                        .filter(setting -> Integer.parseInt(setting) <= 2)
                        .count()
                / 8.0;
        assertThat(expected).isPositive();
        assertThat(Double.parseDouble(rows.get(0).get("satisficing"))).isEqualTo(expected);
        assertThat(Double.parseDouble(rows.get(1).get("satisficing"))).isZero();
        assertThat(Tables.rows(out.resolve("regret.csv")))
                .hasSize(2 * (int) settings.stream().distinct().count());
        assertThat(Tables.column(out.resolve("failures.csv"), "point")).doesNotContain("1");

        RobustTable table = RobustTable.read(out).orElseThrow();
        assertThat(table.levers()).containsExactly("x1");
        assertThat(table.objectives()).containsExactly("f2_mean", "f1_mean");
        assertThat(table.rows()).extracting(RobustTable.Row::point).containsExactly("0", "1");
        assertThat(table.rows().get(0).satisficing()).isEqualTo(expected);
        Subject.Flows none = new Subject.Flows(Set.of(), "", "", Optional.empty(), List.of());
        assertThat(Report.write(out, new Subject(List.of(), List.of(), none), runs -> {}))
                .isEmpty();
        assertThat(Files.readString(out.resolve("report.html")))
                .contains("How the points hold up", "satisficing", "regret-f2_mean", "regret-f1_mean")
                .doesNotContain("declares no time column");
    }

    @Test
    void aTreeTellsWhereAPointFails() throws Exception {
        StringBuilder settings = new StringBuilder("setting,weight,shift\n");
        for (int i = 1; i <= 60; i++) {
            settings.append(i).append(",1,").append(i / 100.0).append('\n');
        }
        Files.writeString(folder.resolve("settings.csv"), settings.toString());
        Path out = folder.resolve("robust");
        Robustness.sweep(experiment(ROBUST.replace("replications: 8", "replications: 60")), Shard.WHOLE, "")
                .run(out, 1, StartMode.FRESH, Progress.none());
        // 0.04 + shift is at most 0.3 up to a shift of 0.25 at the first point (in binary 0.04 + 0.26 is more), for
        // none at the second
        List<CSVRecord> leaves = Tables.rows(out.resolve("failure-trees.csv"));
        assertThat(leaves).extracting(leaf -> leaf.get("point")).containsOnly("0");
        assertThat(leaves).extracting(leaf -> leaf.get("share")).containsExactly("0.0", "1.0");
        assertThat(leaves.get(0).get("where")).startsWith("shift <= 0.26");
        assertThat(leaves.get(1).get("where")).startsWith("shift > 0.26");
        assertThat(leaves.get(0).get("settings")).isEqualTo("25");
        assertThat(leaves.get(1).get("failing")).isEqualTo("35");
    }

    @Test
    void replicationsInWhichThePointsWereChosenDoNotCountNorTheirSettings() throws Exception {
        Experiment given = experiment(ROBUST.replace("type: robust", "type: robust\n  after: 3"));
        Path out = folder.resolve("robust");
        Robustness.sweep(given, Shard.WHOLE, "").run(out, 1, StartMode.FRESH, Progress.none());
        List<String> settings =
                Tables.column(out.resolve("runs.csv"), "setting").subList(0, 8);
        List<String> fresh = settings.subList(3, 8).stream()
                .filter(setting -> !settings.subList(0, 3).contains(setting))
                .distinct()
                .toList();
        assertThat(fresh).isNotEmpty();
        assertThat(Tables.column(out.resolve("regret.csv"), "setting").subList(0, fresh.size()))
                .isEqualTo(fresh);
        // f1 = x1 + shift
        CSVRecord first = Tables.rows(out.resolve("robust.csv")).get(0);
        double shift = settings.subList(3, 8).stream()
                .filter(fresh::contains)
                .mapToDouble(setting -> Integer.parseInt(setting) / 10.0)
                .average()
                .orElseThrow();
        assertThat(Double.parseDouble(first.get("f1_mean_all"))).isCloseTo(0.04 + shift, within(1e-9));
        assertThatThrownBy(() -> experiment(ROBUST.replace("type: robust", "type: robust\n  after: 8")))
                .isInstanceOf(BadExperiment.class)
                .hasMessageContaining("to below the number of replications, 8");
    }

    /** The tables that a folder's description names, each of which must be as it says. */
    private static List<String> described(Path out) throws IOException {
        Described tables = Described.in(out);
        assertThat(tables.complaints()).isEmpty();
        ResultFolder results = ResultFolder.in(out);
        assertThat(results.changed()).isEmpty();
        assertThat(results.tables())
                .allSatisfy(table -> assertThat(table.columns())
                        .allSatisfy(
                                column -> assertThat(column.column().meaning()).isNotEmpty()));
        return results.tables().stream().map(DescribedTable::path).toList();
    }

    @Test
    void theTablesOfASearchAreDescribed() throws Exception {
        search("0.3", "out", 1, StartMode.FRESH);
        Path out = folder.resolve("out");
        assertThat(described(out))
                .containsExactly(
                        "front.csv", "front-points.csv", "history.csv", "runs.csv", "fresh.csv", "disagreement.csv");
        assertThat(Described.in(out)
                        .field("front", "f1_mean_fresh")
                        .get("description")
                        .asString())
                .startsWith("mean of f1 (")
                .endsWith("), on fresh replications");
        Files.writeString(out.resolve("front.csv"), "point\n");
        assertThat(ResultFolder.in(out).changed()).singleElement().asString().contains("front.csv is not the file");
    }

    @Test
    void theTablesByWhichPointsAreComparedAreDescribedAndThoseOfMergedShardsAreTheSame() throws Exception {
        Experiment given = experiment(ROBUST);
        Path whole = folder.resolve("whole");
        Robustness.sweep(given, Shard.WHOLE, "").run(whole, 2, StartMode.FRESH, Progress.none());
        assertThat(described(whole))
                .containsSubsequence(
                        "runs.csv", "timings.csv", "robust.csv", "regret.csv", "failures.csv", "failure-trees.csv");
        List<Path> shards = List.of(folder.resolve("s1"), folder.resolve("s2"));
        for (int part = 1; part <= 2; part++) {
            Path shard = shards.get(part - 1);
            Robustness.sweep(given, new Shard(part, 2), "").run(shard, 1, StartMode.FRESH, Progress.none());
            assertThat(shard).isDirectoryNotContaining("glob:**robust.csv");
        }
        Path merged = folder.resolve("merged");
        Robustness.sweep(given, Shard.WHOLE, "").merge(Shards.of(shards), merged, StartMode.FRESH, Progress.none());
        assertThat(Tables.files(merged))
                .isEqualTo(Tables.files(whole))
                .containsKeys("robust.csv", "regret.csv", "failures.csv", "failure-trees.csv", "datapackage.json");
        Robustness.sweep(given, Shard.WHOLE, "").run(merged, 1, StartMode.OVERWRITE, Progress.none());
        assertThat(Tables.files(merged)).isEqualTo(Tables.files(whole));
    }
}
