package greenlight.runner.report;

import greenlight.runner.figure.chart.SurvivalCurves;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * The share that still lives after each time, where some were last seen alive (Kaplan and Meier, 1958), with pointwise
 * 95 % bounds from Greenwood's variance on the scale of log(-log S) (Kalbfleisch and Prentice, 1980).
 */
final class KaplanMeier {
    private static final double Z = NormalDistribution.of(0, 1).inverseCumulativeProbability(0.975);

    private KaplanMeier() {}

    /**
     * The curve of one group.
     *
     * @param times when each died, or was last seen alive
     * @param died which of the two it was
     */
    static SurvivalCurves.Curve curve(String name, double[] times, boolean[] died) {
        double[] deaths = IntStream.range(0, times.length)
                .filter(i -> died[i])
                .mapToDouble(i -> times[i])
                .distinct()
                .sorted()
                .toArray();
        double[] share = new double[deaths.length];
        double[] low = new double[deaths.length];
        double[] high = new double[deaths.length];
        int[] atRisk = new int[deaths.length];
        double alive = 1;
        double greenwood = 0;
        for (int k = 0; k < deaths.length; k++) {
            int left = 0;
            int dying = 0;
            for (int i = 0; i < times.length; i++) {
                left += times[i] >= deaths[k] ? 1 : 0;
                dying += died[i] && times[i] == deaths[k] ? 1 : 0;
            }
            alive *= 1 - (double) dying / left;
            greenwood += (double) dying / ((double) left * (left - dying));
            double error = Z * Math.sqrt(greenwood) / Math.log(alive);
            share[k] = alive;
            low[k] = alive > 0 ? Math.pow(alive, Math.exp(-error)) : Double.NaN;
            high[k] = alive > 0 ? Math.pow(alive, Math.exp(error)) : Double.NaN;
            atRisk[k] = left;
        }
        double[] censored = IntStream.range(0, times.length)
                .filter(i -> !died[i])
                .mapToDouble(i -> times[i])
                .sorted()
                .toArray();
        return new SurvivalCurves.Curve(name, deaths, share, low, high, atRisk, censored);
    }
}
