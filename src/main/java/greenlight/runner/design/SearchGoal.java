package greenlight.runner.design;

import greenlight.runner.model.Parameter;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a design is judged by: statistics of measures that are to be small or large, bounds, and how much is
 * evaluated.
 *
 * @param objectives at least one
 * @param constraints bounds that a point must keep; may be none
 * @param population points of a generation, an even number; 0 where the points are given
 * @param generations after the first one, which is a Latin hypercube
 * @param fresh replications of each point of the front with other seeds, and where there is an ensemble with other
 *     settings
 * @param disagreement parameters of the outcome without an agreement (Nash 1950); empty where no parties bargain
 * @param after replications in which given points were chosen: these do not count, nor others with their settings; 0 for
 *     none
 */
public record SearchGoal(
        List<Objective> objectives,
        List<Constraint> constraints,
        int population,
        int generations,
        int fresh,
        Map<Parameter, Double> disagreement,
        int after) {
    /** Keeps copies. */
    public SearchGoal {
        objectives = List.copyOf(objectives);
        constraints = List.copyOf(constraints);
        disagreement = Collections.unmodifiableMap(new LinkedHashMap<>(disagreement));
    }

    /** How the replications of a point are summed up. */
    public enum Statistic {
        /** The arithmetic mean of the replications to which the measure applies. */
        MEAN,
        /** The value that a share of these lies below. */
        QUANTILE,
        /**
         * Share of all replications that meet a condition; one to which the measure does not apply does not meet it.
         */
        PROBABILITY,
        /** Conditional value at risk: the mean of the worst replications, those beyond a share. */
        CVAR,
        /**
         * How much worse than the best known point in the same replication: a quantile, 1 for the worst replication.
         */
        REGRET;

        /** Its spelling in files. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * A statistic of a measure over the replications of a point.
     *
     * @param measure key of the measure
     * @param level a share from 0 to 1 of a quantile, a conditional value at risk or a regret; the limit of a
     *     probability's condition
     * @param atMost whether the condition of a probability is to be at most the limit, else at least
     */
    public record Summary(String measure, Statistic statistic, double level, boolean atMost) {
        /** Its name as a column. */
        public String key() {
            return measure + "_" + statistic.word();
        }
    }

    /**
     * What is to be small or large.
     *
     * @param maximise whether it is to be large
     * @param party whose gain it is, where parties bargain; else empty
     */
    public record Objective(Summary summary, boolean maximise, String party) {}

    /**
     * What a point must keep.
     *
     * @param atLeast whether the bound is the least that is allowed, else the most
     */
    public record Constraint(Summary summary, double bound, boolean atLeast) {}

    /** Keys of the measures that are judged. */
    public List<String> measures() {
        return Stream.concat(
                        objectives.stream().map(Objective::summary),
                        constraints.stream().map(Constraint::summary))
                .map(Summary::measure)
                .distinct()
                .toList();
    }

    /** Names of the objectives that are to be large, as columns. */
    public Set<String> maximised() {
        return objectives.stream()
                .filter(Objective::maximise)
                .map(objective -> objective.summary().key())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Who bargains, in the order of their objectives. */
    public List<String> parties() {
        return objectives.stream()
                .map(Objective::party)
                .filter(party -> !party.isEmpty())
                .toList();
    }

    /** Whether the search chooses the points; else they are given and compared. */
    public boolean searches() {
        return population > 0;
    }
}
