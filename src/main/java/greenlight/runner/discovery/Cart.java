package greenlight.runner.discovery;

import greenlight.runner.dataset.Condition;
import greenlight.runner.discovery.ClassificationTree.Node;
import greenlight.runner.discovery.ClassificationTree.Split;
import greenlight.runner.stats.Bootstrap;
import greenlight.runner.stats.Moments;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.apache.commons.rng.sampling.PermutationSampler;

/**
 * Classification trees after Breiman et al. (1984): splits that lower the Gini impurity most, and minimal
 * cost-complexity pruning, chosen by ten-fold cross-validation over points with the one-standard-error rule. The cost of
 * a tree is its impurity, so that rare cases count.
 */
public final class Cart {
    private static final int FOLDS = 10;
    private static final int DEEPEST = 8;
    private static final double LEAST_LEAF = 0.01;

    private final double leastLeaf;
    private final int deepest;

    Cart() {
        this(LEAST_LEAF, DEEPEST);
    }

    /**
     * A grower of trees.
     *
     * @param leastLeaf smallest share of all runs in a leaf
     * @param deepest most questions from the root to a leaf
     */
    public Cart(double leastLeaf, int deepest) {
        this.leastLeaf = leastLeaf;
        this.deepest = deepest;
    }

    /** The tree that cross-validation chooses. */
    ClassificationTree of(BinaryOutcomes cases, Condition question) {
        Node grown = grown(cases);
        List<Double> costs = costs(grown);
        int[] folds = folds(cases.points());
        double[][] losses = new double[costs.size()][FOLDS];
        double[] sizes = new double[FOLDS];
        double[] naive = new double[FOLDS];
        for (int fold = 0; fold < FOLDS; fold++) {
            int out = fold;
            int[] inside = IntStream.range(0, folds.length)
                    .filter(i -> folds[i] != out)
                    .toArray();
            int[] outside = IntStream.range(0, folds.length)
                    .filter(i -> folds[i] == out)
                    .toArray();
            if (inside.length == 0 || outside.length == 0) {
                continue;
            }
            BinaryOutcomes rest = cases.kept(inside);
            BinaryOutcomes test = cases.kept(outside);
            Node full = grown(rest);
            double scale = rest.allRuns() / cases.allRuns();
            for (int i = 0; i < costs.size(); i++) {
                double next = i + 1 < costs.size() ? costs.get(i + 1) : costs.get(i);
                losses[i][fold] = loss(pruned(full, scale * Math.sqrt(costs.get(i) * next)), test);
            }
            naive[fold] = loss(new Node(rest.allRuns(), rest.allHits(), Optional.empty()), test);
            sizes[fold] = test.allRuns();
        }
        double[] loss =
                Arrays.stream(losses).mapToDouble(of -> Arrays.stream(of).sum()).toArray();
        int best = IntStream.range(0, loss.length)
                .boxed()
                .min(Comparator.comparingDouble(i -> loss[i]))
                .orElse(0);
        double allowed = loss[best] + error(losses[best], sizes);
        int chosen = best;
        while (chosen + 1 < loss.length && loss[chosen + 1] <= allowed) {
            chosen++;
        }
        double without = Arrays.stream(naive).sum();
        double explained = without > 0 ? 1 - loss[chosen] / without : Double.NaN;
        return new ClassificationTree(question, pruned(grown, costs.get(chosen)), grown.leaves(), explained);
    }

    /** Standard error of a sum of losses over folds. */
    private static double error(double[] losses, double[] sizes) {
        double[] rates = IntStream.range(0, losses.length)
                .filter(i -> sizes[i] > 0)
                .mapToDouble(i -> losses[i] / sizes[i])
                .toArray();
        double whole = Arrays.stream(sizes).sum();
        return rates.length < 2 ? 0 : whole * Moments.of(rates).error();
    }

    private static int[] folds(int points) {
        int[] folds = new int[points];
        int[] order = PermutationSampler.natural(points);
        PermutationSampler.shuffle(Bootstrap.random(), order);
        for (int i = 0; i < points; i++) {
            folds[order[i]] = i % FOLDS;
        }
        return folds;
    }

    /** The tree before pruning. */
    public Node grown(BinaryOutcomes cases) {
        return node(cases, IntStream.range(0, cases.points()).toArray(), leastLeaf * cases.allRuns(), 0);
    }

