package greenlight.runner.sensitivity;

import greenlight.runner.dataset.Response;
import greenlight.runner.stats.Bootstrap;
import greenlight.runner.stats.Estimate;
import greenlight.runner.stats.Quantiles;
import java.util.Arrays;
import java.util.List;

/**
 * Means over an ensemble, with intervals from resampling its settings, each with all its runs (Davison and Hinkley 1997,
 * <i>Bootstrap Methods and their Application</i>, section 3.8): they cover what is not known of the setting and the noise of
 * replications.
 */
final class OverSettings {
    private static final int RESAMPLES = 1000;

    private OverSettings() {}

    /** The mean over all runs of some points. */
    static Estimate mean(Response response, int[] points, boolean yesOrNo) {
        List<int[]> settings = response.settings();
        double[] sums = new double[settings.size()];
        int[] counts = new int[sums.length];
        for (int i = 0; i < sums.length; i++) {
            for (int point : points) {
                for (int replication : settings.get(i)) {
                    add(sums, counts, i, response.at(point, replication));
                }
            }
        }
        Estimate mean = mean(sums, counts);
        boolean all = yesOrNo && (mean.value() == 0 || mean.value() == 1);
        return all ? Estimate.allOrNone(mean.value(), seen(counts)) : mean;
    }

    /** The mean of a value of each replication, not-a-number left out. */
    static Estimate mean(Response response, double[] values) {
        List<int[]> settings = response.settings();
        double[] sums = new double[settings.size()];
        int[] counts = new int[sums.length];
        for (int i = 0; i < sums.length; i++) {
            for (int replication : settings.get(i)) {
                add(sums, counts, i, values[replication]);
            }
        }
        return mean(sums, counts);
    }

    private static void add(double[] sums, int[] counts, int place, double value) {
        if (!Double.isNaN(value)) {
            sums[place] += value;
            counts[place]++;
        }
    }

    private static int seen(int[] counts) {
        return (int) Arrays.stream(counts).filter(count -> count > 0).count();
    }

    private static Estimate mean(double[] sums, int[] counts) {
        double value = Arrays.stream(sums).sum() / Arrays.stream(counts).sum();
        if (seen(counts) < 2) {
            return Estimate.bare(value);
        }
        double[] means = new double[Bootstrap.resamples(sums.length, RESAMPLES)];
        Bootstrap.draw(sums.length, means.length, (resample, drawn) -> {
            double sum = 0;
            int count = 0;
            for (int place : drawn) {
                sum += sums[place];
                count += counts[place];
            }
            means[resample] = sum / count;
        });
        return interval(value, means);
    }

    /** A value with the interval between percentiles of its resampled values, those that are no numbers left out. */
    static Estimate interval(double value, double[] resampled) {
        double[] numbers =
                Arrays.stream(resampled).filter(one -> !Double.isNaN(one)).toArray();
        double tail = (1 - Estimate.LEVEL) / 2;
        if (numbers.length == 0) {
            return Estimate.bare(value);
        }
        double[] ends = Quantiles.of(numbers, tail, 1 - tail);
        return new Estimate(value, ends[0], ends[1]);
    }
}
