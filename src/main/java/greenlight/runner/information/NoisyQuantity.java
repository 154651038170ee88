package greenlight.runner.information;

import greenlight.runner.inference.WeightedSample;
import greenlight.runner.stats.Estimate;
import greenlight.runner.stats.Moments;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * A quantity of each setting of a weighted ensemble, which is known by the mean of some noisy runs of that setting. The noise of
 * runs is separated from the differences between settings by the method of moments, as in one-way random effects with unequal
 * numbers of runs (Searle, Casella and McCulloch 1992, <i>Variance Components</i>, section 3.6). Immutable.
 */
public final class NoisyQuantity {
    /** By setting, sum 1: the weight of the setting times the runs that have the quantity; 0 where none has. */
    private final double[] weights;

    /** Mean of a setting's runs; the mean over all settings where none of them has the quantity. */
    private final double[] means;

    /** Variance of that mean by the noise of its runs; not-a-number where no setting has two runs. */
    private final double[] noise;

    private NoisyQuantity(double[] weights, double[] means, double[] noise) {
        double sum = Arrays.stream(weights).sum();
        this.weights = Arrays.stream(weights).map(weight -> weight / sum).toArray();
        this.means = means;
        this.noise = noise;
    }

    /**
     * Of the runs of each setting.
     *
     * @param weights of the settings, not negative
     * @param runs by setting, then by run; not-a-number where a run does not have the quantity
     */
    public static NoisyQuantity of(double[] weights, double[][] runs) {
        Moments[] each = Arrays.stream(runs).map(Moments::of).toArray(Moments[]::new);
        double[] counted = IntStream.range(0, each.length)
                .mapToDouble(i -> weights[i] * each[i].count())
                .toArray();
        double mean = IntStream.range(0, each.length)
                        .filter(i -> counted[i] > 0)
                        .mapToDouble(i -> counted[i] * each[i].mean())
                        .sum()
                / Arrays.stream(counted).sum();
        double pooled = 0;
        double repeated = 0;
        for (int i = 0; i < each.length; i++) {
            if (each[i].count() > 1) {
                pooled += counted[i] * each[i].variance();
                repeated += counted[i];
            }
        }
        double usual = pooled / repeated;
        return new NoisyQuantity(
                counted,
                Arrays.stream(each)
                        .mapToDouble(one -> one.count() > 0 ? one.mean() : mean)
                        .toArray(),
                Arrays.stream(each)
                        .mapToDouble(one -> (one.count() > 1 ? one.variance() : usual) / Math.max(1, one.count()))
                        .toArray());
    }

    /** The same with the weight of each setting multiplied by a factor that is not negative. */
    NoisyQuantity times(double[] factors) {
        if (Arrays.stream(factors).allMatch(factor -> factor == 1)) {
            return this;
        }
        return new NoisyQuantity(
                IntStream.range(0, weights.length)
                        .mapToDouble(i -> weights[i] * factors[i])
                        .toArray(),
                means,
                noise);
    }

    /** The weights of the settings, sum 1. */
    double[] weights() {
        return weights;
    }

    /** The mean of each setting's runs. */
    double[] means() {
        return means;
    }

    /** The mean over the ensemble; not-a-number where no run has the quantity. */
    public double mean() {
        double mean = 0;
        for (int i = 0; i < weights.length; i++) {
            mean += weights[i] * means[i];
        }
        return mean;
    }

    /** How many settings of equal weight are worth as much (Kish 1965). */
    public double effectiveSize() {
        return 1 / squares();
    }

    private double squares() {
        return Arrays.stream(weights).map(weight -> weight * weight).sum();
    }

    /** The variance of the mean by the noise of runs. */
    private double noiseOfMean() {
        double variance = 0;
        for (int i = 0; i < weights.length; i++) {
            variance += weights[i] == 0 ? 0 : weights[i] * weights[i] * noise[i];
        }
        return variance;
    }

    /** The weighted variance of the settings' means, in which there is noise. */
    double spread() {
        double mean = mean();
        double variance = 0;
        for (int i = 0; i < weights.length; i++) {
            variance += weights[i] * (means[i] - mean) * (means[i] - mean);
        }
        return variance;
    }

    /** The variance between settings without the noise of runs, at least 0; not-a-number where no setting has two runs. */
    public double between() {
        double expected = 0;
        for (int i = 0; i < weights.length; i++) {
            expected += weights[i] == 0 ? 0 : weights[i] * (1 - weights[i]) * noise[i];
        }
        return Math.max(0, (spread() - expected) / (1 - squares()));
    }

    /** The mean with the interval of the noise of runs alone, the settings kept. */
    public Estimate meanByNoise() {
        return Estimate.normal(mean(), Math.sqrt(noiseOfMean()));
    }

    /**
     * The mean with the interval of another ensemble of the same posterior, with other runs.
     *
     * @param independent draws that the ensemble is worth; fewer than two give no interval
     */
    public Estimate mean(double independent) {
        return independent < 2 ? Estimate.bare(mean()) : Estimate.student(mean(), error(independent), independent - 1);
    }

    /** The standard error of that mean. */
    public double error(double independent) {
        return Math.sqrt(between() / independent + noiseOfMean());
    }

    /**
     * Quantiles over the settings without the noise of runs: the settings' means are drawn to the common one until their variance
     * is that between settings (constrained empirical Bayes: Louis 1984, <i>Journal of the American Statistical Association</i>
     * 79). What a few runs cannot show of the shape stays unknown.
     */
    public double[] quantiles(double... shares) {
        double mean = mean();
        if (Double.isNaN(mean)) {
            return Arrays.stream(shares).map(share -> Double.NaN).toArray();
        }
        double observed = spread() / (1 - squares());
        double kept = observed > 0 ? Math.min(1, Math.sqrt(between() / observed)) : 0;
        WeightedSample sample = WeightedSample.of(
                Arrays.stream(means).map(each -> mean + kept * (each - mean)).toArray(), weights);
        return Arrays.stream(shares).map(sample::quantile).toArray();
    }
}
