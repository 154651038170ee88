package greenlight.runner.report.figure;

import greenlight.runner.analysis.MeasureAnalysis;
import greenlight.runner.dataset.Column;
import greenlight.runner.dataset.RunTable;
import greenlight.runner.figure.Caption;
import greenlight.runner.figure.Figure;
import greenlight.runner.figure.chart.Histogram;
import greenlight.runner.format.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** What moves a measure, in the figures that the design allows, and how its runs differ. */
public final class MeasureFigures {
    private final RunTable runs;

    public MeasureFigures(RunTable runs) {
        this.runs = runs;
    }

    /** What moves a measure. */
    public List<Figure> of(MeasureAnalysis study) {
        List<Figure> figures = new ArrayList<>();
        study.effects().ifPresent(effects -> new EffectFigures(runs).add(study, effects, figures));
        study.screening().ifPresent(screening -> {
            figures.add(SensitivityFigures.strengths(study.measure(), screening));
            figures.add(SensitivityFigures.morris(study.measure(), screening));
        });
        if (study.drowned()) {
            return figures;
        }
        study.indices().ifPresent(indices -> SensitivityFigures.addIndices(study.measure(), indices, figures));
        study.given().ifPresent(given -> SensitivityFigures.addGivenData(study, given, figures));
        return figures;
    }

    /** How the runs of a single point differ in a measure. */
    public Optional<Figure> distribution(MeasureAnalysis study) {
        Column measure = study.measure();
        if (MeasureAxis.isShare(measure)) {
            return Optional.empty();
        }
        int left = runs.size() - runs.failed() - study.spread().runs();
        String note = Text.sentence(measure.description())
                + (left > 0 ? " Applies to " + study.spread().runs() + " runs." : "");
        return Optional.of(Histogram.of(
                new Caption("distribution-" + measure.name(), measure.name(), note.strip()),
                MeasureAxis.of(measure),
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
}
