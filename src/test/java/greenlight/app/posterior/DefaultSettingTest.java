package greenlight.app.posterior;

import static org.assertj.core.api.Assertions.assertThat;

import greenlight.app.posterior.SequentialCalibration.Plan;
import greenlight.market.model.MarketModel;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DefaultSettingTest {
    @TempDir
    private static Path folder;

    private static SequentialCalibration calibration;

    @BeforeAll
    static void calibrate() throws Exception {
        calibration = new CalibrationFolder(folder)
                .run(new MarketModel(), new Plan("sora-disney", 60, 90, 1, 200, 5), 2, done -> {});
    }

    private static DefaultSetting within(double near, int threads) throws InterruptedException {
        return DefaultSetting.of(calibration, near, 1, threads, done -> {});
    }

    @Test
    void theFirstThatIsNearEnoughIsTakenNotTheNearest() {
        int[] order = {2, 0, 1, 3};
        double[] distances = {0.9, 0.1, 1.4, 0.8};
        assertThat(DefaultSetting.place(order, distances, 2)).isZero();
        assertThat(DefaultSetting.place(order, distances, 1)).isEqualTo(1);
        assertThat(DefaultSetting.place(order, distances, 0.85)).isEqualTo(2);
        assertThat(DefaultSetting.place(order, distances, 0.05)).isZero();
    }

    @Test
    void whatThePatternsSeeIsOfTheEnsembleAndTheRestIsTheMiddleOfItsPrior() throws Exception {
        DefaultSetting setting = within(Evaluation.MOST, 1);
        assertThat(setting.passedOver()).isZero();
        double[] medoid = calibration.population().particles().get(setting.setting() - 1).point();
        PriorSpace space = calibration.space();
        int seen = 0;
        for (int dimension = 0; dimension < space.dimensions(); dimension++) {
            List<Object> row = setting.table().rows().get(dimension);
            boolean sees = calibration.screening().sees(dimension);
            seen += sees ? 1 : 0;
            double exact = space.value(dimension, sees ? medoid[dimension] : 0.5);
            assertThat((double) row.get(1)).as("" + row.get(0)).isCloseTo(exact, withinTwoDigits(exact));
            assertThat(row.get(2)).isEqualTo(sees ? "ensemble" : "middle of the prior");
        }
        assertThat(seen).isBetween(1, space.dimensions() - 1);
    }

    private static Offset<Double> withinTwoDigits(double exact) {
        return Offset.offset(0.0501 * Math.abs(exact));
    }

    @Test
    void anyNumberOfThreadsGivesTheSameSetting() throws Exception {
        DefaultSetting one = within(1.5, 1);
        DefaultSetting two = within(1.5, 2);
        assertThat(two.table().text()).isEqualTo(one.table().text());
        assertThat(two.distance()).isEqualTo(one.distance());
    }
}
