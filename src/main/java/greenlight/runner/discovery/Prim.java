package greenlight.runner.discovery;

import greenlight.runner.dataset.Condition;
import greenlight.runner.dataset.Factor;
import greenlight.runner.discovery.Box.Limit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.BinomialDistribution;

/**
 * The patient rule induction method of Friedman and Fisher (1999), with the gain per run removed as its criterion
 * (Kwakkel and Jaxa-Rozen 2016), which is fair to factors of few levels. Of the boxes on the way, the one with the
 * greatest harmonic mean of coverage and density is taken; it is pasted, and limits whose quasi-p value is above 5 % are
 * taken off.
 */
final class Prim {
    private static final double ALPHA = 0.05;
    private static final double LEAST_MASS = 0.05;
    private static final double SIGNIFICANT = 0.05;
    private static final int MOST_BOXES = 3;

    /** Part of all cases below which no further box is looked for. */
    private static final double WORTH = 0.1;

    private final BinaryOutcomes all;

    Prim(BinaryOutcomes all) {
        this.all = all;
    }

    PrimResult of(Condition question) {
        List<Box> boxes = new ArrayList<>();
        List<Box> peeling = new ArrayList<>();
        int chosen = 0;
        BinaryOutcomes rest = all;
        while (boxes.size() < MOST_BOXES && rest.points() > 0 && rest.allHits() > WORTH * all.allHits()) {
            List<BoxLimits> steps = peeled(rest);
            int best = best(rest, steps);
            BoxLimits limits = tidied(rest, pasted(rest, steps.get(best)));
            Box box = box(rest, limits);
            if (box.limits().isEmpty()) {
                break;
            }
            if (boxes.isEmpty()) {
                for (BoxLimits step : steps) {
                    peeling.add(box(all, step));
                }
                chosen = best;
            } else if (box.density() < all.allHits() / all.allRuns()) {
                break;
            }
            boxes.add(box);
            BinaryOutcomes before = rest;
            rest = before.kept(IntStream.range(0, before.points())
                    .filter(point -> !limits.holds(before, point))
                    .toArray());
        }
        return new PrimResult(question, all.allHits(), all.allRuns(), boxes, peeling, chosen);
    }

    private BoxLimits everything(BinaryOutcomes cases) {
        int k = cases.factors().size();
        double[] low = new double[k];
        double[] high = new double[k];
        Arrays.fill(low, Double.NEGATIVE_INFINITY);
        Arrays.fill(high, Double.POSITIVE_INFINITY);
        List<Set<Double>> levels = new ArrayList<>();
        for (int j = 0; j < k; j++) {
            levels.add(unordered(j) ? levels(j) : null);
        }
        return new BoxLimits(low, high, levels);
    }

    private boolean unordered(int factor) {
        Factor of = all.factors().get(factor);
        return of.unordered() || of.column().isBoolean();
    }

    private Set<Double> levels(int factor) {
        TreeSet<Double> levels = new TreeSet<>();
        Arrays.stream(all.levels()[factor]).forEach(levels::add);
        return levels;
    }

    /** Every box from everything to the smallest, each a peel smaller than the one before, even where none gains. */
    private List<BoxLimits> peeled(BinaryOutcomes cases) {
        List<BoxLimits> steps = new ArrayList<>(List.of(everything(cases)));
        double whole = cases.allRuns();
        while (true) {
            BoxLimits now = steps.get(steps.size() - 1);
            BoxLimits.Count count = now.count(cases);
            BoxLimits best = null;
            double most = Double.NEGATIVE_INFINITY;
            for (BoxLimits next : peels(cases, now)) {
                BoxLimits.Count left = next.count(cases);
                double gain = (left.density() - count.density()) / (count.runs() - left.runs());
                if (left.runs() >= LEAST_MASS * whole && gain > most) {
                    most = gain;
                    best = next;
                }
            }
            if (best == null) {
                return steps;
            }
            steps.add(best);
        }
    }

    /** All boxes that are one peel smaller. */
    private List<BoxLimits> peels(BinaryOutcomes cases, BoxLimits now) {
        int[] inside = now.inside(cases);
        double runs =
                IntStream.of(inside).mapToDouble(point -> cases.runs()[point]).sum();
        List<BoxLimits> peels = new ArrayList<>();
        for (int j = 0; j < cases.factors().size(); j++) {
            double[] column = cases.levels()[j];
            if (now.levels().get(j) != null) {
                for (double level : now.levels().get(j)) {
                    if (now.levels().get(j).size() > 1) {
                        BoxLimits next = now.copy();
                        next.levels().get(j).remove(level);
                        peels.add(next);
                    }
                }
                continue;
            }
            Integer[] order = IntStream.of(inside)
                    .boxed()
                    .sorted(Comparator.comparingDouble(point -> column[point]))
                    .toArray(Integer[]::new);
            int from = beyond(order, column, cases.runs(), ALPHA * runs, 1);
            if (from < order.length) {
                BoxLimits next = now.copy();
                next.low()[j] = column[order[from]];
                peels.add(next);
            }
            int to = beyond(order, column, cases.runs(), ALPHA * runs, -1);
            if (to >= 0) {
                BoxLimits next = now.copy();
                next.high()[j] = column[order[to]];
                peels.add(next);
            }
        }
        return peels;
    }

