package greenlight.runner.decision;

import greenlight.runner.design.SearchGoal;
import greenlight.runner.design.SearchGoal.Constraint;
import greenlight.runner.design.SearchGoal.Objective;
import greenlight.runner.design.SearchGoal.Statistic;
import greenlight.runner.search.Score;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Judges points by the outcomes of their replications, each against the best of all that it has seen. */
final class Judge {
    private final SearchGoal goal;

    /** By measure, the best value of each replication among the points seen; of the objectives that are regrets. */
    private final Map<Objective, double[]> best = new HashMap<>();

    Judge(SearchGoal goal) {
        this.goal = goal;
    }

    /** Takes note of a point, from which the regret of others is measured. */
    void see(Outcomes outcomes) {
        for (Objective objective : goal.objectives()) {
            if (objective.summary().statistic() == Statistic.REGRET) {
                double[] values = outcomes.of(objective.summary().measure());
                best.merge(objective, values, (one, other) -> Statistics.better(one, other, !objective.maximise()));
            }
        }
    }

    /** The value of each objective, in its unit; not-a-number where the measure applies to no replication. */
    double[] objectives(Outcomes outcomes) {
        return goal.objectives().stream()
                .mapToDouble(objective -> Statistics.of(
                        objective.summary(),
                        outcomes.of(objective.summary().measure()),
                        best.get(objective),
                        !objective.maximise()))
                .toArray();
    }

    /** The value of each constraint's statistic. */
    double[] constraints(Outcomes outcomes) {
        return goal.constraints().stream()
                .mapToDouble(constraint -> Statistics.of(
                        constraint.summary(),
                        outcomes.of(constraint.summary().measure()),
                        new double[0],
                        !constraint.atLeast()))
                .toArray();
    }

    /** The score: objectives that are all to be small. A point with a failed run, or without a value, has none. */
    Score score(Outcomes outcomes) {
        double[] values = objectives(outcomes);
        double[] kept = constraints(outcomes);
        double violation =
                outcomes.failed() > 0 || Arrays.stream(values).anyMatch(Double::isNaN) ? Double.POSITIVE_INFINITY : 0;
        List<Constraint> constraints = goal.constraints();
        for (int i = 0; i < kept.length; i++) {
            violation += violation(constraints.get(i), kept[i]);
        }
        for (int i = 0; i < values.length; i++) {
            values[i] = Double.isNaN(values[i])
                    ? Double.POSITIVE_INFINITY
                    : natural(goal.objectives().get(i), values[i]);
        }
        return new Score(values, violation);
    }

    /** Turns a value of an objective into one that is to be small, and back. */
    static double natural(Objective objective, double value) {
        return !objective.maximise() || objective.summary().statistic() == Statistic.REGRET ? value : -value;
    }

    /** How far a value is beyond its bound, in units of the bound where that is not 0. */
    private static double violation(Constraint constraint, double value) {
        if (Double.isNaN(value)) {
            return Double.POSITIVE_INFINITY;
        }
        double beyond = constraint.atLeast() ? constraint.bound() - value : value - constraint.bound();
        double unit = constraint.bound() == 0 ? 1 : Math.abs(constraint.bound());
        return Math.max(0, beyond) / unit;
    }
}
