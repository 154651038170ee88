package greenlight.market.economics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.function.DoubleUnaryOperator;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

class QuantileTest {
    private static final Percentage FIFTEEN_DIGITS = Percentage.withPercentage(1e-13);

    /** Where the expected counts stand. */
    private static final double[] U = {1e-12, 1e-6, 0.001, 0.05, 0.25, 0.5, 0.75, 0.95, 0.999, 0.999999, 1 - 0x1p-40};

    /** Expected: sqrt(2) erfinv(2u - 1) in mpmath with 40 digits; Python's NormalDist().inv_cdf agrees to 15. */
    @Test
    void normalQuantilesAreThoseOfMpmath() {
        assertThat(Quantile.normal(1e-15)).isCloseTo(-7.941345326170997, FIFTEEN_DIGITS);
        assertThat(Quantile.normal(1e-10)).isCloseTo(-6.361340902404057, FIFTEEN_DIGITS);
        assertThat(Quantile.normal(1e-4)).isCloseTo(-3.7190164854556804, FIFTEEN_DIGITS);
        assertThat(Quantile.normal(0.025)).isCloseTo(-1.9599639845400543, FIFTEEN_DIGITS);
        assertThat(Quantile.normal(0.3)).isCloseTo(-0.5244005127080408, FIFTEEN_DIGITS);
        assertThat(Quantile.normal(0.5)).isZero();
        assertThat(Quantile.normal(0.6)).isCloseTo(0.2533471031357997, FIFTEEN_DIGITS);
        assertThat(Quantile.normal(0.925)).isCloseTo(1.4395314709384561, FIFTEEN_DIGITS);
        assertThat(Quantile.normal(0.975)).isCloseTo(1.9599639845400538, FIFTEEN_DIGITS);
        assertThat(Quantile.normal(0.9999)).isCloseTo(3.7190164854557084, FIFTEEN_DIGITS);
        assertThat(Quantile.normal(1 - 0x1p-53)).isCloseTo(8.209536151601387, FIFTEEN_DIGITS);
    }

    /** Expected: mpmath with 40 digits; the Pareto ones by hand. */
    @Test
    void positiveQuantilesAreThoseOfMpmath() {
        assertThat(Quantile.logNormal(3, 0.5, 0.975)).isCloseTo(7.993224784658692, FIFTEEN_DIGITS);
        assertThat(Quantile.logNormal(3, 1.5, 1e-4)).isCloseTo(0.011334405557262252, FIFTEEN_DIGITS);
        assertThat(Quantile.logNormal(3, 0.5, 0.5)).isEqualTo(3);
        assertThat(Quantile.exponential(4, 0.9)).isCloseTo(9.210340371976184, FIFTEEN_DIGITS);
        assertThat(Quantile.exponential(4, 0x1p-53)).isCloseTo(4.440892098500626e-16, FIFTEEN_DIGITS);
        assertThat(Quantile.pareto(2, 2, 0.75)).isCloseTo(4, FIFTEEN_DIGITS);
        assertThat(Quantile.pareto(1, 0.5, 0.9)).isCloseTo(100, FIFTEEN_DIGITS);
    }

    /** Expected: ln(1 - u) / ln(1 - 1/mean), rounded up, in mpmath with 40 digits. */
    @Test
    void geometricCountsAreThoseOfMpmath() {
        double[] u = {1e-9, 0.3, 0.5, 0.9, 0.999999};
        assertCounts(u, x -> Quantile.geometric(1, x), 1, 1, 1, 1, 1);
        assertCounts(u, x -> Quantile.geometric(1.5, x), 1, 1, 1, 3, 13);
        assertCounts(u, x -> Quantile.geometric(4, x), 1, 2, 3, 9, 49);
        assertCounts(u, x -> Quantile.geometric(1e6, x), 1, 356675, 693147, 2302584, 13815504);
    }

