package greenlight.runner.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import greenlight.runner.inference.Population.Particle;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class PopulationTest {
    private static Particle at(double weight, double... point) {
        return new Particle(point, weight, 0);
    }

    @Test
    void marginalsAndEffectiveSizeHeedWeights() {
        Population population = new Population(List.of(at(0.5, 0.1, 0.9), at(0.25, 0.2, 0.8), at(0.25, 0.3, 0.7)));
        assertThat(population.dimensions()).isEqualTo(2);
        assertThat(population.marginal(1).mean()).isCloseTo(0.825, within(1e-12));
        assertThat(population.effectiveSize()).isCloseTo(8.0 / 3, within(1e-12));
        assertThatThrownBy(() -> new Population(List.of())).hasMessageContaining("at least one particle");
    }

    /** In about one of twenty samples of the prior itself the width seems resolved. */
    @Test
    void aWidthOfThePriorIsRarelyResolvedAndANarrowOneIs() {
        SplittableRandom random = new SplittableRandom(3);
        int samples = 1000;
        int draws = 100;
        double[] weights = new double[draws];
        Arrays.fill(weights, 1);
        int resolved = 0;
        for (int i = 0; i < samples; i++) {
            WeightedSample prior = WeightedSample.of(random.doubles(draws).toArray(), weights);
            resolved += LearnedWidth.of(prior, draws).resolved() ? 1 : 0;
        }
        assertThat(resolved / (double) samples).isBetween(0.03, 0.07);
        double[] half = random.doubles(draws, 0.4, 0.9).toArray();
        LearnedWidth narrow = LearnedWidth.of(WeightedSample.of(half, weights), draws);
        assertThat(narrow.ratio()).isCloseTo(0.5, within(0.05));
        assertThat(narrow.resolved()).isTrue();
        assertThat(LearnedWidth.of(WeightedSample.of(half, weights), 1).resolved())
                .isFalse();
        assertThatThrownBy(() -> LearnedWidth.of(WeightedSample.of(half, weights), 0))
                .hasMessageContaining("some draws");
    }
}
