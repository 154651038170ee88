package greenlight.runner.report;

import greenlight.runner.analysis.MeasureAnalysis;
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
import greenlight.runner.figure.chart.Bars;
import greenlight.runner.figure.chart.Curves;
import greenlight.runner.figure.chart.HeatMap;
import greenlight.runner.figure.chart.Histogram;
import greenlight.runner.figure.chart.MorrisPlot;
import greenlight.runner.figure.chart.Scatter;
import greenlight.runner.figure.chart.TreeDiagram;
import greenlight.runner.sensitivity.Effects;
import greenlight.runner.sensitivity.ElementaryEffects;
import greenlight.runner.sensitivity.GivenDataSensitivity;
import greenlight.runner.sensitivity.InteractionTable;
import greenlight.runner.sensitivity.SobolIndices;
import greenlight.runner.stats.Estimate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** The figures that a design allows, from what was found. */
final class MeasureFigures {
    private static final String INTERVALS = "Whiskers are 95 % intervals.";
    private static final int ROWS = 12;
    private static final int TRACED = 5;
    private static final int DOTS = 800;

    private final RunTable runs;

    MeasureFigures(RunTable runs) {
        this.runs = runs;
    }

    private static boolean isShare(Column measure) {
        return measure.type() == Column.Type.BOOLEAN;
    }

    /** The quantity of a measure; what is true or false is told as the share of runs in which it is true. */
    static Axis axis(Column measure) {
        return Axis.of(measure.name(), isShare(measure) ? "% of runs" : measure.unit());
    }

    private static double shown(Column measure, double value) {
        return isShare(measure) ? 100 * value : value;
    }

    /** The end of an interval; a share of runs is none beyond all or nothing. */
    private static double bound(Column measure, double value) {
        return isShare(measure) ? Math.max(0, Math.min(100, 100 * value)) : value;
    }

    /** What moves a measure. */
    List<Figure> of(MeasureAnalysis study) {
        List<Figure> figures = new ArrayList<>();
        study.effects().ifPresent(effects -> effects(study, effects, figures));
        study.screening().ifPresent(screening -> {
            figures.add(strengths(study.measure(), screening));
            figures.add(morris(study.measure(), screening));
        });
        if (study.drowned()) {
            return figures;
        }
        study.indices().ifPresent(indices -> indices(study.measure(), indices, figures));
        study.given().ifPresent(given -> given(study, given, figures));
        return figures;
    }

    private void effects(MeasureAnalysis study, Effects effects, List<Figure> figures) {
        Column measure = study.measure();
        Map<Factor, Effects.Main> largest = new LinkedHashMap<>();
        for (Effects.Main main : effects.mains()) {
            if (main.pairs() > 0) {
                largest.merge(main.factor(), main, (one, other) -> size(other) > size(one) ? other : one);
            }
        }
        List<Effects.Main> strongest = largest.values().stream()
                .sorted(Comparator.comparingDouble(main -> -size(main)))
                .toList();
        if (strongest.isEmpty()) {
            return;
        }
        if (strongest.size() > 1) {
            figures.add(tornado(measure, strongest));
        }
        if (!effects.shares().isEmpty() && strongest.size() > 1) {
            figures.add(shares(measure, effects.shares()));
        }
        Factor first = strongest.get(0).factor();
        if (strongest.size() == 1 || levels(first).length > 2) {
            figures.add(response(measure, first, effects.levels()));
        }
        if (strongest.size() > 1) {
            Factor second = strongest.get(1).factor();
            study.heats().stream()
                    .map(heat -> heat.first().equals(first) ? turned(heat) : heat)
                    .filter(heat -> heat.first().equals(second) && heat.second().equals(first))
                    .findFirst()
                    .ifPresent(heat -> figures.add(
                            heat.firstLevels().size() <= 3 ? lines(measure, heat) : heatMap(measure, heat)));
        }
    }

    private static double size(Effects.Main main) {
        return Math.abs(main.difference().value());
    }

