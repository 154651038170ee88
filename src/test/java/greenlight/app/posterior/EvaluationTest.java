package greenlight.app.posterior;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import greenlight.app.evidence.Pattern;
import org.junit.jupiter.api.Test;

class EvaluationTest {
    /** Every pattern is met exactly, but for one of the twelve that are calibrated to. */
    private static double distance(Pattern pattern, double... runs) {
        double[][] measured = new double[Pattern.values().length][];
        for (Pattern each : Pattern.values()) {
            measured[each.ordinal()] = each == pattern ? runs : new double[] {each.value()};
        }
        return Evaluation.of(measured, Target.record()).distance(Target.record());
    }

    /** Worked by hand: the root of a twelfth of the squared distance in half-widths. */
    @Test
    void theDistanceIsTheRootMeanSquareOfTheMedianRuns() {
        assertThat(distance(Pattern.PEAK_LOSS, 1e6)).isZero();
        assertThat(distance(Pattern.PEAK_LOSS, 1.5e6)).isCloseTo(Math.sqrt(1.0 / 12), within(1e-12));
        assertThat(distance(Pattern.PEAK_LOSS, 0.4e6)).isCloseTo(Math.sqrt(4.0 / 12), within(1e-12));
        assertThat(distance(Pattern.PEAK_LOSS, 1e6, 2e6, 0.7e6)).isCloseTo(Math.sqrt(1.0 / 12), within(1e-12));
        assertThat(distance(Pattern.PEAK_LOSS, 1e12, Double.NaN)).isCloseTo(Math.sqrt(25.0 / 12), within(1e-12));
    }

    @Test
    void runsOnBothSidesOfATargetDoNotPassForRunsThatMeetIt() {
        assertThat(distance(Pattern.SHUTDOWN, 1, 5)).isCloseTo(Math.sqrt(4.0 / 12), within(1e-12));
    }

    @Test
    void aPatternThatIsLeftAsATestHasNoPartInTheDistance() {
        assertThat(distance(Pattern.LATER_LOSS, 1e12)).isZero();
    }

    @Test
    void aPatternHoldsWhereTheMedianRunMeetsItsTarget() {
        double[][] measured = new double[Pattern.values().length][];
        for (Pattern pattern : Pattern.values()) {
            measured[pattern.ordinal()] = new double[] {pattern.value(), pattern.low(), Double.NaN, 1e12};
        }
        assertThat(Evaluation.of(measured, Target.record()).holds(Pattern.LAUNCH_USERS))
                .isTrue();
        measured[Pattern.LAUNCH_USERS.ordinal()] = new double[] {1, 2, 8.43e6};
        assertThat(Evaluation.of(measured, Target.record()).holds(Pattern.LAUNCH_USERS))
                .isFalse();
        measured[Pattern.LAUNCH_USERS.ordinal()] = new double[] {Double.NaN};
        assertThat(Evaluation.of(measured, Target.record()).byPattern()[Pattern.LAUNCH_USERS.ordinal()])
                .isEqualTo(Evaluation.MOST);
    }
}
