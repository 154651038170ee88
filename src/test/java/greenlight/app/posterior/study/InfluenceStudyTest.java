package greenlight.app.posterior.study;

import static org.assertj.core.api.Assertions.assertThat;

import greenlight.app.evidence.Pattern;
import greenlight.app.posterior.SequentialCalibration.Plan;
import greenlight.app.posterior.Target;
import greenlight.market.model.MarketModel;
import greenlight.runner.csv.CsvTable;
import greenlight.runner.model.Model;
import greenlight.runner.stats.Estimate;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InfluenceStudyTest {
    private static final Model MODEL = new MarketModel();
    private static final Plan PLAN = new Plan("sora-disney", 10, 30, 1, 100, 7);

    private static final Answers SIZE =
            calibration -> Map.of("size", Estimate.bare(calibration.population().effectiveSize()));

    @TempDir
    private Path folder;

    private InfluenceStudy study(String name) {
        return new InfluenceStudy(MODEL, PLAN, folder.resolve(name));
    }

    @Test
    void anotherNumberOfThreadsGivesTheSameBytes() throws Exception {
        CalibrationSeries series = study("one").calibrations();
        assertThat(series.madeRuns()).isZero();
        CsvTable one = study("one").run(1, SIZE, 1, done -> {});
        CsvTable two = study("two").run(1, SIZE, 2, done -> {});
        assertThat(series.madeRuns())
                .isGreaterThan(series.mostRuns() - PLAN.evaluations() * PLAN.runs())
                .isLessThanOrEqualTo(series.mostRuns());
        assertThat(two.text()).isEqualTo(one.text());
        assertThat(study("two").run(1, SIZE, 2, done -> {}).text()).isEqualTo(one.text());
        assertThat(one.header()).endsWith("size", "size_low", "size_high");
        assertThat(one.rows()).hasSameSizeAs(study("one").calibrations().cases());
        int share = one.header().indexOf("whole_share");
        for (List<Object> row : one.rows()) {
            if (row.get(1).equals("")) {
                assertThat((Double) row.get(share)).isNaN();
            } else {
                assertThat((Double) row.get(share)).isBetween(0.0, 1.0);
            }
        }
    }

    @Test
    void eachCalibrationDiffersFromTheWholeRecordInOneThing() {
        List<CalibrationSeries.Case> cases = study("plan").calibrations().cases();
        int counted = Target.record().counted().size();
        assertThat(cases.stream().map(CalibrationSeries.Case::name))
                .hasSize(2 + counted + counted - 1) // the target of a pattern has no width
                .doesNotHaveDuplicates()
                .startsWith("none", "seed", "without-peak_loss")
                .contains("wider-retention")
                .doesNotContain("wider-voided");
        assertThat(cases.get(1).plan().seed()).isNotEqualTo(PLAN.seed());
        assertThat(cases.get(2).target().counted()).hasSize(counted - 1).doesNotContain(Pattern.PEAK_LOSS);
        assertThat(cases.subList(2, cases.size())).allSatisfy(one -> assertThat(one.plan())
                .isEqualTo(PLAN));
    }
}
