package greenlight.app.cli.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import greenlight.app.cli.Said;
import greenlight.app.cli.Tables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Own measures of a market, from the experiment file to the tables. */
class OwnMeasureSweepTest {
    private static final String HEAD = """
            name: own
            replications: 3
            seed: 4
            set: {users: 300}
            design: {type: factorial, factors: {minutes_per_clip: [10, 40]}}
            """;

    /** Of the market's own measures, those that repeat a reading, each with the definition that does the same. */
    private static final Map<String, String> REPEATED = new LinkedHashMap<>();

    static {
        REPEATED.put("last_active", "reading: active_users, how: last");
        REPEATED.put("peak_active", "reading: active_users, how: max");
        REPEATED.put("open_cases_last", "reading: open_cases, entity: market, how: last");
        REPEATED.put("stringency_last", "reading: stringency, kind: studio, across: mean, how: last");
        REPEATED.put("exuberance_last", "reading: quarter_exuberance, how: {at: 2029Q4}");
        REPEATED.put("platform_last", "reading: studios_platform, how: last");
        REPEATED.put("hhi_mean", "reading: hhi, how: mean");
        REPEATED.put("legal_cost", "reading: quarter_legal_cost, how: sum");
        REPEATED.put("users_surplus", "reading: quarter_users_surplus, how: sum");
        REPEATED.put("clips", "reading: quarter_clips, kind: vendor, across: sum, how: sum");
        REPEATED.put("video_revenue", "reading: quarter_video_revenue, kind: vendor, across: sum, how: sum");
        REPEATED.put("incidents", "reading: quarter_incidents, how: sum");
        REPEATED.put("suits", "reading: suits_filed, how: sum");
        REPEATED.put("peak_daily_loss", "reading: daily_video_loss, entity: Northlight, how: max");
        REPEATED.put("launch_users", "reading: adopters, entity: Northlight, how: {at: 2025Q4}");
        REPEATED.put(
                "flagship_life", "reading: quarter_minutes_per_clip, entity: Northlight, how: {quarters_where: '> 0'}");
    }

    @TempDir
    private Path folder;

    private Said sweep(String text, String out, String... more) throws IOException {
        Path file = Files.writeString(folder.resolve(out + ".yaml"), text);
        List<String> words = new ArrayList<>(List.of(
                "sweep",
                file.toString(),
                "--out",
                folder.resolve(out).toString(),
                "--progress",
                "none",
                "--no-report"));
        words.addAll(List.of(more));
        return Said.by(words.toArray(String[]::new));
    }

    private static double number(String cell) {
        return cell.isEmpty() ? Double.NaN : Double.parseDouble(cell);
    }

    @Test
    void anOwnMeasureIsTheBuiltInOneThatItRepeatsInEveryRow() throws IOException {
        StringBuilder text = new StringBuilder(HEAD).append("quarters: 24\nrecord: [runs]\nmeasures:\n");
        REPEATED.forEach((name, definition) -> text.append("  - ")
                .append(name)
                .append("\n  - {name: own_")
                .append(name)
                .append(", ")
                .append(definition)
                .append("}\n"));
        Said said = sweep(text.toString(), "same");
        assertThat(said.code()).as(said.err()).isZero();
        List<CSVRecord> rows = Tables.rows(folder.resolve("same/runs.csv"));
        assertThat(rows).hasSize(6);
        for (CSVRecord row : rows) {
            assertThat(row.get("status")).isEqualTo("ok");
            for (String name : REPEATED.keySet()) {
                assertThat(number(row.get("own_" + name))).as(name).isEqualTo(number(row.get(name)));
            }
        }
    }

    @Test
    void aReadingThatNoTableHoldsIsMeasuredAsWhereItIsRecorded() throws IOException {
        String measures = """
                quarters: 4
                measures:
                  - {name: lab_gpus, reading: gpus, entity: Northlight, how: last}
                  - {name: all_stakes, reading: stakes, kind: studio, across: sum, how: sum}
                  - {name: per_gpu, ratio: [users_last, lab_gpus]}
                  - {name: users_last, reading: active_users, entity: Northlight, how: last}
                """;
        String few = HEAD + "record: [runs, quarters]\nreadings: [cash]\n" + measures;
        assertThat(sweep(HEAD + "record: [runs]\n" + measures, "none").code()).isZero();
        assertThat(sweep(few, "few").code()).isZero();
        assertThat(sweep(HEAD + measures, "all").code()).isZero();
        Path runs = folder.resolve("none/runs.csv");
        assertThat(runs).hasSameBinaryContentAs(folder.resolve("all/runs.csv"));
        assertThat(runs).hasSameBinaryContentAs(folder.resolve("few/runs.csv"));
        assertThat(folder.resolve("few/quarters.csv")).content().startsWith("run_id,quarter,label,entity,kind,cash\n");
        List<String> recorded = Tables.rows(folder.resolve("all/quarters.csv")).stream()
                .filter(row -> row.get("entity").equals("Northlight")
                        && row.get("quarter").equals("3"))
                .map(row -> row.get("gpus"))
                .toList();
        assertThat(Tables.column(runs, "lab_gpus")).isEqualTo(recorded).doesNotContain("");
        assertThat(folder.resolve("none/datapackage.json"))
                .content()
                .contains(
                        "\"gpus of Northlight (size of the fleet): last of the quarters\"",
                        "\"unit\": \"GPUs\"",
                        "\"unit\": \"people/GPUs\"");
    }

