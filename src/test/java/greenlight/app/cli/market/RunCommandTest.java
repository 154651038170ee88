package greenlight.app.cli.market;

import static org.assertj.core.api.Assertions.assertThat;

import greenlight.app.cli.Said;
import greenlight.app.cli.Tables;
import greenlight.app.cli.sweep.SweepCommandTest;
import greenlight.runner.format.Text;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunCommandTest {
    @TempDir
    private Path folder;

    @Test
    void theSameSeedTellsTheSameStoryAndAnotherSeedAnother() {
        Said one = run("one", "--seed", "1");
        assertThat(one.code()).isZero();
        assertThat(run("again", "--seed", "1").out()).isEqualTo(one.out());
        assertThat(run("other", "--seed", "2").out().lines().skip(2))
                .isNotEqualTo(one.out().lines().skip(2));
    }

    @Test
    void theStoryHasADatelineForEachQuarterAndAClosingTable() {
        Said said = run("out", "--quarters", "14");
        assertThat(said.out()
                        .lines()
                        .filter(line -> line.matches("20\\d\\dQ\\d  .*"))
                        .count())
                .isEqualTo(14);
        assertThat(said.out()).contains("2024Q1  ", "2027Q2  ", "* Northlight opens its video platform", "In the end");
        assertThat(said.out().lines()).allMatch(line -> line.length() <= Text.WIDTH);
        assertThat(said.out()).doesNotContain("\u001b", "NaN", "null", "..");
    }

    @Test
    void oneThreadAndTwoWriteTheSameBytes() throws IOException {
        // three blocks of users
        Said one = run("one", "--users", "150000", "--quarters", "5", "--threads", "1");
        Said two = run("two", "--users", "150000", "--quarters", "5", "--threads", "2");
        assertThat(two.out()).isEqualTo(one.out());
        assertThat(Tables.files(folder.resolve("two"))).isEqualTo(Tables.files(folder.resolve("one")));
    }

    @Test
    void aRunWritesWhatASweepWroteForItsSeedAndParameters() throws IOException {
        Path file = Files.writeString(folder.resolve("sweep.yaml"), """
                name: x
                replications: 2
                quarters: 9
                set: {users: 500, litigation: off}
                design:
                  type: list
                  points: [{gpu_price: 2}, {gpu_price: 3.5}]
                """);
        Said.by("sweep", file.toString(), "--out", folder.resolve("swept").toString());
        CSVRecord row = Tables.rows(folder.resolve("swept/runs.csv")).get(3);

        Said said = run(
                "run",
                "--seed",
                row.get("seed"),
                "--set",
                "gpu_price=3.5",
                "--set",
                "litigation=off",
                "--quarters",
                "9");

        assertThat(said.code()).isZero();
        Map<String, String> once =
                Tables.rows(folder.resolve("run/runs.csv")).get(0).toMap();
        Map<String, String> swept = row.toMap();
        for (String place : List.of("point", "replication", "gpu_price")) {
            once.remove(place);
            swept.remove(place);
        }
        assertThat(once).isEqualTo(swept);
        for (String table : List.of("quarters.csv", "events.csv")) {
            assertThat(Files.readAllLines(folder.resolve("run").resolve(table)).stream()
                            .skip(1))
                    .isNotEmpty()
                    .isEqualTo(Files.readAllLines(folder.resolve("swept").resolve(table)).stream()
                            .filter(line -> line.startsWith(row.get("run_id")))
                            .toList());
        }
    }

    @Test
    void theExperimentBesideARunSweepsToTheSameTables() throws IOException {
        run("run", "--seed", "42", "--quarters", "9", "--set", "cost_share=0.25");
        Said.by(
                "sweep",
                folder.resolve("run/experiment.yaml").toString(),
                "--out",
                folder.resolve("swept").toString());
        assertThat(Tables.files(folder.resolve("swept"))).isEqualTo(Tables.files(folder.resolve("run")));
        assertThat(Tables.column(folder.resolve("run/runs.csv"), "seed")).containsExactly("42");
    }

    @Test
    void aFolderThatWasAskedForIsNotOverwrittenUnasked() throws IOException {
        assertThat(run("out", "--quarters", "1").code()).isZero();
        Map<String, String> before = Tables.files(folder.resolve("out"));
        Said refused = run("out", "--quarters", "2");
        assertThat(refused.code()).isEqualTo(2);
        assertThat(refused.err()).contains("holds something already", "Give --overwrite to replace it");
        assertThat(Tables.files(folder.resolve("out"))).isEqualTo(before);
        assertThat(run("out", "--quarters", "2", "--overwrite").code()).isZero();
    }

    @Test
    void withoutAFolderTheSameRunMayBeRunAgain() throws IOException {
        String[] words = {"run", "blank-market", "--quarters", "1", "--users", "100", "--seed", "-77"};
        Said first = Said.by(words);
        Said second = Said.by(words);
        assertThat(second).isEqualTo(first);
        String place = first.err().replaceAll("(?s).*The tables are in (.*)/: .*", "$1");
        assertThat(place)
                .startsWith(Path.of("results", "run", "blank-market--77-").toString());
        try (var files = Files.newDirectoryStream(Path.of(place))) {
            for (Path file : files) {
                Files.delete(file);
            }
        }
        Files.delete(Path.of(place));
    }

    @Test
    void theLedgersRowsSumToZero() {
        Said said = run("out", "--ledger", "--quarters", "12");
        List<String> rows = said.out()
                .lines()
                .dropWhile(line -> !line.startsWith("millions of US dollars"))
                .skip(1)
                .filter(line -> !line.startsWith("Not to be seen"))
                .toList();
        assertThat(rows).hasSizeGreaterThan(8).allMatch(row -> row.endsWith("  0"));
        assertThat(rows).last().asString().startsWith("balance at the end");
    }

    @Test
    void everyPaymentIsWrittenAndDrawnWhenTheLedgerIsAskedFor() throws IOException {
        run("told", "--quarters", "12");
        assertThat(folder.resolve("told/ledger.csv")).doesNotExist();
        Said said = run("out", "--ledger", "--quarters", "12");
        assertThat(said.err()).contains("ledger.csv");
        List<CSVRecord> payments = Tables.rows(folder.resolve("out/ledger.csv"));
        assertThat(payments)
                .hasSizeGreaterThan(300)
                .allMatch(row -> Double.parseDouble(row.get("payment")) > 0)
                .allMatch(row -> !row.get("payer").equals(row.get("payee")));
        double rent = payments.stream()
                .filter(row -> row.get("purpose").equals("compute"))
                .mapToDouble(row -> Double.parseDouble(row.get("payment")))
                .sum();
        assertThat(said.out()).containsPattern("rent of GPUs .* \\+" + Text.grouped(Math.round(rent / 1e6)) + " ");

        Path figures = folder.resolve("out/analysis/figures");
        assertThat(Said.by("analyze", folder.resolve("out").toString()).code()).isZero();
        assertThat(figures).isDirectoryContaining("glob:**/payments.{svg,png,csv}");
        assertThat(figures.resolve("payments.csv")).content().contains("compute suppliers");
        assertThat(folder.resolve("out/report.html"))
                .content()
                .contains(
                        "One run, of which no interval can be estimated",
                        "What studios pay and are paid",
                        "over-time-active_users");
    }

    @Test
    void aWorldWithoutAHeadlineDealHasAStoryToo() {
        Said said = run("out", "--set", "entry=0");
        assertThat(said.code()).isZero();
        Said blank = Said.by(
                "run",
                "blank-market",
                "--users",
                "500",
                "--out",
                folder.resolve("blank").toString());
        assertThat(blank.code()).isZero();
        assertThat(blank.out()).contains("In the end", "never signed");
    }

    private Said run(String out, String... more) {
        List<String> words =
                new ArrayList<>(List.of("run", "--out", folder.resolve(out).toString()));
        if (!List.of(more).contains("--users")) {
            words.addAll(List.of("--users", "500"));
        }
        words.addAll(List.of(more));
        return Said.by(words.toArray(String[]::new));
    }

    @Test
    void aRowIsPrintedForAProgramAndNothingElse() throws IOException {
        Said story = run("told", "--seed", "7", "--quarters", "9", "--set", "cost_share=0.4");
        Said said =
                Said.by("run", "--users", "500", "--seed", "7", "--quarters", "9", "--set", "cost_share=0.4", "--row");
        assertThat(said.code()).isZero();
        assertThat(said.err()).isEmpty();
        assertThat(said.out().lines()).hasSize(2);
        assertThat(said.out()).startsWith("run_id,point,replication,seed,quarters,users,cost_share,status,error,");
        Path printed = Files.writeString(folder.resolve("row.csv"), said.out());
        Map<String, String> row = Tables.rows(printed).get(0).toMap();
        assertThat(row)
                .containsAllEntriesOf(
                        Tables.rows(folder.resolve("told/runs.csv")).get(0).toMap());
        assertThat(row).containsEntry("cost_share", "0.4").containsEntry("seed", "7");
        assertThat(story.code()).isZero();
    }

    @Test
    void aRowWithAFolderLeavesTheTablesAndTheirExperimentToo() throws IOException {
        Said said = run("row", "--seed", "7", "--quarters", "5", "--row");
        assertThat(folder.resolve("row/runs.csv")).hasContent(said.out());
        assertThat(folder.resolve("row/quarters.csv")).exists();
        Said.by(
                "sweep",
                folder.resolve("row/experiment.yaml").toString(),
                "--out",
                folder.resolve("swept").toString());
        assertThat(folder.resolve("swept/runs.csv")).hasContent(said.out());
        assertThat(run("row", "--row").code()).isEqualTo(2);
        assertThat(run("other", "--row", "--ledger").err()).contains("give one of them");
    }

    @Test
    void aRowOfARunThatFailsSaysWhy() {
        Said said = Said.through(SweepCommandTest.Brittle::new, "run", "--row", "--quarters", "1", "--users", "100");
        assertThat(said.code()).isEqualTo(1);
        assertThat(said.out().lines()).hasSize(2);
        assertThat(said.out()).contains(",failed,IllegalStateException: too dear,");
    }
}
