package greenlight.app.answer;

import greenlight.app.posterior.PosteriorTables;
import greenlight.runner.information.NoisyQuantity;
import greenlight.runner.stats.Estimate;
import java.util.EnumMap;
import java.util.Map;

/**
 * A headline answer over an ensemble, in its unit. Intervals are of 95 %.
 *
 * @param mean by weight, with the interval of another ensemble of the same posterior: it holds that a sample of settings is
 *     small, and the noise of runs
 * @param error its standard error
 * @param noise the mean with the interval of the noise of runs alone
 * @param deviation standard deviation over the settings without the noise of runs: what is not known of the answer
 * @param quantiles over the settings without the noise of runs, at {@link #SHARES}
 * @param settings that the ensemble is worth, of equal weight
 */
public record HeadlineFigure(
        Estimate mean, double error, Estimate noise, double deviation, double[] quantiles, double settings) {
    /** Shares of the quantiles. */
    static final double[] SHARES = {0.05, 0.5, 0.95};

    private static final double ROUNDING = 1e12;

    /** What 5 % of the settings lie below. */
    public double low() {
        return quantiles[0];
    }

    /** What 95 % of the settings lie below. */
    public double high() {
        return quantiles[quantiles.length - 1];
    }

    /** The figures of the answers for which runs were made. */
    public static Map<HeadlineAnswer, HeadlineFigure> of(HeadlineRuns runs) {
        Map<HeadlineAnswer, HeadlineFigure> figures = new EnumMap<>(HeadlineAnswer.class);
        for (HeadlineAnswer answer : runs.answers()) {
            figures.put(answer, of(NoisyQuantity.of(runs.weights(), runs.values(answer)), answer.isShare()));
        }
        return figures;
    }

    /** Of settings that descend from one another only some are worth a draw of their own. */
    static HeadlineFigure of(NoisyQuantity quantity, boolean share) {
        double independent = Math.max(1, PosteriorTables.INDEPENDENT * quantity.effectiveSize());
        // weights add up to 1 but for rounding
        double mean = Math.rint(quantity.mean() * ROUNDING) / ROUNDING;
        Estimate over = quantity.mean(independent);
        Estimate allOrNone = Estimate.allOrNone(mean, (int) independent);
        boolean certain = share && (mean == 0 || mean == 1);
        return new HeadlineFigure(
                certain ? allOrNone : share ? over.clamped(0, 1) : over,
                certain ? 2 * allOrNone.half() / Estimate.NORMAL : quantity.error(independent),
                share ? quantity.meanByNoise().clamped(0, 1) : quantity.meanByNoise(),
                Math.sqrt(quantity.between()),
                quantity.quantiles(SHARES),
                quantity.effectiveSize());
    }

    /** By how much the answer of another ensemble is larger, both ensembles being samples. */
    Estimate difference(HeadlineFigure other) {
        double between = other.mean.value() - mean.value();
        return mean.bounded() && other.mean.bounded()
                ? Estimate.normal(between, Math.sqrt(error * error + other.error * other.error))
                : Estimate.bare(between);
    }
}