    private Node node(BinaryOutcomes cases, int[] points, double least, int depth) {
        double runs = 0;
        double hits = 0;
        for (int point : points) {
            runs += cases.runs()[point];
            hits += cases.hits()[point];
        }
        Node leaf = new Node(runs, hits, Optional.empty());
        if (depth == deepest || leaf.impurity() == 0) {
            return leaf;
        }
        Cut best = null;
        for (int j = 0; j < cases.factors().size(); j++) {
            Cut cut = cut(cases, points, j, leaf, least);
            if (cut != null && (best == null || cut.gain() > best.gain() + 1e-12)) {
                best = cut;
            }
        }
        if (best == null) {
            return leaf;
        }
        Cut cut = best;
        Split ask = new Split(cases.factors().get(cut.factor()), cut.threshold(), cut.levels(), leaf, leaf);
        double[] column = cases.levels()[cut.factor()];
        int[] yes =
                IntStream.of(points).filter(point -> ask.asks(column[point])).toArray();
        int[] no =
                IntStream.of(points).filter(point -> !ask.asks(column[point])).toArray();
        Split split = new Split(
                ask.factor(),
                ask.threshold(),
                ask.levels(),
                node(cases, yes, least, depth + 1),
                node(cases, no, least, depth + 1));
        return new Node(runs, hits, Optional.of(split));
    }

    private record Cut(int factor, double threshold, List<Double> levels, double gain) {}

    /** The best question about a factor; levels without order are tried in the order of their shares of cases. */
    private static Cut cut(BinaryOutcomes cases, int[] points, int factor, Node whole, double least) {
        Map<Double, double[]> counts = new HashMap<>();
        for (int point : points) {
            double[] count = counts.computeIfAbsent(cases.levels()[factor][point], level -> new double[2]);
            count[0] += cases.runs()[point];
            count[1] += cases.hits()[point];
        }
        boolean unordered = cases.factors().get(factor).unordered()
                || cases.factors().get(factor).column().isBoolean();
        Comparator<Double> natural = Comparator.naturalOrder();
        Comparator<Double> byRate = Comparator.comparingDouble(level -> counts.get(level)[1] / counts.get(level)[0]);
        List<Double> levels = counts.keySet().stream()
                .sorted(unordered ? byRate.thenComparing(natural) : natural)
                .toList();
        double runs = 0;
        double hits = 0;
        Cut best = null;
        for (int i = 0; i + 1 < levels.size(); i++) {
            runs += counts.get(levels.get(i))[0];
            hits += counts.get(levels.get(i))[1];
            if (runs < least || whole.runs() - runs < least) {
                continue;
            }
            Node yes = new Node(runs, hits, Optional.empty());
            Node no = new Node(whole.runs() - runs, whole.cases() - hits, Optional.empty());
            double gain = whole.impurity() - yes.impurity() - no.impurity();
            if (gain > 1e-12 && (best == null || gain > best.gain() + 1e-12)) {
                best = unordered
                        ? new Cut(factor, Double.NaN, List.copyOf(new TreeSet<>(levels.subList(0, i + 1))), gain)
                        : new Cut(factor, (levels.get(i) + levels.get(i + 1)) / 2, List.of(), gain);
            }
        }
        return best;
    }

    /** The complexity costs at which the pruned tree changes, from the whole tree to the root alone. */
    private static List<Double> costs(Node grown) {
        List<Double> costs = new ArrayList<>(List.of(0.0));
        Node now = grown;
        while (now.split().isPresent()) {
            double weakest = weakest(now);
            costs.add(weakest);
            now = pruned(now, weakest);
        }
        return costs;
    }

    private static double strength(Node node) {
        return node.gain() / (node.leaves() - 1);
    }

    private static double weakest(Node node) {
        if (node.split().isEmpty()) {
            return Double.POSITIVE_INFINITY;
        }
        Split split = node.split().get();
        return Math.min(strength(node), Math.min(weakest(split.yes()), weakest(split.no())));
    }

    /** The smallest subtree that is best when each leaf costs this much. */
    static Node pruned(Node node, double cost) {
        if (node.split().isEmpty()) {
            return node;
        }
        Split split = node.split().get();
        Node kept = new Node(
                node.runs(),
                node.cases(),
                Optional.of(new Split(
                        split.factor(),
                        split.threshold(),
                        split.levels(),
                        pruned(split.yes(), cost),
                        pruned(split.no(), cost))));
        return strength(kept) <= cost * (1 + 1e-12) ? new Node(node.runs(), node.cases(), Optional.empty()) : kept;
    }

    /** Squared errors over the runs of a test part. */
    private static double loss(Node tree, BinaryOutcomes test) {
        double loss = 0;
        for (int point = 0; point < test.points(); point++) {
            double rate = rate(tree, test, point);
            double hits = test.hits()[point];
            loss += hits * (1 - rate) * (1 - rate) + (test.runs()[point] - hits) * rate * rate;
        }
        return loss;
    }

    private static double rate(Node tree, BinaryOutcomes cases, int point) {
        Node at = tree;
        while (at.split().isPresent()) {
            Split split = at.split().get();
            int factor = cases.factors().indexOf(split.factor());
            at = split.asks(cases.levels()[factor][point]) ? split.yes() : split.no();
        }
        return at.rate();
    }
}
