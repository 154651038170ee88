package greenlight.runner.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import greenlight.runner.discovery.BinaryOutcomes;
import greenlight.runner.discovery.Cart;
import greenlight.runner.discovery.ClassificationTree;
import greenlight.runner.discovery.ClassificationTree.Node;
import greenlight.runner.sensitivity.ElementaryEffects;
import greenlight.runner.sensitivity.GivenDataSensitivity;
import greenlight.runner.sensitivity.MorrisAnalysis;
import greenlight.runner.sensitivity.SampleAnalysis;
import greenlight.runner.sensitivity.SobolAnalysis;
import greenlight.runner.sensitivity.SobolIndices;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.commons.csv.CSVRecord;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** The same numbers as the tools that researchers use now; analysis_reference.py made them. */
class ReferenceTest {
    private static final Offset<Double> EXACT = within(1e-9);

    @Test
    void sobolIndicesAreThoseOfSalib() {
        double[] y = Sample.column(Sample.kept("saltelli-sample.csv"), "y");
        SobolIndices indices = new SobolAnalysis(Sample.factors(3, -Math.PI, Math.PI), true).of(y);
        Map<String, Double> found = new HashMap<>();
        indices.factors().forEach(index -> {
            found.put("S1" + index.factor().name(), index.first().value());
            found.put("ST" + index.factor().name(), index.total().value());
        });
        indices.pairs()
                .forEach(pair -> found.put(
                        "S2" + pair.one().name() + pair.other().name(),
                        pair.second().value()));
        List<CSVRecord> reference = Sample.kept("saltelli-reference.csv");
        assertThat(found).hasSize(9).hasSize(reference.size());
        for (CSVRecord row : reference) {
            assertThat(found.get(row.get("index") + row.get("factor") + row.get("other")))
                    .as(row.toString())
                    .isCloseTo(Double.parseDouble(row.get("value")), EXACT);
        }
    }

    @Test
    void elementaryEffectsAreThoseOfSalib() {
        List<CSVRecord> sample = Sample.kept("morris-sample.csv");
        double[][] inputs = sample.stream()
                .map(row -> IntStream.rangeClosed(1, 4)
                        .mapToDouble(i -> Double.parseDouble(row.get("x" + i)))
                        .toArray())
                .toArray(double[][]::new);
        ElementaryEffects screening =
                new MorrisAnalysis(Sample.factors(4, 0, 1)).of(inputs, Sample.column(sample, "y"));
        List<CSVRecord> reference = Sample.kept("morris-reference.csv");
        assertThat(screening.trajectories()).isEqualTo(12);
        assertThat(screening.factors()).hasSize(reference.size());
        for (int i = 0; i < reference.size(); i++) {
            CSVRecord row = reference.get(i);
            ElementaryEffects.Effect effect = screening.factors().get(i);
            assertThat(effect.mu().value()).isCloseTo(Double.parseDouble(row.get("mu")), EXACT);
            assertThat(effect.muStar().value()).isCloseTo(Double.parseDouble(row.get("mu_star")), EXACT);
            assertThat(effect.sigma().value()).isCloseTo(Double.parseDouble(row.get("sigma")), EXACT);
        }
    }

    @Test
    void correlationsAndFirstOrderIndicesOfAPlainSampleAreThoseOfSciPyAndSalib() {
        List<CSVRecord> sample = Sample.kept("given-sample.csv");
        double[][] inputs = {Sample.column(sample, "x1"), Sample.column(sample, "x2"), Sample.column(sample, "x3")};
        GivenDataSensitivity given =
                new SampleAnalysis(Sample.factors(3, -Math.PI, Math.PI)).of(inputs, Sample.column(sample, "y"), 0);
        List<CSVRecord> reference = Sample.kept("given-reference.csv");
        for (int i = 0; i < 3; i++) {
            CSVRecord row = reference.get(i);
            GivenDataSensitivity.Row found = given.factors().get(i);
            assertThat(found.plain()).isCloseTo(Double.parseDouble(row.get("first")), EXACT);
            assertThat(found.spearman().value()).isCloseTo(Double.parseDouble(row.get("spearman")), EXACT);
            assertThat(found.partial().value()).isCloseTo(Double.parseDouble(row.get("partial")), EXACT);
        }
    }

    @Test
    void theTreeIsThatOfScikitLearn() {
        List<CSVRecord> sample = Sample.kept("tree-sample.csv");
        double[][] levels = {Sample.column(sample, "x1"), Sample.column(sample, "x2"), Sample.column(sample, "x3")};
        double[] runs = new double[sample.size()];
        Arrays.fill(runs, 1);
        BinaryOutcomes cases = new BinaryOutcomes(Sample.factors(3, 0, 1), levels, Sample.column(sample, "y"), runs);
        Node root = new Cart(20.0 / 400, 3).grown(cases);
        List<CSVRecord> reference = Sample.kept("tree-reference.csv");
        assertThat(compared(root, reference, 0)).isEqualTo(reference.size());
    }

    /** Compares nodes in preorder; returns the place behind the last of them. */
    private static int compared(Node node, List<CSVRecord> reference, int place) {
        CSVRecord row = reference.get(place);
        assertThat(node.runs()).isEqualTo(Double.parseDouble(row.get("runs")));
        assertThat(node.rate()).isCloseTo(Double.parseDouble(row.get("rate")), EXACT);
        assertThat(node.split().isEmpty()).isEqualTo(row.get("factor").isEmpty());
        if (node.split().isEmpty()) {
            return place + 1;
        }
        ClassificationTree.Split split = node.split().get();
        assertThat(split.factor().name()).isEqualTo(row.get("factor"));
        // scikit-learn keeps inputs in single precision
        assertThat(split.threshold()).isCloseTo(Double.parseDouble(row.get("threshold")), within(1e-6));
        return compared(split.no(), reference, compared(split.yes(), reference, place + 1));
    }
}
