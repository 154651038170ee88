package greenlight.app.answer;

import greenlight.runner.csv.CsvTable;
import greenlight.runner.model.Parameter;
import greenlight.runner.stats.Moments;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The settings of an ensemble by how near they are to its middle. The first is the medoid (Kaufman and Rousseeuw 1990), not by
 * its parameters, of which in every single setting some lie far out, but by what it answers. Its answers have the least
 * mean distance to those of all others; it is not the setting nearest to the record.
 */
public final class CentralSettings {
    private final HeadlineRuns runs;
    private final int[] order;

    private CentralSettings(HeadlineRuns runs, int[] order) {
        this.runs = runs;
        this.order = order;
    }

    /** The settings of some runs. */
    public static CentralSettings of(HeadlineRuns runs) {
        List<double[]> answers = Arrays.stream(HeadlineAnswer.values())
                .map(answer -> means(runs.values(answer)))
                .toList();
        return new CentralSettings(runs, order(answers, runs.weights()));
    }

    /** The mean of each setting's runs to which a figure applies; not-a-number where it applies to none. */
    private static double[] means(double[][] values) {
        return Arrays.stream(values)
                .mapToDouble(of -> Arrays.stream(of)
                        .filter(value -> !Double.isNaN(value))
                        .average()
                        .orElse(Double.NaN))
                .toArray();
    }

    /**
     * The items by their weighted sum of dissimilarities to all others, the least first, equals in their order. A dissimilarity is
     * the mean distance in the figures that both items have, each in its standard deviations (after Gower 1971, Biometrics 27);
     * 1 where they have none.
     *
     * @param figures each with a value for every item, not-a-number where an item has none
     * @param weights of the items, all above 0
     */
    static int[] order(List<double[]> figures, double[] weights) {
        List<double[]> scaled = figures.stream().map(CentralSettings::scaled).toList();
        double[] sums = new double[weights.length];
        for (int item = 0; item < weights.length; item++) {
            for (int other = 0; other < weights.length; other++) {
                sums[item] += weights[other] * dissimilarity(scaled, item, other);
            }
        }
        return IntStream.range(0, sums.length)
                .boxed()
                .sorted(Comparator.comparingDouble(item -> sums[item]))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /** In standard deviations of the items that have a value; as it is where these are equal. */
    private static double[] scaled(double[] values) {
        double deviation = Moments.of(values).deviation();
        return deviation > 0
                ? Arrays.stream(values).map(value -> value / deviation).toArray()
                : values;
    }

    private static double dissimilarity(List<double[]> figures, int item, int other) {
        double sum = 0;
        int count = 0;
        for (double[] of : figures) {
            double difference = Math.abs(of[item] - of[other]);
            if (!Double.isNaN(difference)) {
                sum += difference;
                count++;
            }
        }
        return count == 0 ? 1 : sum / count;
    }

    /** Their numbers in the ensemble, from 1, the nearest to the middle first. */
    public List<Integer> numbers() {
        return Arrays.stream(order).mapToObj(runs.numbers()::get).toList();
    }

    /** The values of one of them, by its number: a row for each parameter of the ensemble. */
    public CsvTable table(int number) {
        CsvTable table = new CsvTable("parameter", "value");
        for (Map.Entry<Parameter, Double> value : runs.setting(number).entrySet()) {
            table.with(value.getKey().key(), value.getValue());
        }
        return table;
    }
}
