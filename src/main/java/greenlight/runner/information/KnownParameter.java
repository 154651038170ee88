package greenlight.runner.information;

import greenlight.runner.stats.Correlation;
import greenlight.runner.stats.Estimate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

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
     * Of each quantity, then of each parameter. Chance is known from exchanges of whole families of settings, for all parameters
     * and quantities together; the mean share of the exchanges, which is what a cubic fits to noise, is taken off.
     *
     * @param parameters by parameter, then by setting
     * @param quantities of the same settings
     */
    public static List<List<Information>> of(List<double[]> parameters, List<NoisyQuantity> quantities) {
        int settings = parameters.get(0).length;
        int[][] exchanges = Families.of(parameters, settings).exchanged(EXCHANGES);
        double[] observed = new double[quantities.size() * parameters.size()];
        double[][] exchanged = new double[observed.length][EXCHANGES];
        for (int row = 0; row < observed.length; row++) {
            NoisyQuantity quantity = quantities.get(row / parameters.size());
            double[] weights = quantity.weights();
            double[] means = quantity.means();
            double[][] basis = basis(parameters.get(row % parameters.size()), weights);
            observed[row] = quantity.between() > 0 ? explained(basis, weights, means) : Double.NaN;
            Arrays.setAll(exchanged[row], exchange -> explained(basis, weights, placed(means, exchanges[exchange])));
        }
        double[] chance = LargestStatistic.probabilities(observed, exchanged);
        List<List<Information>> found = new ArrayList<>();
        for (int row = 0; row < observed.length; row++) {
            if (row % parameters.size() == 0) {
                found.add(new ArrayList<>());
            }
            NoisyQuantity quantity = quantities.get(row / parameters.size());
            double fitted = Arrays.stream(exchanged[row]).average().orElseThrow();
            double share = (observed[row] - fitted) / (1 - fitted) * quantity.spread() / quantity.between();
            found.get(found.size() - 1)
                    .add(new Information(
                            Estimate.bare(share > 0 ? Math.min(1, share) : 0), chance[row], quantity.effectiveSize()));
        }
        return found;
    }

    private static double[] placed(double[] values, int[] places) {
        double[] placed = new double[values.length];
        for (int i = 0; i < placed.length; i++) {
            placed[i] = values[places[i]];
        }
        return placed;
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
        return variance > 0 ? Arrays.stream(along).map(each -> each * each).sum() / variance : 0;
    }

    private static double product(double[] one, double[] other, double[] weights) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += weights[i] * one[i] * other[i];
        }
        return sum;
    }
}
