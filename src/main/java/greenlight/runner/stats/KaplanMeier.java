package greenlight.runner.stats;

import java.util.stream.IntStream;

/**
 * The share that still lives after each time, where some were last seen alive (Kaplan and Meier, 1958), with pointwise
 * 95 % bounds from Greenwood's variance on the scale of log(-log S) (Kalbfleisch and Prentice, 1980). The arrays but the
 * last are as long as each other: a place for each time at which one died.
 *
 * @param time ascending
 * @param share alive from that time on
 * @param low bound of that share; not-a-number where none is left
 * @param high bound of that share
 * @param atRisk how many were alive and observed just before
 * @param censored when the others were last seen alive, ascending
 */
public record KaplanMeier(double[] time, double[] share, double[] low, double[] high, int[] atRisk, double[] censored) {
    /**
     * The curve of one group.
     *
     * @param times when each died, or was last seen alive
     * @param died which of the two it was
     */
    public static KaplanMeier of(double[] times, boolean[] died) {
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
            double error = Estimate.NORMAL * Math.sqrt(greenwood) / Math.log(alive);
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
        return new KaplanMeier(deaths, share, low, high, atRisk, censored);
    }
}
