package greenlight.runner.report;

import greenlight.runner.csv.LineReader;
import greenlight.runner.dataset.Factor;
import greenlight.runner.dataset.RunTable;
import greenlight.runner.figure.Axis;
import greenlight.runner.figure.Caption;
import greenlight.runner.figure.chart.SurvivalCurves;
import greenlight.runner.format.Text;
import greenlight.runner.model.ColumnRole;
import greenlight.runner.report.figure.FactorAxis;
import greenlight.runner.results.DescribedTable;
import greenlight.runner.results.ResultFolder;
import greenlight.runner.stats.KaplanMeier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** How long lives last that events begin and end. */
final class SurvivalFigures {
    /** More curves than these in one figure cannot be distinguished. */
    private static final int CURVES = 5;

    /** Figures of factors, those whose curves lie farthest apart. */
    private static final int FACTORS = 5;

    private final RunTable runs;
    private final Lifetime lifetime;
    private final String timeUnit;
    private final List<Life> lives = new ArrayList<>();
    private String sample = "";

    /** One life: the run's point, how long, and whether its end was seen. */
    private record Life(int point, double length, boolean ended) {}

    private SurvivalFigures(RunTable runs, Lifetime lifetime, String timeUnit) {
        this.timeUnit = timeUnit;
        this.runs = runs;
        this.lifetime = lifetime;
    }

    /** A part of the lives: its name, and the points whose lives they are. */
    private record Group(String name, IntPredicate points) {}

    /** One figure of all lifetimes and one for each factor that separates them; none where no table has events. */
    static List<SurvivalCurves> figures(ResultFolder results, RunTable runs, Lifetime lifetime) throws IOException {
        DescribedTable table = results.events().orElse(null);
        if (table == null || !Files.exists(table.file(results.folder()))) {
            return List.of();
        }
        SurvivalFigures lives = new SurvivalFigures(runs, lifetime, table.timeUnit());
        lives.read(table.file(results.folder()), table);
        return lives.lives.isEmpty() ? List.of() : lives.drawn();
    }

    private void read(Path file, DescribedTable table) throws IOException {
        LineReader lines = new LineReader(file);
        List<String> header = lines.header();
        int time = table.place(header, ColumnRole.TIME);
        int event = table.place(header, ColumnRole.EVENT);
        int source = table.place(header, ColumnRole.SOURCE);
        int target = table.place(header, ColumnRole.TARGET);
        int needed = 1 + Math.max(Math.max(time, event), Math.max(source, target));
        if (Math.min(Math.min(time, event), Math.min(source, target)) < 0) {
            throw new IOException(file + " lacks a column that datapackage.json names.");
        }
        Map<String, Integer> points = TimeSeriesFigures.points(runs);
        Map<String, Map<String, Integer>> alive = new HashMap<>();
        int[] last = {0};
        lines.read(runs.size() - runs.failed(), line -> {
            List<String> cells = line.cells();
            Integer point = points.get(cells.get(0));
            if (point == null || cells.size() < needed || !cells.get(time).matches("\\d+")) {
                return;
            }
            int when = Integer.parseInt(cells.get(time));
            last[0] = Math.max(last[0], when);
            String what = cells.get(event);
            String one = cells.get(source);
            String other = cells.get(target);
            String pair = one.compareTo(other) < 0 ? one + "," + other : other + "," + one;
            Map<String, Integer> here = alive.computeIfAbsent(cells.get(0), key -> new HashMap<>());
            if (lifetime.starts().contains(what)) {
                here.putIfAbsent(pair, when);
            } else if (lifetime.ends().contains(what) || lifetime.leaves().contains(what)) {
                Integer since = here.remove(pair);
                if (since != null) {
                    lives.add(new Life(point, when - since, lifetime.ends().contains(what)));
                }
            }
        });
        alive.forEach((run, open) ->
                open.values().forEach(since -> lives.add(new Life(points.get(run), last[0] - since, false))));
        sample = lines.isWhole()
                ? ""
                : " From " + lines.runs() + " runs, spread evenly over the " + (runs.size() - runs.failed()) + ".";
    }

