package greenlight.app.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class CalibrationTest {
    /** Of which ten are accepted. */
    private static final int POINTS = 500;

    /** A hundred points of two parameters, of which only the first moves the peak loss. */
    private static List<Calibration.Point> points() {
        List<Calibration.Point> points = new ArrayList<>();
        for (int i = 0; i < POINTS; i++) {
            double tells = (double) i / POINTS;
            double idle = (double) (i * 37 % POINTS) / POINTS;
            Map<String, double[]> measured = new TreeMap<>();
            for (Pattern pattern : Pattern.values()) {
                measured.put(pattern.measure().key(), new double[] {pattern.value()});
            }
            measured.put(Pattern.PEAK_LOSS.measure().key(), new double[] {1e6 + 1e7 * (tells - 0.3)});
            points.add(new Calibration.Point(i, Map.of("tells", tells, "idle", idle), measured));
        }
        return points;
    }

    @Test
    void thePointsNearestToThePatternsAreAcceptedNearestFirst() {
        Calibration calibration = new Calibration(points());
        assertThat(calibration.accepted())
                .extracting(Calibration.Point::number)
                .first()
                .isEqualTo(150);
        assertThat(calibration.accepted()).hasSize((int) Math.round(POINTS * Calibration.ACCEPTED));
    }

    @Test
    void theNearestPointIsAcceptedHoweverFewThereAre() {
        assertThat(new Calibration(points().subList(145, 150)).accepted())
                .extracting(Calibration.Point::number)
                .containsExactly(149);
    }

    @Test
    void noPointsAtAllAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Calibration(List.of()))
                .withMessage("There is no point to accept.");
    }

    @Test
    void aParameterThatMovesAPatternIsIdentified() {
        Map<String, Calibration.Learned> learned = new TreeMap<>();
        new Calibration(points()).learned().forEach(each -> learned.put(each.parameter(), each));
        assertThat(learned.get("tells").identified()).isTrue();
        assertThat(learned.get("tells").median()).isBetween(0.28, 0.32);
        assertThat(learned.get("tells").width()).isLessThan(learned.get("idle").width());
    }

    @Test
    void fewAcceptedPointsIdentifyNothing() {
        assertThat(new Calibration(points().subList(0, 100)).learned()).noneMatch(Calibration.Learned::identified);
    }

    @Test
    void aPatternLeftAsATestHasNoPartInTheDistance() {
        Calibration.Point point = points().get(30);
        Map<String, double[]> otherwise = new TreeMap<>(point.measured());
        for (Pattern pattern : Pattern.values()) {
            if (pattern.kind() == Pattern.Kind.TEST) {
                otherwise.put(pattern.measure().key(), new double[] {-1e9});
            }
        }
        assertThat(new Calibration.Point(30, point.parameters(), otherwise).distance())
                .isEqualTo(point.distance());
    }

    @Test
    void runsOnBothSidesOfATargetDoNotPassForRunsThatMeetIt() {
        assertThat(closing(3, 3, 3).distance())
                .isLessThan(closing(1, 3, 7, 7, 1).distance());
        assertThat(closing(1, 2, 3, 4, 9).distance())
                .as("half of the runs inside")
                .isLessThan(closing(1, 1, 3, 7, 7).distance());
    }

    @Test
    void runsToWhichAPatternDoesNotApplyHaveNoPartInTheDistance() {
        assertThat(closing(3, Double.NaN, 3, Double.NaN, Double.NaN).distance())
                .isEqualTo(closing(3, 3).distance());
        assertThat(closing(Double.NaN).distance())
                .as("none: as far as can be")
                .isEqualTo(closing(1e9).distance());
    }

    /** A point that meets all patterns but for the quarters in which its runs close. */
    private static Calibration.Point closing(double... quarters) {
        Map<String, double[]> measured = new TreeMap<>();
        for (Pattern pattern : Pattern.values()) {
            measured.put(pattern.measure().key(), new double[] {pattern.value()});
        }
        measured.put(Pattern.SHUTDOWN.measure().key(), quarters);
        return new Calibration.Point(0, Map.of(), measured);
    }
}
