package greenlight.app.posterior.study;

import static org.assertj.core.api.Assertions.assertThat;

import greenlight.app.evidence.Pattern;
import greenlight.app.posterior.SequentialCalibration.Plan;
import greenlight.app.posterior.study.CalibrationSeries.Case;
import greenlight.app.posterior.study.RecoveryTables.Recovered;
import greenlight.app.prior.ParameterPrior;
import greenlight.app.prior.PriorTable;
import greenlight.market.model.MarketModel;
import greenlight.runner.csv.CsvTable;
import greenlight.runner.inference.Draws;
import greenlight.runner.model.Model;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecoveryStudyTest {
    private static final Model MODEL = new MarketModel();
    private static final Plan PLAN = new Plan("sora-disney", 20, 60, 1, 100, 7);
    private static final List<ParameterPrior> TWO = PriorTable.priors().subList(0, 2);

    @TempDir
    private Path folder;

    private RecoveryStudy study(String name) throws InterruptedException {
        return new RecoveryStudy(MODEL, PLAN, 2, folder.resolve(name));
    }

    @Test
    void anotherNumberOfThreadsAndAKillInBetweenGiveTheSameBytes() throws Exception {
        List<Integer> progress = new ArrayList<>();
        RecoveryTables one = study("one").run(1, progress::add);
        assertThat(progress).isSorted().endsWith(study("one").calibrations().mostRuns());
        RecoveryTables two = study("two").run(2, done -> {});
        assertThat(two.coverage().text()).isEqualTo(one.coverage().text());
        assertThat(two.ranks().text()).isEqualTo(one.ranks().text());

        Path journal = folder.resolve("two/record-2/evaluations.csv");
        Files.write(journal, Files.readAllLines(journal).subList(0, 11));
        assertThat(study("two").calibrations().difference()).isEmpty();
        RecoveryTables resumed = study("two").run(2, done -> {});
        assertThat(resumed.coverage().text()).isEqualTo(one.coverage().text());
        assertThat(journal).hasSameTextualContentAs(folder.resolve("one/record-2/evaluations.csv"));
    }

    @Test
    void theRecordsDifferAndAreNoticedWhereTheyAreOthers() throws Exception {
        RecoveryStudy study = study("begun");
        assertThat(study.calibrations().begun()).isFalse();
        List<Case> cases = study.calibrations().cases();
        assertThat(cases.get(0).target().range(Pattern.PEAK_LOSS))
                .isNotEqualTo(cases.get(1).target().range(Pattern.PEAK_LOSS));
        study.run(2, done -> {});
        assertThat(study("begun").calibrations().begun()).isTrue();
        assertThat(new RecoveryStudy(MODEL, PLAN.withSeed(8), 2, folder.resolve("begun"))
                        .calibrations()
                        .difference())
                .startsWith("record-1: seed: ");
    }

    /** Of a method that is right: every rank is as probable. */
    @Test
    void uniformRanksAreCoveredAsOftenAsTheyShouldBe() {
        Draws draws = new Draws(3);
        List<Recovered> records = new ArrayList<>();
        for (int record = 0; record < 200; record++) {
            records.add(new Recovered(draws.uniforms(2), new boolean[] {true, record % 2 == 0}, new double[] {0.5, 1}));
        }
        RecoveryTables tables = new RecoveryTables(TWO, records);
        CsvTable coverage = tables.coverage();
        assertThat(cell(coverage, 1, "records")).isEqualTo(100);
        assertThat(cell(coverage, 2, "ranks")).isEqualTo(300);
        assertThat(cell(coverage, 3, "ranks")).isEqualTo(100);
        assertThat(cell(coverage, 0, "width")).isEqualTo(0.5);
        assertThat(cell(coverage, 2, "coverage50")).isBetween(0.4, 0.6);
        assertThat(cell(coverage, 2, "coverage90")).isBetween(0.85, 0.95);
        assertThat(cell(coverage, 2, "p")).isGreaterThan(0.01);
        assertThat(cell(tables.ranks(), 0, "expected_seen")).isEqualTo(30);
        assertThat(tables.ranks().rows().stream()
                        .mapToLong(row -> (Long) row.get(2))
                        .sum())
                .isEqualTo(300);
    }

    /** Parameters whose ranks are one and the same in each record are worth one. */
    @Test
    void theIntervalOverParametersIsThatOfRecords() {
        Draws draws = new Draws(4);
        List<Recovered> records = new ArrayList<>();
        List<Recovered> halves = new ArrayList<>();
        for (int record = 0; record < 40; record++) {
            double rank = draws.uniforms(1)[0];
            double[] widths = {1, 1};
            records.add(new Recovered(new double[] {rank, rank}, new boolean[] {true, true}, widths));
            halves.add(new Recovered(new double[] {rank, rank}, new boolean[] {true, false}, widths));
        }
        CsvTable both = new RecoveryTables(TWO, records).coverage();
        CsvTable single = new RecoveryTables(TWO, halves).coverage();
        for (String column : List.of("coverage50", "coverage50_low", "coverage50_high")) {
            assertThat(cell(both, 2, column)).isEqualTo(cell(single, 2, column));
        }
    }

    @Test
    void whatNoRecordSeesHasEmptyCells() {
        RecoveryTables tables = new RecoveryTables(
                TWO, List.of(new Recovered(new double[] {0.2, 0.4}, new boolean[2], new double[] {1, 1})));
        assertThat(cell(tables.coverage(), 0, "coverage50")).isNaN();
        assertThat(cell(tables.coverage(), 2, "coverage50")).isNaN();
        assertThat(cell(tables.coverage(), 3, "coverage90")).isEqualTo(1);
        assertThat(Arrays.asList(tables.ranks().text().split("\n"))).hasSize(11);
    }

    private static double cell(CsvTable table, int row, String column) {
        return ((Number) table.rows().get(row).get(table.header().indexOf(column))).doubleValue();
    }
}
