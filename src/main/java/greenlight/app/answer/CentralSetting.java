package greenlight.app.answer;

import greenlight.app.evidence.Pattern;
import greenlight.runner.csv.CsvTable;
import greenlight.runner.inference.WeightedSample;
import greenlight.runner.model.Parameter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * The setting in the middle of an ensemble, whose values are the defaults: the medoid (Kaufman and Rousseeuw 1990), not by its
 * parameters, of which most are far from their medians in every single setting, but by what its runs say of the patterns and
 * the headline answers. So the default world does what the settings that the record allows do, and is never the nearest to the record.
 */
public final class CentralSetting {
    private final HeadlineRuns runs;
    private final int index;

    private CentralSetting(HeadlineRuns runs, int index) {
        this.runs = runs;
        this.index = index;
    }

    /** The medoid of some runs. */
    public static CentralSetting of(HeadlineRuns runs) {
        List<double[]> figures = new ArrayList<>();
        for (HeadlineAnswer answer : HeadlineAnswer.values()) {
            figures.add(means(runs.values(answer)));
        }
        for (Pattern pattern : Pattern.values()) {
            figures.add(means(runs.values(pattern)));
        }
        return new CentralSetting(runs, medoid(figures, runs.weights()));
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
     * The item with the least weighted sum of dissimilarities to all others, the first of equals. A dissimilarity is the mean, over
     * the figures that both items have, of the share of the weight that lies between their values (Gower 1971, Biometrics 27, with
     * ranks, so that no figure counts more for its tails); 1 where they have none.
     *
     * @param figures each with a value for every item, not-a-number where an item has none
     * @param weights of the items, all above 0
     */
    static int medoid(List<double[]> figures, double[] weights) {
        List<double[]> ranks = figures.stream()
                .filter(values -> Arrays.stream(values).anyMatch(value -> !Double.isNaN(value)))
                .map(values -> ranks(values, weights))
                .toList();
        double[] sums = new double[weights.length];
        for (int item = 0; item < weights.length; item++) {
            for (int other = 0; other < weights.length; other++) {
                sums[item] += weights[other] * dissimilarity(ranks, item, other);
            }
        }
        int medoid = 0;
        for (int item = 1; item < sums.length; item++) {
            medoid = sums[item] < sums[medoid] ? item : medoid;
        }
        return medoid;
    }

    private static double dissimilarity(List<double[]> ranks, int item, int other) {
        double sum = 0;
        int count = 0;
        for (double[] of : ranks) {
            double difference = Math.abs(of[item] - of[other]);
            if (!Double.isNaN(difference)) {
                sum += difference;
                count++;
            }
        }
        return count == 0 ? 1 : sum / count;
    }

    /** The share of the weight below each value, half of that of equals counted. */
    private static double[] ranks(double[] values, double[] weights) {
        List<Integer> known = new ArrayList<>();
        for (int item = 0; item < values.length; item++) {
            if (!Double.isNaN(values[item])) {
                known.add(item);
            }
        }
        WeightedSample sample = WeightedSample.of(
                known.stream().mapToDouble(item -> values[item]).toArray(),
                known.stream().mapToDouble(item -> weights[item]).toArray());
        return Arrays.stream(values)
                .map(value -> Double.isNaN(value) ? value : sample.rank(value))
                .toArray();
    }

    /** Its number in the ensemble, from 1. */
    public int number() {
        return runs.numbers().get(index);
    }

    /** Its values: a row for each parameter of the ensemble. */
    public CsvTable table() {
        CsvTable table = new CsvTable("parameter", "default");
        for (Map.Entry<Parameter, Double> value : runs.setting(number()).entrySet()) {
            table.with(value.getKey().key(), value.getValue());
        }
        return table;
    }
}