    /** The first place, from one end, behind the given number of runs and behind whole levels only. */
    private static int beyond(Integer[] order, double[] column, double[] runs, double mass, int step) {
        int at = step > 0 ? 0 : order.length - 1;
        double passed = 0;
        while (at >= 0 && at < order.length) {
            int before = at - step;
            boolean sameLevel = before >= 0 && before < order.length && column[order[at]] == column[order[before]];
            if (passed >= mass && !sameLevel) {
                return at;
            }
            passed += runs[order[at]];
            at += step;
        }
        return at;
    }

    private int best(BinaryOutcomes cases, List<BoxLimits> steps) {
        int best = 0;
        double most = -1;
        for (int i = 0; i < steps.size(); i++) {
            BoxLimits.Count count = steps.get(i).count(cases);
            double coverage = count.hits() / cases.allHits();
            double mean = 2 * coverage * count.density() / (coverage + count.density());
            if (mean > most + 1e-12) {
                most = mean;
                best = i;
            }
        }
        return best;
    }

    /** Lets limits out again where the density does not fall. */
    private BoxLimits pasted(BinaryOutcomes cases, BoxLimits start) {
        BoxLimits now = start;
        while (true) {
            BoxLimits.Count count = now.count(cases);
            BoxLimits best = null;
            BoxLimits.Count most = count;
            for (BoxLimits next : pastes(cases, now, count.runs())) {
                BoxLimits.Count left = next.count(cases);
                boolean better = left.runs() > count.runs() && left.density() >= count.density();
                if (better && (best == null || left.density() > most.density())) {
                    best = next;
                    most = left;
                }
            }
            if (best == null) {
                return now;
            }
            now = best;
        }
    }

    private List<BoxLimits> pastes(BinaryOutcomes cases, BoxLimits now, double runs) {
        List<BoxLimits> pastes = new ArrayList<>();
        for (int j = 0; j < cases.factors().size(); j++) {
            int factor = j;
            double[] column = cases.levels()[j];
            BoxLimits free = without(now, j);
            if (now.levels().get(j) != null) {
                for (double level : levels(j)) {
                    if (!now.levels().get(j).contains(level)) {
                        BoxLimits next = now.copy();
                        next.levels().get(j).add(level);
                        pastes.add(next);
                    }
                }
                continue;
            }
            Integer[] outside = IntStream.of(free.inside(cases))
                    .filter(point -> !now.holds(cases, point, factor))
                    .boxed()
                    .sorted(Comparator.comparingDouble(point -> column[point]))
                    .toArray(Integer[]::new);
            Integer[] above = Arrays.stream(outside)
                    .filter(point -> column[point] > now.high()[factor])
                    .toArray(Integer[]::new);
            if (above.length > 0) {
                int to = Math.min(above.length - 1, beyond(above, column, cases.runs(), ALPHA * runs, 1) - 1);
                BoxLimits next = now.copy();
                next.high()[j] = column[above[to]];
                pastes.add(next);
            }
            Integer[] below = Arrays.stream(outside)
                    .filter(point -> column[point] < now.low()[factor])
                    .toArray(Integer[]::new);
            if (below.length > 0) {
                int from = Math.max(0, beyond(below, column, cases.runs(), ALPHA * runs, -1) + 1);
                BoxLimits next = now.copy();
                next.low()[j] = column[below[from]];
                pastes.add(next);
            }
        }
        return pastes;
    }

    private BoxLimits without(BoxLimits limits, int factor) {
        BoxLimits free = limits.copy();
        free.low()[factor] = Double.NEGATIVE_INFINITY;
        free.high()[factor] = Double.POSITIVE_INFINITY;
        if (free.levels().get(factor) != null) {
            free.levels().set(factor, levels(factor));
        }
        return free;
    }

    /** Takes off the limits that chance may explain, the least telling first. */
    private BoxLimits tidied(BinaryOutcomes cases, BoxLimits start) {
        BoxLimits now = start;
        while (true) {
            int worst = -1;
            double most = SIGNIFICANT;
            for (int j = 0; j < cases.factors().size(); j++) {
                if (limited(now, j) && quasiP(cases, now, j) > most) {
                    most = quasiP(cases, now, j);
                    worst = j;
                }
            }
            if (worst < 0) {
                return now;
            }
            now = without(now, worst);
        }
    }

    private boolean limited(BoxLimits limits, int factor) {
        return limits.levels().get(factor) != null
                ? limits.levels().get(factor).size() < levels(factor).size()
                : !Double.isInfinite(limits.low()[factor]) || !Double.isInfinite(limits.high()[factor]);
    }

    private double quasiP(BinaryOutcomes cases, BoxLimits limits, int factor) {
        BoxLimits.Count in = limits.count(cases);
        BoxLimits.Count free = without(limits, factor).count(cases);
        if (in.hits() == 0 || free.runs() == in.runs()) {
            return 1;
        }
        return BinomialDistribution.of((int) in.runs(), free.density()).survivalProbability((int) in.hits() - 1);
    }

    private Box box(BinaryOutcomes cases, BoxLimits limits) {
        List<Limit> named = new ArrayList<>();
        for (int j = 0; j < cases.factors().size(); j++) {
            if (limited(limits, j)) {
                List<Double> levels = limits.levels().get(j) == null
                        ? List.of()
                        : List.copyOf(limits.levels().get(j));
                named.add(new Limit(
                        cases.factors().get(j), limits.low()[j], limits.high()[j], levels, quasiP(cases, limits, j)));
            }
        }
        BoxLimits.Count count = limits.count(cases);
        return new Box(
                named,
                count.hits(),
                count.runs(),
                count.hits() / all.allHits(),
                count.density(),
                count.runs() / all.allRuns());
    }
}
