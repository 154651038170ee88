package greenlight.runner.information;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ReweightingTest {
    private static final int SETTINGS = 400;

    private final SplittableRandom random = new SplittableRandom(4);
    private final double[] cause = random.doubles(SETTINGS).toArray();
    private final NoisyQuantity quantity;

    ReweightingTest() {
        double[] weights = new double[SETTINGS];
        Arrays.fill(weights, 1);
        double[][] runs = new double[SETTINGS][4];
        for (int i = 0; i < SETTINGS; i++) {
            double mean = cause[i];
            Arrays.setAll(runs[i], run -> mean + 0.3 * random.nextGaussian());
        }
        quantity = NoisyQuantity.of(weights, runs);
    }

    private List<Information> found(List<double[]> facts) {
        return Reweighting.of(facts, List.of(cause), List.of(quantity)).get(0);
    }

    @Test
    void whatHalvesTheRangeOfTheCauseTakesThreeQuartersOfTheVariance() {
        double[] middle = Arrays.stream(cause)
                .map(each -> Math.abs(each - 0.5) < 0.25 ? 1 : 0)
                .toArray();
        Information found = found(List.of(middle)).get(0);
        assertThat(found.resolved()).isTrue();
        assertThat(found.share().value()).isCloseTo(0.75, within(0.15));
        assertThat(found.share().low()).isPositive();
        assertThat(found.settings()).isCloseTo(200, within(30.0));
    }

    @Test
    void factsAboutNothingAreNotResolved() {
        List<double[]> facts = new ArrayList<>();
        for (int fact = 0; fact < 20; fact++) {
            facts.add(random.doubles(SETTINGS).map(each -> each < 0.5 ? 1 : 0).toArray());
        }
        assertThat(found(facts)).noneMatch(Information::resolved).allMatch(found -> found.counted() == 0);
    }

    @Test
    void whatRulesOutNearlyAllOrNothingIsNotResolved() {
        double[] none = new double[SETTINGS];
        double[] few = new double[SETTINGS];
        Arrays.fill(few, 0, 5, 1);
        double[] all = new double[SETTINGS];
        Arrays.fill(all, 1);
        List<Information> found = found(List.of(none, few, all));
        assertThat(found).noneMatch(Information::resolved);
        assertThat(found.get(2).share().value()).isZero();
    }
}
