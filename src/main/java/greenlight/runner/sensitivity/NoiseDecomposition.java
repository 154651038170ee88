package greenlight.runner.sensitivity;

import greenlight.runner.dataset.Response;
import greenlight.runner.stats.Bootstrap;
import greenlight.runner.stats.Estimate;
import greenlight.runner.stats.Moments;
import java.util.stream.IntStream;

/**
 * How the variance of a measure divides by the law of total variance: between the points' true means, and within points,
 * which is noise.
 *
 * @param share of noise in the whole variance; its interval comes from resampling points
 * @param between variance of the points' true means, corrected for the noise that is left in their averages
 * @param within mean variance among the replications of a point
 * @param error variance that noise leaves in the difference of a point's average from the others', half of the squared
 *     difference of two points: noise that all points share cancels
 */
public record NoiseDecomposition(Estimate share, double between, double within, double error) {
    private static final int RESAMPLES = 400;

    /** Nothing is known, because no point was repeated. */
    static final NoiseDecomposition UNKNOWN = new NoiseDecomposition(Estimate.NONE, Double.NaN, Double.NaN, 0);

    /** Of the points that were repeated. */
    private record Sums(int[] point, double[] mean, double[] variance, int[] count) {
        static Sums of(Response response) {
            int[] point = IntStream.range(0, response.points())
                    .filter(at -> response.moments(at).count() > 1)
                    .toArray();
            double[] mean = new double[point.length];
            double[] variance = new double[point.length];
            int[] count = new int[point.length];
            for (int i = 0; i < point.length; i++) {
                Moments moments = response.moments(point[i]);
                mean[i] = moments.mean();
                variance[i] = moments.variance();
                count[i] = moments.count();
            }
            return new Sums(point, mean, variance, count);
        }
    }

    /** With an interval of the share. */
    public static NoiseDecomposition of(Response response, boolean common) {
        Sums sums = Sums.of(response);
        if (sums.point().length < 2) {
            return UNKNOWN;
        }
        double kept = kept(response, sums, common);
        NoiseDecomposition plain = of(sums, all(sums), kept);
        double[] shares = new double[Bootstrap.resamples(sums.point().length, RESAMPLES)];
        Bootstrap.draw(
                sums.point().length,
                shares.length,
                (resample, picked) ->
                        shares[resample] = of(sums, picked, kept).share().value());
        Estimate bounded = Bootstrap.normal(plain.share().value(), shares).clamped(0, 1);
        return new NoiseDecomposition(bounded, plain.between(), plain.within(), plain.error());
    }

    /** Without an interval. */
    static NoiseDecomposition plain(Response response, boolean common) {
        Sums sums = Sums.of(response);
        return sums.point().length < 2 ? UNKNOWN : of(sums, all(sums), kept(response, sums, common));
    }

    private static int[] all(Sums sums) {
        return IntStream.range(0, sums.point().length).toArray();
    }

    /** The part of the variance within points that the points do not share. */
    private static double kept(Response response, Sums sums, boolean common) {
        double within = Moments.of(sums.variance()).mean();
        double shared = common ? shared(response, sums.point(), within) : 0;
        return within > 0 ? (within - shared) / within : 0;
    }

    private static NoiseDecomposition of(Sums sums, int[] picked, double kept) {
        double[] mean = new double[picked.length];
        double within = 0;
        double error = 0;
        for (int i = 0; i < picked.length; i++) {
            mean[i] = sums.mean()[picked[i]];
            within += sums.variance()[picked[i]] / picked.length;
            error += kept * sums.variance()[picked[i]] / sums.count()[picked[i]] / picked.length;
        }
        double between = Math.max(0, Moments.of(mean).variance() - error);
        double whole = between + within;
        return new NoiseDecomposition(Estimate.bare(whole > 0 ? within / whole : Double.NaN), between, within, error);
    }

    /** Covariance of two points with the same random numbers, averaged over all pairs. */
    private static double shared(Response response, int[] used, double within) {
        double[] effects = new double[response.replications()];
        int[] counts = new int[effects.length];
        for (int point : used) {
            double mean = response.mean(point);
            for (int replication = 0; replication < effects.length; replication++) {
                double value = response.at(point, replication);
                if (!Double.isNaN(value)) {
                    effects[replication] += value - mean;
                    counts[replication]++;
                }
            }
        }
        for (int replication = 0; replication < effects.length; replication++) {
            effects[replication] = counts[replication] > 0 ? effects[replication] / counts[replication] : Double.NaN;
        }
        double points = used.length;
        double covariance = (Moments.of(effects).variance() - within / points) / (1 - 1 / points);
        return Math.min(within, Math.max(0, covariance));
    }
}
