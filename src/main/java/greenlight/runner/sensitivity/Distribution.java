package greenlight.runner.sensitivity;

import greenlight.runner.dataset.Response;
import greenlight.runner.stats.Estimate;
import greenlight.runner.stats.Moments;
import greenlight.runner.stats.Quantiles;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * How a measure is distributed over all runs that have it.
 *
 * @param runs that have it
 * @param mean with its interval over replications, or over the settings of an ensemble, the design being fixed
 * @param deviation standard deviation of single runs
 * @param quantiles at 0, 5, 25, 50, 75, 95 and 100 %
 * @param settings how its variance at a point divides between the settings of an ensemble and within them; empty without one
 */
public record Distribution(
        int runs, Estimate mean, double deviation, double[] quantiles, Optional<SettingDecomposition> settings) {
    private static final double[] AT = {0, 0.05, 0.25, 0.5, 0.75, 0.95, 1};

    public static Distribution of(Response response, boolean yesOrNo, boolean common) {
        double[] all = response.all();
        int[] points = IntStream.range(0, response.points()).toArray();
        Moments moments = Moments.of(all);
        return new Distribution(
                all.length,
                FactorialAnalysis.mean(response, points, yesOrNo, common),
                moments.deviation(),
                all.length == 0 ? new double[AT.length] : Quantiles.of(all, AT),
                response.overSettings() ? Optional.of(SettingDecomposition.of(response, points)) : Optional.empty());
    }

    /** Whether runs differ in it at all. */
    public boolean varies() {
        return quantiles[0] < quantiles[quantiles.length - 1];
    }
}
