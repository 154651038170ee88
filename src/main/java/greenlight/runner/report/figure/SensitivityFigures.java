package greenlight.runner.report.figure;

import greenlight.runner.analysis.MeasureAnalysis;
import greenlight.runner.dataset.Column;
import greenlight.runner.figure.Axis;
import greenlight.runner.figure.Caption;
import greenlight.runner.figure.Figure;
import greenlight.runner.figure.chart.Bars;
import greenlight.runner.figure.chart.Curves;
import greenlight.runner.figure.chart.MorrisPlot;
import greenlight.runner.sensitivity.ElementaryEffects;
import greenlight.runner.sensitivity.GivenDataSensitivity;
import greenlight.runner.sensitivity.SobolIndices;
import greenlight.runner.stats.Estimate;
import java.util.Comparator;
import java.util.List;

/** How strongly each factor acts on a measure over the whole of its range. */
final class SensitivityFigures {
    private static final int TRACED = 5;

    private SensitivityFigures() {}

    static Bars strengths(Column measure, ElementaryEffects screening) {
        return new Bars(
                new Caption(
                        "strength-" + measure.name(),
                        "How strongly each factor acts on " + measure.name(),
                        "Mean size of the effect of a factor over its range, μ*, up or down, from "
                                + screening.trajectories() + " trajectories. " + MeasureAxis.INTERVALS),
                MeasureAxis.ofEffect("μ*, mean absolute effect", measure),
                List.of("μ*"),
                screening.factors().stream()
                        .sorted(Comparator.comparingDouble(one -> -one.muStar().value()))
                        .limit(MeasureAxis.ROWS)
                        .map(one -> MeasureAxis.bar(one.factor().name(), one.muStar(), MeasureAxis.scale(measure)))
                        .toList());
    }

    static MorrisPlot morris(Column measure, ElementaryEffects screening) {
        double times = MeasureAxis.scale(measure);
        return new MorrisPlot(
                new Caption(
                        "morris-" + measure.name(),
                        "Which factors act alike everywhere on " + measure.name(),
                        "Far right: strong. Above the dashed line, where σ is greater than μ*: it interacts or bends. Bars"
                                + " are 95 % intervals of μ*."),
                MeasureAxis.ofEffect(measure.name(), measure),
                screening.factors().stream()
                        .map(one -> new MorrisPlot.Factor(
                                one.factor().name(),
                                times * one.muStar().value(),
                                times * one.muStar().low(),
                                times * one.muStar().high(),
                                times * one.sigma().value()))
                        .toList());
    }

    static void addIndices(Column measure, SobolIndices indices, List<Figure> figures) {
        if (indices.rows() == 0) {
            return;
        }
        List<SobolIndices.Index> strongest = indices.factors().stream()
                .sorted(Comparator.comparingDouble(one -> -one.total().value()))
                .limit(MeasureAxis.ROWS)
                .toList();
        figures.add(new Bars(
                new Caption(
                        "indices-" + measure.name(),
                        "Whose variance it is: " + measure.name(),
                        "Sobol' indices from " + indices.rows() + " base rows. " + MeasureAxis.INTERVALS),
                Axis.of("share of the variance of the mean response", ""),
                List.of("first order", "total"),
                strongest.stream()
                        .map(one -> new Bars.Row(one.factor().name(), List.of(one.first(), one.total())))
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
                                MeasureAxis.all(totals, Estimate::value),
                                MeasureAxis.all(totals, Estimate::low),
                                MeasureAxis.all(totals, Estimate::high));
                    })
                    .toList();
            figures.add(new Curves(
                    new Caption(
                            "convergence-" + measure.name(),
                            "How the total indices of " + measure.name() + " settle",
                            "From the first rows to all of them. " + MeasureAxis.INTERVALS),
                    Axis.of("base rows", ""),
                    Axis.of("total index", ""),
                    lines,
                    false));
        }
    }

    static void addGivenData(MeasureAnalysis study, GivenDataSensitivity given, List<Figure> figures) {
        Column measure = study.measure();
        List<GivenDataSensitivity.Row> strongest = given.factors().stream()
                .sorted(Comparator.comparingDouble(row -> -row.first().value()))
                .limit(MeasureAxis.ROWS)
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
                                    + MeasureAxis.INTERVALS),
                    Axis.of("of the variance of the mean response", "%"),
                    List.of("share"),
                    strongest.stream()
                            .map(row -> MeasureAxis.bar(row.factor().name(), row.first(), 100))
                            .toList()));
            List<Bars.Row> ranks = given.factors().stream()
                    .filter(row -> !Double.isNaN(row.spearman().value()))
                    .sorted(Comparator.comparingDouble(
                            row -> -Math.abs(row.spearman().value())))
                    .limit(MeasureAxis.ROWS)
                    .map(row -> MeasureAxis.bar(row.factor().name(), row.spearman(), 1))
                    .toList();
            if (!ranks.isEmpty()) {
                figures.add(new Bars(
                        new Caption(
                                "ranks-" + measure.name(),
                                "Which way " + measure.name() + " goes",
                                "Spearman's rank correlation with each factor. " + MeasureAxis.INTERVALS),
                        Axis.of("rank correlation", ""),
                        List.of("correlation"),
                        ranks));
            }
        }
        GivenDataSensitivity.Row first = strongest.get(0);
        if (first.curve().size() > 2 && first.factor().isNumeric()) {
            double[] at = first.curve().stream()
                    .mapToDouble(bin -> (bin.from() + bin.to()) / 2)
                    .toArray();
            figures.add(new Curves(
                    new Caption(
                            "response-" + measure.name(),
                            measure.name() + " by " + first.factor().name(),
                            "Mean over classes of as many points, at the middle of each. " + MeasureAxis.INTERVALS),
                    FactorAxis.of(first.factor(), at),
                    MeasureAxis.of(measure),
                    List.of(MeasureAxis.line(
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
}
