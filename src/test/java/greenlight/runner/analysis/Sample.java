package greenlight.runner.analysis;

import greenlight.runner.dataset.Column;
import greenlight.runner.dataset.Factor;
import greenlight.runner.model.Model;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.hipparchus.random.SobolSequenceGenerator;

/** Functions, designs and kept tables that the tests share. */
public final class Sample {
    private static final Path KEPT = Path.of("src/test/resources/greenlight/runner/analysis");

    private Sample() {}

    static List<CSVRecord> kept(String name) {
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (Reader in = Files.newBufferedReader(KEPT.resolve(name))) {
            return format.parse(in).getRecords();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    static double[] column(List<CSVRecord> rows, String name) {
        return rows.stream()
                .mapToDouble(row -> Double.parseDouble(row.get(name)))
                .toArray();
    }

    public static Factor factor(String name, double from, double to) {
        return new Factor(
                new Column(new Model.Column(name, Model.Column.Type.REAL, "", "")), "", false, from, to, Double.NaN);
    }

    public static List<Factor> factors(int count, double from, double to) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(i -> factor("x" + i, from, to))
                .toList();
    }

    public static UniformRandomProvider random(long seed) {
        return RandomSource.XO_SHI_RO_256_PP.create(seed);
    }

    public static double ishigami(double[] x) {
        return Math.sin(x[0]) + 7 * Math.pow(Math.sin(x[1]), 2) + 0.1 * Math.pow(x[2], 4) * Math.sin(x[0]);
    }

    /** Sobol's g-function over the unit cube. */
    public static double g(double[] x, double[] a) {
        double product = 1;
        for (int i = 0; i < x.length; i++) {
            product *= (Math.abs(4 * x[i] - 2) + a[i]) / (1 + a[i]);
        }
        return product;
    }

    /** The points of a Saltelli design: for each base row A, AB of each factor, BA of each if asked for, B. */
    public static double[][] saltelli(double[][] base, boolean second) {
        List<double[]> points = new ArrayList<>();
        for (double[] row : base) {
            int k = row.length / 2;
            double[] a = Arrays.copyOf(row, k);
            double[] b = Arrays.copyOfRange(row, k, 2 * k);
            points.add(a);
            for (int j = 0; j < k; j++) {
                points.add(mixed(a, b, j));
            }
            for (int j = 0; second && j < k; j++) {
                points.add(mixed(b, a, j));
            }
            points.add(b);
        }
        return points.toArray(double[][]::new);
    }

    private static double[] mixed(double[] one, double[] other, int place) {
        double[] mixed = one.clone();
        mixed[place] = other[place];
        return mixed;
    }

    /** Base rows for so many factors from Sobol's sequence, the first point left out. */
    public static double[][] sequence(int rows, int factors, double from, double to) {
        SobolSequenceGenerator sequence = new SobolSequenceGenerator(2 * factors);
        sequence.skipTo(1);
        return IntStream.range(0, rows)
                .mapToObj(row -> Arrays.stream(sequence.nextVector())
                        .map(u -> from + (to - from) * u)
                        .toArray())
                .toArray(double[][]::new);
    }

    /** Base rows of independent draws. */
    public static double[][] draws(int rows, int factors, double from, double to, UniformRandomProvider random) {
        double[][] base = new double[rows][2 * factors];
        for (double[] row : base) {
            Arrays.setAll(row, i -> from + (to - from) * random.nextDouble());
        }
        return base;
    }
}
