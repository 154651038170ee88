package greenlight.runner.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import greenlight.runner.inference.SequentialSampler.Stop;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

class SequentialSamplerTest {
    private static final int PARTICLES = 1000;
    private static final int PLENTY = 300_000;
    private static final long SEED = 7;

    /** So many independent draws is a population of 1,000 worth at least in these problems, so three errors are 3/√200. */
    private static final int WORTH = 200;

    private static final double THREE_ERRORS = 3 / Math.sqrt(WORTH);

    private static SequentialSampler sampled(SamplerSettings settings, ToDoubleFunction<double[]> distance) {
        SequentialSampler sampler = new SequentialSampler(settings, SEED);
        while (!sampler.finished()) {
            sampler.record(sampler.next().stream().mapToDouble(distance).toArray());
        }
        return sampler;
    }

    private static Population posterior(int dimensions, double tolerance, ToDoubleFunction<double[]> distance) {
        SequentialSampler sampler =
                sampled(SamplerSettings.of(dimensions, PARTICLES, PLENTY).withTolerance(tolerance), distance);
        assertThat(sampler.stop()).isEqualTo(Stop.TOLERANCE);
        assertThat(sampler.population().distances().quantile(1)).isLessThanOrEqualTo(tolerance);
        return sampler.population();
    }

    private static WeightedSample values(Population population, Prior prior) {
        double[] values = population.particles().stream()
                .mapToDouble(particle -> prior.quantile(particle.point()[0]))
                .toArray();
        return WeightedSample.of(values, population.weights());
    }

    /** The distance is noisy: its posterior is normal with mean 1, and the tolerance adds its square over 3 to variance 1. */
    @Test
    void theMeanOfANormalDistributionIsFound() {
        Prior prior = Prior.uniform(-8, 10);
        SplittableRandom noise = new SplittableRandom(1);
        Population population =
                posterior(1, 0.1, point -> Math.abs(prior.quantile(point[0]) + noise.nextGaussian() - 1));
        WeightedSample mean = values(population, prior);
        assertThat(mean.mean()).isCloseTo(1, within(THREE_ERRORS));
        assertThat(mean.standardDeviation()).isCloseTo(1, within(THREE_ERRORS / Math.sqrt(2)));
    }

    /**
     * Of Sisson, Fan and Tanaka 2007 (PNAS 104): half of the posterior is normal with deviation 1, half with 1/10. Within 0.3 of
     * zero lie 23.6 % of the one and 99.7 % of the other.
     */
    @Test
    void bothScalesOfAMixtureAreFound() {
        Prior prior = Prior.uniform(-10, 10);
        SplittableRandom noise = new SplittableRandom(2);
        Population population = posterior(
                1,
                0.025,
                point -> Math.abs(prior.quantile(point[0]) + noise.nextGaussian() * (noise.nextBoolean() ? 1 : 0.1)));
        WeightedSample mean = values(population, prior);
        double narrow = mean.rank(0.3) - mean.rank(-0.3);
        assertThat(narrow).isCloseTo((0.2358 + 0.9973) / 2, within(THREE_ERRORS / 2));
        assertThat(mean.mean()).isCloseTo(0, within(THREE_ERRORS * Math.sqrt(0.505)));
    }

    /** Within a tolerance in the plane all is uniform in an ellipse: deviations are half its axes. */
    @Test
    void aCorrelatedPairIsFoundAndAnUnidentifiedParameterKeepsItsPrior() {
        double correlation = 0.95;
        double size = 0.05;
        Population population = posterior(3, 2, point -> {
            double one = (point[0] - 0.5) / size;
            double other = (point[1] - 0.5) / size;
            double rest = (other - correlation * one) / Math.sqrt(1 - correlation * correlation);
            return Math.hypot(one, rest);
        });
        WeightedSample one = population.marginal(0);
        WeightedSample other = population.marginal(1);
        double covariance = population.particles().stream()
                .mapToDouble(particle ->
                        particle.weight() * (particle.point()[0] - one.mean()) * (particle.point()[1] - other.mean()))
                .sum();
        for (WeightedSample marginal : List.of(one, other)) {
            assertThat(marginal.mean()).isCloseTo(0.5, within(THREE_ERRORS * size));
            assertThat(marginal.standardDeviation()).isCloseTo(size, within(THREE_ERRORS * size / Math.sqrt(2)));
        }
        assertThat(covariance / one.standardDeviation() / other.standardDeviation())
                .isCloseTo(correlation, within(THREE_ERRORS * (1 - correlation * correlation)));

        WeightedSample free = population.marginal(2);
        double kolmogorov = 0;
        for (double place = 0.01; place < 1; place += 0.01) {
            kolmogorov = Math.max(kolmogorov, Math.abs(free.rank(place) - place));
        }
        // the statistic of 200 uniform draws is greater in 1 of 100 samples
        assertThat(kolmogorov).isLessThan(1.63 / Math.sqrt(WORTH));
        assertThat(LearnedWidth.of(free, WORTH).resolved()).isFalse();
        assertThat(LearnedWidth.of(one, WORTH).resolved()).isTrue();
    }

