package greenlight.app.cli.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import greenlight.app.cli.Said;
import greenlight.app.cli.Tables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Figures of firms in an experiment file, from the file to the tables. */
class CellSweepTest {
    private static final String TOLERANCE = "vendors.Northlight.tolerance";
    private static final String PATIENCE = """
            name: patience
            replications: 3
            set: {users: 500, vendors.Gaffer & Co.cash: 2e7, studios.*.caution.times: 0.5}
            design: {type: factorial, factors: {vendors.Northlight.tolerance: [1e5, 1e9]}}
            record: [runs]
            measures: [flagship_life, studios_loss]
            """;

    @TempDir
    private Path folder;

    private Said sweep(String text, String out, String... more) throws IOException {
        Path file = Files.writeString(folder.resolve("cells.yaml"), text);
        List<String> words = new ArrayList<>(
                List.of("sweep", file.toString(), "--out", folder.resolve(out).toString(), "--no-report"));
        words.addAll(List.of(more));
        return Said.by(words.toArray(String[]::new));
    }

    @Test
    void aPatientVendorClosesLaterInTheSameBytesForAnyThreads() throws IOException {
        assertThat(sweep(PATIENCE, "one", "--threads", "1").code()).isZero();
        assertThat(sweep(PATIENCE, "two", "--threads", "2").code()).isZero();
        assertThat(folder.resolve("two/runs.csv")).hasSameBinaryContentAs(folder.resolve("one/runs.csv"));
        List<CSVRecord> rows = Tables.rows(folder.resolve("one/runs.csv"));
        for (int replication = 0; replication < 3; replication++) {
            assertThat(rows.get(replication).get(TOLERANCE)).isEqualTo("100000.0");
            assertThat(Integer.parseInt(rows.get(3 + replication).get("flagship_life")))
                    .isGreaterThan(Integer.parseInt(rows.get(replication).get("flagship_life")));
        }
        assertThat(Tables.column(folder.resolve("one/runs.csv"), "run_id")).doesNotHaveDuplicates();
        assertThat(folder.resolve("one/datapackage.json"))
                .content()
                .contains("\"name\": \"" + TOLERANCE + "\"", "Northlight at the start: loss on video");
    }

    @Test
    void aSweepOfCellsIsResumedVerifiedAndReplayed() throws IOException {
        sweep(PATIENCE, "out");
        Path runs = folder.resolve("out/runs.csv");
        byte[] whole = Files.readAllBytes(runs);
        assertThat(sweep(PATIENCE, "out", "--resume").code()).isZero();
        assertThat(runs).hasBinaryContent(whole);
        assertThat(Said.by("verify", folder.resolve("out").toString()).code()).isZero();
        Said replayed = Said.by(
                "replay",
                Tables.column(runs, "run_id").get(4),
                "--from",
                folder.resolve("out").toString(),
                "--out",
                folder.resolve("again").toString());
        assertThat(replayed.out()).contains("is the same, cell by cell");
    }

    @Test
    void cellsOfAnEnsembleServeAllScenarios() throws IOException {
        Files.writeString(
                folder.resolve("settings.csv"),
                "setting,weight,vendors.Northlight.tolerance.times,premium\n1,1,0.1,0.31\n2,1,10,0.31\n");
        Said said = sweep(
                PATIENCE.replaceFirst(
                                "design.*",
                                "over: settings.csv\n"
                                        + "design: {type: factorial, factors: {scenario: [sora-disney, flagship-stays, blank-market]}}")
                        .replace("vendors.Gaffer & Co.cash: 2e7, ", ""),
                "out");
        assertThat(said.code()).as(said.err()).isZero();
        assertThat(Tables.column(folder.resolve("out/runs.csv"), "status")).containsOnly("ok");
    }

