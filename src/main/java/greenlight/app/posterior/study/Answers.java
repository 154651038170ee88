package greenlight.app.posterior.study;

import greenlight.app.evidence.Pattern;
import greenlight.app.posterior.SequentialCalibration;
import greenlight.runner.inference.WeightedSample;
import greenlight.runner.stats.Estimate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoublePredicate;

/** What an ensemble answers: figures by name, always the same names in the same order, each with the interval that is left. */
@FunctionalInterface
public interface Answers {
    /** Ends of the interval that holds nine tenths of the settings. */
    double LOW = 0.05;

    double HIGH = 0.95;

    /** Quarters from launch to closing within which the flagship's end counts as soon. */
    int SOON = 4;

    /**
     * The answers.
     *
     * @param calibration that made the ensemble
     * @param again what fresh runs of its settings measured, by setting, pattern and run
     */
    Map<String, Estimate> of(SequentialCalibration calibration, List<double[][]> again) throws InterruptedException;

    /**
     * The shares of runs in which the flagship closes within four quarters, the headline deal is signed, and it is voided: the
     * weighted mean over settings, and the 5th and 95th percentile of the settings' own shares.
     */
    static Map<String, Estimate> shares(SequentialCalibration calibration, List<double[][]> again) {
        double[] weights = calibration.population().weights();
        Map<String, Estimate> shares = new LinkedHashMap<>();
        shares.put("closed_soon", share(Pattern.SHUTDOWN, quarters -> quarters <= SOON, again, weights));
        shares.put("signed", share(Pattern.SIGNED, signed -> signed == 1, again, weights));
        shares.put("voided", share(Pattern.VOIDED, voided -> voided == 1, again, weights));
        return shares;
    }

    private static Estimate share(Pattern pattern, DoublePredicate yes, List<double[][]> again, double[] weights) {
        double[] bySetting = again.stream()
                .mapToDouble(measured -> Arrays.stream(measured[pattern.ordinal()])
                        .map(value -> yes.test(value) ? 1 : 0)
                        .average()
                        .orElseThrow())
                .toArray();
        WeightedSample sample = WeightedSample.of(bySetting, weights);
        return new Estimate(sample.mean(), sample.quantile(LOW), sample.quantile(HIGH));
    }
}
