package greenlight.runner.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SampleTest {
    private static final long SEED = 20260324;

    private static List<Sample> all(long seed) {
        return List.of(
                new LatinHypercube(32, 3, seed),
                new Sobol(32, 3, seed),
                new Saltelli(8, 3, false, seed),
                new Saltelli(8, 3, true, seed),
                new MorrisSample(8, 4, 3, seed));
    }

    private static double[][] points(Sample sample) {
        return IntStream.range(0, sample.points()).mapToObj(sample::point).toArray(double[][]::new);
    }

    @Test
    void everyPointIsInTheCubeAndTheSameInAnyOrder() {
        for (Sample sample : all(SEED)) {
            double[][] points = points(sample);
            for (int index = points.length - 1; index >= 0; index--) {
                assertThat(sample.point(index)).isEqualTo(points[index]).hasSize(3);
                assertThat(Arrays.stream(points[index])).allMatch(u -> u >= 0 && u <= 1);
            }
        }
    }

    @Test
    void theSeedDecides() {
        for (int i = 0; i < all(1).size(); i++) {
            double[][] one = points(all(1).get(i));
            assertThat(points(all(1).get(i))).isDeepEqualTo(one);
            assertThat(points(all(2).get(i))).isNotEqualTo(one);
        }
    }

    /** The bits are part of every result: another generator, JDK or machine must not change them. */
    @Test
    void thePointsOfASeedStayAsTheyAre() {
        assertThat(all(SEED).stream().map(sample -> Arrays.deepHashCode(points(sample))))
                .containsExactly(800398862, -682823335, -1240536605, 570049693, -2013251071);
    }

    @Test
    void aLatinHypercubeHasOnePointInEachStratumOfEachDimension() {
        for (int count : new int[] {1, 7, 1000}) {
            double[][] points = points(new LatinHypercube(count, 4, SEED));
            for (int dimension = 0; dimension < 4; dimension++) {
                int at = dimension;
                assertThat(Arrays.stream(points)
                                .mapToInt(point -> (int) (point[at] * count))
                                .sorted())
                        .containsExactly(IntStream.range(0, count).boxed().toArray(Integer[]::new));
            }
        }
    }

    @Test
    void theDimensionsOfALatinHypercubeAreNotCorrelated() {
        double[][] points = points(new LatinHypercube(10_000, 3, SEED));
        for (int other = 1; other < 3; other++) {
            int at = other;
            double covariance = mean(points, point -> (point[0] - 0.5) * (point[at] - 0.5));
            // a correlation has s.d. 1 / sqrt(n) = 0.01
            assertThat(12 * covariance).isCloseTo(0, within(0.04));
        }
    }

    /** As printed by Joe and Kuo's own program for their direction numbers. */
    @Test
    void beforeItIsScrambledTheSequenceIsThatOfJoeAndKuo() {
        Sobol sobol = new Sobol(8, 3, SEED);
        assertThat(IntStream.range(0, 8).mapToObj(sobol::plain).toArray(double[][]::new))
                .isDeepEqualTo(new double[][] {
                    {0, 0, 0},
                    {0.5, 0.5, 0.5},
                    {0.75, 0.25, 0.25},
                    {0.25, 0.75, 0.75},
                    {0.375, 0.375, 0.625},
                    {0.875, 0.875, 0.125},
                    {0.625, 0.125, 0.875},
                    {0.125, 0.625, 0.375}
                });
    }

    /** Scrambling keeps a (0, m, 2)-net one: each box of area 1/n, of whatever shape, has one point. */
    @ParameterizedTest
    @ValueSource(longs = {0, 1, SEED, -1})
    void twoDimensionsOfASobolSequenceAreANet(long seed) {
        int digits = 8;
        double[][] points = points(new Sobol(1 << digits, 2, seed));
        for (int wide = 0; wide <= digits; wide++) {
            int columns = 1 << wide;
            int rows = 1 << (digits - wide);
            Set<Integer> boxes = new HashSet<>();
            for (double[] point : points) {
                boxes.add(((int) (point[0] * columns)) * rows + (int) (point[1] * rows));
            }
            assertThat(boxes).hasSize(1 << digits);
        }
    }

    @Test
    void everyDimensionOfASobolSequenceIsStratifiedAtEachPowerOfTwo() {
        double[][] points = points(new Sobol(1024, 120, SEED));
        for (int count = 1; count <= 1024; count *= 2) {
            for (int dimension = 0; dimension < 120; dimension++) {
                Set<Integer> strata = new HashSet<>();
                for (int i = 0; i < count; i++) {
                    strata.add((int) (points[i][dimension] * count));
                }
                assertThat(strata).hasSize(count);
            }
        }
    }

    /** A scrambled point is uniform on its own: over many seeds, the first one too. */
    @Test
    void overSeedsEachPointIsUniform() {
        double[][] firsts = IntStream.range(0, 4000)
                .mapToObj(seed -> new Sobol(1, 2, seed).point(0))
                .toArray(double[][]::new);
        double sd = Math.sqrt(1 / 12.0 / firsts.length);
        assertThat(mean(firsts, point -> point[0])).isCloseTo(0.5, within(4 * sd));
        assertThat(mean(firsts, point -> point[1])).isCloseTo(0.5, within(4 * sd));
        assertThat(12 * mean(firsts, point -> (point[0] - 0.5) * (point[1] - 0.5)))
                .isCloseTo(0, within(4 / Math.sqrt(firsts.length)));
    }

    /** Expected of random points: (2^-d - 3^-d) / n (Warnock 1972 gives the formula of the discrepancy). */
    @Test
    void aSobolSequenceIsFarMoreEvenThanChance() {
        int d = 5;
        int n = 512;
        double chance = (Math.pow(2, -d) - Math.pow(3, -d)) / n;
        SplittableRandom random = new SplittableRandom(1);
        double[][] scattered =
                IntStream.range(0, n).mapToObj(i -> random.doubles(d).toArray()).toArray(double[][]::new);
        assertThat(squaredDiscrepancy(scattered)).isBetween(chance / 5, chance * 5);
        double even = squaredDiscrepancy(points(new Sobol(n, d, SEED)));
        assertThat(even).isLessThan(chance / 5);
        // four times the points would leave a quarter by chance
        assertThat(squaredDiscrepancy(points(new Sobol(4 * n, d, SEED)))).isLessThan(even / 8);
        assertThat(squaredDiscrepancy(points(new LatinHypercube(n, d, SEED)))).isLessThan(chance);
    }

    private static double squaredDiscrepancy(double[][] points) {
        int d = points[0].length;
        int n = points.length;
        double single = 0;
        double pairs = 0;
        for (double[] x : points) {
            single += Arrays.stream(x).map(u -> 1 - u * u).reduce(1, (a, b) -> a * b);
            for (double[] y : points) {
                double product = 1;
                for (int k = 0; k < d; k++) {
                    product *= 1 - Math.max(x[k], y[k]);
                }
                pairs += product;
            }
        }
        return Math.pow(3, -d) - single * Math.pow(2, 1 - d) / n + pairs / n / n;
    }

    @Test
    void moreOfASobolSequenceASaltelliSampleOrTrajectoriesBeginWithTheFewer() {
        assertBegins(new Sobol(64, 5, SEED), new Sobol(16, 5, SEED));
        assertBegins(new Saltelli(64, 5, true, SEED), new Saltelli(16, 5, true, SEED));
        assertBegins(new MorrisSample(64, 6, 5, SEED), new MorrisSample(7, 6, 5, SEED));
    }

    private static void assertBegins(Sample more, Sample fewer) {
        assertThat(Arrays.copyOf(points(more), fewer.points())).isDeepEqualTo(points(fewer));
    }

    /** The order of rows in SALib: A, A with each of B, with second order B with each of A, B. */
    @Test
    void aSaltelliBlockCrossesTheHalvesOfARow() {
        double[] row = new Sobol(4, 6, SEED).point(3);
        double a0 = row[0];
        double a1 = row[1];
        double a2 = row[2];
        double b0 = row[3];
        double b1 = row[4];
        double b2 = row[5];
        Saltelli first = new Saltelli(4, 3, false, SEED);
        assertThat(first.points()).isEqualTo(4 * 5);
        assertThat(Arrays.copyOfRange(points(first), 15, 20))
                .isDeepEqualTo(new double[][] {{a0, a1, a2}, {b0, a1, a2}, {a0, b1, a2}, {a0, a1, b2}, {b0, b1, b2}});
        Saltelli second = new Saltelli(4, 3, true, SEED);
        assertThat(second.points()).isEqualTo(4 * 8);
        assertThat(Arrays.copyOfRange(points(second), 24, 32)).isDeepEqualTo(new double[][] {
            {a0, a1, a2},
            {b0, a1, a2},
            {a0, b1, a2},
            {a0, a1, b2},
            {a0, b1, b2},
            {b0, a1, b2},
            {b0, b1, a2},
            {b0, b1, b2}
        });
    }

    /** Saltelli's (2010) estimator of first-order indices and Jansen's (1999) of total ones, against the closed form. */
    @Test
    void theIndicesOfIshigamisFunctionComeOut() {
        int n = 4096;
        double[][] points = points(new Saltelli(n, 3, false, SEED));
        double[] y = Arrays.stream(points).mapToDouble(SampleTest::ishigami).toArray();
        double mean = Arrays.stream(y).average().orElseThrow();
        double variance =
                Arrays.stream(y).map(v -> (v - mean) * (v - mean)).average().orElseThrow();
        double[] first = new double[3];
        double[] total = new double[3];
        for (int row = 0; row < n; row++) {
            double a = y[5 * row];
            double b = y[5 * row + 4];
            for (int k = 0; k < 3; k++) {
                double crossed = y[5 * row + 1 + k];
                first[k] += b * (crossed - a) / n / variance;
                total[k] += (a - crossed) * (a - crossed) / 2 / n / variance;
            }
        }
        assertThat(first).containsExactly(new double[] {0.3139, 0.4424, 0}, within(0.02));
        assertThat(total).containsExactly(new double[] {0.5576, 0.4424, 0.2437}, within(0.02));
    }

    private static double ishigami(double[] u) {
        double x1 = Math.PI * (2 * u[0] - 1);
        double x2 = Math.PI * (2 * u[1] - 1);
        double x3 = Math.PI * (2 * u[2] - 1);
        return Math.sin(x1) * (1 + 0.1 * Math.pow(x3, 4)) + 7 * Math.sin(x2) * Math.sin(x2);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 4, 6, 10})
    void aTrajectoryMovesEachCoordinateOnceByTheStepAlongTheGrid(int levels) {
        int k = 5;
        MorrisSample morris = new MorrisSample(40, levels, k, SEED);
        double[][] points = points(morris);
        assertThat(points).hasNumberOfRows(40 * (k + 1));
        double step = MorrisSample.step(levels);
        for (int t = 0; t < 40; t++) {
            Set<Integer> moved = new HashSet<>();
            for (int s = 1; s <= k; s++) {
                double[] from = points[t * (k + 1) + s - 1];
                double[] to = points[t * (k + 1) + s];
                int[] changed =
                        IntStream.range(0, k).filter(i -> from[i] != to[i]).toArray();
                assertThat(changed).hasSize(1);
                assertThat(Math.abs(to[changed[0]] - from[changed[0]])).isCloseTo(step, within(1e-15));
                moved.add(changed[0]);
            }
            assertThat(moved).hasSize(k);
        }
        for (double[] point : points) {
            for (double u : point) {
                assertThat(u * (levels - 1)).isCloseTo(Math.rint(u * (levels - 1)), within(1e-12));
            }
        }
    }

    /** Morris's usual grid: four levels, steps of two thirds. */
    @Test
    void theStepIsThatOfMorris() {
        assertThat(MorrisSample.step(4)).isEqualTo(2 / 3.0);
        assertThatThrownBy(() -> new MorrisSample(1, 3, 2, 0))
                .hasMessage("3 levels; allowed is an even number from 2.");
    }

    @Test
    void trajectoriesUseAllLevelsDirectionsAndOrdersEvenly() {
        int k = 3;
        int trajectories = 6000;
        double[][] points = points(new MorrisSample(trajectories, 4, k, SEED));
        Map<String, Integer> orders = new HashMap<>();
        Map<Double, Integer> starts = new HashMap<>();
        for (int t = 0; t < trajectories; t++) {
            StringBuilder order = new StringBuilder();
            for (int s = 1; s <= k; s++) {
                double[] from = points[t * (k + 1) + s - 1];
                double[] to = points[t * (k + 1) + s];
                IntStream.range(0, k).filter(i -> from[i] != to[i]).forEach(order::append);
            }
            orders.merge(order.toString(), 1, Integer::sum);
            starts.merge(points[t * (k + 1)][0], 1, Integer::sum);
        }
        assertThat(orders).hasSize(6);
        assertThat(starts).hasSize(4);
        // binomial s.d. below sqrt(6000 / 4)
        assertThat(orders.values()).allSatisfy(count -> assertThat(count).isBetween(1000 - 150, 1000 + 150));
        assertThat(starts.values()).allSatisfy(count -> assertThat(count).isBetween(1500 - 150, 1500 + 150));
    }

    private static double mean(double[][] points, ToDoubleFunction<double[]> of) {
        return Arrays.stream(points).mapToDouble(of).average().orElseThrow();
    }
}
