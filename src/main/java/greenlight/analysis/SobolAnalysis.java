package greenlight.analysis;

import greenlight.analysis.Indices.Index;
import greenlight.analysis.Indices.Pair;
import greenlight.analysis.Indices.Step;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Sobol' indices from a Saltelli design: first order after Saltelli et al. (2010, table 2 b), total order after Jansen
 * (1999), second order after Saltelli (2002); centred, as SALib's {@code sobol.analyze} does it. Where points are
 * repeated, what luck leaves in their averages is taken out of the variances. Intervals are normal, with the standard
 * error of resampled base rows.
 */
final class SobolAnalysis {
    private static final int RESAMPLES = 500;
    private static final int FEWEST_ROWS = 8;

    private final List<Factor> factors;
    private final boolean second;

    /** Where the sums of a base row stand: A + B, A² + B², then first, total and second orders. */
    private static final int SUM = 0;

    private static final int SQUARES = 1;
    private static final int FIRST = 2;

    SobolAnalysis(List<Factor> factors, boolean second) {
        this.factors = factors;
        this.second = second;
    }

    /** Runs of a base row: A, AB of each factor, BA of each where there are, B. */
    int width() {
        return second ? 2 * factors.size() + 2 : factors.size() + 2;
    }

    /** The indices of a measure; {@code noise} is the variance that luck leaves in a point's average. */
    Indices of(Runs runs, Response response, double noise) {
        int most = runs.number(runs.points() - 1) / width() + 1;
        double[] outcome = new double[most * width()];
        Arrays.fill(outcome, Double.NaN);
        for (int point = 0; point < runs.points(); point++) {
            outcome[runs.number(point)] = response.mean(point);
        }
        return of(outcome, noise);
    }

    /** The indices from outcomes in the order of the design; base rows with a gap are left out. */
    Indices of(double[] outcome, double noise) {
        int width = width();
        List<double[]> whole = new ArrayList<>();
        for (int from = 0; from < outcome.length; from += width) {
            double[] row = Arrays.copyOfRange(outcome, from, from + width);
            if (Arrays.stream(row).noneMatch(Double::isNaN)) {
                whole.add(row);
            }
        }
        int dropped = outcome.length / width - whole.size();
        double centre = whole.stream().flatMapToDouble(Arrays::stream).average().orElse(0);
        double[][] sums = whole.stream().map(row -> sums(row, centre)).toArray(double[][]::new);
        List<Step> trace = new ArrayList<>();
        for (int part = 8; part > 1; part /= 2) {
            int rows = sums.length / part;
            if (rows >= FEWEST_ROWS) {
                trace.add(new Step(rows, indices(estimates(Arrays.copyOf(sums, rows), noise))));
            }
        }
        Estimate[] all = estimates(sums, noise);
        trace.add(new Step(sums.length, indices(all)));
        return new Indices(indices(all), pairs(all), trace, sums.length, dropped);
    }

    /** What each estimator sums over base rows. */
    private double[] sums(double[] row, double centre) {
        int k = factors.size();
        double a = row[0] - centre;
        double b = row[row.length - 1] - centre;
        double[] sums = new double[FIRST + 2 * k + (second ? k * (k - 1) / 2 : 0)];
        sums[SUM] = a + b;
        sums[SQUARES] = a * a + b * b;
        int at = FIRST + 2 * k;
        for (int j = 0; j < k; j++) {
            double ab = row[1 + j] - centre;
            sums[FIRST + j] = b * (ab - a);
            sums[FIRST + k + j] = (a - ab) * (a - ab) / 2;
            for (int l = j + 1; second && l < k; l++) {
                double ba = row[1 + k + j] - centre;
                sums[at++] = ba * (row[1 + l] - centre) - a * b;
            }
        }
        return sums;
    }

    private Estimate[] estimates(double[][] sums, double noise) {
        int rows = sums.length;
        if (rows == 0) {
            Estimate[] none = new Estimate[sums(new double[width()], 0).length];
            Arrays.fill(none, Estimate.NONE);
            return none;
        }
        int wide = sums[0].length;
        double[] mean = new double[wide];
        for (double[] row : sums) {
            add(mean, row);
        }
        double[] point = ratios(mean, rows, noise);
        double[][] drawn = new double[wide][RESAMPLES];
        Resampling.indices(rows, RESAMPLES, (resample, picked) -> {
            double[] resampled = new double[wide];
            for (int row : picked) {
                add(resampled, sums[row]);
            }
            double[] ratios = ratios(resampled, rows, noise);
            for (int i = 0; i < wide; i++) {
                drawn[i][resample] = ratios[i];
            }
        });
        Estimate[] estimates = new Estimate[wide];
        for (int i = 0; i < wide; i++) {
            estimates[i] =
                    Estimate.normal(point[i], Math.sqrt(Moments.of(drawn[i]).variance()));
        }
        return estimates;
    }

    private static void add(double[] sum, double[] row) {
        for (int i = 0; i < sum.length; i++) {
            sum[i] += row[i];
        }
    }

    private double[] ratios(double[] sum, int rows, double noise) {
        int k = factors.size();
        double mean = sum[SUM] / (2 * rows);
        double variance = sum[SQUARES] / (2 * rows) - mean * mean - noise;
        double[] ratios = new double[sum.length];
        for (int i = FIRST; i < sum.length; i++) {
            double jansen = i >= FIRST + k && i < FIRST + 2 * k ? noise : 0;
            ratios[i] = (sum[i] / rows - jansen) / variance;
        }
        int at = FIRST + 2 * k;
        for (int j = 0; second && j < k; j++) {
            for (int l = j + 1; l < k; l++) {
                ratios[at++] -= ratios[FIRST + j] + ratios[FIRST + l];
            }
        }
        return ratios;
    }

    private List<Index> indices(Estimate[] estimates) {
        int k = factors.size();
        List<Index> indices = new ArrayList<>();
        for (int j = 0; j < k; j++) {
            indices.add(new Index(factors.get(j), estimates[FIRST + j], estimates[FIRST + k + j]));
        }
        return indices;
    }

    private List<Pair> pairs(Estimate[] estimates) {
        int k = factors.size();
        List<Pair> pairs = new ArrayList<>();
        int at = FIRST + 2 * k;
        for (int j = 0; second && j < k; j++) {
            for (int l = j + 1; l < k; l++) {
                pairs.add(new Pair(factors.get(j), factors.get(l), estimates[at++]));
            }
        }
        return pairs;
    }
}
