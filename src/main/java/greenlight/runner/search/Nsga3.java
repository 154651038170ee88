package greenlight.runner.search;

import greenlight.runner.sample.Sample;
import greenlight.runner.sample.SplitMix64;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.IntFunction;

/**
 * The genetic algorithm NSGA-III (Deb and Jain 2014, <i>IEEE Transactions on Evolutionary Computation</i> 18) as a
 * dialogue: it gives places of the unit cube, is given their scores, and goes on to the next generation. Each
 * generation has a random stream of its own, and no point is given twice.
 *
 * <p>Beside the population there is an archive of points that none has dominated so far: where there are more than two
 * objectives, a population alone loses good points again.
 */
public final class Nsga3 {
    /** Matings tried for each child before a generation is left smaller: a space of few points is soon used up. */
    private static final int TRIALS = 20;

    /** The most points in the archive, against the population. */
    private static final int ARCHIVE = 20;

    /** The place of the survivors' random numbers among the children of a generation's seed. */
    private static final int NICHES = -1;

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
    public Nsga3(Sample first, long seed, Function<double[], List<Double>> point) {
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
        return spread(List.copyOf(archive.keySet()), archive, population);
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
        members = survivors(scored(members.keySet(), added, scores), population);
        Map<Integer, Score> kept = scored(archive.keySet(), added, scores);
        kept.values().removeIf(score -> !score.feasible());
        archive = new LinkedHashMap<>();
        if (!kept.isEmpty()) {
            spread(Ranking.fronts(kept).get(0), kept, ARCHIVE * population)
                    .forEach(number -> archive.put(number, kept.get(number)));
        }
    }

    /** At most so many points of a front, the best in each objective and others evenly spread, in the order of their discovery. */
    private List<Integer> spread(List<Integer> front, Map<Integer, Score> scores, int most) {
        if (front.size() <= most) {
            return front;
        }
        Set<Integer> kept = new TreeSet<>();
        for (int i = 0; i < scores.get(front.get(0)).objectives().length && kept.size() < most; i++) {
            int objective = i;
            kept.add(front.stream()
                    .min(Comparator.comparingDouble(number -> scores.get(number).objectives()[objective]))
                    .orElseThrow());
        }
        List<Integer> others =
                front.stream().filter(number -> !kept.contains(number)).toList();
        kept.addAll(niches(scores, most).chosen(kept, others, scores, most - kept.size()));
        return List.copyOf(kept);
    }

    private static Map<Integer, Score> scored(Set<Integer> earlier, Set<Integer> added, IntFunction<Score> scores) {
        Map<Integer, Score> all = new TreeMap<>();
        earlier.forEach(number -> all.put(number, scores.apply(number)));
        added.forEach(number -> all.put(number, scores.apply(number)));
        return all;
    }

    /** The best fronts, and of the front that does not fit in whole the points that are spread best. */
    private Map<Integer, Score> survivors(Map<Integer, Score> scores, int most) {
        Set<Integer> survivors = new LinkedHashSet<>();
        for (List<Integer> front : Ranking.fronts(scores)) {
            int room = most - survivors.size();
            if (front.size() <= room) {
                survivors.addAll(front);
            } else if (room > 0) {
                boolean feasible = scores.get(front.get(0)).feasible();
                survivors.addAll(
                        feasible
                                ? niches(scores, population).chosen(survivors, front, scores, room)
                                : front.subList(0, room));
            }
        }
        Map<Integer, Score> kept = new LinkedHashMap<>();
        survivors.forEach(number -> kept.put(number, scores.get(number)));
        return kept;
    }

    private Niches niches(Map<Integer, Score> scores, int directions) {
        int objectives = scores.values().iterator().next().objectives().length;
        long stream = SplitMix64.child(SplitMix64.child(seed, generation), NICHES);
        return new Niches(ReferenceDirections.of(objectives, directions), new RandomStream(stream));
    }

    /** Adds the places of the next generation; returns whether there is any that is new. */
    public boolean breed() {
        generation++;
        RandomStream random = new RandomStream(SplitMix64.child(seed, generation));
        Variation variation = new Variation(random);
        List<Integer> order = List.copyOf(members.keySet());
        int goal = places.size() + population;
        for (int trial = 0; places.size() < goal && trial < TRIALS * population; trial++) {
            double[] mother = places.get(winner(order, random));
            double[] father = places.get(winner(order, random));
            for (double[] child : variation.children(mother, father)) {
                if (places.size() < goal) {
                    add(child);
                }
            }
        }
        return scored < places.size();
    }

    /** Of two random members the one that dominates the other; the first where neither does. */
    private int winner(List<Integer> order, RandomStream random) {
        int one = order.get(random.below(order.size()));
        int other = order.get(random.below(order.size()));
        return members.get(other).dominates(members.get(one)) ? other : one;
    }
}
