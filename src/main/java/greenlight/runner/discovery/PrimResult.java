package greenlight.runner.discovery;

import greenlight.runner.dataset.Condition;
import java.util.List;

/**
 * Where among the parameters something happens, as boxes found by PRIM.
 *
 * @param question what happens
 * @param cases runs in which it does
 * @param runs in all
 * @param boxes each found among the runs outside those before it; coverage and mass are of all
 * @param peeling the boxes on the way to the first, from everything to the smallest
 * @param chosen place in the peeling trajectory that the first box starts from
 */
public record PrimResult(
        Condition question, double cases, double runs, List<Box> boxes, List<Box> peeling, int chosen) {}
