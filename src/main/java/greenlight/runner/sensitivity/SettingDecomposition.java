package greenlight.runner.sensitivity;

import greenlight.runner.dataset.Response;
import greenlight.runner.stats.Bootstrap;
import greenlight.runner.stats.Estimate;
import greenlight.runner.stats.Moments;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How the variance of a measure at a point divides between the settings of an ensemble, which is ignorance, and within them,
 * which is the noise of replications: one-way random effects with unequal numbers of runs, estimated by the analysis of
 * variance (Searle, Casella and McCulloch 1992, <i>Variance Components</i>, section 3.6). Over several points, the variances
 * are averaged.
 *
 * @param share of the variance that lies between settings, with an interval from resampling settings with their runs;
 *     not-a-number where it is not resolved
 * @param between variance of the settings' true means
 * @param within mean variance among the runs of a setting
 * @param settings with a run that has the measure
 * @param runs that have the measure
 */
public record SettingDecomposition(Estimate share, double between, double within, int settings, int runs) {
    private static final int RESAMPLES = 400;
    /** Fewer settings with two runs or more at a point tell too little of the noise. */
    private static final int LEAST_REPEATED = 10;

    /**
     * Of some points together.
     *
     * @param response over an ensemble
     */
    public static SettingDecomposition of(Response response, int[] points) {
        List<int[]> settings = response.settings();
        Moments[][] cells = new Moments[points.length][settings.size()];
        for (int i = 0; i < points.length; i++) {
            for (int j = 0; j < settings.size(); j++) {
                int point = points[i];
                cells[i][j] = Moments.of(IntStream.of(settings.get(j))
                        .mapToDouble(replication -> response.at(point, replication))
                        .toArray());
            }
        }
        int[] all = IntStream.range(0, settings.size()).toArray();
        Components whole = Components.of(cells, all);
        double[] shares = new double[Bootstrap.resamples((long) points.length * all.length, RESAMPLES)];
        long repeated = IntStream.of(all)
                .filter(j -> Arrays.stream(cells).anyMatch(point -> point[j].count() > 1))
                .count();
        boolean resolved = whole.isResolved() && repeated >= Math.min(LEAST_REPEATED, all.length);
        if (resolved) {
            Bootstrap.draw(
                    all.length,
                    shares.length,
                    (resample, drawn) ->
                            shares[resample] = Components.of(cells, drawn).share());
        }
        return new SettingDecomposition(
                resolved ? OverSettings.interval(whole.share(), shares) : Estimate.NONE,
                whole.between(),
                whole.within(),
                (int) IntStream.of(all).filter(j -> runs(cells, j) > 0).count(),
                IntStream.of(all).map(j -> runs(cells, j)).sum());
    }

    private static int runs(Moments[][] cells, int setting) {
        int runs = 0;
        for (Moments[] point : cells) {
            runs += point[setting].count();
        }
        return runs;
    }

    /** Whether the two can be distinguished: ten settings, or all, have two runs at a point, and runs differ there. */
    public boolean isResolved() {
        return !Double.isNaN(share.value());
    }

    /** The two variances, averaged over points at which some setting has two runs; not-a-number where there is none. */
    private record Components(double between, double within) {
        static Components of(Moments[][] cells, int[] picked) {
            double between = 0;
            double within = 0;
            int resolved = 0;
            for (Moments[] point : cells) {
                Components one = at(point, picked);
                if (!Double.isNaN(one.within)) {
                    between += one.between;
                    within += one.within;
                    resolved++;
                }
            }
            return resolved == 0
                    ? new Components(Double.NaN, Double.NaN)
                    : new Components(Math.max(0, between / resolved), within / resolved);
        }

        /** Of one point; the variance between settings may come out below zero. */
        private static Components at(Moments[] cells, int[] picked) {
            int settings = 0;
            double runs = 0;
            double squared = 0;
            double sum = 0;
            for (int place : picked) {
                int count = cells[place].count();
                if (count > 0) {
                    settings++;
                    runs += count;
                    squared += (double) count * count;
                    sum += count * cells[place].mean();
                }
            }
            if (settings < 2 || runs == settings) {
                return new Components(Double.NaN, Double.NaN);
            }
            double among = 0;
            double inside = 0;
            for (int place : picked) {
                Moments cell = cells[place];
                if (cell.count() > 0) {
                    double apart = cell.mean() - sum / runs;
                    among += cell.count() * apart * apart;
                    inside += cell.count() > 1 ? cell.variance() * (cell.count() - 1) : 0;
                }
            }
            double within = inside / (runs - settings);
            double each = (runs - squared / runs) / (settings - 1);
            return new Components((among / (settings - 1) - within) / each, within);
        }

        double share() {
            return between / (between + within);
        }

        boolean isResolved() {
            return between + within > 0;
        }
    }
}
