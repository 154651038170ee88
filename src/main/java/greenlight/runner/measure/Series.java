package greenlight.runner.measure;

import java.util.List;

/**
 * The values of a reading over the steps of a run.
 *
 * @param times of the steps, rising
 * @param labels of the steps
 * @param values not-a-number where the reading does not apply
 */
record Series(double[] times, List<String> labels, double[] values) {}
