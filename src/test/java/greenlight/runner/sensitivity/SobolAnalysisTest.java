package greenlight.runner.sensitivity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import greenlight.runner.analysis.Sample;
import greenlight.runner.dataset.Factor;
import greenlight.runner.dataset.Response;
import greenlight.runner.stats.Estimate;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.junit.jupiter.api.Test;

class SobolAnalysisTest {
    private static final List<Factor> THREE = Sample.factors(3, -Math.PI, Math.PI);

    /** Ishigami's variance and indices at a = 7, b = 0.1 in closed form. */
    private static final double PI4 = Math.pow(Math.PI, 4);

    private static final double V1 = Math.pow(1 + 0.1 * PI4 / 5, 2) / 2;
    private static final double V2 = 49.0 / 8;
    private static final double V13 = 0.01 * PI4 * PI4 * (1.0 / 18 - 1.0 / 50);
    private static final double V = V1 + V2 + V13;
    private static final double[] FIRST = {V1 / V, V2 / V, 0};
    private static final double[] TOTAL = {(V1 + V13) / V, V2 / V, V13 / V};

    private static double[] outcomes(double[][] points, ToDoubleFunction<double[]> function) {
        return Arrays.stream(points).mapToDouble(function).toArray();
    }

    private static void holds(Estimate estimate, double truth) {
        assertThat(truth).isBetween(estimate.low(), estimate.high());
    }

    @Test
    void ishigamisIndicesLieInTheirIntervals() {
        double[][] points = Sample.saltelli(Sample.sequence(1 << 12, 3, -Math.PI, Math.PI), true);
        SobolIndices indices = new SobolAnalysis(THREE, true).of(outcomes(points, Sample::ishigami));
        for (int i = 0; i < 3; i++) {
            holds(indices.factors().get(i).first(), FIRST[i]);
            holds(indices.factors().get(i).total(), TOTAL[i]);
            assertThat(indices.factors().get(i).total().value()).isCloseTo(TOTAL[i], within(0.02));
        }
        double[] second = {0, V13 / V, 0};
        for (int i = 0; i < 3; i++) {
            holds(indices.pairs().get(i).second(), second[i]);
            assertThat(indices.pairs().get(i).second().value()).isCloseTo(second[i], within(0.03));
        }
    }

    @Test
    void theIndicesOfTheGFunctionLieInTheirIntervals() {
        double[] a = {0, 1, 4.5, 9, 99, 99, 99, 99};
        double[][] points = Sample.saltelli(Sample.sequence(1 << 12, 8, 0, 1), false);
        SobolIndices indices =
                new SobolAnalysis(Sample.factors(8, 0, 1), false).of(outcomes(points, x -> Sample.g(x, a)));
        double whole = -1;
        double product = 1;
        for (double of : a) {
            product *= 1 + 1 / (3 * (1 + of) * (1 + of));
        }
        whole += product;
        for (int i = 0; i < a.length; i++) {
            double own = 1 / (3 * (1 + a[i]) * (1 + a[i]));
            holds(indices.factors().get(i).first(), own / whole);
            holds(indices.factors().get(i).total(), own * product / (1 + own) / whole);
        }
    }

    @Test
    void intervalsCoverTheTruthAboutAsOftenAsTheySay() {
        UniformRandomProvider random = Sample.random(1);
        int repeats = 150;
        int[] covered = new int[5];
        for (int repeat = 0; repeat < repeats; repeat++) {
            double[][] points = Sample.saltelli(Sample.draws(512, 3, -Math.PI, Math.PI, random), false);
            SobolIndices indices = new SobolAnalysis(THREE, false).of(outcomes(points, Sample::ishigami));
            for (int i = 0; i < 3; i++) {
                SobolIndices.Index index = indices.factors().get(i);
                if (i < 2) {
                    covered[i] += index.first().low() <= FIRST[i]
                                    && FIRST[i] <= index.first().high()
                            ? 1
                            : 0;
                }
                covered[2 + i] += index.total().low() <= TOTAL[i]
                                && TOTAL[i] <= index.total().high()
                        ? 1
                        : 0;
            }
        }
        // 95 % of 150 is 142.5 with a standard deviation of 2.7
        assertThat(Arrays.stream(covered).boxed())
                .allSatisfy(count -> assertThat(count).isBetween(134, 150));
        assertThat(Arrays.stream(covered).sum()).isBetween(690, 735);
    }

