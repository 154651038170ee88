package greenlight.app.posterior.study;

import static org.assertj.core.api.Assertions.assertThat;

import greenlight.app.posterior.CalibrationFolder;
import greenlight.app.posterior.SequentialCalibration;
import greenlight.app.posterior.SequentialCalibration.Plan;
import greenlight.market.model.MarketModel;
import greenlight.runner.model.Model;
import greenlight.runner.stats.Estimate;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HeadlineAnswersTest {
    private static final Model MODEL = new MarketModel();

    @Test
    void theAnswersAreTheSameWhateverTheThreads(@TempDir Path folder) throws Exception {
        Plan plan = new Plan("sora-disney", 10, 30, 1, 100, 7);
        SequentialCalibration calibration = new CalibrationFolder(folder).run(MODEL, plan, 1, done -> {});
        Map<String, Estimate> answers = new HeadlineAnswers(MODEL, 1).of(calibration);
        assertThat(answers.keySet())
                .containsExactly(
                        "closed",
                        "without_compute_cost",
                        "without_novelty_decay",
                        "without_litigation",
                        "guarantee_signed",
                        "guarantee_life");
        assertThat(answers.get("closed").value()).isBetween(0.0, 1.0);
        assertThat(new HeadlineAnswers(MODEL, 2).of(calibration)).isEqualTo(answers);
    }
}
