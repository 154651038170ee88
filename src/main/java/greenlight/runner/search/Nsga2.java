package greenlight.runner.search;

import greenlight.runner.sample.Sample;
import greenlight.runner.sample.SplitMix64;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.IntFunction;

/**
 * The elitist genetic algorithm NSGA-II (Deb, Pratap, Agarwal and Meyarivan 2002, <i>IEEE Transactions on
 * Evolutionary Computation</i> 6) as a dialogue: it gives places of the unit cube, is given their scores, and goes
 * on to the next generation. Each generation has a random stream of its own, and no point is given twice.
 *
 * <p>Beside the population there is an archive of points that none has dominated so far, from which the second
 * parent comes (as in the epsilon-MOEA of Deb, Mohan and Mishra 2005, <i>Evolutionary Computation</i> 13): where
 * there are more than two objectives, a population alone loses good points again.
 */
public final class Nsga2 {
    /** Matings tried for each child before a generation is left smaller: a space of few points is soon used up. */
    private static final int TRIALS = 20;

    /** The most points in the archive, against the population. */
    private static final int ARCHIVE = 5;

    private final int population;
    private final long seed;
    private final Function<double[], List<Double>> point;
    private final List<double[]> places = new ArrayList<>();
    private final Set<List<Double>> known = new HashSet<>();
    private Map<Integer, Score> members = new LinkedHashMap<>();
    private Map<Integer, Score> archive = new LinkedHashMap<>();
    private int scored;
    private int generation;

    /**
     * A search before its first generation.
     *
     * @param first the places of the first generation
     * @param point what a place means: places with equal meanings are one point
     */
    public Nsga2(Sample first, long seed, Function<double[], List<Double>> point) {
        population = first.points();
        this.seed = seed;
        this.point = point;
        for (int i = 0; i < population; i++) {
            add(first.point(i));
        }
    }

    private void add(double[] place) {
        if (known.add(point.apply(place))) {
            places.add(place);
        }
    }

    /**
     * All places so far, in the order in which they were found; those from {@link #scored()} on have no score yet.
     */
    public List<double[]> places() {
        return List.copyOf(places);
    }

    /** How many of the places have had a score. */
    public int scored() {
        return scored;
    }

    /**
     * The points by number, each with its score, that keep the constraints and that no other one has dominated so
     * far.
     */
    public Map<Integer, Score> archive() {
        return Collections.unmodifiableMap(archive);
    }

    /**
     * The numbers of at most as many points of the archive as the population has, evenly spread, in the order of
     * their discovery.
     */
    public List<Integer> front() {
        return Ranking.spread(archive, population);
    }

    /**
     * Keeps the best of the members and the new points.
     *
     * @param scores by number, also of earlier points: a regret changes with what else is known
     */
    public void select(IntFunction<Score> scores) {
        Set<Integer> added = new TreeSet<>();
        while (scored < places.size()) {
            added.add(scored++);
        }
        members = best(members.keySet(), added, scores, population);
        Map<Integer, Score> kept = new LinkedHashMap<>();
        best(archive.keySet(), added, scores, Integer.MAX_VALUE).forEach((number, score) -> {
            if (score.feasible()) {
                kept.put(number, score);
            }
        });
        archive = new LinkedHashMap<>();
        if (!kept.isEmpty()) {
            List<Integer> undominated = Ranking.fronts(kept).get(0);
            kept.keySet().stream()
                    .filter(undominated::contains)
                    .limit((long) ARCHIVE * population)
                    .forEach(number -> archive.put(number, kept.get(number)));
        }
    }

    /** The best of some earlier and some new points, best first. */
    private static Map<Integer, Score> best(
            Set<Integer> earlier, Set<Integer> added, IntFunction<Score> scores, int most) {
        Map<Integer, Score> all = new LinkedHashMap<>();
        earlier.forEach(number -> all.put(number, scores.apply(number)));
        added.forEach(number -> all.put(number, scores.apply(number)));
        Map<Integer, Score> kept = new LinkedHashMap<>();
        Ranking.places(all).keySet().stream().limit(most).forEach(number -> kept.put(number, all.get(number)));
        return kept;
    }

    /** Adds the places of the next generation; returns whether there is any that is new. */
    public boolean breed() {
        generation++;
        RandomStream random = new RandomStream(SplitMix64.child(seed, generation));
        Variation variation = new Variation(random);
        Map<Integer, Ranking.Place> ranks = Ranking.places(members);
        List<Integer> order = List.copyOf(ranks.keySet());
        List<Integer> elite = archive.keySet().stream().sorted().toList();
        int goal = places.size() + population;
        for (int trial = 0; places.size() < goal && trial < TRIALS * population; trial++) {
            double[] mother = places.get(winner(order, ranks, random));
            double[] father =
                    places.get(elite.isEmpty() ? winner(order, ranks, random) : elite.get(random.below(elite.size())));
            for (double[] child : variation.children(mother, father)) {
                if (places.size() < goal) {
                    add(child);
                }
            }
        }
        return scored < places.size();
    }

    /** The better of two random members: by rank, then the less crowded. */
    private static int winner(List<Integer> order, Map<Integer, Ranking.Place> ranks, RandomStream random) {
        int one = random.below(order.size());
        int other = random.below(order.size());
        Ranking.Place first = ranks.get(order.get(one));
        Ranking.Place second = ranks.get(order.get(other));
        boolean equal = first.rank() == second.rank() && first.crowding() == second.crowding();
        return order.get(equal ? one : Math.min(one, other));
    }
}
