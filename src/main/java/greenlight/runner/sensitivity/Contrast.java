package greenlight.runner.sensitivity;

import greenlight.runner.dataset.Response;
import greenlight.runner.stats.Estimate;
import greenlight.runner.stats.Moments;
import java.util.List;

/**
 * Weighted sums of points, each over a set of points that differ in the compared levels and in nothing else, averaged; with
 * common random numbers or an ensemble replication by replication, so that what all points share cancels.
 *
 * @param sets places of points, each set in the order of the weights
 * @param weights of the points of a set
 */
record Contrast(List<int[]> sets, double[] weights) {
    static final double[] DIFFERENCE = {1, -1};
    static final double[] INTERACTION = {1, -1, -1, 1};

    /**
     * @param used how many sums of single runs, or of point means, were averaged
     * @param ratio variance of the estimate had each point random numbers of its own, over its variance; not-a-number where they are
     *     not shared
     */
    record Result(Estimate estimate, int used, double ratio) {}

    Result of(Response response, boolean common) {
        return (common || response.overSettings()) && response.replications() > 1
                ? paired(response)
                : separate(response);
    }

    private Result paired(Response response) {
        int replications = response.replications();
        double[] sums = new double[replications];
        double[][] sides = new double[weights.length][replications];
        int used = 0;
        for (int replication = 0; replication < replications; replication++) {
            int count = 0;
            for (int[] set : sets) {
                double sum = sum(response, set, replication);
                if (!Double.isNaN(sum)) {
                    sums[replication] += sum;
                    for (int i = 0; i < weights.length; i++) {
                        sides[i][replication] += response.at(set[i], replication);
                    }
                    count++;
                }
            }
            used += count;
            sums[replication] = count > 0 ? sums[replication] / count : Double.NaN;
            for (double[] side : sides) {
                side[replication] = count > 0 ? side[replication] / count : Double.NaN;
            }
        }
        double apart = 0;
        for (int i = 0; i < weights.length; i++) {
            apart += weights[i] * weights[i] * Moments.of(sides[i]).variance();
        }
        double together = Moments.of(sums).variance();
        Estimate estimate = response.overSettings() ? OverSettings.mean(response, sums) : Estimate.mean(sums);
        return new Result(estimate, used, apart / together);
    }

    private double sum(Response response, int[] set, int replication) {
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i] * response.at(set[i], replication);
        }
        return sum;
    }

    /** With random numbers of its own at every point; with a single replication the spread is that among the sets. */
    private Result separate(Response response) {
        double[] sums = new double[sets.size()];
        double variance = 0;
        double fourth = 0;
        int used = 0;
        for (int i = 0; i < sums.length; i++) {
            double squared = 0;
            double freedom = 0;
            for (int j = 0; j < weights.length; j++) {
                Moments moments = response.moments(sets.get(i)[j]);
                sums[i] += weights[j] * moments.mean();
                double error = weights[j] * weights[j] * moments.variance() / moments.count();
                squared += error;
                freedom += error * error / (moments.count() - 1);
            }
            if (!Double.isNaN(sums[i])) {
                used++;
                variance += squared;
                fourth += freedom;
            }
        }
        Estimate among = Estimate.mean(sums);
        if (Double.isNaN(variance)) {
            return new Result(among, used, Double.NaN);
        }
        double freedom = fourth > 0 ? variance * variance / fourth : used;
        return new Result(Estimate.student(among.value(), Math.sqrt(variance) / used, freedom), used, Double.NaN);
    }
}
