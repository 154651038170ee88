package greenlight.app.posterior;

import static org.assertj.core.api.Assertions.assertThat;

import greenlight.app.evidence.Pattern;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ScreeningTest {
    private static final int POINTS = 500;

    @Test
    void aParameterIsSeenThatAPatternFollowsAndNotOneThatNoneDoes() {
        Random random = new Random(1);
        List<double[]> points = new ArrayList<>();
        List<Evaluation> evaluations = new ArrayList<>();
        for (int i = 0; i < POINTS; i++) {
            double[] point = {random.nextDouble(), random.nextDouble(), random.nextDouble()};
            double[] distances = new double[Pattern.values().length];
            Arrays.setAll(distances, pattern -> random.nextDouble());
            distances[Pattern.RETENTION.ordinal()] = point[1] + random.nextDouble();
            distances[Pattern.QUOTA.ordinal()] = point[2]; // left as a test, so it sees nothing
            points.add(point);
            evaluations.add(new Evaluation(distances));
        }
        Screening screening = new Screening(points, evaluations, Target.record().counted());
        assertThat(screening.seen()).containsExactly(1);
        assertThat(screening.pattern(1)).isEqualTo(Pattern.RETENTION);
        assertThat(screening.correlation(1)).isBetween(0.5, 0.9);
        assertThat(screening.sees(2)).isFalse();
    }

    @Test
    void whereNothingIsSeenAllParametersAreTaken() {
        Random random = new Random(2);
        List<double[]> points = new ArrayList<>();
        List<Evaluation> evaluations = new ArrayList<>();
        for (int i = 0; i < POINTS; i++) {
            points.add(new double[] {random.nextDouble(), random.nextDouble()});
            evaluations.add(new Evaluation(new double[Pattern.values().length]));
        }
        assertThat(new Screening(points, evaluations, Target.record().counted()).seen())
                .containsExactly(0, 1);
    }
}
