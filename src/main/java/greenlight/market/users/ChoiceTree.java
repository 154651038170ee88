package greenlight.market.users;

import greenlight.market.chance.BinomialSampler;
import greenlight.market.economics.Logit;
import java.util.Arrays;

/**
 * The logit choice among vendors as a way with forks: the vendors stand at the leaves of a binary tree, and each fork is
 * a logit choice between what the two sides are worth together. People who come to the same fork from different vendors
 * choose alike from there on, so they are counted together: that is what the tree is for.
 *
 * <p>A user who leaves a vendor climbs from its leaf instead: the first choice is between all that is not below the root's
 * child on the way to the leaf, and the rest, and so on. The vendor that was left is not chosen again.
 *
 * <p>Nodes are numbered as in a heap: the root is 1, the children of n are 2n and 2n + 1.
 */
final class ChoiceTree {
    static final int ROOT = 1;

    /** Leaves: the least power of two that is not below the number of vendors. */
    private final int leaves;

    private final int levels;
    /** Taking the second child of a node. */
    private final BinomialSampler[] second;
    /** By vendor left and level: leaving its way at that level, among those who did not above. */
    private final BinomialSampler[] elsewhere;

    /** @param value of each vendor, in units of the logit; minus infinity where it cannot be chosen */
    ChoiceTree(double[] value) {
        levels = levels(value.length);
        leaves = 1 << levels;
        double[] worth = new double[2 * leaves];
        Arrays.fill(worth, Double.NEGATIVE_INFINITY);
        System.arraycopy(value, 0, worth, leaves, value.length);
        second = new BinomialSampler[leaves];
        for (int node = leaves - 1; node >= ROOT; node--) {
            worth[node] = Logit.inclusive(worth[2 * node], worth[2 * node + 1]);
            second[node] = preference(worth[2 * node + 1], worth[2 * node]);
        }
        elsewhere = new BinomialSampler[value.length * levels];
        for (int vendor = 0; vendor < value.length; vendor++) {
            double others = Double.NEGATIVE_INFINITY;
            for (int level = 0; level < levels; level++) {
                double beside = worth[beside(vendor, level)];
                elsewhere[vendor * levels + level] = preference(beside, others);
                others = Logit.inclusive(others, beside);
            }
        }
    }

    private static BinomialSampler preference(double value, double other) {
        return new BinomialSampler(value == Double.NEGATIVE_INFINITY ? 0 : Logit.probability(value - other)).shared();
    }

    /** Levels of forks above a number of vendors. */
    static int levels(int vendors) {
        return Integer.SIZE - Integer.numberOfLeadingZeros(Math.max(vendors, 1) - 1);
    }

    int levels() {
        return levels;
    }

    /** All nodes are below this. */
    int nodes() {
        return 2 * leaves;
    }

    /** The node of a vendor; those from the first one on have no fork. */
    int leaf(int vendor) {
        return leaves + vendor;
    }

    /** The node where those go on who leave a vendor's way at a level, 0 for the lowest. */
    int beside(int vendor, int level) {
        return (leaf(vendor) >> level) ^ 1;
    }

    BinomialSampler second(int node) {
        return second[node];
    }

    /** Of those who left a vendor and have not left its way above a level, the share who do so there. */
    BinomialSampler elsewhere(int vendor, int level) {
        return elsewhere[vendor * levels + level];
    }
}
