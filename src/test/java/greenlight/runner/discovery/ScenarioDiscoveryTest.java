package greenlight.runner.discovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import greenlight.runner.analysis.Sample;
import greenlight.runner.dataset.Column;
import greenlight.runner.dataset.Condition;
import greenlight.runner.dataset.Factor;
import greenlight.runner.model.Model;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;

class ScenarioDiscoveryTest {
    private static final Condition QUESTION = new Condition("y", "=", "true");

    /** Points of the unit cube, each run once, where something happens with a chance that depends on the point. */
    private static BinaryOutcomes cases(int points, int dimensions, long seed, ToDoubleFunction<double[]> chance) {
        UniformRandomProvider random = Sample.random(seed);
        double[][] levels = new double[dimensions][points];
        double[] hits = new double[points];
        double[] runs = new double[points];
        Arrays.fill(runs, 1);
        for (int point = 0; point < points; point++) {
            double[] x = new double[dimensions];
            for (int j = 0; j < dimensions; j++) {
                x[j] = random.nextDouble();
                levels[j][point] = x[j];
            }
            hits[point] = random.nextDouble() < chance.applyAsDouble(x) ? 1 : 0;
        }
        return new BinaryOutcomes(Sample.factors(dimensions, 0, 1), levels, hits, runs);
    }

    @Test
    void primFindsABoxThatWasPutThere() {
        BinaryOutcomes cases = cases(2000, 5, 2, x -> x[0] > 0.6 && x[2] < 0.35 ? 0.95 : 0.02);
        PrimResult boxes = new Prim(cases).of(QUESTION);
        Box box = boxes.boxes().get(0);
        assertThat(box.limits()).extracting(limit -> limit.factor().name()).containsExactly("x1", "x3");
        assertThat(box.limits().get(0).low()).isCloseTo(0.6, within(0.02));
        assertThat(box.limits().get(0).high()).isInfinite();
        assertThat(box.limits().get(1).high()).isCloseTo(0.35, within(0.02));
        assertThat(box.limits()).allSatisfy(limit -> assertThat(limit.quasiP()).isLessThan(1e-6));
        assertThat(box.density()).isCloseTo(0.95, within(0.05));
        assertThat(box.mass()).isCloseTo(0.4 * 0.35, within(0.02));
        double inside = 0.4 * 0.35 * 0.95;
        assertThat(box.coverage()).isCloseTo(inside / (inside + (1 - 0.4 * 0.35) * 0.02), within(0.05));
        assertThat(boxes.peeling().get(0).coverage()).isEqualTo(1);
        assertThat(boxes.peeling()).isSortedAccordingTo((a, b) -> Double.compare(b.mass(), a.mass()));
        assertThat(boxes.peeling().get(boxes.peeling().size() - 1).mass()).isBetween(0.05, 0.06);
    }

    @Test
    void primFindsTheSecondBoxOutsideTheFirst() {
        BinaryOutcomes cases =
                cases(3000, 4, 6, x -> (x[0] < 0.4 && x[1] < 0.5) || (x[2] > 0.85 && x[3] < 0.4) ? 1 : 0);
        PrimResult boxes = new Prim(cases).of(QUESTION);
        assertThat(boxes.boxes()).hasSize(2);
        assertThat(boxes.boxes().stream().mapToDouble(Box::coverage).sum()).isGreaterThan(0.9);
        assertThat(boxes.boxes()).allSatisfy(box -> assertThat(box.density()).isGreaterThan(0.9));
    }

    @Test
    void nothingIsFoundInPureLuck() {
        BinaryOutcomes cases = cases(500, 4, 3, x -> 0.5);
        ClassificationTree tree = new Cart().of(cases, QUESTION);
        assertThat(tree.root().split()).isEmpty();
        assertThat(tree.grown()).isGreaterThan(5);
    }

    @Test
    void factorsWithoutOrderAreLimitedToLevels() {
        Column word = new Column("kind");
        List.of("calm", "steep", "wild").forEach(word::add);
        Factor kind = new Factor(word, "lever", false, 0, 2, 0);
        Factor x = new Factor(
                new Column(new Model.Column("x", Model.Column.Type.REAL, "", "")), "assumed", false, 0, 1, 0);
        int points = 600;
        UniformRandomProvider random = Sample.random(1);
        double[] kinds = IntStream.range(0, points).mapToDouble(i -> i % 3).toArray();
        double[] levels =
                IntStream.range(0, points).mapToDouble(i -> random.nextDouble()).toArray();
        double[] hits = IntStream.range(0, points)
                .mapToDouble(i -> kinds[i] == 1 && levels[i] > 0.5 ? 3 : 0)
                .toArray();
        double[] runs = new double[points];
        Arrays.fill(runs, 4);
        BinaryOutcomes cases = new BinaryOutcomes(List.of(kind, x), new double[][] {kinds, levels}, hits, runs);
        Box box = new Prim(cases).of(QUESTION).boxes().get(0);
        assertThat(box.text()).startsWith("kind = steep (lever) and x >= 0.5").endsWith("(assumed)");
        assertThat(box.cases() / box.runs()).isEqualTo(0.75);
        ClassificationTree tree = new Cart().of(cases, QUESTION);
        assertThat(tree.root().leaves()).isEqualTo(3);
        assertThat(tree.text())
                .contains("kind not in calm, wild: ")
                .contains("x <= 0.")
                .contains("75 % of");
    }

    @Test
    void cartFindsATreeThatWasPutThere() {
        BinaryOutcomes cases = cases(2000, 4, 5, x -> x[1] <= 0.4 ? 0.05 : x[3] <= 0.7 ? 0.9 : 0.2);
        ClassificationTree tree = new Cart().of(cases, QUESTION);
        assertThat(tree.root().leaves()).isEqualTo(3);
        ClassificationTree.Split first = tree.root().split().orElseThrow();
        assertThat(first.factor().name()).isEqualTo("x2");
        assertThat(first.threshold()).isCloseTo(0.4, within(0.01));
        ClassificationTree.Split second = first.no().split().orElseThrow();
        assertThat(second.factor().name()).isEqualTo("x4");
        assertThat(second.threshold()).isCloseTo(0.7, within(0.01));
        assertThat(second.yes().rate()).isCloseTo(0.9, within(0.04));
        // the variance that the true tree explains
        double mean = 0.4 * 0.05 + 0.42 * 0.9 + 0.18 * 0.2;
        double among = 0.4 * 0.05 * 0.05 + 0.42 * 0.9 * 0.9 + 0.18 * 0.2 * 0.2 - mean * mean;
        assertThat(tree.explained()).isCloseTo(among / (mean * (1 - mean)), within(0.04));
    }
}