    @Test
    void whatNoScenarioHasIsRefusedWithPlaceAndNearestKey() throws IOException {
        Said said = sweep("""
                name: bad
                set: {vendors.Nordlight.cash: 1, studio.*.caution: 0.5, vendors.Skylark.reach: 2}
                design: {type: factorial, factors: {vendors.*.csh.times: [1, 2]}}
                """, "out");
        assertThat(said.code()).isEqualTo(2);
        assertThat(said.err())
                .contains(
                        "2:7: set.vendors.Nordlight.cash: no parameter of that name; did you mean vendors.Northlight.cash?",
                        "set.studio.*.caution: no parameter of that name; did you mean studios.*.caution?",
                        "set.vendors.Skylark.reach: found '2'; allowed is a number from 0 to 1 (share).",
                        "design.factors.vendors.*.csh.times: no parameter of that name; did you mean vendors.*.cash.times?");
        assertThat(folder.resolve("out")).doesNotExist();
    }

    @Test
    void aPointThatItsScenarioCannotHaveIsRefusedBeforeTheSweep() throws IOException {
        String text = "name: bad\ndesign: {type: factorial, factors: {%s}}\n";
        Said fleet = sweep(text.formatted("vendors.Pixpop.video_share: [0.2, 0.8]"), "out");
        assertThat(fleet.code()).isEqualTo(2);
        assertThat(fleet.err())
                .contains("video_share and research_share of Pixpop are 0.8 and 0.6; allowed is a sum of at most 1.");
        Said firm = sweep(text.formatted("scenario: [sora-disney, blank-market], vendors.Pixpop.cash: [1e8]"), "out");
        assertThat(firm.code()).isEqualTo(2);
        assertThat(firm.err()).contains("vendors.Pixpop.cash is set, but the vendors of blank-market have no Pixpop.");
        assertThat(folder.resolve("out")).doesNotExist();
    }

    @Test
    void sharesOfAFleetAboveOneAreRefusedAtTheirCellWhereverTheyComeFrom() throws IOException {
        String sum = " video_share and research_share of Pixpop are 0.8 and 0.6; allowed is a sum of at most 1.";
        Files.writeString(
                folder.resolve("settings.csv"),
                "setting,weight,premium,vendors.Pixpop.video_share\n1,9,0.3,0.2\n2,1,0.3,0.8\n");
        Files.writeString(folder.resolve("points.csv"), "cost_share,vendors.Pixpop.video_share\n0,0.2\n0,0.3\n0,0.8\n");
        Map<String, String> places = Map.of(
                "over: settings.csv\nreplications: 20\n", "settings.csv:3:4:",
                "design: {type: list, file: points.csv}\n", "points.csv:4:2:",
                "design:\n  type: factorial\n  factors:\n    vendors.Pixpop.video_share: [0.2, 0.8]\n",
                        "cells.yaml:5:39:",
                "design:\n  type: list\n  points: [{vendors.Pixpop.video_share: 0.8}]\n", "cells.yaml:4:41:",
                "set:\n  users: 500\n  vendors.Pixpop.video_share: 0.8\n", "cells.yaml:4:31:");
        for (Map.Entry<String, String> place : places.entrySet()) {
            Said said = sweep("name: bad\n" + place.getKey(), "out");
            assertThat(said.code()).as(place.getKey()).isEqualTo(2);
            assertThat(said.err())
                    .as(place.getKey())
                    .contains(place.getValue() + sum)
                    .hasLineCount(1);
        }
        Files.writeString(folder.resolve("cells.yaml"), "name: bad\nreplications: 20\n");
        Said over = Said.by(
                "sweep",
                folder.resolve("cells.yaml").toString(),
                "--over",
                folder.resolve("settings.csv").toString());
        assertThat(over.err()).contains("settings.csv:3:4:" + sum);
        assertThat(folder.resolve("out")).doesNotExist();
    }

    @Test
    void aSingleRunHasCellsByTheOption() {
        Said said = Said.by(
                "run",
                "--set",
                "users=200",
                "--set",
                "vendors.Gaffer & Co.cash=1e6",
                "--out",
                folder.resolve("run").toString());
        assertThat(said.code()).as(said.err()).isZero();
        assertThat(Said.by("run", "blank-market", "--set", "vendors.Pixpop.cash=1")
                        .err())
                .isEqualTo("vendors.Pixpop.cash is set, but the vendors of blank-market have no Pixpop.\n");
        assertThat(Said.by("run", "--set", "vendors.Pixpop.cahs=1").err())
                .isEqualTo("There is no parameter vendors.Pixpop.cahs; did you mean vendors.Pixpop.cash?\n");
    }
}