    /** A count from 0 to 10, measured once with unit normal noise as 4: its probabilities are as the noise's densities. */
    @Test
    void aWholeNumberHasItsProbabilities() {
        Prior prior = Prior.uniform(0, 10).whole();
        SplittableRandom noise = new SplittableRandom(3);
        Population population =
                posterior(1, 0.05, point -> Math.abs(prior.quantile(point[0]) + noise.nextGaussian() - 4));
        WeightedSample count = values(population, prior);
        assertThat(count.rank(4.5) - count.rank(3.5)).isCloseTo(0.399, within(THREE_ERRORS * 0.49));
        assertThat(count.rank(3.5) - count.rank(2.5)).isCloseTo(0.242, within(THREE_ERRORS * 0.43));
        assertThat(count.rank(2.5) - count.rank(1.5)).isCloseTo(0.054, within(THREE_ERRORS * 0.23));
    }

    private static double bowl(double[] point) {
        return Arrays.stream(point)
                .map(coordinate -> Math.abs(coordinate - 0.3))
                .sum();
    }

    private static List<double[]> points(SequentialSampler sampler) {
        return sampler.population().particles().stream()
                .map(Population.Particle::point)
                .toList();
    }

    @Test
    void theSameSeedGivesTheSameParticlesAndAnotherSeedOthers() {
        SamplerSettings settings = SamplerSettings.of(4, 100, 5000);
        SequentialSampler one = sampled(settings, SequentialSamplerTest::bowl);
        SequentialSampler again = sampled(settings, SequentialSamplerTest::bowl);
        assertThat(points(one)).usingRecursiveComparison().isEqualTo(points(again));
        assertThat(one.stages()).isEqualTo(again.stages());
        assertThat(new SequentialSampler(settings, SEED + 1).next().get(0))
                .isNotEqualTo(new SequentialSampler(settings, SEED).next().get(0));
    }

    @Test
    void recordedDistancesReplayedAfterAStopGiveTheSame() {
        SamplerSettings settings = SamplerSettings.of(4, 100, 5000);
        SequentialSampler whole = sampled(settings, SequentialSamplerTest::bowl);
        List<double[]> journal = new ArrayList<>();
        SequentialSampler first = new SequentialSampler(settings, SEED);
        while (first.evaluations() < 2500) {
            double[] distances = first.next().stream()
                    .mapToDouble(SequentialSamplerTest::bowl)
                    .toArray();
            journal.add(distances);
            first.record(distances);
        }
        SequentialSampler resumed = new SequentialSampler(settings, SEED);
        journal.forEach(resumed::record);
        while (!resumed.finished()) {
            resumed.record(resumed.next().stream()
                    .mapToDouble(SequentialSamplerTest::bowl)
                    .toArray());
        }
        assertThat(points(resumed)).usingRecursiveComparison().isEqualTo(points(whole));
        assertThat(resumed.stages()).isEqualTo(whole.stages());
    }

    @Test
    void noCapIsEverExceeded() {
        for (int most = 100; most < 3000; most += 97) {
            SequentialSampler sampler = sampled(SamplerSettings.of(4, 100, most), SequentialSamplerTest::bowl);
            assertThat(sampler.stop()).isEqualTo(Stop.EVALUATIONS);
            assertThat(sampler.evaluations()).isBetween(100, most);
        }
    }

    /** How much nearer the recorded distances are than fresh ones, at the median. */
    private static double flattery(int measurements) {
        SplittableRandom noise = new SplittableRandom(4);
        ToDoubleFunction<double[]> noisy = point -> bowl(point) + noise.nextDouble();
        SequentialSampler sampler = sampled(SamplerSettings.of(4, 200, 20_000).withMeasurements(measurements), noisy);
        assertThat(sampler.evaluations()).isBetween(10_000, 20_000);
        Population population = sampler.population();
        WeightedSample fresh = WeightedSample.of(
                population.particles().stream()
                        .mapToDouble(particle -> noisy.applyAsDouble(particle.point()))
                        .toArray(),
                population.weights());
        return fresh.quantile(0.5) - population.distances().quantile(0.5);
    }

    @Test
    void pointsThatCameOutWellByChanceDoNotStayWhereTheyAreMeasuredAgain() {
        assertThat(flattery(4)).isLessThan(flattery(1) / 2);
    }

    @Test
    void theCapIsKeptAndAStopIsResumedWhereMembersAreMeasuredAgain() {
        for (int most = 100; most < 3000; most += 97) {
            SamplerSettings settings = SamplerSettings.of(4, 100, most).withMeasurements(3);
            SequentialSampler whole = sampled(settings, SequentialSamplerTest::bowl);
            assertThat(whole.evaluations()).isBetween(100, most);
            assertThat(points(sampled(settings, SequentialSamplerTest::bowl)))
                    .usingRecursiveComparison()
                    .isEqualTo(points(whole));
        }
    }

