package greenlight.app.cli.evidence;

import greenlight.app.cli.console.Console;
import greenlight.app.cli.console.OptionErrors;
import greenlight.app.cli.console.OutputPathConverter;
import greenlight.app.cli.console.ThreadsOption;
import greenlight.app.cli.console.UsageError;
import greenlight.app.posterior.CalibrationFolder;
import greenlight.app.posterior.PosteriorTables;
import greenlight.app.posterior.SequentialCalibration;
import greenlight.app.posterior.SequentialCalibration.Plan;
import greenlight.runner.csv.CsvTable;
import greenlight.runner.format.Text;
import greenlight.runner.format.WholeFile;
import greenlight.runner.inference.SequentialSampler.Stage;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Calibrates: what the record leaves of the priors, as an ensemble of settings. */
@Command(
        name = "calibrate",
        description =
                "Moves settings drawn from the priors towards the patterns of the record, and writes those that are left.",
        footer = {
            "",
            "Approximate Bayesian computation by sequential Monte Carlo over all uncertain parameters (docs/calibration.md). Writes"
                    + " ensemble.csv, the settings with weights; distances.csv, how far each is from the record; posterior.csv, what was learned of"
                    + " each parameter; predictive.csv, how each pattern is met. A calibration that was stopped goes on with --resume, to the same bytes.",
            "",
            "Examples:",
            "  ./greenlight calibrate",
            "  ./greenlight calibrate --seed 2 --work results/second --out results/second"
        })
public final class CalibrateCommand implements Callable<Integer> {
    private static final String ENSEMBLE = "ensemble.csv";
    private static final int LEAST_PARTICLES = 4;
    private static final int WIDE = 26;
    private static final int NARROW = 14;

    private final Console console;

    @Mixin
    private ThreadsOption threads;

    @Option(
            names = "--work",
            converter = OutputPathConverter.class,
            paramLabel = "DIR",
            description = "Where evaluations are noted; results/posterior when not given.")
    private Path work = Path.of("results", "posterior");

    @Option(
            names = "--out",
            converter = OutputPathConverter.class,
            paramLabel = "DIR",
            description = "Where the four tables go; results when not given.")
    private Path out = Path.of("results");

    @Option(names = "--particles", paramLabel = "N", description = "Settings of the population; 700 when not given.")
    private String particles = "700";

    @Option(
            names = "--evaluations",
            paramLabel = "N",
            description = "Settings that are tried, at most; 80000 when not given.")
    private String evaluations = "80000";

    @Option(names = "--runs", paramLabel = "N", description = "Runs of each setting; 3 when not given.")
    private String runs = "3";

    @Option(
            names = "--again",
            paramLabel = "N",
            description = "Fresh runs of each setting of the ensemble at the end; 10 when not given.")
    private String again = "10";

    @Option(names = "--users", paramLabel = "N", description = "Users of a run; 4000 when not given.")
    private String users = "4000";

    @Option(names = "--seed", paramLabel = "N", description = "Seed of all random numbers; 20260324 when not given.")
    private String seed = "20260324";

    @Option(names = "--resume", description = "Go on with what was begun in the folder of --work.")
    private boolean resume;

    @Option(names = "--overwrite", description = "Replace what is in the folders of --work and --out.")
    private boolean overwrite;

    public CalibrateCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws Exception {
        OptionErrors errors = new OptionErrors();
        int atOnce = threads.count(errors);
        Plan plan = new Plan(
                console.model().scenarios().get(0),
                errors.count("--particles", particles),
                errors.count("--evaluations", evaluations),
                errors.count("--runs", runs),
                errors.count("--users", users),
                errors.seed(seed));
        int fresh = errors.count("--again", again);
        errors.check();
        CalibrationFolder folder = new CalibrationFolder(work);
        check(folder, plan);
        console.message("Calibrating: at most " + Text.grouped(plan.evaluations()) + " settings, "
                + Text.count(plan.runs(), "run") + " each, noted in " + work);
        SequentialCalibration calibration = folder.run(
                console.model(),
                plan,
                atOnce,
                console.progress().counting(folder.noted() * plan.runs(), plan.evaluations() * plan.runs()));
        console.message(Text.count(calibration.population().particles().size(), "setting") + " again, "
                + Text.count(fresh, "run") + " each");
        List<double[][]> measured = calibration.again(
                fresh,
                atOnce,
                console.progress().counting(calibration.population().particles().size() * fresh));
        PosteriorTables tables = new PosteriorTables(calibration, measured);
        WholeFile.write(out.resolve(ENSEMBLE), tables.ensemble().text());
        WholeFile.write(out.resolve("distances.csv"), tables.distances().text());
        WholeFile.write(out.resolve("posterior.csv"), tables.posterior().text());
        WholeFile.write(out.resolve("predictive.csv"), tables.predictive().text());
        print(calibration, tables);
        return 0;
    }

    private void check(CalibrationFolder folder, Plan plan) throws Exception {
        if (plan.particles() < LEAST_PARTICLES || plan.evaluations() < plan.particles()) {
            throw new UsageError("--particles is " + plan.particles() + " and --evaluations " + plan.evaluations()
                    + "; allowed are at least " + LEAST_PARTICLES + " particles, and an evaluation for each.");
        }
        Console.checkFree(out.resolve(ENSEMBLE), overwrite);
        if (folder.begun() && !resume && !overwrite) {
            throw new UsageError(
                    work + " holds a calibration; give --resume to go on with it, --overwrite to begin anew, or"
                            + " another place with --work.");
        }
        if (resume) {
            String difference = folder.begun() ? folder.difference(console.model(), plan) : "";
            if (!difference.isEmpty()) {
                throw new UsageError(work + " holds another calibration (" + difference
                        + "); give the same options to go on with it.");
            }
        } else if (overwrite) {
            folder.clear();
        }
    }

    private void print(SequentialCalibration calibration, PosteriorTables tables) {
        List<Stage> stages = calibration.stages();
        String reached = stages.isEmpty()
                ? "no stage was finished, so they are of the priors"
                : Text.count(stages.size(), "stage") + ", to a tolerance of "
                        + Text.significant(stages.get(stages.size() - 1).tolerance())
                        + " (1 is the edge of the targets)";
        console.paragraph(
                "",
                Text.count(calibration.population().particles().size(), "setting") + ": " + reached
                        + ". Over fresh runs their median distance is " + Text.significant(tables.medianDistance())
                        + ". Written to " + out + ".");
        console.out().println();
        print(tables.posterior(), "parameter", "low", "q05", "q50", "q95", "high", "width", "learned");
        console.out().println();
        print(tables.predictive(), "pattern", "low", "high", "prior_share", "ensemble_share", "q05", "q50", "q95");
    }

    /** Some columns of a table, the first of them wide. */
    private void print(CsvTable table, String... columns) {
        StringBuilder header = new StringBuilder(Text.padded(columns[0], WIDE));
        for (int i = 1; i < columns.length; i++) {
            header.append(Text.right(columns[i], Math.max(NARROW, columns[i].length() + 1)));
        }
        console.out().println(header);
        for (List<Object> cells : table.rows()) {
            StringBuilder line = new StringBuilder();
            for (String column : columns) {
                Object cell = cells.get(table.header().indexOf(column));
                String text = cell instanceof Double number ? Text.significant(number) : String.valueOf(cell);
                line.append(
                        line.length() == 0
                                ? Text.padded(text, WIDE)
                                : Text.right(text, Math.max(NARROW, column.length() + 1)));
            }
            console.out().println(line);
        }
    }
}
