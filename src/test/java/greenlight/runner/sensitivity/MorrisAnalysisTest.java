package greenlight.runner.sensitivity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import greenlight.runner.analysis.Sample;
import greenlight.runner.dataset.Column;
import greenlight.runner.dataset.Factor;
import greenlight.runner.stats.Estimate;
import java.util.List;
import org.junit.jupiter.api.Test;

class MorrisAnalysisTest {
    private static final double THIRD = 1.0 / 3;

    /** Exercise 4 of Saltelli et al., Global Sensitivity Analysis: The Primer (2008), p. 138. */
    private static final double[][] INPUTS = {
        {0, THIRD}, {0, 1}, {2 * THIRD, 1},
        {0, THIRD}, {2 * THIRD, THIRD}, {2 * THIRD, 1},
        {2 * THIRD, 0}, {2 * THIRD, 2 * THIRD}, {0, 2 * THIRD},
        {THIRD, 1}, {1, 1}, {1, THIRD},
        {THIRD, 1}, {THIRD, THIRD}, {1, THIRD},
        {THIRD, 2 * THIRD}, {THIRD, 0}, {1, 0}
    };

    private static final double[] OUTCOMES = {
        0.97, 0.71, 2.39, 0.97, 2.30, 2.39, 1.87, 2.40, 0.87, 2.15, 1.71, 1.54, 2.15, 2.17, 1.54, 2.20, 1.87, 1.0
    };

    @Test
    void thePublishedExerciseComesOut() {
        ElementaryEffects screening = new MorrisAnalysis(Sample.factors(2, 0, 1)).of(INPUTS, OUTCOMES);
        List<ElementaryEffects.Effect> effects = screening.factors();
        assertThat(effects.get(0).mu().value()).isCloseTo(0.66, within(0.03));
        assertThat(effects.get(1).mu().value()).isCloseTo(0.21, within(0.01));
        assertThat(effects.get(0).muStar().value()).isCloseTo(1.62, within(0.01));
        assertThat(effects.get(1).muStar().value()).isCloseTo(0.35, within(0.005));
        assertThat(effects.get(0).sigma().value()).isCloseTo(1.79, within(0.01));
        assertThat(effects.get(1).sigma().value()).isCloseTo(0.41, within(0.005));
    }

    @Test
    void aTrajectoryWithAGapIsLeftOutAndCounted() {
        double[] outcomes = OUTCOMES.clone();
        outcomes[4] = Double.NaN;
        ElementaryEffects screening = new MorrisAnalysis(Sample.factors(2, 0, 1)).of(INPUTS, outcomes);
        assertThat(screening.dropped()).isEqualTo(1);
        assertThat(screening.trajectories()).isEqualTo(5);
        assertThat(screening.factors().get(1).muStar().low()).isPositive();
    }

    @Test
    void aStraightFactorHasNoSigmaAndAFactorWithoutOrderHasNoSign() {
        Column word = new Column("kind");
        List.of("calm", "steep").forEach(word::add);
        Factor kind = new Factor(word, "", false, Double.NaN, Double.NaN, Double.NaN);
        List<Factor> factors = List.of(Sample.factor("x", 0, 1), kind);
        double[][] inputs = {{0, 0}, {0.5, 0}, {0.5, 1}, {1, 1}, {0.5, 1}, {0.5, 0}};
        double[] outcomes = new double[inputs.length];
        for (int i = 0; i < outcomes.length; i++) {
            outcomes[i] = 3 * inputs[i][0] - 2 * inputs[i][1];
        }
        ElementaryEffects screening = new MorrisAnalysis(factors).of(inputs, outcomes);
        assertThat(screening.factors().get(0).mu()).isEqualTo(new Estimate(3, 3, 3));
        assertThat(screening.factors().get(0).sigma().value()).isZero();
        assertThat(screening.factors().get(1).mu().value()).isNaN();
        assertThat(screening.factors().get(1).muStar().value()).isCloseTo(2, within(1e-12));
    }
}