    @Test
    void theToleranceFallsAndTheCapIsKept() {
        int most = 5000;
        SequentialSampler sampler = sampled(SamplerSettings.of(4, 100, most), SequentialSamplerTest::bowl);
        assertThat(sampler.stop()).isEqualTo(Stop.EVALUATIONS);
        assertThat(sampler.evaluations()).isBetween(most / 2, most);
        assertThat(sampler.next()).isEmpty();
        double before = Double.POSITIVE_INFINITY;
        for (SequentialSampler.Stage stage : sampler.stages()) {
            assertThat(stage.tolerance()).isLessThan(before);
            assertThat(stage.acceptance()).isBetween(0.0, 1.0);
            before = stage.tolerance();
        }
        assertThat(sampler.tolerance()).isEqualTo(before);
        assertThat(sampler.population().weights())
                .satisfies(weights -> assertThat(Arrays.stream(weights).sum()).isCloseTo(1, within(1e-12)));
    }

    @Test
    void infiniteDistancesAndNotANumberAreTheWorst() {
        SequentialSampler sampler = sampled(
                SamplerSettings.of(2, 100, 5000),
                point -> point[0] > 0.4 ? Double.NaN : point[1] > 0.4 ? Double.POSITIVE_INFINITY : bowl(point));
        assertThat(points(sampler)).allMatch(point -> point[0] <= 0.4 && point[1] <= 0.4);
        SequentialSampler none = sampled(SamplerSettings.of(2, 100, 5000), point -> Double.NaN);
        assertThat(none.stop()).isEqualTo(Stop.NOTHING_LOWER);
        assertThat(none.evaluations()).isEqualTo(100);
    }

    @Test
    void aSamplerStopsWhereNoStepIsAcceptedAndWhereAllDistancesAreEqual() {
        int[] calls = {0};
        SequentialSampler stuck = sampled(SamplerSettings.of(2, 100, PLENTY), point -> ++calls[0]);
        assertThat(stuck.stop()).isEqualTo(Stop.ACCEPTANCE);
        assertThat(sampled(SamplerSettings.of(2, 100, PLENTY), point -> 3).stop())
                .isEqualTo(Stop.NOTHING_LOWER);
    }

    @Test
    void badInputIsRefused() {
        assertThatThrownBy(() -> SamplerSettings.of(0, 10, 100)).hasMessageContaining("at least 1 dimension, not 0");
        assertThatThrownBy(() -> SamplerSettings.of(2, 3, 100)).hasMessageContaining("at least 4 particles, not 3");
        assertThatThrownBy(() -> SamplerSettings.of(2, 10, 9)).hasMessageContaining("10 particles, not 9");
        assertThatThrownBy(() -> SamplerSettings.of(2, 10, 99).withTolerance(-1))
                .hasMessageContaining("tolerance");
        assertThatThrownBy(() -> SamplerSettings.of(2, 10, 99).withMeasurements(0))
                .hasMessageContaining("at least 1 measurement, not 0");
        assertThatThrownBy(() -> SamplerSettings.of(2, 10, 99).withMoves(0)).hasMessageContaining("moves");
        assertThatThrownBy(() -> new SamplerSettings(2, 10, 1, 2, 1, 0, 0, 99)).hasMessageContaining("between 0 and 1");
        assertThatThrownBy(() -> new SamplerSettings(2, 10, 0.5, 2, 1, 0, 2, 99))
                .hasMessageContaining("acceptance");
        SequentialSampler sampler = new SequentialSampler(SamplerSettings.of(2, 10, 99), SEED);
        assertThatThrownBy(sampler::population).hasMessageContaining("before the distances of the prior");
        assertThatThrownBy(() -> sampler.record(new double[9])).hasMessage("9 distances for 10 points.");
        double[] negative = new double[10];
        negative[3] = -1;
        assertThatThrownBy(() -> sampler.record(negative)).hasMessage("A distance is at least 0.");
    }

    @Test
    void dimensionsThatAreNotSteppedAlongKeepTheirPriorAndTheOthersMoveFurther() {
        SequentialSampler sampler = new SequentialSampler(SamplerSettings.of(20, 1000, 30_000), 5);
        boolean first = true;
        while (!sampler.finished()) {
            sampler.record(sampler.next().stream()
                    .mapToDouble(point -> Math.abs(point[0] - 0.3))
                    .toArray());
            if (first) {
                sampler.stepAlong(0);
                first = false;
            }
        }
        Population population = sampler.population();
        assertThat(population.marginal(0).mean()).isCloseTo(0.3, within(0.02));
        for (int dimension = 1; dimension < 20; dimension++) {
            assertThat(population.marginal(dimension).mean()).isCloseTo(0.5, within(0.1));
            assertThat(population.marginal(dimension).standardDeviation()).isCloseTo(Math.sqrt(1 / 12.0), within(0.05));
        }
    }
}