    private List<SurvivalCurves> drawn() {
        List<SurvivalCurves> apart = runs.factors().stream()
                .map(this::by)
                .flatMap(Optional::stream)
                .sorted(Comparator.comparingDouble(figure -> -distance(figure)))
                .limit(FACTORS)
                .toList();
        List<SurvivalCurves> figures = new ArrayList<>();
        figures.add(figure(
                new Caption(lifetime.name(), lifetime.title(), said(lifetime.note())),
                List.of(new Group("all", point -> true)),
                false));
        figures.addAll(apart);
        return figures;
    }

    /** The lives by the level of a factor; by thirds of its range where it has many levels. */
    private Optional<SurvivalCurves> by(Factor factor) {
        List<Group> groups = groups(factor);
        SurvivalCurves figure = figure(
                new Caption(
                        lifetime.name() + "-by-" + factor.name().replaceAll("[^A-Za-z0-9_]+", "-"),
                        lifetime.title() + ", by " + factor.name(),
                        said(runs.levels(factor).length > CURVES ? "In thirds of the points." : "")),
                groups,
                factor.isNumeric());
        return figure.curves().size() < 2 ? Optional.empty() : Optional.of(figure);
    }

    private List<Group> groups(Factor factor) {
        double[] levels = runs.levels(factor);
        List<Group> groups = new ArrayList<>();
        if (levels.length <= CURVES) {
            for (double level : levels) {
                groups.add(new Group(FactorAxis.text(factor, level), point -> runs.level(point, factor) == level));
            }
        } else if (factor.isNumeric()) {
            double[] all = IntStream.range(0, runs.points())
                    .mapToDouble(point -> runs.level(point, factor))
                    .sorted()
                    .toArray();
            double low = all[all.length / 3];
            double high = all[2 * all.length / 3];
            String from = FactorAxis.text(factor, low);
            String to = FactorAxis.text(factor, high);
            groups.add(new Group("below " + from, point -> runs.level(point, factor) < low));
            groups.add(new Group(
                    from + " to " + to, point -> runs.level(point, factor) >= low && runs.level(point, factor) < high));
            groups.add(new Group("from " + to, point -> runs.level(point, factor) >= high));
        }
        return groups;
    }

    private String said(String first) {
        return (first + " " + Text.grouped(lives.size())
                        + " lives; Kaplan-Meier estimate with pointwise 95 % band, as if they were independent; a stroke where"
                        + " some were last seen." + sample)
                .strip();
    }

    private SurvivalCurves figure(Caption caption, List<Group> groups, boolean ordered) {
        List<SurvivalCurves.Curve> curves = new ArrayList<>();
        for (Group group : groups) {
            List<Life> some = lives.stream()
                    .filter(life -> group.points().test(life.point()))
                    .toList();
            if (!some.isEmpty()) {
                boolean[] ended = new boolean[some.size()];
                for (int i = 0; i < ended.length; i++) {
                    ended[i] = some.get(i).ended();
                }
                KaplanMeier alive =
                        KaplanMeier.of(some.stream().mapToDouble(Life::length).toArray(), ended);
                curves.add(new SurvivalCurves.Curve(
                        group.name(),
                        alive.time(),
                        alive.share(),
                        alive.low(),
                        alive.high(),
                        alive.atRisk(),
                        alive.censored()));
            }
        }
        return new SurvivalCurves(caption, Axis.of("since the start", timeUnit), curves, ordered);
    }

    /** How far the mean lengths of life, within the time that all curves see, lie apart. */
    private static double distance(SurvivalCurves figure) {
        double end =
                figure.curves().stream().mapToDouble(SurvivalFigures::end).min().orElse(0);
        double[] means = figure.curves().stream()
                .mapToDouble(curve -> mean(curve, end))
                .sorted()
                .toArray();
        return means[means.length - 1] - means[0];
    }

    private static double end(SurvivalCurves.Curve curve) {
        return DoubleStream.concat(Arrays.stream(curve.time()), Arrays.stream(curve.censored()))
                .max()
                .orElse(0);
    }

    /** The area under a curve up to a time. */
    private static double mean(SurvivalCurves.Curve curve, double end) {
        double area = 0;
        double since = 0;
        double share = 1;
        for (int i = 0; i < curve.time().length && curve.time()[i] < end; i++) {
            area += share * (curve.time()[i] - since);
            since = curve.time()[i];
            share = curve.share()[i];
        }
        return area + share * (end - since);
    }
}
