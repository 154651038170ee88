package greenlight.app.posterior;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import greenlight.app.evidence.Pattern;
import greenlight.app.evidence.TargetRange;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class TargetTest {
    private static final Target RECORD = Target.record();

    /** One run of each pattern, all a little above the record's value, but retention, which is far above it. */
    private static double[][] measured() {
        double[][] measured = new double[Pattern.values().length][];
        for (Pattern pattern : Pattern.values()) {
            measured[pattern.ordinal()] = new double[] {pattern.value() + 0.1 * (pattern.high() - pattern.value())};
        }
        measured[Pattern.RETENTION.ordinal()][0] = 0.15;
        return measured;
    }

    private static double distance(Target target, double[][] measured) {
        return Evaluation.of(measured, target).distance(target);
    }

    @Test
    void thePublicRecordIsTheTableOfPatterns() {
        for (Pattern pattern : Pattern.values()) {
            assertThat(RECORD.range(pattern))
                    .isEqualTo(new TargetRange(pattern.low(), pattern.value(), pattern.high()));
            assertThat(RECORD.counted().contains(pattern)).isEqualTo(pattern.kind() == Pattern.Kind.CALIBRATED);
        }
        assertThat(RECORD.text()).isEmpty();
    }

    @Test
    void aPatternThatIsLeftOutDoesNotMoveTheDistance() {
        Target without = RECORD.without(Pattern.RETENTION);
        double[][] measured = measured();
        double before = distance(without, measured);
        assertThat(before).isLessThan(distance(RECORD, measured));
        measured[Pattern.RETENTION.ordinal()][0] = 0.01;
        assertThat(distance(without, measured)).isEqualTo(before);
        assertThat(without.text()).isEqualTo("target retention: does not count\n");
    }

    @Test
    void aPatternLeftOutIsNotOneThatAScreeningLooksAt() {
        assertThat(RECORD.without(Pattern.RETENTION).counted())
                .hasSize(RECORD.counted().size() - 1)
                .doesNotContain(Pattern.RETENTION);
        assertThat(RECORD.without(Pattern.QUOTA).counted()).isEqualTo(RECORD.counted());
    }

    @Test
    void aTargetTwiceAsWideIsHalfAsFar() {
        Target wider = RECORD.wider(Pattern.RETENTION, 2);
        int retention = Pattern.RETENTION.ordinal();
        assertThat(Evaluation.of(measured(), wider).byPattern()[retention])
                .isCloseTo(Evaluation.of(measured(), RECORD).byPattern()[retention] / 2, within(1e-12));
        assertThat(distance(wider, measured())).isLessThan(distance(RECORD, measured()));
        assertThat(wider.text()).startsWith("target retention: 0.0 0.01 0.15");
    }

    @Test
    void aSyntheticRecordIsWhatItsRunMeasured() {
        double[] run = Arrays.stream(Pattern.values())
                .mapToDouble(pattern -> pattern.value() * 2)
                .toArray();
        run[Pattern.SIGNED.ordinal()] = 0;
        run[Pattern.VOIDED.ordinal()] = 0;
        run[Pattern.SHUTDOWN.ordinal()] = Double.NaN;
        run[Pattern.REVENUE.ordinal()] = 0;
        Target synthetic = Target.synthetic(run);
        double[][] same =
                Arrays.stream(run).mapToObj(value -> new double[] {value}).toArray(double[][]::new);
        assertThat(distance(synthetic, same)).isZero();
        assertThat(synthetic.counted())
                .doesNotContain(Pattern.SHUTDOWN, Pattern.QUOTA)
                .contains(Pattern.SIGNED);
        // an amount, by its size; nothing, by a tenth of the record's widths; a share, as it is; a no, as a yes
        assertThat(synthetic.range(Pattern.PEAK_LOSS)).isEqualTo(new TargetRange(1.4e6, 2e6, 3e6));
        assertThat(synthetic.range(Pattern.REVENUE).high()).isCloseTo(0.0018, within(1e-12));
        assertThat(synthetic.range(Pattern.RETENTION).high()).isCloseTo(0.09, within(1e-12));
        assertThat(synthetic.range(Pattern.SIGNED)).isEqualTo(new TargetRange(0, 0, 0.5));
        assertThat(synthetic.range(Pattern.VOIDED)).isEqualTo(new TargetRange(0, 0, 0));
    }

    @Test
    void aTargetWithoutPatternsOrWithItsEndsInTheWrongOrderIsRefused() {
        Target target = RECORD.without(RECORD.counted().get(0));
        while (target.counted().size() > 1) {
            target = target.without(target.counted().get(0));
        }
        Target last = target;
        assertThatThrownBy(() -> last.without(last.counted().get(0)))
                .hasMessage("A target has at least one pattern that counts.");
        assertThatThrownBy(() -> new TargetRange(2, 1, 3)).hasMessage("A target of 1.0 from 2.0 to 3.0.");
    }
}
