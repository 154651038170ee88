package greenlight.app.posterior.study;

import greenlight.app.posterior.SequentialCalibration;
import greenlight.runner.stats.Estimate;
import java.util.Map;

/** What an ensemble answers. */
@FunctionalInterface
public interface Answers {
    /** The answers of a finished calibration's ensemble, each with its interval: always the same names in the same order. */
    Map<String, Estimate> of(SequentialCalibration calibration) throws InterruptedException;
}
