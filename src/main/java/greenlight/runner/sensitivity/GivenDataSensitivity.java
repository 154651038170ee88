package greenlight.runner.sensitivity;

import greenlight.runner.dataset.Factor;
import greenlight.runner.stats.Estimate;
import java.util.List;

/**
 * Sensitivities from a sample that was not laid out for them.
 *
 * @param factors a row each
 * @param points of the sample with a value
 */
public record GivenDataSensitivity(List<Row> factors, int points) {
    /**
     * A factor.
     *
     * @param spearman rank correlation; none for a factor whose levels have no order
     * @param partial rank correlation once all other factors are accounted for; none likewise
     * @param first share of variance explained by the factor alone: the variance of the means of classes of equal size,
     *     corrected for what chance alone would explain
     * @param plain the same without that correction
     * @param curve the means of the classes, from low to high
     */
    public record Row(
            Factor factor, Estimate spearman, Estimate partial, Estimate first, double plain, List<Bin> curve) {}

    /**
     * A class of points.
     *
     * @param from least level in the class
     * @param to greatest level in the class
     */
    public record Bin(double from, double to, int points, Estimate mean) {}
}
