package greenlight.runner.sensitivity;

import greenlight.runner.dataset.Factor;
import greenlight.runner.dataset.Response;
import greenlight.runner.dataset.RunTable;
import greenlight.runner.sensitivity.SobolIndices.Index;
import greenlight.runner.sensitivity.SobolIndices.Pair;
import greenlight.runner.sensitivity.SobolIndices.Step;
import greenlight.runner.stats.Bootstrap;
import greenlight.runner.stats.Estimate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleBiFunction;
import java.util.stream.IntStream;

/**
 * Sobol' indices from a Saltelli design: first order after Saltelli et al. (2010, table 2 b), total order after Jansen
 * (1999), second order after Saltelli (2002); centred, as SALib's {@code sobol.analyze} does it. Where points are
 * repeated, what noise leaves in their averages is taken out of every product of two of them. Intervals are normal, with the standard
 * error of resampled base rows.
 */
public final class SobolAnalysis {
    private static final int RESAMPLES = 500;
    private static final int FEWEST_ROWS = 8;
    /** A variance below this part of the mean square is due to rounding errors. */
    private static final double ROUNDING = 1e-12;

    private final List<Factor> factors;
    private final boolean second;

    /** Places of the sums of a base row: A + B, A² + B², then first, total and second orders. */
    private static final int SUM = 0;

    private static final int SQUARES = 1;
    private static final int FIRST = 2;

    public SobolAnalysis(List<Factor> factors, boolean second) {
        this.factors = factors;
        this.second = second;
    }

    /** Runs of a base row: A, AB of each factor, BA of each where there are, B. */
    public int width() {
        return second ? 2 * factors.size() + 2 : factors.size() + 2;
    }

    /**
     * The indices of a measure from the means of points.
     *
     * @param noise of the measure, whose part is taken out of the variance
     * @param common whether all points share the random numbers of a replication
     */
    public SobolIndices of(RunTable runs, Response response, NoiseDecomposition noise, boolean common) {
        int most = runs.number(runs.points() - 1) / width() + 1;
        int[] places = new int[most * width()];
        Arrays.fill(places, -1);
        for (int point = 0; point < runs.points(); point++) {
            if (!Double.isNaN(response.mean(point))) {
                places[runs.number(point)] = point;
            }
        }
        return of(places, response, noise, common);
    }

    /** The indices from single outcomes in the order of the design; not-a-number where there is none. */
    public SobolIndices of(double[] outcomes) {
        Response response = new Response(outcomes.length, 1, outcomes);
        int[] places = IntStream.range(0, outcomes.length)
                .map(i -> Double.isNaN(outcomes[i]) ? -1 : i)
                .toArray();
        return of(places, response, NoiseDecomposition.UNKNOWN, false);
    }

    /** Base rows with a gap are left out. */
    SobolIndices of(int[] places, Response response, NoiseDecomposition noise, boolean common) {
        List<int[]> whole = new ArrayList<>();
        for (int from = 0; from + width() <= places.length; from += width()) {
            int[] row = Arrays.copyOfRange(places, from, from + width());
            if (Arrays.stream(row).noneMatch(point -> point < 0)) {
                whole.add(row);
            }
        }
        int dropped = places.length / width() - whole.size();
        double centre = whole.stream()
                .flatMapToDouble(row -> Arrays.stream(row).mapToDouble(response::mean))
                .average()
                .orElse(0);
        double[][] sums =
                whole.stream().map(row -> sums(row, response, centre, common)).toArray(double[][]::new);
        List<Step> trace = new ArrayList<>();
        for (int part = 8; part > 1; part /= 2) {
            int rows = sums.length / part;
            if (rows >= FEWEST_ROWS) {
                trace.add(new Step(rows, indices(estimates(Arrays.copyOf(sums, rows), noise.error()))));
            }
        }
        Estimate[] all = estimates(sums, noise.error());
        trace.add(new Step(sums.length, indices(all)));
        return new SobolIndices(indices(all), pairs(all), trace, sums.length, dropped);
    }

    private int terms() {
        int k = factors.size();
        return FIRST + 2 * k + (second ? k * (k - 1) / 2 : 0);
    }

    /** What each estimator sums over base rows, less what noise in the means adds to it on average. */
    private double[] sums(int[] row, Response response, double centre, boolean common) {
        int k = factors.size();
        double[] y = Arrays.stream(row)
                .mapToDouble(point -> response.mean(point) - centre)
                .toArray();
        int last = y.length - 1;
        double[] sums = new double[terms()];
        sums[SUM] = y[0] + y[last];
        sums[SQUARES] = y[0] * y[0] + y[last] * y[last];
        ToDoubleBiFunction<Integer, Integer> product =
                (i, j) -> y[i] * y[j] - response.covariance(row[i], row[j], common);
        int at = FIRST + 2 * k;
        for (int j = 0; j < k; j++) {
            int ab = 1 + j;
            sums[FIRST + j] = product.applyAsDouble(last, ab) - product.applyAsDouble(last, 0);
            sums[FIRST + k + j] =
                    product.applyAsDouble(0, 0) / 2 + product.applyAsDouble(ab, ab) / 2 - product.applyAsDouble(0, ab);
            for (int l = j + 1; second && l < k; l++) {
                sums[at++] = product.applyAsDouble(1 + k + j, 1 + l) - product.applyAsDouble(0, last);
            }
        }
        return sums;
    }

    private Estimate[] estimates(double[][] sums, double noise) {
        int rows = sums.length;
        if (rows == 0) {
            Estimate[] none = new Estimate[terms()];
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
        Bootstrap.draw(rows, RESAMPLES, (resample, picked) -> {
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
            estimates[i] = Bootstrap.normal(point[i], drawn[i]);
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
        double square = sum[SQUARES] / (2 * rows);
        double variance = square - mean * mean - noise;
        double[] ratios = new double[sum.length];
        if (Math.abs(variance) <= ROUNDING * square) {
            variance = Double.NaN; // all outcomes are equal: there is nothing to share out
        }
        for (int i = FIRST; i < sum.length; i++) {
            ratios[i] = sum[i] / rows / variance;
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
