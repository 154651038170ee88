package greenlight.app.evidence.cause;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

/** Shapley values against a game whose values are known, and their laws. */
class ShapleyTest {
    private static final double EXACT = 1e-12;

    /** The glove game: one left glove, two right ones; values 2/3, 1/6, 1/6. */
    @Test
    void theShapleyValuesOfTheGloveGameAreKnown() {
        double[] values = Shapley.values(3, coalition -> (coalition & 1) == 1 && coalition > 1 ? 1 : 0);
        assertThat(values[0]).isCloseTo(2.0 / 3, within(EXACT));
        assertThat(values[1]).isCloseTo(1.0 / 6, within(EXACT));
        assertThat(values[2]).isCloseTo(1.0 / 6, within(EXACT));
    }

    @Test
    void aPlayerWhoChangesNothingGetsExactlyNothingAndAllTogetherTheWhole() {
        SplittableRandom luck = new SplittableRandom(1);
        double[] worth = luck.doubles(64).toArray();
        double[] values = Shapley.values(7, coalition -> worth[coalition & 63]);
        assertThat(values[6]).isEqualTo(0.0);
        assertThat(DoubleStream.of(values).sum()).isCloseTo(worth[63] - worth[0], within(EXACT));
    }

    @Test
    void aWorthThatIsNotANumberIsRefused() {
        assertThatIllegalStateException().isThrownBy(() -> Shapley.values(2, coalition -> Double.NaN));
    }
}
