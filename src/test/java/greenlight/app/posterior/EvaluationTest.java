package greenlight.app.posterior;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import greenlight.app.evidence.Calibration;
import greenlight.app.evidence.Pattern;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class EvaluationTest {
    @Test
    void theDistanceIsThatOfTheFirstCalibration() {
        Random random = new Random(1);
        for (int trial = 0; trial < 20; trial++) {
            double[][] measured = new double[Pattern.values().length][];
            Map<String, double[]> byMeasure = new LinkedHashMap<>();
            for (Pattern pattern : Pattern.values()) {
                double[] runs = random.doubles(3)
                        .map(share -> share < 0.1 ? Double.NaN : pattern.high() * 1.5 * share)
                        .toArray();
                measured[pattern.ordinal()] = runs;
                byMeasure.put(pattern.measure().key(), runs);
            }
            Evaluation evaluation = Evaluation.of(measured, Target.record());
            assertThat(evaluation.distance(Target.record()))
                    .isCloseTo(new Calibration.Point(0, Map.of(), byMeasure).distance(), within(1e-12));
        }
    }

    @Test
    void aPatternHoldsWhereTheMedianRunMeetsItsTarget() {
        double[][] measured = new double[Pattern.values().length][];
        for (Pattern pattern : Pattern.values()) {
            measured[pattern.ordinal()] = new double[] {pattern.value(), pattern.low(), Double.NaN, 1e12};
        }
        assertThat(Evaluation.of(measured, Target.record()).holds(Pattern.LAUNCH_USERS)).isTrue();
        measured[Pattern.LAUNCH_USERS.ordinal()] = new double[] {1, 2, 8.43e6};
        assertThat(Evaluation.of(measured, Target.record()).holds(Pattern.LAUNCH_USERS)).isFalse();
        measured[Pattern.LAUNCH_USERS.ordinal()] = new double[] {Double.NaN};
        assertThat(Evaluation.of(measured, Target.record()).byPattern()[Pattern.LAUNCH_USERS.ordinal()])
                .isEqualTo(Evaluation.MOST);
    }
}
