package greenlight.market.economics.forecast;

import greenlight.market.economics.BetaBelief;
import greenlight.market.economics.Exact;
import greenlight.market.economics.demand.LogNormal;

/**
 * What is expected of a trial before it is made: clips are looked at, and what is then believed of their anomalies must not
 * exceed a limit (preposterior analysis: Raiffa and Schlaifer 1961, <i>Applied Statistical Decision Theory</i>).
 *
 * @param passes probability that it passes, 0 to 1
 * @param mean anomalies per clip that will be believed in if it passes
 */
public record AcceptanceSampling(double passes, double mean) {
    /** One over the square root of two pi. */
    private static final double DENSITY_AT_0 = 0.3989422804014327;
    /** A trial that passes more rarely is as good as never passed. */
    private static final double RAREST = 1e-9;

    /**
     * The posterior mean is nearly normal around the prior mean m, with deviation s = d sqrt(n / (n + w)): it passes with N(z), z =
     * (t - m) / s, and is then m - s n(z) / N(z), the mean of a truncated normal law (Johnson, Kotz and Balakrishnan 1994,
     * <i>Continuous Univariate Distributions</i>, 13.10).
     *
     * @param prior belief with mean m and deviation d, worth w clips
     * @param clips n, at least 0
     * @param limit t, anomalies per clip
     */
    public static AcceptanceSampling of(BetaBelief prior, double clips, double limit) {
        double weight = prior.successes() + prior.failures();
        double deviation = prior.deviation() * Math.sqrt(clips / (clips + weight));
        double mean = prior.mean();
        if (deviation == 0) {
            return new AcceptanceSampling(mean <= limit ? 1 : 0, mean);
        }
        double z = (limit - mean) / deviation;
        double passes = LogNormal.normalAbove(-z);
        if (passes < RAREST) {
            return new AcceptanceSampling(0, limit);
        }
        double less = deviation * DENSITY_AT_0 * Exact.exp(Math.max(-700, -z * z / 2)) / passes;
        return new AcceptanceSampling(passes, Math.max(0, mean - less));
    }

    /** Probability that a share lies below a limit, what is believed of it taken as normal: N((t - m) / d). */
    public static double below(BetaBelief belief, double limit) {
        double deviation = belief.deviation();
        double mean = belief.mean();
        return deviation > 0 ? LogNormal.normalAbove((mean - limit) / deviation) : mean < limit ? 1 : 0;
    }

    /** Mean that will be believed in if it does not pass, of a prior mean; that itself where it is sure to pass. */
    public double meanIfFailed(double prior) {
        return passes < 1 ? Math.min(1, (prior - passes * mean) / (1 - passes)) : prior;
    }
}