    @Test
    void aLongerSampleMovesTheTraceTowardsTheTruth() {
        double[][] points = Sample.saltelli(Sample.sequence(1 << 12, 3, -Math.PI, Math.PI), false);
        List<SobolIndices.Step> trace = new SobolAnalysis(THREE, false)
                .of(outcomes(points, Sample::ishigami))
                .trace();
        assertThat(trace).extracting(SobolIndices.Step::rows).containsExactly(512, 1024, 2048, 4096);
        assertThat(trace.get(3).factors().get(0).total().half())
                .isLessThan(trace.get(0).factors().get(0).total().half() / 2);
    }

    @Test
    void noiseOfItsOwnAtEveryPointIsToldFromTheFactors() {
        double[][] points = Sample.saltelli(Sample.sequence(512, 3, -Math.PI, Math.PI), false);
        double deviation = Math.sqrt(V); // noise of the same variance as the function: noise is a half
        ZigguratSampler.NormalizedGaussian normal = ZigguratSampler.NormalizedGaussian.of(Sample.random(4));
        int replications = 4;
        double[] values = new double[points.length * replications];
        Arrays.setAll(values, i -> Sample.ishigami(points[i / replications]) + deviation * normal.sample());
        Response response = new Response(points.length, replications, values);
        NoiseDecomposition noise = NoiseDecomposition.of(response, false);
        holds(noise.share(), 0.5);
        assertThat(noise.share().half()).isLessThan(0.05);
        int[] places = IntStream.range(0, points.length).toArray();
        SobolIndices indices = new SobolAnalysis(THREE, false).of(places, response, noise, false);
        for (int i = 0; i < 3; i++) {
            holds(indices.factors().get(i).first(), FIRST[i]);
            holds(indices.factors().get(i).total(), TOTAL[i]);
        }
        // left in, noise would make every factor seem to interact
        double[] means =
                IntStream.range(0, points.length).mapToDouble(response::mean).toArray();
        SobolIndices naive = new SobolAnalysis(THREE, false).of(means);
        assertThat(naive.factors().get(2).total().low()).isGreaterThan(TOTAL[2]);
    }

    @Test
    void luckThatAllPointsShareCancelsAndAnInertFactorStaysInert() {
        double[][] points = Sample.saltelli(Sample.sequence(256, 3, -Math.PI, Math.PI), false);
        ZigguratSampler.NormalizedGaussian normal = ZigguratSampler.NormalizedGaussian.of(Sample.random(5));
        double[] shocks = normal.samples(5).toArray();
        double[] values = new double[points.length * shocks.length];
        // luck scales the effect of x2, and x3 does nothing at all
        Arrays.setAll(values, i -> {
            double[] x = points[i / shocks.length];
            return x[0] + (1 + shocks[i % shocks.length]) * x[1];
        });
        Response response = new Response(points.length, shocks.length, values);
        int[] places = IntStream.range(0, points.length).toArray();
        SobolIndices indices =
                new SobolAnalysis(THREE, false).of(places, response, NoiseDecomposition.of(response, true), true);
        assertThat(indices.factors().get(2).total()).isEqualTo(new Estimate(0, 0, 0));
        assertThat(indices.factors().get(2).first()).isEqualTo(new Estimate(0, 0, 0));
    }

    @Test
    void baseRowsWithAFailedRunAreLeftOutAndCounted() {
        double[][] points = Sample.saltelli(Sample.sequence(2048, 3, -Math.PI, Math.PI), true);
        double[] outcomes = outcomes(points, Sample::ishigami);
        UniformRandomProvider random = Sample.random(9);
        int rows = 0;
        for (int from = 0; from < outcomes.length; from += 8) {
            boolean failed = false;
            for (int i = from; i < from + 8; i++) {
                if (random.nextDouble() < 0.05) {
                    outcomes[i] = Double.NaN;
                    failed = true;
                }
            }
            rows += failed ? 1 : 0;
        }
        SobolIndices indices = new SobolAnalysis(THREE, true).of(outcomes);
        assertThat(indices.dropped()).isEqualTo(rows).isGreaterThan(500);
        assertThat(indices.rows()).isEqualTo(2048 - rows);
        for (int i = 0; i < 3; i++) {
            holds(indices.factors().get(i).first(), FIRST[i]);
            holds(indices.factors().get(i).total(), TOTAL[i]);
        }
    }

    @Test
    void resamplesInWhichAllOutcomesAreEqualSayNothingOfTheInterval() {
        double[] outcomes = new double[61 * 5];
        Arrays.fill(outcomes, 0.1);
        outcomes[5] = 0.7; // one of 61 base rows: a third of the resamples lack it, and have no variance
        outcomes[12] = 0.7; // yet a difference between A and AB
        for (SobolIndices.Index index :
                new SobolAnalysis(THREE, false).of(outcomes).factors()) {
            assertThat(index.total().half()).isBetween(0.0, 10.0);
            assertThat(index.first().half()).isBetween(0.0, 10.0);
        }
    }
}
