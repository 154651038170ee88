package greenlight.runner.report.figure;

import greenlight.runner.csv.BadTable;
import greenlight.runner.dataset.Column;
import greenlight.runner.dataset.Factor;
import greenlight.runner.dataset.RunTable;
import greenlight.runner.discovery.Box;
import greenlight.runner.discovery.ClassificationTree;
import greenlight.runner.discovery.PrimResult;
import greenlight.runner.discovery.ScenarioDiscovery;
import greenlight.runner.figure.Axis;
import greenlight.runner.figure.Caption;
import greenlight.runner.figure.Figure;
import greenlight.runner.figure.chart.Curves;
import greenlight.runner.figure.chart.Scatter;
import greenlight.runner.figure.chart.TreeDiagram;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Where among the factors something happens. */
public final class DiscoveryFigures {
    private static final int DOTS = 800;

    private final RunTable runs;

    public DiscoveryFigures(RunTable runs) {
        this.runs = runs;
    }

    /** Where it happens: the first box in the plane of its first factors, how the box was peeled, and the tree. */
    public List<Figure> of(ScenarioDiscovery found) {
        List<Figure> figures = new ArrayList<>();
        PrimResult boxes = found.boxes();
        if (!boxes.boxes().isEmpty()) {
            scatter(boxes, boxes.boxes().get(0)).ifPresent(figures::add);
        }
        if (boxes.peeling().size() > 2) {
            figures.add(peeling(boxes));
        }
        ClassificationTree tree = found.tree();
        if (tree.root().split().isPresent()) {
            List<TreeDiagram.Node> nodes = new ArrayList<>();
            collect(nodes, tree.root(), "all runs", 0);
            figures.add(new TreeDiagram(
                    new Caption(
                            "tree",
                            "Rules that lead there",
                            "A classification tree, pruned by cross-validation. Bold rows are its leaves."),
                    boxes.question().toString(),
                    nodes));
        }
        return figures;
    }

    private static void collect(List<TreeDiagram.Node> nodes, ClassificationTree.Node node, String rule, int depth) {
        nodes.add(new TreeDiagram.Node(
                depth,
                rule.replace("<=", "\u2264").replace(">=", "\u2265"),
                node.rate(),
                (int) node.runs(),
                node.split().isEmpty()));
        node.split().ifPresent(split -> {
            collect(nodes, split.yes(), split.text(true), depth + 1);
            collect(nodes, split.no(), split.text(false), depth + 1);
        });
    }

    private static Curves peeling(PrimResult boxes) {
        double[] coverage = boxes.peeling().stream()
                .mapToDouble(box -> 100 * box.coverage())
                .toArray();
        double[] density =
                boxes.peeling().stream().mapToDouble(box -> 100 * box.density()).toArray();
        double[] none = new double[coverage.length];
        Arrays.fill(none, Double.NaN);
        return new Curves(
                new Caption(
                        "peeling",
                        "What each smaller box gives up",
                        "PRIM peels from everything (right) to a small pure box (left): coverage is the share of all cases "
                                + "inside, density the share of cases among the runs inside."),
                Axis.of("coverage", "%"),
                Axis.of("density", "%"),
                List.of(new Curves.Line("", coverage, density, none, none)),
                false);
    }

    /** The plane of the box's first two factors with numbers; with one, of its factor and the measure in question. */
    private Optional<Figure> scatter(PrimResult boxes, Box box) {
        List<Box.Limit> limits = box.limits().stream()
                .filter(limit -> limit.factor().isNumeric())
                .toList();
        List<Factor> factors =
                new ArrayList<>(limits.stream().map(Box.Limit::factor).limit(2).toList());
        runs.factors().stream()
                .filter(factor -> factor.isNumeric() && !factors.contains(factor))
                .limit(2L - factors.size())
                .forEach(factors::add);
        boolean sampled = factors.stream().allMatch(factor -> runs.levels(factor).length > 8);
        if (limits.isEmpty() || factors.size() < 2 || !sampled) {
            return Optional.empty(); // few levels lie on top of each other
        }
        Column measure = runs.measures().stream()
                .filter(column -> column.name().equals(boxes.question().column()))
                .findFirst()
                .orElseThrow();
        double limit;
        try {
            limit = boxes.question().limit(measure);
        } catch (BadTable impossible) {
            throw new IllegalStateException(impossible);
        }
        int[] places = IntStream.range(0, runs.points() * runs.replications())
                .filter(place -> {
                    int row = row(place);
                    return row >= 0 && !Double.isNaN(measure.at(row));
                })
                .toArray();
        int every = (places.length + DOTS - 1) / DOTS;
        int[] drawn = IntStream.range(0, places.length)
                .filter(i -> i % every == 0)
                .map(i -> places[i])
                .toArray();
        boolean[] hit = new boolean[drawn.length];
        double[][] at = new double[2][drawn.length];
        for (int i = 0; i < drawn.length; i++) {
            hit[i] = boxes.question().met(measure.at(row(drawn[i])), limit);
            at[0][i] = runs.level(drawn[i] / runs.replications(), factors.get(0));
            at[1][i] = runs.level(drawn[i] / runs.replications(), factors.get(1));
        }
        double[] sides = new double[4];
        Arrays.fill(sides, Double.NaN);
        for (int i = 0; i < limits.size() && i < 2; i++) {
            sides[2 * i] = Double.isInfinite(limits.get(i).low())
                    ? Double.NaN
                    : limits.get(i).low();
            sides[2 * i + 1] = Double.isInfinite(limits.get(i).high())
                    ? Double.NaN
                    : limits.get(i).high();
        }
        String some = every > 1 ? "One run in " + every + " is drawn. " : "";
        String more = limits.size() > 2 ? "The box has further limits: " + box.text() + "." : "";
        return Optional.of(new Scatter(
                new Caption("box", "Where " + boxes.question() + " is met", (some + more).strip()),
                FactorAxis.of(factors.get(0), runs.levels(factors.get(0))),
                FactorAxis.of(factors.get(1), runs.levels(factors.get(1))),
                boxes.question().toString(),
                at[0],
                at[1],
                hit,
                sides));
    }

    private int row(int place) {
        return runs.row(place / runs.replications(), place % runs.replications());
    }
}
