package greenlight.market.users;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import greenlight.market.economics.Logit;
import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChoiceTreeTest {
    private static final double SHUT = Double.NEGATIVE_INFINITY;
    private static final double[] VALUES = {1.5, SHUT, 0, -2, 3.25, 3, SHUT, SHUT, 0.5, 1, -7, SHUT, 2};
    private static final double ERROR = 1e-13;

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 8, 9, 13})
    void thoseWhoComeFreshAreSharedOutByTheLogit(int vendors) {
        double[] value = Arrays.copyOf(VALUES, vendors);
        ChoiceTree forks = new ChoiceTree(value);
        double[] reached = new double[forks.leaf(0) * 2];
        reached[ChoiceTree.ROOT] = 1;
        assertReached(forks, reached, shares(value));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 8, 9, 13})
    void thoseWhoLeaveAVendorAreSharedOutAmongTheOthers(int vendors) {
        for (int left = 0; left < vendors; left++) {
            double[] value = Arrays.copyOf(VALUES, vendors);
            ChoiceTree forks = new ChoiceTree(value);
            value[left] = SHUT;
            assertReached(forks, reachedFrom(left, forks), shares(value));
        }
    }

    /** The differences are those that the table of odds cannot hold. */
    @ParameterizedTest
    @ValueSource(doubles = {40, 600, 5000})
    void aVendorThatIsWorthFarMoreThanAllOthersLeavesThemTheirShares(double far) {
        double[] value = {0, far, 1, -2};
        ChoiceTree forks = new ChoiceTree(value);
        value[1] = SHUT;
        assertReached(forks, reachedFrom(1, forks), shares(value));
    }

    private static double[] reachedFrom(int left, ChoiceTree forks) {
        double[] reached = new double[forks.leaf(0) * 2];
        double rest = 1;
        for (int level = forks.levels() - 1; level >= 0; level--) {
            double went = rest * forks.elsewhere(left, level).probability();
            reached[forks.beside(left, level)] = went;
            rest -= went;
        }
        return reached;
    }

    private static double[] shares(double[] value) {
        double[] shares = new double[value.length];
        Logit.shares(value, value.length, 1, shares);
        return shares;
    }

    private static void assertReached(ChoiceTree forks, double[] reached, double[] shares) {
        for (int node = ChoiceTree.ROOT; node < forks.leaf(0); node++) {
            double second = forks.second(node).probability();
            reached[2 * node] += reached[node] * (1 - second);
            reached[2 * node + 1] += reached[node] * second;
        }
        for (int vendor = 0; vendor < shares.length; vendor++) {
            assertThat(reached[forks.leaf(vendor)]).isCloseTo(shares[vendor], within(ERROR));
        }
    }
}
