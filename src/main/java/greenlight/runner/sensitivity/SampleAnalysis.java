package greenlight.runner.sensitivity;

import greenlight.runner.dataset.Factor;
import greenlight.runner.dataset.Response;
import greenlight.runner.dataset.RunTable;
import greenlight.runner.sensitivity.GivenDataSensitivity.Bin;
import greenlight.runner.sensitivity.GivenDataSensitivity.Row;
import greenlight.runner.stats.Bootstrap;
import greenlight.runner.stats.Correlation;
import greenlight.runner.stats.Estimate;
import greenlight.runner.stats.Moments;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.hipparchus.exception.MathRuntimeException;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.LUDecomposition;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.stat.correlation.PearsonsCorrelation;

/**
 * Sensitivities from any sample of points: Spearman's rank correlation, partial rank correlation, and the first-order
 * index from the means of classes (Plischke et al. 2013, with SALib's number of classes), corrected as the adjusted
 * coefficient of determination is.
 */
public final class SampleAnalysis {
    private static final int RESAMPLES = 300;
    private static final int MOST_CLASSES = 48;

    private final List<Factor> factors;

    public SampleAnalysis(List<Factor> factors) {
        this.factors = factors;
    }

    /** Over the means of these points; {@code noise} is the variance that noise leaves in them. */
    public GivenDataSensitivity of(RunTable runs, Response response, double noise, int[] points) {
        int[] used = IntStream.of(points)
                .filter(point -> !Double.isNaN(response.mean(point)))
                .toArray();
        double[][] inputs = new double[factors.size()][];
        for (int j = 0; j < inputs.length; j++) {
            Factor factor = factors.get(j);
            inputs[j] = IntStream.of(used)
                    .mapToDouble(point -> runs.level(point, factor))
                    .toArray();
        }
        return of(inputs, IntStream.of(used).mapToDouble(response::mean).toArray(), noise);
    }

    /**
     * The sensitivities of an outcome to its inputs.
     *
     * @param inputs a column for each factor
     */
    public GivenDataSensitivity of(double[][] inputs, double[] raw, double noise) {
        int n = raw.length;
        double centre = Moments.of(raw).mean();
        double[] outcome = Arrays.stream(raw).map(value -> value - centre).toArray();
        double[] partial = partial(inputs, outcome);
        List<Row> rows = new ArrayList<>();
        int ordered =
                (int) factors.stream().filter(factor -> !factor.unordered()).count();
        double[] ranks = Correlation.ranks(outcome);
        for (int j = 0; j < inputs.length; j++) {
            Factor factor = factors.get(j);
            int[] classes = classes(inputs[j], factor.unordered());
            double plain = explained(outcome, classes);
            double spearman =
                    factor.unordered() ? Double.NaN : Correlation.pearson(Correlation.ranks(inputs[j]), ranks);
            double spread = Moments.of(outcome).spread();
            rows.add(new Row(
                    factor,
                    Correlation.rankEstimate(spearman, n - 3),
                    Correlation.rankEstimate(partial[j], n - 3 - (ordered - 1)),
                    first(outcome, classes, spread > noise ? spread / (spread - noise) : 1),
                    plain,
                    curve(inputs[j], raw, classes)));
        }
        return new GivenDataSensitivity(rows, n);
    }

    /** Partial rank correlations from the inverse of the correlation matrix. */
    private double[] partial(double[][] inputs, double[] outcome) {
        double[] partial = new double[inputs.length];
        Arrays.fill(partial, Double.NaN);
        int[] ordered = IntStream.range(0, inputs.length)
                .filter(j ->
                        !factors.get(j).unordered() && Moments.of(inputs[j]).variance() > 0)
                .toArray();
        if (ordered.length == 0 || outcome.length < ordered.length + 3) {
            return partial;
        }
        RealMatrix ranks = new Array2DRowRealMatrix(outcome.length, ordered.length + 1);
        for (int i = 0; i < ordered.length; i++) {
            ranks.setColumn(i, Correlation.ranks(inputs[ordered[i]]));
        }
        ranks.setColumn(ordered.length, Correlation.ranks(outcome));
        try {
            RealMatrix inverse = new LUDecomposition(new PearsonsCorrelation(ranks).getCorrelationMatrix())
                    .getSolver()
                    .getInverse();
            int y = ordered.length;
            for (int i = 0; i < ordered.length; i++) {
                partial[ordered[i]] =
                        -inverse.getEntry(i, y) / Math.sqrt(inverse.getEntry(i, i) * inverse.getEntry(y, y));
            }
        } catch (MathRuntimeException singular) {
            // two factors move together, or the measure follows the factors without error
        }
        return partial;
    }

