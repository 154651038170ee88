package greenlight.app.cli.evidence;

import greenlight.app.cli.console.Console;
import greenlight.app.cli.console.OptionErrors;
import greenlight.app.cli.console.OutputPathConverter;
import greenlight.app.cli.console.UsageError;
import greenlight.app.posterior.SequentialCalibration.Plan;
import greenlight.app.posterior.study.CalibrationSeries;
import java.io.IOException;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** The options of a study that makes many small calibrations. */
final class StudyOptions {
    private static final int LEAST_PARTICLES = 4;

    @Option(names = "--particles", paramLabel = "N", description = "Settings of each population; 200 when not given.")
    private String particles = "200";

    @Option(
            names = "--evaluations",
            paramLabel = "N",
            description = "Settings that each calibration tries, at most; 2500 when not given.")
    private String evaluations = "2500";

    @Option(names = "--runs", paramLabel = "N", description = "Runs of each setting; 3 when not given.")
    private String runs = "3";

    @Option(names = "--users", paramLabel = "N", description = "Users of a run; 1000 when not given.")
    private String users = "1000";

    @Option(names = "--seed", paramLabel = "N", description = "Seed of all random numbers; 20260324 when not given.")
    private String seed = "20260324";

    @Option(
            names = "--out",
            converter = OutputPathConverter.class,
            paramLabel = "DIR",
            description = "Where the tables go; results when not given.")
    private Path out = Path.of("results");

    @Option(
            names = "--work",
            converter = OutputPathConverter.class,
            paramLabel = "DIR",
            description = "Where evaluations are noted; a folder in that of --out when not given.")
    private Path work;

    @Option(names = "--resume", description = "Go on with what was begun in the folder of --work.")
    private boolean resume;

    @Option(names = "--overwrite", description = "Replace what is in the folders of --work and --out.")
    private boolean overwrite;

    /** The plan of each calibration. */
    Plan plan(String scenario, OptionErrors errors) throws UsageError {
        Plan plan = new Plan(
                scenario,
                errors.count("--particles", particles),
                errors.count("--evaluations", evaluations),
                errors.count("--runs", runs),
                errors.count("--users", users),
                errors.seed(seed));
        errors.check();
        if (plan.particles() < LEAST_PARTICLES || plan.evaluations() < plan.particles()) {
            throw new UsageError("--particles is " + plan.particles() + " and --evaluations " + plan.evaluations()
                    + "; allowed are at least " + LEAST_PARTICLES + " particles, and an evaluation for each.");
        }
        return plan;
    }

    /** The place of a table. */
    Path out(String name) {
        return out.resolve(name);
    }

    /** The folder of the calibrations. */
    Path work(String usual) {
        return work == null ? out.resolve(usual) : work;
    }

    /** Refuses to replace what is there unasked, and to go on with something else. */
    void check(CalibrationSeries series, Path folder, Path table) throws UsageError, IOException {
        Console.checkFree(table, overwrite);
        if (series.begun() && !resume && !overwrite) {
            throw new UsageError(folder + " holds calibrations; give --resume to go on with them, --overwrite to begin"
                    + " anew, or another place with --work.");
        }
        if (resume) {
            String difference = series.difference();
            if (!difference.isEmpty()) {
                throw new UsageError(folder + " holds other calibrations (" + difference
                        + "); give the same options to go on with them.");
            }
        } else {
            series.clear();
        }
    }
}
