package greenlight.app.evidence.cause;

import greenlight.runner.stats.Bootstrap;
import greenlight.runner.stats.Estimate;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoublePredicate;
import java.util.function.IntPredicate;
import java.util.function.IntToDoubleFunction;

/**
 * A mean over the runs that count, which come in clusters: the runs of a setting. Its interval is that of a bootstrap which
 * draws whole clusters (Davison and Hinkley 1997, <i>Bootstrap Methods and their Application</i>, section 3.8): it holds
 * what is not known of the setting and the noise of the replications.
 */
final class ClusterRatio {
    private final double[] sums;
    private final double[] counts;

    private ClusterRatio(double[] sums, double[] counts) {
        this.sums = sums;
        this.counts = counts;
    }

    /** The mean of a value of the replications that count. */
    static ClusterRatio of(List<int[]> clusters, IntPredicate counted, IntToDoubleFunction value) {
        double[] sums = new double[clusters.size()];
        double[] counts = new double[clusters.size()];
        for (int cluster = 0; cluster < sums.length; cluster++) {
            for (int replication : clusters.get(cluster)) {
                if (counted.test(replication)) {
                    sums[cluster] += value.applyAsDouble(replication);
                    counts[cluster]++;
                }
            }
        }
        return new ClusterRatio(sums, counts);
    }

    /** The share of clusters with at least so many runs whose own mean meets a condition; a cluster weighs as its runs do. */
    ClusterRatio share(List<int[]> clusters, int least, DoublePredicate holds) {
        double[] held = new double[sums.length];
        double[] weights = new double[sums.length];
        for (int cluster = 0; cluster < sums.length; cluster++) {
            if (counts[cluster] >= least) {
                weights[cluster] = clusters.get(cluster).length;
                held[cluster] = holds.test(mean(cluster)) ? weights[cluster] : 0;
            }
        }
        return new ClusterRatio(held, weights);
    }

    /** The mean of a cluster; not-a-number where none of its runs counts. */
    double mean(int cluster) {
        return sums[cluster] / counts[cluster];
    }

    /** How many runs count, in one cluster. */
    double count(int cluster) {
        return counts[cluster];
    }

    /** How many runs count. */
    int count() {
        return (int) Arrays.stream(counts).sum();
    }

    /** Clusters in which any run counts. */
    int clusters() {
        return (int) Arrays.stream(counts).filter(count -> count > 0).count();
    }

    /** The mean with its 95 % interval. */
    Estimate mean() {
        return clusters() < 2
                ? Estimate.bare(
                        Arrays.stream(sums).sum() / Arrays.stream(counts).sum())
                : Bootstrap.percentile(sums.length, drawn -> {
                    double sum = 0;
                    double count = 0;
                    for (int cluster : drawn) {
                        sum += sums[cluster];
                        count += counts[cluster];
                    }
                    return sum / count;
                });
    }

    /** The mean of zeros and ones; where all are equal, no bootstrap knows what is left open, but Wilson's interval does. */
    Estimate share() {
        Estimate mean = mean();
        return mean.value() == 0 || mean.value() == 1 ? Estimate.allOrNone(mean.value(), clusters()) : mean;
    }
}
