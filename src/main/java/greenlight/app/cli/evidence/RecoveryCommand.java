package greenlight.app.cli.evidence;

import greenlight.app.cli.console.Console;
import greenlight.app.cli.console.OptionErrors;
import greenlight.app.cli.console.ThreadsOption;
import greenlight.app.posterior.SequentialCalibration.Plan;
import greenlight.app.posterior.study.RecoveryStudy;
import greenlight.app.posterior.study.RecoveryTables;
import greenlight.runner.csv.CsvTable;
import greenlight.runner.format.Text;
import greenlight.runner.format.WholeFile;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Calibrates to synthetic records of known settings, and compares what it says with what was known. */
@Command(
        name = "recovery",
        description = "Calibrates to synthetic records of known settings, and counts how often their intervals hold.",
        footer = {
            "",
            "Settings are drawn from the priors, one run of each leaves a record, and each record is calibrated to as the public one"
                    + " is (docs/calibration.md). Writes recovery.csv, how often the intervals hold the known values, and recovery-ranks.csv,"
                    + " where in their posteriors these lie. A study that was stopped goes on with --resume, to the same bytes.",
            "",
            "Examples:",
            "  ./greenlight recovery",
            "  ./greenlight recovery --records 2 --particles 20 --evaluations 60 --users 100 --out results/tiny"
        })
public final class RecoveryCommand implements Callable<Integer> {
    private final Console console;

    @Mixin
    private ThreadsOption threads;

    @Mixin
    private StudyOptions options;

    @Option(names = "--records", paramLabel = "N", description = "Synthetic records; 20 when not given.")
    private String records = "20";

    public RecoveryCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws Exception {
        OptionErrors errors = new OptionErrors();
        int atOnce = threads.count(errors);
        int count = errors.count("--records", records);
        Plan plan = options.plan(console.model().scenarios().get(0), errors);
        Path work = options.work("recovery-work");
        Path table = options.out("recovery.csv");
        RecoveryStudy study = new RecoveryStudy(console.model(), plan, count, work);
        options.check(study.calibrations(), work, table);
        console.message("Calibrating to " + Text.count(count, "synthetic record") + ": at most "
                + Text.grouped(plan.evaluations()) + " settings each, " + Text.count(plan.runs(), "run")
                + " of each setting, noted in " + work);
        RecoveryTables tables = study.run(
                atOnce,
                console.progress()
                        .counting(
                                study.calibrations().madeRuns(),
                                study.calibrations().mostRuns()));
        WholeFile.write(table, tables.coverage().text());
        WholeFile.write(options.out("recovery-ranks.csv"), tables.ranks().text());
        print(tables.coverage());
        return 0;
    }

    private void print(CsvTable coverage) {
        for (List<Object> row : coverage.rows()) {
            String name = (String) row.get(0);
            boolean seen = name.equals(RecoveryTables.ALL_SEEN);
            if (seen || name.equals(RecoveryTables.ALL_UNSEEN)) {
                console.paragraph(
                        "",
                        "Parameters that a record " + (seen ? "sees: " : "does not see: ")
                                + Text.count((Long) row.get(coverage.header().indexOf("ranks")), "known value")
                                + ", " + interval(coverage, row, "coverage50") + " within the 50 % intervals, "
                                + interval(coverage, row, "coverage90") + " within the 90 % intervals.");
            }
        }
    }

    private static String interval(CsvTable table, List<Object> row, String column) {
        int at = table.header().indexOf(column);
        double value = (Double) row.get(at);
        return Double.isNaN(value)
                ? "none"
                : Text.percent(value) + " (" + Text.percent((Double) row.get(at + 1)) + " to "
                        + Text.percent((Double) row.get(at + 2)) + ")";
    }
}
