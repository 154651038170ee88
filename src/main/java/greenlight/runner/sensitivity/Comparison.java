package greenlight.runner.sensitivity;

import greenlight.runner.csv.BadTable;
import greenlight.runner.dataset.Column;
import greenlight.runner.dataset.Condition;
import greenlight.runner.dataset.Factor;
import greenlight.runner.dataset.PointMatching;
import greenlight.runner.dataset.Response;
import greenlight.runner.dataset.RunTable;
import greenlight.runner.format.Text;
import greenlight.runner.stats.Estimate;
import greenlight.runner.stats.Moments;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Two settings compared.
 *
 * @param one which runs, in words
 * @param other those they are compared with
 * @param first mean of the one
 * @param second mean of the other
 * @param difference first less second
 * @param kind how it was estimated
 * @param pairs how many differences were averaged; of runs, or of points where nothing is paired
 * @param ratio variance of the difference had both sides random numbers of their own, over its variance; not-a-number unless paired
 */
public record Comparison(
        Column measure,
        String one,
        String other,
        Estimate first,
        Estimate second,
        Estimate difference,
        Kind kind,
        int pairs,
        double ratio) {
    /** How a difference was estimated. */
    public enum Kind {
        /** Run by run, both with the same random numbers and equal in all else. */
        PAIRED,
        /** Between points that are equal in all else, each with random numbers of its own. */
        MATCHED,
        /** Between two groups of points that differ in other factors too. */
        GROUPS
    }

    /** Below this ratio pairing is not worth a word of praise. */
    private static final double HELPS = 1.1;

    /** Compares the points of one experiment that meet some conditions with those that meet others. */
    public static List<Comparison> within(RunTable runs, String one, String other) throws BadTable {
        List<Condition> first = Condition.all(one);
        List<Condition> second = Condition.all(other);
        int[] ours = points(runs, first);
        int[] theirs = points(runs, second);
        Set<String> compared = new HashSet<>();
        first.forEach(condition -> compared.add(condition.column()));
        second.forEach(condition -> compared.add(condition.column()));
        List<Factor> rest = runs.factors().stream()
                .filter(factor -> !compared.contains(factor.name()))
                .toList();
        Map<List<String>, List<Integer>> contexts = contexts(runs, theirs, rest);
        List<int[]> sets = new ArrayList<>();
        for (int point : ours) {
            contexts.getOrDefault(context(runs, point, rest), List.of())
                    .forEach(match -> sets.add(new int[] {point, match}));
        }
        List<Comparison> all = new ArrayList<>();
        for (Column measure : runs.measures()) {
            Response response = Response.of(runs, measure);
            all.add(of(
                    measure,
                    one,
                    other,
                    response,
                    ours,
                    theirs,
                    sets,
                    runs.plan().common()));
        }
        return all;
    }

    /** Compares two experiments, point by point where their factors have the same levels. */
    public static List<Comparison> between(RunTable runs, RunTable others, String one, String other) {
        List<Factor> factors = runs.factors();
        boolean same = factors.stream()
                .map(Factor::name)
                .toList()
                .equals(others.factors().stream().map(Factor::name).toList());
        int points = runs.points();
        int[] ours = IntStream.range(0, points).toArray();
        int[] theirs = IntStream.range(points, points + others.points()).toArray();
        List<int[]> sets = new ArrayList<>();
        if (same || (points == 1 && others.points() == 1)) {
            Map<List<String>, List<Integer>> contexts = contexts(
                    others, IntStream.range(0, others.points()).toArray(), same ? others.factors() : List.of());
            for (int point : ours) {
                contexts.getOrDefault(context(runs, point, same ? factors : List.of()), List.of())
                        .forEach(match -> sets.add(new int[] {point, points + match}));
            }
        }
        boolean common = runs.plan().common() && others.plan().common() && sameSeeds(runs, others);
        List<Comparison> all = new ArrayList<>();
        for (Column measure : runs.measures()) {
            others.measures().stream()
                    .filter(column -> column.name().equals(measure.name()) && column.type() == measure.type())
                    .findFirst()
                    .ifPresent(column -> all.add(of(
                            measure, one, other, joined(runs, measure, others, column), ours, theirs, sets, common)));
        }
        return all;
    }

    private static boolean sameSeeds(RunTable runs, RunTable others) {
        for (int replication = 0; replication < Math.min(runs.replications(), others.replications()); replication++) {
            int row = runs.row(0, replication);
            int other = others.row(0, replication);
            if (row >= 0 && other >= 0 && runs.seed(row) != others.seed(other)) {
                return false;
            }
        }
        return true;
    }

    private static Response joined(RunTable runs, Column measure, RunTable others, Column column) {
        int replications = Math.max(runs.replications(), others.replications());
        int points = runs.points() + others.points();
        double[] values = new double[points * replications];
        Arrays.fill(values, Double.NaN);
        for (int point = 0; point < points; point++) {
            boolean ours = point < runs.points();
            RunTable from = ours ? runs : others;
            for (int replication = 0; replication < from.replications(); replication++) {
                int row = from.row(ours ? point : point - runs.points(), replication);
                if (row >= 0) {
                    values[point * replications + replication] = (ours ? measure : column).at(row);
                }
            }
        }
        return new Response(points, replications, values, settings(runs.settings(), others.settings()));
    }

    /** The settings of both; none where they are of different ensembles. */
    private static int[] settings(int[] one, int[] other) {
        int both = Math.min(one.length, other.length);
        boolean same = both > 0 && Arrays.equals(one, 0, both, other, 0, both);
        return !same ? new int[0] : one.length > both ? one : other;
    }

    private static Comparison of(
            Column measure,
            String one,
            String other,
            Response response,
            int[] ours,
            int[] theirs,
            List<int[]> sets,
            boolean common) {
        boolean yesOrNo = measure.isBoolean();
        Estimate first = FactorialAnalysis.mean(response, ours, yesOrNo, common);
        Estimate second = FactorialAnalysis.mean(response, theirs, yesOrNo, common);
        if (sets.isEmpty()) {
            Moments left = Moments.of(means(response, ours));
            Moments right = Moments.of(means(response, theirs));
            double a = left.variance() / left.count();
            double b = right.variance() / right.count();
            double freedom = (a + b) * (a + b) / (a * a / (left.count() - 1) + b * b / (right.count() - 1));
            Estimate difference = Estimate.student(left.mean() - right.mean(), Math.sqrt(a + b), freedom);
            int used = left.count() + right.count();
            return new Comparison(measure, one, other, first, second, difference, Kind.GROUPS, used, Double.NaN);
        }
        Contrast.Result result = new Contrast(sets, Contrast.DIFFERENCE).of(response, common);
        Kind kind = common && response.replications() > 1 ? Kind.PAIRED : Kind.MATCHED;
        return new Comparison(
                measure, one, other, first, second, result.estimate(), kind, result.used(), result.ratio());
    }

    private static double[] means(Response response, int[] points) {
        return IntStream.of(points).mapToDouble(response::mean).toArray();
    }

    private static int[] points(RunTable runs, List<Condition> conditions) throws BadTable {
        Set<Integer> points =
                new HashSet<>(IntStream.range(0, runs.points()).boxed().toList());
        for (Condition condition : conditions) {
            Factor factor = runs.factor(condition.column());
            double limit = condition.limit(factor.column());
            points.removeIf(point -> !condition.met(runs.level(point, factor), limit));
        }
        if (points.isEmpty()) {
            List<String> levels = new ArrayList<>();
            for (Condition condition : conditions) {
                Factor factor = runs.factor(condition.column());
                levels.add(condition.column() + " has the levels "
                        + String.join(
                                ", ",
                                factor.texts(new PointMatching(runs).levels(factor)).stream()
                                        .limit(12)
                                        .toList()));
            }
            throw new BadTable("No point has "
                    + String.join(
                            " and ",
                            conditions.stream().map(Condition::toString).toList()) + "; "
                    + String.join("; ", levels) + ".");
        }
        return points.stream().mapToInt(point -> point).sorted().toArray();
    }

    private static Map<List<String>, List<Integer>> contexts(RunTable runs, int[] points, List<Factor> factors) {
        Map<List<String>, List<Integer>> contexts = new HashMap<>();
        for (int point : points) {
            contexts.computeIfAbsent(context(runs, point, factors), context -> new ArrayList<>())
                    .add(point);
        }
        return contexts;
    }

    private static List<String> context(RunTable runs, int point, List<Factor> factors) {
        return factors.stream()
                .map(factor -> factor.column().text(runs.level(point, factor)))
                .toList();
    }

    /** What pairing did, in a sentence. */
    public String pairing() {
        if (kind == Kind.GROUPS) {
            return "No point of the one equals a point of the other in all else, so two groups of points are compared;"
                    + " other factors may explain part of the difference.";
        }
        if (kind == Kind.MATCHED) {
            return "The runs have random numbers of their own, so nothing is paired.";
        }
        if (difference.low() == difference.high()) {
            return "The difference is the same in every replication.";
        }
        String figure = Text.scaled(ratio);
        if (ratio >= HELPS) {
            return "Common random numbers help: they divide the variance of the difference by " + figure + ", as "
                    + figure + " times as many runs would.";
        }
        return "Pairing does not help here: the variance ratio is " + figure
                + ", so runs with random numbers of their own would tell as much"
                + (ratio < 1 / HELPS ? " or more." : ".");
    }
}
