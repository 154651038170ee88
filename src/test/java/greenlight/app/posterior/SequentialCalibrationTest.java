package greenlight.app.posterior;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import greenlight.app.evidence.Pattern;
import greenlight.app.posterior.SequentialCalibration.Plan;
import greenlight.market.model.MarketModel;
import greenlight.runner.csv.BadTable;
import greenlight.runner.model.Model;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SequentialCalibrationTest {
    private static final Model MODEL = new MarketModel();
    private static final Plan PLAN = new Plan("sora-disney", 24, 150, 1, 200, 7);

    @TempDir
    private static Path folder;

    private static SequentialCalibration whole;
    private static List<String> journal;

    @BeforeAll
    static void calibrate() throws Exception {
        whole = new CalibrationFolder(folder.resolve("whole")).run(MODEL, PLAN, 1, done -> {});
        journal = Files.readAllLines(folder.resolve("whole/evaluations.csv"));
    }

    @Test
    void thePopulationMovesTowardsTheRecordWithinItsBudget() {
        assertThat(journal).hasSizeBetween(26, PLAN.evaluations() + 1);
        assertThat(whole.stages()).isNotEmpty();
        double first = whole.stages().get(0).tolerance();
        double last = whole.stages().get(whole.stages().size() - 1).tolerance();
        assertThat(last).isLessThan(first);
        // of members that are measured again some go beyond the tolerance
        assertThat(whole.population().distances().quantile(0.5)).isLessThanOrEqualTo(last);
    }

    @Test
    void anotherNumberOfThreadsGivesTheSameBytes() throws Exception {
        SequentialCalibration two = new CalibrationFolder(folder.resolve("two")).run(MODEL, PLAN, 2, done -> {});
        assertThat(folder.resolve("two/evaluations.csv"))
                .hasSameTextualContentAs(folder.resolve("whole/evaluations.csv"));
        assertThat(tables(two).ensemble().text())
                .isEqualTo(tables(whole).ensemble().text());
        assertThat(tables(two).posterior().text())
                .isEqualTo(tables(whole).posterior().text());
        assertThat(tables(two).predictive().text())
                .isEqualTo(tables(whole).predictive().text());
    }

    @Test
    void aKilledOneGoesOnToTheSameBytes() throws Exception {
        Path killed = folder.resolve("killed");
        Files.createDirectories(killed);
        Files.copy(folder.resolve("whole/plan.txt"), killed.resolve("plan.txt"));
        Path file = killed.resolve("evaluations.csv");
        Files.write(file, journal.subList(0, 40));
        Files.writeString(file, journal.get(40).substring(0, 9), StandardOpenOption.APPEND); // half a line
        SequentialCalibration resumed = new CalibrationFolder(killed).run(MODEL, PLAN, 2, done -> {});
        assertThat(file).hasSameTextualContentAs(folder.resolve("whole/evaluations.csv"));
        assertThat(tables(resumed).ensemble().text())
                .isEqualTo(tables(whole).ensemble().text());
    }

    @Test
    void aJournalOfSomethingElseIsRefused() throws Exception {
        Path file = folder.resolve("evaluations.csv");
        Files.write(file, List.of(journal.get(0), journal.get(2)));
        assertThatThrownBy(() -> EvaluationJournal.resume(file, new ArrayList<>()))
                .isInstanceOf(BadTable.class)
                .hasMessageContaining("evaluations.csv:2: column 1 (evaluation)");
        Files.write(file, List.of(journal.get(0), journal.get(1).replaceFirst(",[^,]*", ",7.5")));
        assertThatThrownBy(() -> EvaluationJournal.resume(file, new ArrayList<>()))
                .hasMessageContaining("7.5 is no distance from 0 to 5.0");
    }

    @Test
    void anotherPlanOrModelIsNoticed() throws Exception {
        CalibrationFolder begun = new CalibrationFolder(folder.resolve("whole"));
        assertThat(begun.difference(MODEL, PLAN)).isEmpty();
        assertThat(begun.difference(MODEL, new Plan("sora-disney", 24, 150, 1, 300, 7)))
                .isEqualTo("users: 200 there, users: 300 here");
    }

    @Test
    void freshRunsAreOtherRuns() throws Exception {
        List<double[][]> again = whole.again(2, 2, done -> {});
        assertThat(again).hasSameSizeAs(whole.population().particles());
        assertThat(again.get(0)[Pattern.PEAK_LOSS.ordinal()]).hasSize(2);
        assertThat(tables(whole).distancesAgain())
                .isNotEqualTo(whole.population().particles().stream()
                        .mapToDouble(particle -> particle.distance())
                        .toArray());
    }

    private static PosteriorTables tables(SequentialCalibration calibration) throws InterruptedException {
        return new PosteriorTables(calibration, calibration.again(1, 2, done -> {}));
    }
}
