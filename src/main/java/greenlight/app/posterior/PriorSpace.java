package greenlight.app.posterior;

import greenlight.app.prior.ParameterPrior;
import greenlight.app.prior.ParameterPrior.Shape;
import greenlight.runner.inference.Prior;
import greenlight.runner.model.Parameter;
import greenlight.runner.model.Parameter.Kind;
import greenlight.runner.model.Setting;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The uncertain parameters as a unit cube, in which all priors are uniform. */
public final class PriorSpace {
    /** Significant digits of a value: a file has those that were run. */
    private static final MathContext DIGITS = new MathContext(4);

    private final List<ParameterPrior> priors;
    private final List<Prior> laws;

    /** A cube with a dimension for each prior. */
    public PriorSpace(List<ParameterPrior> priors) {
        this.priors = List.copyOf(priors);
        laws = priors.stream().map(PriorSpace::law).toList();
    }

    private static Prior law(ParameterPrior prior) {
        Prior law = prior.shape() == Shape.LOG_UNIFORM
                ? Prior.logUniform(prior.low(), prior.high())
                : Prior.uniform(prior.low(), prior.high());
        return prior.parameter().kind() == Kind.REAL ? law : law.whole();
    }

    /** How many uncertain parameters there are. */
    public int dimensions() {
        return priors.size();
    }

    /** The priors, by dimension. */
    public List<ParameterPrior> priors() {
        return priors;
    }

    /** The value of a parameter at a coordinate from 0 to 1. */
    public double value(int dimension, double coordinate) {
        double value = new BigDecimal(laws.get(dimension).quantile(coordinate))
                .round(DIGITS)
                .doubleValue();
        return Math.max(
                priors.get(dimension).low(), Math.min(priors.get(dimension).high(), value));
    }

    /** The values of a point, by the parameters' keys. */
    public Map<String, Double> values(double[] point) {
        Map<String, Double> values = new LinkedHashMap<>();
        for (int dimension = 0; dimension < point.length; dimension++) {
            values.put(priors.get(dimension).parameter().key(), value(dimension, point[dimension]));
        }
        return values;
    }

    /** A setting with the values of a point in place of its own. */
    public Setting setting(Setting start, double[] point) {
        Setting setting = start;
        for (int dimension = 0; dimension < point.length; dimension++) {
            Parameter parameter = priors.get(dimension).parameter();
            setting = setting.with(parameter, value(dimension, point[dimension]));
        }
        return setting;
    }
}