    /** The class of each point: a level each where there are few levels, else as many points in each class. */
    private static int[] classes(double[] input, boolean unordered) {
        int most = classes(input.length);
        double[] levels = Arrays.stream(input).sorted().distinct().toArray();
        if (unordered || levels.length <= most) {
            return Arrays.stream(input)
                    .mapToInt(level -> Arrays.binarySearch(levels, level))
                    .toArray();
        }
        int[] order = IntStream.range(0, input.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> input[i]))
                .mapToInt(i -> i)
                .toArray();
        int[] classes = new int[input.length];
        double width = (double) input.length / most;
        int at = 0;
        for (int rank = 1; rank <= order.length; rank++) {
            while (rank > (at + 1) * width && at < most - 1) {
                at++;
            }
            classes[order[rank - 1]] = at;
        }
        return classes;
    }

    /** Plischke et al.'s number of classes for a sample of this size. */
    static int classes(int n) {
        double exponent = 2 / (7 + Math.tanh((1500.0 - n) / 500));
        return (int) Math.min(Math.ceil(Math.pow(n, exponent)), MOST_CLASSES);
    }

    /** The share of variance among class means. */
    private static double explained(double[] outcome, int[] classes) {
        Sums sums = new Sums(classes);
        for (int i = 0; i < outcome.length; i++) {
            sums.add(classes[i], outcome[i]);
        }
        return sums.among() / sums.whole();
    }

    private static Estimate first(double[] outcome, int[] classes, double scale) {
        Sums sums = new Sums(classes);
        for (int i = 0; i < outcome.length; i++) {
            sums.add(classes[i], outcome[i]);
        }
        double[] drawn = new double[Bootstrap.resamples(outcome.length, RESAMPLES)];
        Bootstrap.draw(outcome.length, drawn.length, (resample, picked) -> {
            Sums again = new Sums(classes);
            for (int i : picked) {
                again.add(classes[i], outcome[i]);
            }
            drawn[resample] = scale * again.adjusted();
        });
        return Bootstrap.normal(scale * sums.adjusted(), drawn);
    }

    /** Counts, sums and squares of an outcome by class. */
    private static final class Sums {
        private final int[] count;
        private final double[] sum;
        private double squares;

        Sums(int[] classes) {
            int size = Arrays.stream(classes).max().orElse(-1) + 1;
            count = new int[size];
            sum = new double[size];
        }

        void add(int at, double value) {
            count[at]++;
            sum[at] += value;
            squares += value * value;
        }

        private double total() {
            return Arrays.stream(sum).sum();
        }

        private int size() {
            return Arrays.stream(count).sum();
        }

        double whole() {
            return squares / size() - Math.pow(total() / size(), 2);
        }

        double among() {
            double mean = total() / size();
            double among = 0;
            for (int at = 0; at < count.length; at++) {
                if (count[at] > 0) {
                    among += count[at] * Math.pow(sum[at] / count[at] - mean, 2);
                }
            }
            return among / size();
        }

        /** One less the unbiased variance within classes over the unbiased whole variance. */
        double adjusted() {
            long used = Arrays.stream(count).filter(n -> n > 0).count();
            double n = size();
            return 1 - (n - 1) / (n - used) * (1 - among() / whole());
        }
    }

    private static List<Bin> curve(double[] input, double[] outcome, int[] classes) {
        int size = Arrays.stream(classes).max().orElse(-1) + 1;
        List<Bin> bins = new ArrayList<>();
        for (int at = 0; at < size; at++) {
            int place = at;
            int[] own = IntStream.range(0, input.length)
                    .filter(i -> classes[i] == place)
                    .toArray();
            if (own.length > 0) {
                bins.add(new Bin(
                        IntStream.of(own).mapToDouble(i -> input[i]).min().getAsDouble(),
                        IntStream.of(own).mapToDouble(i -> input[i]).max().getAsDouble(),
                        own.length,
                        Estimate.mean(
                                IntStream.of(own).mapToDouble(i -> outcome[i]).toArray())));
            }
        }
        return bins;
    }
}
