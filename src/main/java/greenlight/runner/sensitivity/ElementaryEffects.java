package greenlight.runner.sensitivity;

import greenlight.runner.dataset.Factor;
import greenlight.runner.stats.Estimate;
import java.util.List;

/**
 * Morris's elementary effects: what a step of one factor over its whole range would change if the response were straight.
 *
 * @param factors a row each
 * @param trajectories used
 * @param dropped trajectories left out because a run of theirs failed or the measure does not apply to it
 */
public record ElementaryEffects(List<Effect> factors, int trajectories, int dropped) {
    /**
     * A factor.
     *
     * @param mu mean elementary effect; none for a factor whose levels have no order
     * @param muStar mean size of elementary effects
     * @param sigma standard deviation of elementary effects: high where the factor interacts or its response bends
     */
    public record Effect(Factor factor, Estimate mu, Estimate muStar, Estimate sigma) {}
}
