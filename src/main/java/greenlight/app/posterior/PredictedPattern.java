package greenlight.app.posterior;

import greenlight.app.evidence.Pattern;
import greenlight.runner.inference.WeightedSample;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A pattern as the runs of an ensemble have it.
 *
 * @param share of the weight of the settings, whose median run meets the public record's target
 * @param runs the measured values of the runs to which it applies, weighted as their settings; empty where it applies to none
 * @param applies the share of the runs to which it applies
 */
public record PredictedPattern(double share, Optional<WeightedSample> runs, double applies) {
    /**
     * Of some runs of each setting.
     *
     * @param again by setting, pattern and run, as {@link SequentialCalibration#again} gives it
     * @param weights of the settings, of the sum 1
     */
    public static PredictedPattern of(Pattern pattern, List<double[][]> again, double[] weights) {
        Target record = Target.record();
        double share = 0;
        List<Double> values = new ArrayList<>();
        List<Double> of = new ArrayList<>();
        int runs = 0;
        for (int i = 0; i < again.size(); i++) {
            share += Evaluation.of(again.get(i), record).holds(pattern) ? weights[i] : 0;
            for (double value : again.get(i)[pattern.ordinal()]) {
                runs++;
                if (!Double.isNaN(value)) {
                    values.add(value);
                    of.add(weights[i]);
                }
            }
        }
        Optional<WeightedSample> sample = values.isEmpty()
                ? Optional.empty()
                : Optional.of(WeightedSample.of(
                        values.stream().mapToDouble(Double::doubleValue).toArray(),
                        of.stream().mapToDouble(Double::doubleValue).toArray()));
        return new PredictedPattern(share, sample, (double) values.size() / runs);
    }
}
