package greenlight.runner.analysis;

import greenlight.runner.dataset.Column;
import greenlight.runner.dataset.RunTable;
import greenlight.runner.discovery.ScenarioDiscovery;
import greenlight.runner.sensitivity.Comparison;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * All that is found in the results of an experiment.
 *
 * @param studies one for each measure that varies
 * @param still measures that are the same in all runs, or apply in none
 * @param discovery of the region requested
 * @param series of the reading requested
 * @param comparisons of the settings requested, one for each measure
 */
public record Analysis(
        RunTable runs,
        List<MeasureAnalysis> studies,
        List<Column> still,
        Optional<ScenarioDiscovery> discovery,
        Optional<TimeSeries> series,
        List<Comparison> comparisons) {
    /** Studies every measure. */
    public static Analysis of(RunTable runs) {
        return of(runs, measure -> true);
    }

    /**
     * Studies every measure, some of them in part.
     *
     * @param whole of which measures also the interactions and the division of the variance, which take longest
     */
    public static Analysis of(RunTable runs, Predicate<String> whole) {
        List<MeasureAnalysis> studies = new ArrayList<>();
        List<Column> still = new ArrayList<>();
        List<MeasureAnalysis> all = runs.measures().parallelStream()
                .filter(measure -> !measure.isText())
                .map(measure -> MeasureAnalysis.of(runs, measure, whole.test(measure.name())))
                .toList();
        for (MeasureAnalysis study : all) {
            if (study.spread().runs() > 0 && study.spread().varies()) {
                studies.add(study);
            } else {
                still.add(study.measure());
            }
        }
        return new Analysis(runs, studies, still, Optional.empty(), Optional.empty(), List.of());
    }

    /** The same with a region found. */
    public Analysis with(ScenarioDiscovery found) {
        return new Analysis(runs, studies, still, Optional.of(found), series, comparisons);
    }

    /** The same with a reading over time. */
    public Analysis with(TimeSeries read) {
        return new Analysis(runs, studies, still, discovery, Optional.of(read), comparisons);
    }

    /** The same with settings compared. */
    public Analysis with(List<Comparison> compared) {
        return new Analysis(runs, studies, still, discovery, series, List.copyOf(compared));
    }
}