    /** The same map with its sides swapped. */
    @SuppressWarnings("ArgumentSelectionDefectChecker") // swapped on purpose
    private static InteractionTable turned(InteractionTable heat) {
        int rows = heat.secondLevels().size();
        int columns = heat.firstLevels().size();
        Estimate[][] means = new Estimate[rows][columns];
        int[][] counts = new int[rows][columns];
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                means[row][column] = heat.means()[column][row];
                counts[row][column] = heat.runs()[column][row];
            }
        }
        return new InteractionTable(
                heat.second(), heat.first(), heat.secondLevels(), heat.firstLevels(), means, counts);
    }

    private static Bars.Row row(String label, Estimate one, double times) {
        return Bars.Row.of(label, times * one.value(), times * one.low(), times * one.high());
    }

    private static Bars.Estimate estimate(Estimate one) {
        return new Bars.Estimate(one.value(), one.low(), one.high());
    }

    private static Bars tornado(Column measure, List<Effects.Main> strongest) {
        List<Bars.Row> rows = strongest.stream()
                .limit(ROWS)
                .map(main -> row(
                        main.factor().name() + ": " + text(main.factor(), main.reference()) + "\u00a0→\u00a0"
                                + text(main.factor(), main.level()),
                        main.difference(),
                        isShare(measure) ? 100 : 1))
                .toList();
        return new Bars(
                new Caption(
                        "effects-" + measure.name(),
                        "What each factor does to " + measure.name(),
                        "Difference that the largest step of each factor makes, all else equal. " + INTERVALS),
                Axis.of("difference", isShare(measure) ? "percentage points" : measure.unit()),
                List.of("difference"),
                rows);
    }

    private static Bars shares(Column measure, List<Effects.Share> shares) {
        List<Bars.Row> rows = shares.stream()
                .sorted(Comparator.comparingDouble(share -> -share.share().value()))
                .limit(ROWS)
                .map(share -> row(share.what(), share.share(), 100))
                .toList();
        return new Bars(
                new Caption(
                        "variance-" + measure.name(),
                        "What the variance of " + measure.name() + " is due to",
                        "Luck is what differs between replications of one setting. " + INTERVALS),
                Axis.of("of the variance of single runs", "%"),
                List.of("share"),
                rows);
    }

    /** A level as a figure writes it. */
    static String text(Factor factor, double level) {
        return switch (factor.column().type()) {
            case BOOLEAN -> level > 0 ? "on" : "off";
            case REAL -> Axis.of("", "").words(level);
            default -> factor.column().text(level);
        };
    }

    /** The levels of a factor among all points, ascending. */
    double[] levels(Factor factor) {
        return IntStream.range(0, runs.points())
                .mapToDouble(point -> runs.level(point, factor))
                .distinct()
                .sorted()
                .toArray();
    }

    static boolean isNumeric(Factor factor) {
        return factor.column().type() == Column.Type.REAL || factor.column().type() == Column.Type.INTEGER;
    }

    private static Axis across(Factor factor, double[] levels) {
        if (!isNumeric(factor)) {
            return Axis.named(factor.name(), texts(factor, levels));
        }
        String unit = factor.column().unit();
        boolean wide = levels.length > 0 && levels[0] > 0 && levels[levels.length - 1] / levels[0] >= 50;
        return wide ? Axis.log(factor.name(), unit) : Axis.of(factor.name(), unit);
    }

    private static List<String> texts(Factor factor, double[] levels) {
        return java.util.Arrays.stream(levels)
                .mapToObj(level -> text(factor, level))
                .toList();
    }

    private static Curves.Line line(String name, Column measure, Factor factor, double[] levels, List<Estimate> means) {
        double[] places = isNumeric(factor)
                ? levels
                : IntStream.range(0, levels.length).mapToDouble(i -> i).toArray();
        return new Curves.Line(
                name,
                places,
                all(means, one -> shown(measure, one.value())),
                all(means, one -> bound(measure, one.low())),
                all(means, one -> bound(measure, one.high())));
    }

    private static double[] all(List<Estimate> means, ToDoubleFunction<Estimate> part) {
        return means.stream().mapToDouble(part).toArray();
    }

    private static Curves response(Column measure, Factor factor, List<Effects.Level> levels) {
        List<Effects.Level> of = levels.stream()
                .filter(level -> level.factor().equals(factor)
                        && !Double.isNaN(level.mean().value()))
                .sorted(Comparator.comparingDouble(Effects.Level::level))
                .toList();
        double[] at = of.stream().mapToDouble(Effects.Level::level).toArray();
        return new Curves(
                new Caption(
                        "response-" + measure.name(),
                        measure.name() + " by " + factor.name(),
                        "Mean at each level, over all other settings. " + INTERVALS),
                across(factor, at),
                axis(measure),
                List.of(line(
                        "",
                        measure,
                        factor,
                        at,
                        of.stream().map(Effects.Level::mean).toList())),
                false);
    }

    private static Caption pair(String kind, Column measure, InteractionTable heat, String note) {
        return new Caption(
                kind + "-" + measure.name(),
                measure.name() + " by " + heat.second().name() + " and "
                        + heat.first().name(),
                note);
    }

    private static double[] array(List<Double> levels) {
        return levels.stream().mapToDouble(level -> level).toArray();
    }

    private static Curves lines(Column measure, InteractionTable heat) {
        double[] at = array(heat.secondLevels());
        List<Curves.Line> lines = new ArrayList<>();
        for (int i = 0; i < heat.firstLevels().size(); i++) {
            String name = heat.first().name() + " "
                    + text(heat.first(), heat.firstLevels().get(i));
            lines.add(line(name, measure, heat.second(), at, List.of(heat.means()[i])));
        }
        return new Curves(
                pair(
                        "interaction",
                        measure,
                        heat,
                        "Lines that are not parallel mean that the two act together. " + INTERVALS),
                across(heat.second(), at),
                axis(measure),
                lines,
                isNumeric(heat.first()));
    }

    private static HeatMap heatMap(Column measure, InteractionTable heat) {
        double[][] values =
                new double[heat.firstLevels().size()][heat.secondLevels().size()];
        for (int row = 0; row < values.length; row++) {
            for (int column = 0; column < values[row].length; column++) {
                values[row][column] = shown(measure, heat.means()[row][column].value());
            }
        }
        return new HeatMap(
                pair("heat", measure, heat, "Mean in each cell, over all other settings."),
                Axis.named(title(heat.second()), texts(heat.second(), array(heat.secondLevels()))),
                Axis.named(title(heat.first()), texts(heat.first(), array(heat.firstLevels()))),
                axis(measure),
                values);
    }

    private static String title(Factor factor) {
        String unit = factor.column().unit();
        return unit.isEmpty() ? factor.name() : factor.name() + ", " + unit;
    }

    /** Of what is true or false, effects are told in hundredths of all runs. */
    private static double times(Column measure) {
        return isShare(measure) ? 100 : 1;
    }

    private static String unitOfEffect(Column measure) {
        return isShare(measure) ? "percentage points" : measure.unit();
    }

    private static Bars strengths(Column measure, ElementaryEffects screening) {
        return new Bars(
                new Caption(
                        "strength-" + measure.name(),
                        "How strongly each factor acts on " + measure.name(),
                        "Mean size of the effect of a factor over its range, μ*, up or down, from "
                                + screening.trajectories() + " trajectories. " + INTERVALS),
                Axis.of("μ*, mean absolute effect", unitOfEffect(measure)),
                List.of("μ*"),
                screening.factors().stream()
                        .sorted(Comparator.comparingDouble(one -> -one.muStar().value()))
                        .limit(ROWS)
                        .map(one -> row(one.factor().name(), one.muStar(), times(measure)))
                        .toList());
    }

    private static MorrisPlot morris(Column measure, ElementaryEffects screening) {
        double times = times(measure);
        return new MorrisPlot(
                new Caption(
                        "morris-" + measure.name(),
                        "Which factors act alike everywhere on " + measure.name(),
                        "Far right: strong. Above the dashed line, where σ is greater than μ*: it interacts or bends. Bars"
                                + " are 95 % intervals of μ*."),
                Axis.of(measure.name(), unitOfEffect(measure)),
                screening.factors().stream()
                        .map(one -> new MorrisPlot.Factor(
                                one.factor().name(),
                                times * one.muStar().value(),
                                times * one.muStar().low(),
                                times * one.muStar().high(),
                                times * one.sigma().value()))
                        .toList());
    }

    private static void indices(Column measure, SobolIndices indices, List<Figure> figures) {
        if (indices.rows() == 0) {
            return;
        }
        List<SobolIndices.Index> strongest = indices.factors().stream()
                .sorted(Comparator.comparingDouble(one -> -one.total().value()))
                .limit(ROWS)
                .toList();
        figures.add(new Bars(
                new Caption(
                        "indices-" + measure.name(),
                        "Whose variance it is: " + measure.name(),
                        "Sobol' indices from " + indices.rows() + " base rows. " + INTERVALS),
                Axis.of("share of the variance of the mean response", ""),
                List.of("first order", "total"),
                strongest.stream()
                        .map(one -> new Bars.Row(
                                one.factor().name(), List.of(estimate(one.first()), estimate(one.total()))))
                        .toList()));
        if (indices.trace().size() > 2) {
            double[] rows = indices.trace().stream()
                    .mapToDouble(SobolIndices.Step::rows)
                    .toArray();
            List<Curves.Line> lines = strongest.stream()
                    .limit(TRACED)
                    .map(one -> {
                        List<Estimate> totals = indices.trace().stream()
                                .map(step -> step.factors().stream()
                                        .filter(index -> index.factor().equals(one.factor()))
                                        .findFirst()
                                        .orElseThrow()
                                        .total())
                                .toList();
                        return new Curves.Line(
                                one.factor().name(),
                                rows,
                                all(totals, Estimate::value),
                                all(totals, Estimate::low),
                                all(totals, Estimate::high));
                    })
                    .toList();
            figures.add(new Curves(
                    new Caption(
                            "convergence-" + measure.name(),
                            "How the total indices of " + measure.name() + " settle",
                            "From the first rows to all of them. " + INTERVALS),
                    Axis.of("base rows", ""),
                    Axis.of("total index", ""),
                    lines,
                    false));
        }
    }

    private static void given(MeasureAnalysis study, GivenDataSensitivity given, List<Figure> figures) {
        Column measure = study.measure();
        List<GivenDataSensitivity.Row> strongest = given.factors().stream()
                .sorted(Comparator.comparingDouble(row -> -row.first().value()))
                .limit(ROWS)
                .toList();
        if (strongest.isEmpty()) {
            return;
        }
        if (study.indices().isEmpty()) {
            figures.add(new Bars(
                    new Caption(
                            "first-order-" + measure.name(),
                            "What explains " + measure.name(),
                            "Share of the variance that each factor explains alone, estimated from the sample. "
                                    + INTERVALS),
                    Axis.of("of the variance of the mean response", "%"),
                    List.of("share"),
                    strongest.stream()
                            .map(row -> row(row.factor().name(), row.first(), 100))
                            .toList()));
            List<Bars.Row> ranks = given.factors().stream()
                    .filter(row -> !Double.isNaN(row.spearman().value()))
                    .sorted(Comparator.comparingDouble(
                            row -> -Math.abs(row.spearman().value())))
                    .limit(ROWS)
                    .map(row -> row(row.factor().name(), row.spearman(), 1))
                    .toList();
            if (!ranks.isEmpty()) {
                figures.add(new Bars(
                        new Caption(
                                "ranks-" + measure.name(),
                                "Which way " + measure.name() + " goes",
                                "Spearman's rank correlation with each factor. " + INTERVALS),
                        Axis.of("rank correlation", ""),
                        List.of("correlation"),
                        ranks));
            }
        }
        GivenDataSensitivity.Row first = strongest.get(0);
        if (first.curve().size() > 2 && isNumeric(first.factor())) {
            double[] at = first.curve().stream()
                    .mapToDouble(bin -> (bin.from() + bin.to()) / 2)
                    .toArray();
            figures.add(new Curves(
                    new Caption(
                            "response-" + measure.name(),
                            measure.name() + " by " + first.factor().name(),
                            "Mean over classes of as many points, at the middle of each. " + INTERVALS),
                    across(first.factor(), at),
                    axis(measure),
                    List.of(line(
                            "",
                            measure,
                            first.factor(),
                            at,
                            first.curve().stream()
                                    .map(GivenDataSensitivity.Bin::mean)
                                    .toList())),
                    false));
        }
    }

    /** How the runs of a single point differ in a measure. */
    Optional<Figure> distribution(MeasureAnalysis study) {
        Column measure = study.measure();
        if (isShare(measure)) {
            return Optional.empty();
        }
        int left = runs.size() - runs.failed() - study.spread().runs();
        String note = HtmlPage.sentence(measure.description())
                + (left > 0 ? " Applies to " + study.spread().runs() + " runs." : "");
        return Optional.of(Histogram.of(
                new Caption("distribution-" + measure.name(), measure.name(), note.strip()),
                axis(measure),
                values(measure)));
    }

    private double[] values(Column measure) {
        return IntStream.range(0, runs.points() * runs.replications())
                .map(place -> runs.row(place / runs.replications(), place % runs.replications()))
                .filter(row -> row >= 0)
                .mapToDouble(measure::at)
                .filter(value -> !Double.isNaN(value))
                .toArray();
    }

    /** Where it happens: the first box in the plane of its first factors, how the box was peeled, and the tree. */
    List<Figure> of(ScenarioDiscovery found) {
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
        java.util.Arrays.fill(none, Double.NaN);
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

    /** The plane of the box's first two factors with numbers; with one, of its factor and the measure asked about. */
    private Optional<Figure> scatter(PrimResult boxes, Box box) {
        List<Box.Limit> limits =
                box.limits().stream().filter(limit -> isNumeric(limit.factor())).toList();
        List<Factor> factors =
                new ArrayList<>(limits.stream().map(Box.Limit::factor).limit(2).toList());
        runs.factors().stream()
                .filter(factor -> isNumeric(factor) && !factors.contains(factor))
                .limit(2L - factors.size())
                .forEach(factors::add);
        boolean sampled = factors.stream().allMatch(factor -> levels(factor).length > 8);
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
        } catch (greenlight.runner.dataset.BadTable impossible) {
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
        java.util.Arrays.fill(sides, Double.NaN);
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
                across(factors.get(0), levels(factors.get(0))),
                across(factors.get(1), levels(factors.get(1))),
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
