package greenlight.app.evidence.cause;

import greenlight.runner.model.Parameter;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Settings of some parameters that the record allows, each with a weight. */
public final class WeightedSettings {
    /** The inverse of the golden ratio, whose multiples fill the unit interval evenly. */
    private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;

    private static final double MIDDLE = 0.5;

    private final List<Map<Parameter, Double>> settings;
    private final double[] cumulative;

    /**
     * An ensemble.
     *
     * @param settings at least one, each with the same parameters
     * @param weights of the settings, above 0
     */
    public WeightedSettings(List<Map<Parameter, Double>> settings, double[] weights) {
        if (settings.isEmpty() || weights.length != settings.size()) {
            throw new IllegalArgumentException("There is no setting, or not a weight for each.");
        }
        this.settings = List.copyOf(settings);
        cumulative = weights.clone();
        Arrays.parallelPrefix(cumulative, Double::sum);
    }

    public int size() {
        return settings.size();
    }

    /** The values of the parameters in a setting, which counts from 1. */
    public Map<Parameter, Double> values(int number) {
        return settings.get(number - 1);
    }

    /** The number, from 1, of the setting of a replication, which counts from 0. */
    public int number(int replication) {
        double multiple = (replication + MIDDLE) * GOLDEN;
        double at = (multiple - Math.floor(multiple)) * cumulative[cumulative.length - 1];
        int number = 1;
        while (number < size() && cumulative[number - 1] <= at) {
            number++;
        }
        return number;
    }
}
