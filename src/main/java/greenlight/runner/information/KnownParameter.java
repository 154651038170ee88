package greenlight.runner.information;

import greenlight.runner.stats.Bootstrap;
import greenlight.runner.stats.Correlation;
import greenlight.runner.stats.Estimate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * How much less would be unknown of a quantity if a parameter were known: the first-order index of Sobol' (1993), which is the
 * expected value of partial perfect information for the square of an error (Oakley 2009, <i>Value in Health</i> 12; Strong,
 * Oakley and Brennan 2014, <i>Medical Decision Making</i> 34, by regression as here). The conditional mean is a cubic in the
 * parameter's rank, by weighted least squares.
 */
public final class KnownParameter {
    private static final int DEGREE = 3;
    private static final int EXCHANGES = 400;

    /** Of a basis function, the part that the lower ones leave: less is rounding. */
    private static final double LEAST = 1e-9;

    private KnownParameter() {}

    /**
     * Of each parameter. Chance is known from exchanges of whole families of settings, by the largest share of any parameter
     * (Westfall and Young 1993, <i>Resampling-Based Multiple Testing</i>); their mean share, which is what a cubic fits to noise,
     * is taken off.
     *
     * @param parameters by parameter, then by setting
     */
    public static List<Information> of(List<double[]> parameters, NoisyQuantity quantity) {
        double[] weights = quantity.weights();
        double[] means = quantity.means();
        Families families = Families.of(parameters, weights.length);
        List<double[][]> bases =
                parameters.stream().map(values -> basis(values, weights)).toList();
        UniformRandomProvider random = Bootstrap.random();
        double[] largest = new double[EXCHANGES];
        double[] chance = new double[bases.size()];
        for (int exchange = 0; exchange < EXCHANGES; exchange++) {
            int[] places = families.exchanged(random);
            double[] exchanged =
                    Arrays.stream(places).mapToDouble(place -> means[place]).toArray();
            for (int parameter = 0; parameter < chance.length; parameter++) {
                double share = explained(bases.get(parameter), weights, exchanged);
                chance[parameter] += share / EXCHANGES;
                largest[exchange] = Math.max(largest[exchange], share);
            }
        }
        double observed = quantity.spread();
        double between = quantity.between();
        List<Information> found = new ArrayList<>();
        for (int parameter = 0; parameter < chance.length; parameter++) {
            double share = explained(bases.get(parameter), weights, means);
            double beyond = (share - chance[parameter]) / (1 - chance[parameter]);
            long asLarge =
                    Arrays.stream(largest).filter(each -> each >= share).count();
            found.add(new Information(
                    Estimate.bare(between > 0 ? Math.max(0, Math.min(1, beyond * observed / between)) : 0),
                    between > 0 ? (1.0 + asLarge) / (1 + EXCHANGES) : 1,
                    quantity.effectiveSize()));
        }
        return found;
    }

    /** Polynomials in the rank, orthonormal under the weights to each other and to a constant. */
    private static double[][] basis(double[] values, double[] weights) {
        double[] ranks = Correlation.ranks(values);
        List<double[]> basis = new ArrayList<>();
        double[] one = new double[ranks.length];
        Arrays.fill(one, 1);
        basis.add(one);
        for (int degree = 1; degree <= DEGREE; degree++) {
            double[] next = new double[ranks.length];
            for (int i = 0; i < next.length; i++) {
                next[i] = basis.get(basis.size() - 1)[i] * (2 * ranks[i] / ranks.length - 1);
            }
            double before = Math.sqrt(product(next, next, weights));
            for (double[] lower : basis) {
                double along = product(next, lower, weights);
                for (int i = 0; i < next.length; i++) {
                    next[i] -= along * lower[i];
                }
            }
            double length = Math.sqrt(product(next, next, weights));
            if (length <= LEAST * before) {
                break;
            }
            basis.add(Arrays.stream(next).map(each -> each / length).toArray());
        }
        return basis.subList(1, basis.size()).toArray(double[][]::new);
    }

    /** The share of the weighted variance of values that a basis explains. */
    private static double explained(double[][] basis, double[] weights, double[] values) {
        double mean = 0;
        double squares = 0;
        double[] along = new double[basis.length];
        for (int i = 0; i < values.length; i++) {
            double weighted = weights[i] * values[i];
            mean += weighted;
            squares += weighted * values[i];
            for (int k = 0; k < basis.length; k++) {
                along[k] += weighted * basis[k][i];
            }
        }
        double variance = squares - mean * mean;
        return variance > 0
                ? Arrays.stream(along).map(each -> each * each).sum() / variance
                : 0;
    }

    private static double product(double[] one, double[] other, double[] weights) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += weights[i] * one[i] * other[i];
        }
        return sum;
    }
}
