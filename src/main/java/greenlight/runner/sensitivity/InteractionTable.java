package greenlight.runner.sensitivity;

import greenlight.runner.dataset.Factor;
import greenlight.runner.stats.Estimate;
import java.util.List;

/**
 * The mean of a measure at every pair of levels of two factors, over all else: what a heat map draws.
 *
 * @param means with intervals, a row for each level of the first factor, a column for each of the second
 * @param runs likewise
 */
public record InteractionTable(
        Factor first,
        Factor second,
        List<Double> firstLevels,
        List<Double> secondLevels,
        Estimate[][] means,
        int[][] runs) {}
