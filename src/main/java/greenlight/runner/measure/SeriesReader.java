package greenlight.runner.measure;

import greenlight.runner.format.Decimal;
import greenlight.runner.model.ColumnRole;
import greenlight.runner.model.Model.Cells;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;

/** Reads the series of own measures from the rows of a detail table. */
final class SeriesReader {
    private SeriesReader() {}

    /** What is added up at a step, for each measure. */
    private record Step(String label, double[] sums, int[] counts) {
        static Step of(String label, int measures) {
            return new Step(label, new double[measures], new int[measures]);
        }
    }

    /**
     * The series of some measures, in one pass.
     *
     * @param rows of the table that all of them are read from
     */
    static List<Series> of(Iterable<Cells> rows, List<ReadMeasure> measures) {
        ReadingSource table = measures.get(0).source();
        int time = table.place(ColumnRole.TIME);
        int label = table.place(ColumnRole.TIME_LABEL);
        TreeMap<Double, Step> steps = new TreeMap<>();
        double now = Double.NaN;
        Step step = null;
        for (Cells row : rows) {
            double at = row.number(time);
            if (step == null || at != now) {
                now = at;
                step = steps.computeIfAbsent(
                        at, fresh -> Step.of(label < 0 ? Decimal.brief(fresh) : row.word(label), measures.size()));
            }
            for (int i = 0; i < measures.size(); i++) {
                double value = measures.get(i).value(row);
                if (!Double.isNaN(value)) {
                    step.sums()[i] += value;
                    step.counts()[i]++;
                }
            }
        }
        double[] times =
                steps.keySet().stream().mapToDouble(Double::doubleValue).toArray();
        List<String> labels = steps.values().stream().map(Step::label).toList();
        List<Series> series = new ArrayList<>();
        for (int i = 0; i < measures.size(); i++) {
            double[] values = new double[times.length];
            Arrays.fill(values, Double.NaN);
            int place = 0;
            for (Step each : steps.values()) {
                if (each.counts()[i] > 0) {
                    values[place] = measures.get(i).across(each.sums()[i], each.counts()[i]);
                }
                place++;
            }
            series.add(new Series(times, labels, values));
        }
        return series;
    }
}
