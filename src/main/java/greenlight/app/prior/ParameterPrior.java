package greenlight.app.prior;

import greenlight.runner.model.Parameter;
import java.util.Locale;

/**
 * What is known of an uncertain parameter before runs are compared with the record.
 *
 * @param parameter one whose default is estimated or assumed, or a cell of the scenario
 * @param low least plausible value, in the parameter's unit and within its allowed range
 * @param high greatest plausible value; the default lies between the two, or is one of them
 * @param basis sources, as ids of {@code facts.csv}, or the word "judgement" with its reason
 */
public record ParameterPrior(Parameter parameter, Shape shape, double low, double high, String basis) {
    /** How probability is spread between the two ends; of a count, over whole numbers. */
    public enum Shape {
        /** Equal differences are equally likely. */
        UNIFORM,
        /** Equal ratios are equally likely; the low end is above zero. */
        LOG_UNIFORM;

        /** As in {@code priors.csv}: {@code uniform} or {@code log-uniform}. */
        public String key() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
