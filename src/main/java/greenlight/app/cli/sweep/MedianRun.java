package greenlight.app.cli.sweep;

import greenlight.market.model.MarketModel;
import greenlight.runner.csv.CsvReader;
import greenlight.runner.dataset.Column;
import greenlight.runner.dataset.Factor;
import greenlight.runner.dataset.RunTable;
import greenlight.runner.model.ColumnNames;
import greenlight.runner.results.ResultFolder;
import greenlight.runner.run.Audit;
import greenlight.runner.run.SingleRun;
import greenlight.runner.spec.BadExperiment;
import greenlight.runner.spec.Experiment;
import greenlight.runner.spec.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The run that represents the others where a report shows who pays whom and the sweep recorded no payments: among the
 * runs with every factor at its default, or among all where there is no such point, the one with the median of a
 * measure. It is made again for its ledger.
 */
final class MedianRun {
    /** The measure whose median is looked for, where the experiment has it. */
    private static final String MEASURE = "studios_loss";

    /** Which one it is. */
    static final String CHOSEN =
            "the one in the middle by " + MEASURE + " (where the sweep has that measure) of those with every"
                    + " factor at its default, or of all where there is no such point";

    /** A run that took longer than this is not made again for a picture, seconds. */
    private static final double LONGEST = 5;

    private final Experiment experiment;
    private final Path folder;

    MedianRun(Experiment experiment, Path folder) {
        this.experiment = experiment;
        this.folder = folder;
    }

    /** The file of its payments: beside the tables of the analysis, because the sweep did not record them. */
    static Path file(Path folder) {
        return folder.resolve("analysis").resolve(MarketModel.LEDGER + ".csv");
    }

    /** Writes its payments, unless all runs' are recorded or it would take long. */
    void write(RunTable runs) throws IOException {
        Files.deleteIfExists(file(folder));
        boolean known = experiment.model().tables().stream()
                .anyMatch(table -> table.name().equals(MarketModel.LEDGER));
        if (!known || experiment.tables().contains(MarketModel.LEDGER)) {
            return;
        }
        int place = place(runs);
        Run run = experiment.run(
                place / runs.replications() * experiment.mostReplications() + place % runs.replications());
        if (!run.id().equals(runs.id(row(runs, place))) || seconds(run.id()) > LONGEST) {
            return;
        }
        if (otherwiseNow(run)) {
            return;
        }
        Optional<byte[]> ledger = new SingleRun(experiment.recording(List.of(MarketModel.LEDGER)))
                .table(MarketModel.LEDGER, run, Runtime.getRuntime().availableProcessors());
        if (ledger.isPresent()) {
            Files.createDirectories(file(folder).getParent());
            Files.write(file(folder), ledger.get());
        }
    }

    /** Whether another state of the model made the run, and this one makes another of it. */
    private boolean otherwiseNow(Run run) throws IOException {
        try {
            if (ResultFolder.in(folder).by(experiment.model())) {
                return false;
            }
            try (Audit audit = new Audit(experiment, folder)) {
                return audit.check(run, Runtime.getRuntime().availableProcessors(), new LinkedHashMap<>())
                        .isPresent();
            }
        } catch (BadExperiment incomplete) {
            return true;
        }
    }

    private static int row(RunTable runs, int place) {
        return runs.row(place / runs.replications(), place % runs.replications());
    }

    private static int place(RunTable runs) {
        List<Integer> well = IntStream.range(0, runs.points() * runs.replications())
                .filter(place -> row(runs, place) >= 0)
                .boxed()
                .toList();
        List<Integer> usual = well.stream()
                .filter(place -> runs.factors().stream()
                        .allMatch(factor -> isDefault(runs, factor, place / runs.replications())))
                .toList();
        List<Integer> candidates = usual.isEmpty() ? well : usual;
        Optional<Column> measure = runs.measures().stream()
                .filter(column -> column.name().equals(MEASURE))
                .findFirst();
        List<Integer> known = candidates.stream()
                .filter(place ->
                        measure.isPresent() && !Double.isNaN(measure.get().at(row(runs, place))))
                .sorted(Comparator.comparingDouble(
                        place -> measure.orElseThrow().at(row(runs, place))))
                .toList();
        List<Integer> ranked = known.isEmpty() ? candidates : known;
        return ranked.get((ranked.size() - 1) / 2);
    }

    private static boolean isDefault(RunTable runs, Factor factor, int point) {
        return runs.level(point, factor) == factor.standard();
    }

    /** How long a run took, as the sweep noted. */
    private double seconds(String id) throws IOException {
        Path timings = folder.resolve("timings.csv");
        if (Files.exists(timings)) {
            try (CsvReader table = CsvReader.open(timings)) {
                while (table.next()) {
                    if (table.cell(ColumnNames.RUN_ID).equals(id)) {
                        return CsvReader.number(table.cell(ColumnNames.SECONDS)).orElse(0);
                    }
                }
            }
        }
        return 0;
    }
}
