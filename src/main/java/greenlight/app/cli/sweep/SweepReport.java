package greenlight.app.cli.sweep;

import greenlight.app.cli.console.Console;
import greenlight.runner.design.SearchGoal;
import greenlight.runner.report.Report;
import greenlight.runner.report.SearchReport;
import greenlight.runner.spec.Experiment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The report of a sweep, beside its tables. */
final class SweepReport {
    private SweepReport() {}

    /** Writes the page of findings beside the tables; one of earlier tables does not stay. */
    static void write(Console console, Experiment experiment, Path folder, boolean none) throws IOException {
        if (none) {
            Files.deleteIfExists(folder.resolve(Report.FILE));
            Files.deleteIfExists(MedianRun.file(folder));
            return;
        }
        Optional<SearchGoal> goal = experiment.design().goal().filter(SearchGoal::searches);
        if (goal.isPresent()) {
            SearchReport.write(folder, experiment.title(), goal.get().maximised())
                    .ifPresent(console.err()::println);
            say(console, folder);
            return;
        }
        MedianRun median = new MedianRun(experiment, folder);
        Report.write(folder, MarketReportOptions.of(experiment.model().name(), List.of()), median::write)
                .ifPresent(console.err()::println);
        say(console, folder);
    }

    private static void say(Console console, Path folder) {
        if (Files.exists(folder.resolve(Report.FILE))) {
            console.out().println();
            console.out().println("Findings and figures: " + folder.resolve(Report.FILE));
        }
    }
}