    /** Expected: probabilities added up with 60 decimals in Python's decimal. */
    @Test
    void poissonCountsAreThoseOfExactSums() {
        assertCounts(U, x -> Quantile.poisson(0, x), 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
        assertCounts(U, x -> Quantile.poisson(0.01, x), 0, 0, 0, 0, 0, 0, 0, 0, 1, 2, 4);
        assertCounts(U, x -> Quantile.poisson(0.5, x), 0, 0, 0, 0, 0, 0, 1, 2, 4, 7, 11);
        assertCounts(U, x -> Quantile.poisson(3.7, x), 0, 0, 0, 1, 2, 4, 5, 7, 11, 16, 24);
        assertCounts(U, x -> Quantile.poisson(42, x), 6, 15, 23, 32, 38, 42, 46, 53, 63, 76, 95);
        assertCounts(U, x -> Quantile.poisson(499.5, x), 351, 397, 432, 463, 484, 499, 514, 537, 570, 609, 665);
        assertCounts(U, x -> Quantile.poisson(500, x), 351, 397, 432, 464, 485, 500, 515, 537, 571, 610, 665);
    }

    /** Expected: the same exact sums; the expansion meets them all. */
    @Test
    void largePoissonCountsAreThoseOfExactSums() {
        assertCounts(U, x -> Quantile.poisson(501, x), 352, 398, 433, 464, 486, 501, 516, 538, 572, 611, 667);
        assertCounts(U, x -> Quantile.poisson(1000, x), 786, 853, 904, 948, 979, 1000, 1021, 1052, 1099, 1154, 1231);
        assertCounts(
                U,
                x -> Quantile.poisson(25000.5, x),
                23896,
                24253,
                24513,
                24741,
                24894,
                25000,
                25107,
                25261,
                25491,
                25756,
                26123);
    }

    /** Expected: probabilities added up with 60 decimals in Python's decimal. */
    @Test
    void binomialCountsAreThoseOfExactSums() {
        assertCounts(U, x -> Quantile.binomial(1, 0.5, x), 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1);
        assertCounts(U, x -> Quantile.binomial(10, 0.3, x), 0, 0, 0, 1, 2, 3, 4, 5, 8, 10, 10);
        assertCounts(U, x -> Quantile.binomial(10, 0.7, x), 0, 0, 2, 5, 6, 7, 8, 9, 10, 10, 10);
        assertCounts(U, x -> Quantile.binomial(200, 0.985, x), 179, 186, 191, 194, 196, 197, 198, 199, 200, 200, 200);
        assertCounts(U, x -> Quantile.binomial(1000, 0.5, x), 389, 425, 451, 474, 489, 500, 511, 526, 549, 575, 611);
        assertCounts(
                U, x -> Quantile.binomial(1_000_000_000L, 1e-7, x), 38, 56, 71, 84, 93, 100, 107, 117, 132, 151, 178);
        assertCounts(
                U, x -> Quantile.binomial(1_000_000_000_000_000L, 3e-14, x), 1, 8, 15, 21, 26, 30, 34, 39, 48, 59, 76);
    }

    /** Expected: the same exact sums; the expansion meets them all. */
    @Test
    void largeBinomialCountsAreThoseOfExactSums() {
        assertCounts(U, x -> Quantile.binomial(1003, 0.5, x), 391, 426, 453, 475, 491, 501, 512, 528, 550, 577, 613);
        assertCounts(
                U, x -> Quantile.binomial(5000, 0.2, x), 806, 868, 913, 954, 981, 1000, 1019, 1047, 1088, 1137, 1204);
        assertCounts(
                U,
                x -> Quantile.binomial(100_000, 0.01, x),
                787,
                854,
                904,
                949,
                979,
                1000,
                1021,
                1052,
                1099,
                1153,
                1230);
        assertCounts(
                U,
                x -> Quantile.binomial(5000, 0.9, x),
                4345,
                4396,
                4433,
                4465,
                4486,
                4500,
                4514,
                4535,
                4564,
                4598,
                4643);
    }

    private static void assertCounts(double[] u, DoubleUnaryOperator quantile, double... expected) {
        for (int i = 0; i < u.length; i++) {
            assertThat(quantile.applyAsDouble(u[i])).as("u = " + u[i]).isEqualTo(expected[i]);
        }
    }

    @Test
    void certainAndImpossibleTrialsNeedNoLuck() {
        for (double u : U) {
            assertThat(Quantile.binomial(0, 0.5, u)).isZero();
            assertThat(Quantile.binomial(7, 0, u)).isZero();
            assertThat(Quantile.binomial(7, 1, u)).isEqualTo(7);
            assertThat(Quantile.binomial(1L << 53, 1, u)).isEqualTo(1L << 53);
        }
    }

    @Test
    void moreLuckNeverGivesLess() {
        assertRises(Quantile::normal);
        assertRises(u -> Quantile.logNormal(2, 1.3, u));
        assertRises(u -> Quantile.exponential(5, u));
        assertRises(u -> Quantile.pareto(5, 1.2, u));
        assertRises(u -> Quantile.geometric(3.3, u));
        for (double mean : new double[] {0.2, 30, 500, 501, 1e6, 1e15}) {
            assertRises(u -> Quantile.poisson(mean, u));
        }
        for (double p : new double[] {1e-5, 0.02, 0.3, 0.5, 0.7, 0.999}) {
            assertRises(u -> Quantile.binomial(50, p, u));
            assertRises(u -> Quantile.binomial(30_000, p, u));
        }
    }

    private static void assertRises(DoubleUnaryOperator quantile) {
        double before = Double.NEGATIVE_INFINITY;
        for (int i = 1; i < 100_000; i++) {
            double now = quantile.applyAsDouble(i / 100_000.0);
            assertThat(now).as("u = " + i / 100_000.0).isGreaterThanOrEqualTo(before);
            before = now;
        }
        for (int power = -50; power < -1; power++) {
            double u = Math.scalb(1.0, power);
            assertThat(quantile.applyAsDouble(u)).isLessThanOrEqualTo(quantile.applyAsDouble(2 * u));
            assertThat(quantile.applyAsDouble(1 - u)).isGreaterThanOrEqualTo(quantile.applyAsDouble(1 - 2 * u));
        }
    }

    @Test
    void moreExpectedNeverMeansFewerUnderTheSameLuck() {
        for (double u = 0.0005; u < 1; u += 0.001) {
            long poisson = 0;
            long binomial = 0;
            long geometric = 1;
            for (double mean = 0.25; mean < 1500; mean *= 1.03) {
                poisson = assertNotBelow(poisson, Quantile.poisson(mean, u));
                binomial = assertNotBelow(binomial, Quantile.binomial(1500, mean / 1500, u));
                geometric = assertNotBelow(geometric, Quantile.geometric(mean + 1, u));
            }
        }
    }

    private static long assertNotBelow(long before, long now) {
        assertThat(now).isGreaterThanOrEqualTo(before);
        return now;
    }

    /** Where adding up hands over to the expansion, the two differ seldom, and by one. */
    @Test
    void theTwoWaysOfCountingMeet() {
        assertMeet(u -> Quantile.poisson(500, u), u -> Quantile.poisson(Math.nextUp(500.0), u));
        assertMeet(u -> Quantile.binomial(2500, 0.2, u), u -> Quantile.binomial(2500, Math.nextUp(0.2), u));
    }

    private static void assertMeet(DoubleUnaryOperator summed, DoubleUnaryOperator expanded) {
        int parts = 1 << 17;
        int different = 0;
        for (int i = 0; i < parts; i++) {
            double u = (i + 0.5) / parts;
            double gap = Math.abs(expanded.applyAsDouble(u) - summed.applyAsDouble(u));
            assertThat(gap).as("u = " + u).isLessThanOrEqualTo(1);
            different += gap > 0 ? 1 : 0;
        }
        assertThat(different).isLessThan(parts / 10_000);
    }

    /** Over the middles of 2^18 equal parts of (0, 1), enough for light tails. Expected: the textbook's moments. */
    @Test
    void meansAndVariancesAreThoseOfTheLaw() {
        assertMoments(Quantile::normal, 0, 1);
        assertMoments(u -> Quantile.exponential(3, u), 3, 9);
        assertMoments(u -> Quantile.pareto(2, 12, u), 24.0 / 11, 48.0 / 1210);
        assertMoments(u -> Quantile.geometric(1, u), 1, 0);
        assertMoments(u -> Quantile.geometric(6, u), 6, 30);
        for (double mean : new double[] {0.3, 7, 400, 600, 1e5}) {
            assertMoments(u -> Quantile.poisson(mean, u), mean, mean);
        }
        for (double p : new double[] {0.001, 0.2, 0.5, 0.9}) {
            assertMoments(u -> Quantile.binomial(40, p, u), 40 * p, 40 * p * (1 - p));
            assertMoments(u -> Quantile.binomial(9000, p, u), 9000 * p, 9000 * p * (1 - p));
        }
    }

    private static void assertMoments(DoubleUnaryOperator quantile, double mean, double variance) {
        int parts = 1 << 18;
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < parts; i++) {
            double x = quantile.applyAsDouble((i + 0.5) / parts) - mean;
            sum += x;
            squares += x * x;
        }
        assertThat(sum / parts).isCloseTo(0, within(1e-4 * Math.sqrt(variance)));
        assertThat(squares / parts).isCloseTo(variance, within(1e-3 * variance));
    }

