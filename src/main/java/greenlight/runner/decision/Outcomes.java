package greenlight.runner.decision;

import java.util.Map;

/**
 * What the replications of a point came to.
 *
 * @param values of each measure by its key, a value for each replication; not-a-number where the measure does not
 *     apply
 * @param failed replications that did not end well
 */
record Outcomes(Map<String, double[]> values, int failed) {
    double[] of(String measure) {
        return values.get(measure);
    }
}
