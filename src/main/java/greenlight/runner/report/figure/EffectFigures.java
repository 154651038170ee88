package greenlight.runner.report.figure;

import greenlight.runner.analysis.MeasureAnalysis;
import greenlight.runner.dataset.Column;
import greenlight.runner.dataset.Factor;
import greenlight.runner.dataset.RunTable;
import greenlight.runner.figure.Axis;
import greenlight.runner.figure.Caption;
import greenlight.runner.figure.Figure;
import greenlight.runner.figure.chart.Bars;
import greenlight.runner.figure.chart.Curves;
import greenlight.runner.figure.chart.HeatMap;
import greenlight.runner.sensitivity.Effects;
import greenlight.runner.sensitivity.InteractionTable;
import greenlight.runner.stats.Estimate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the levels of each factor do to a measure, alone and in pairs. */
final class EffectFigures {
    private final RunTable runs;

    EffectFigures(RunTable runs) {
        this.runs = runs;
    }

    void add(MeasureAnalysis study, Effects effects, List<Figure> figures) {
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
        if (strongest.size() == 1 || runs.levels(first).length > 2) {
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

    private static Bars tornado(Column measure, List<Effects.Main> strongest) {
        List<Bars.Row> rows = strongest.stream()
                .limit(MeasureAxis.ROWS)
                .map(main -> MeasureAxis.bar(
                        main.factor().name() + ": " + FactorAxis.text(main.factor(), main.reference()) + "\u00a0→\u00a0"
                                + FactorAxis.text(main.factor(), main.level()),
                        main.difference(),
                        MeasureAxis.scale(measure)))
                .toList();
        return new Bars(
                new Caption(
                        "effects-" + measure.name(),
                        "What each factor does to " + measure.name(),
                        "Difference that the largest step of each factor makes, all else equal. "
                                + MeasureAxis.INTERVALS),
                MeasureAxis.ofEffect("difference", measure),
                List.of("difference"),
                rows);
    }

    private static Bars shares(Column measure, List<Effects.Share> shares) {
        List<Bars.Row> rows = shares.stream()
                .sorted(Comparator.comparingDouble(share -> -share.share().value()))
                .limit(MeasureAxis.ROWS)
                .map(share -> MeasureAxis.bar(share.what(), share.share(), 100))
                .toList();
        return new Bars(
                new Caption(
                        "variance-" + measure.name(),
                        "What the variance of " + measure.name() + " is due to",
                        "Noise is what differs between replications of one setting. " + MeasureAxis.INTERVALS),
                Axis.of("of the variance of single runs", "%"),
                List.of("share"),
                rows);
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
                        "Mean at each level, over all other settings. " + MeasureAxis.INTERVALS),
                FactorAxis.of(factor, at),
                MeasureAxis.of(measure),
                List.of(MeasureAxis.line(
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

    private static Curves lines(Column measure, InteractionTable heat) {
        double[] at = FactorAxis.array(heat.secondLevels());
        List<Curves.Line> lines = new ArrayList<>();
        for (int i = 0; i < heat.firstLevels().size(); i++) {
            String name = heat.first().name() + " "
                    + FactorAxis.text(heat.first(), heat.firstLevels().get(i));
            lines.add(MeasureAxis.line(name, measure, heat.second(), at, List.of(heat.means()[i])));
        }
        return new Curves(
                pair(
                        "interaction",
                        measure,
                        heat,
                        "Lines that are not parallel mean that the two act together. " + MeasureAxis.INTERVALS),
                FactorAxis.of(heat.second(), at),
                MeasureAxis.of(measure),
                lines,
                heat.first().isNumeric());
    }

    private static HeatMap heatMap(Column measure, InteractionTable heat) {
        double[][] values =
                new double[heat.firstLevels().size()][heat.secondLevels().size()];
        for (int row = 0; row < values.length; row++) {
            for (int column = 0; column < values[row].length; column++) {
                values[row][column] = MeasureAxis.scale(measure) * heat.means()[row][column].value();
            }
        }
        return new HeatMap(
                pair("heat", measure, heat, "Mean in each cell, over all other settings."),
                FactorAxis.named(heat.second(), heat.secondLevels()),
                FactorAxis.named(heat.first(), heat.firstLevels()),
                MeasureAxis.of(measure),
                values);
    }
}
