package greenlight.runner.information;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

class KnownParameterTest {
    private static final int SETTINGS = 300;
    private static final int PARAMETERS = 20;

    private final SplittableRandom random = new SplittableRandom(3);
    private final List<double[]> parameters = new ArrayList<>();
    private final double[] weights = new double[SETTINGS];

    KnownParameterTest() {
        for (int parameter = 0; parameter < PARAMETERS; parameter++) {
            parameters.add(random.doubles(SETTINGS).toArray());
        }
        Arrays.setAll(weights, i -> 1 + i % 2);
    }

    /** A quantity with these means, and noise of the runs. */
    private NoisyQuantity quantity(ToDoubleFunction<Integer> mean, double noise) {
        double[][] runs = new double[SETTINGS][4];
        for (int i = 0; i < SETTINGS; i++) {
            double of = mean.applyAsDouble(i);
            Arrays.setAll(runs[i], run -> of + noise * random.nextGaussian());
        }
        return NoisyQuantity.of(weights, runs);
    }

    private List<Information> found(NoisyQuantity quantity) {
        return KnownParameter.of(parameters, List.of(quantity)).get(0);
    }

    @Test
    void aPlantedDependenceIsFoundWithItsShareAndNoOther() {
        double[] seventh = parameters.get(7);
        double[] twelfth = parameters.get(12);
        // variances of a uniform number are 1/12: 9 parts of 13 are the seventh's, 4 the twelfth's
        List<Information> found = found(quantity(i -> 3 * seventh[i] + 2 * twelfth[i], 1));
        for (int parameter = 0; parameter < PARAMETERS; parameter++) {
            assertThat(found.get(parameter).resolved())
                    .as("parameter " + parameter)
                    .isEqualTo(parameter == 7 || parameter == 12);
        }
        assertThat(found.get(7).counted()).isCloseTo(9.0 / 13, within(0.15));
        assertThat(found.get(12).counted()).isCloseTo(4.0 / 13, within(0.15));
        assertThat(found.get(0).counted()).isZero();
    }

    @Test
    void aDependenceThatIsNotMonotoneIsFound() {
        double[] first = parameters.get(0);
        List<Information> found = found(quantity(i -> (first[i] - 0.5) * (first[i] - 0.5), 0.01));
        assertThat(found.get(0).counted()).isGreaterThan(0.9);
    }

    @Test
    void pureNoiseIsNotResolved() {
        for (double between : new double[] {0, 1}) {
            List<Information> found = found(quantity(i -> between * random.nextGaussian(), 1));
            assertThat(found).noneMatch(Information::resolved);
            assertThat(found).allMatch(each -> each.counted() == 0);
        }
    }

    @Test
    void chanceIsThatOfAllQuantitiesTogether() {
        List<NoisyQuantity> quantities = new ArrayList<>();
        for (int quantity = 0; quantity < 10; quantity++) {
            quantities.add(quantity(i -> random.nextGaussian(), 1));
        }
        double[] third = parameters.get(3);
        quantities.add(quantity(i -> third[i], 0.5));
        List<List<Information>> found = KnownParameter.of(parameters, quantities);
        assertThat(found.get(10).get(3).resolved()).isTrue();
        assertThat(found.stream().flatMap(List::stream).filter(Information::resolved))
                .hasSize(1);
    }

    @Test
    void aConstantParameterSaysNothing() {
        parameters.set(0, new double[SETTINGS]);
        assertThat(found(quantity(i -> i, 1)).get(0).counted()).isZero();
    }
}