    @Test
    void theEndsAndSenselessMeansAreRefused() {
        for (double u : new double[] {0, 1, -1, Double.NaN}) {
            assertThatIllegalArgumentException().isThrownBy(() -> Quantile.normal(u));
            assertThatIllegalArgumentException().isThrownBy(() -> Quantile.exponential(1, u));
            assertThatIllegalArgumentException().isThrownBy(() -> Quantile.pareto(1, 1, u));
            assertThatIllegalArgumentException().isThrownBy(() -> Quantile.poisson(1, u));
            assertThatIllegalArgumentException().isThrownBy(() -> Quantile.binomial(1, 0.5, u));
            assertThatIllegalArgumentException().isThrownBy(() -> Quantile.geometric(2, u));
        }
        assertThatIllegalArgumentException().isThrownBy(() -> Quantile.poisson(-1, 0.5));
        assertThatIllegalArgumentException().isThrownBy(() -> Quantile.poisson(Double.NaN, 0.5));
        assertThatIllegalArgumentException().isThrownBy(() -> Quantile.geometric(0.9, 0.5));
        assertThatIllegalArgumentException().isThrownBy(() -> Quantile.binomial(-1, 0.5, 0.5));
        assertThatIllegalArgumentException().isThrownBy(() -> Quantile.binomial(1, 1.1, 0.5));
    }
}