    private static final String SMALL = HEAD + """
            quarters: 4
            record: [runs]
            measures:
              - last_active
              - {name: lab_cash, reading: cash, entity: Northlight, how: last}
              - {name: a_share, ratio: [last_active, lab_cash]}
            """;

    @Test
    void shardsOneThreadAndTwoComeToTheSameBytesAndAreVerifiedAndReplayed() throws IOException {
        assertThat(sweep(SMALL, "one", "--threads", "1").code()).isZero();
        assertThat(sweep(SMALL, "two", "--threads", "2").code()).isZero();
        Map<String, String> whole = Tables.files(folder.resolve("one"));
        assertThat(Tables.files(folder.resolve("two"))).isEqualTo(whole);
        for (String part : List.of("1", "2")) {
            assertThat(sweep(SMALL, "s" + part, "--shard", part + "/2").code()).isZero();
        }
        Said merged = Said.by(
                "merge",
                folder.resolve("s1").toString(),
                folder.resolve("s2").toString(),
                "--out",
                folder.resolve("merged").toString());
        assertThat(merged.code()).as(merged.err()).isZero();
        assertThat(Tables.files(folder.resolve("merged"))).isEqualTo(whole);
        String out = folder.resolve("one").toString();
        assertThat(Said.by("verify", out).code()).isZero();
        assertThat(Said.by("analyze", out, "--measure", "a_share").code()).isZero();
        String run = Tables.column(folder.resolve("one/runs.csv"), "run_id").get(2);
        Said replayed = Said.by(
                "replay", run, "--from", out, "--out", folder.resolve("again").toString());
        assertThat(replayed.out()).contains("is the same, cell by cell");
    }

    @Test
    void aChangedDefinitionIsRefusedAndNothingIsWritten() throws IOException {
        sweep(SMALL, "out");
        Map<String, String> before = Tables.files(folder.resolve("out"));
        String changed = SMALL.replace("how: last}", "how: max}").replace("replications: 3", "replications: 4");
        for (String how : List.of("--resume", "--extend")) {
            Said said = sweep(changed, "out", how);
            assertThat(said.code()).isEqualTo(2);
            assertThat(said.err())
                    .contains(
                            "The measure lab_cash was changed: in ",
                            "last of the quarters\", here \"cash of Northlight",
                            "largest of the quarters\". Give it another name");
        }
        assertThat(Tables.files(folder.resolve("out"))).isEqualTo(before);
        assertThat(sweep(SMALL.replace("replications: 3", "replications: 4"), "out", "--extend")
                        .code())
                .isZero();
    }

    @Test
    void whatIsWrongIsSaidBeforeTheSweepWithPlaceAndNearestName() throws IOException {
        Said said = sweep(HEAD + """
                        quarters: 4
                        measures:
                          - {name: a, reading: csh, entity: Northlight, how: last}
                          - {name: b, reading: cash, entity: Nordlight, how: last}
                          - {name: c, reading: cash, how: last}
                          - {name: d, reading: cash, entity: Northlight, how: {at: 2024Q9}}
                          - {name: cash, reading: cash, entity: Northlight, how: last}
                        """, "bad");
        assertThat(said.code()).isEqualTo(2);
        assertThat(said.err())
                .contains(
                        "8:24: measures[0].reading: 'csh': no reading of that name; did you mean cash?",
                        "measures[1].entity: 'Nordlight': no entity of that name; did you mean Northlight?",
                        "measures[2].reading: market has no cash; name an entity, or as kind one of vendor, studio.",
                        "measures[3].how.at: '2024Q9': no step of that name; did you mean 2024Q",
                        "measures[4].name: cash is taken, by a reading of quarters; choose another name.");
        assertThat(folder.resolve("bad")).doesNotExist();
        assertThat(sweep(HEAD + "quarters: 4\nmeasures: [{name: d, reading: hhi, how: {at: 2029Q1}}]\n", "late")
                        .err())
                .contains("measures[0].how.at: no run reaches 2029Q1; allowed is 2024Q1 to 2024Q4.");
    }

    @Test
    void aSearchAndGivenPointsAreJudgedByOwnMeasures() throws IOException {
        String text = """
                name: judged
                quarters: 4
                replications: 2
                set: {users: 200}
                measures: [{name: lab_cash, reading: cash, entity: Northlight, how: min}]
                design:
                  type: %s
                  objectives: [{measure: lab_cash, goal: maximise}, {measure: last_active, goal: maximise}]
                """;
        String search = text.formatted("optimise")
                + "  factors: {minutes_per_clip: {from: 10, to: 40}}\n  population: 4\n  generations: 1\n";
        assertThat(sweep(search, "search").code()).isZero();
        assertThat(folder.resolve("search/runs.csv")).content().contains("lab_cash");
        String given = text.formatted("robust") + "  points: [{minutes_per_clip: 10}, {minutes_per_clip: 40}]\n";
        assertThat(sweep(given, "given").err()).contains("measures: last_active is missing, which design needs");
        Said judged = sweep(given.replace("measures: [", "measures: [last_active, "), "given");
        assertThat(judged.code()).as(judged.err()).isZero();
        assertThat(folder.resolve("given/robust.csv")).content().contains("lab_cash");
    }
}
