package greenlight.app.cli.evidence;

import greenlight.app.cli.console.Console;
import greenlight.app.cli.console.ExitCode;
import greenlight.app.cli.console.OptionErrors;
import greenlight.app.cli.console.OutputPathConverter;
import greenlight.app.cli.console.ThreadsOption;
import greenlight.app.cli.console.UsageError;
import greenlight.app.evidence.Pattern;
import greenlight.app.evidence.RunEnsemble;
import greenlight.app.evidence.RunEnsemble.Wanted;
import greenlight.app.evidence.Validation;
import greenlight.app.posterior.Evaluation;
import greenlight.app.posterior.Target;
import greenlight.runner.csv.CsvTable;
import greenlight.runner.format.Text;
import greenlight.runner.format.WholeFile;
import greenlight.runner.spec.Experiment;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Compares the baseline with the patterns that it must reproduce. */
@Command(
        name = "validate",
        description = "Runs the baseline many times and holds it against the patterns that it must reproduce.",
        footer = {
            "",
            "A pattern holds when the median of the runs to which it applies lies inside its target, and at least"
                    + " half of them do. Ends with exit code 1 when a required pattern fails.",
            "",
            "Examples:",
            "  ./greenlight validate",
            "  ./greenlight validate experiments/sora-disney.yaml --out results/validate"
        })
public final class ValidateCommand implements Callable<Integer> {
    /** Fewer replications estimate a share of runs too roughly. */
    private static final int LEAST_RUNS = 500;

    private final Console console;

    @Mixin
    private ThreadsOption threads;

    @Parameters(
            arity = "0..1",
            paramLabel = "FILE",
            description =
                    "An experiment of one point, at least 500 replications; experiments/sora-disney.yaml when not given.")
    private Path file = Path.of("experiments", "sora-disney.yaml");

    @Option(
            names = "--out",
            converter = OutputPathConverter.class,
            paramLabel = "DIR",
            description = "Where patterns.csv goes; results/validate when not given.")
    private Path out = Path.of("results", "validate");

    public ValidateCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws Exception {
        OptionErrors errors = new OptionErrors();
        int atOnce = threads.count(errors);
        errors.check();
        Experiment experiment = console.experiment(file);
        if (experiment.design().points() != 1 || experiment.replications() < LEAST_RUNS) {
            throw new UsageError(file + " has " + Text.count(experiment.design().points(), "point") + " and "
                    + Text.count(experiment.replications(), "replication")
                    + "; validation needs one point and at least " + LEAST_RUNS + " replications.");
        }
        WholeFile.check(out.resolve("patterns.csv"));
        console.message(
                experiment.title() + ": " + Text.count(experiment.runCount(), "run") + " of " + experiment.scenario());
        List<Wanted> wanted = new ArrayList<>();
        for (int i = 0; i < experiment.runCount(); i++) {
            var run = experiment.run(i);
            wanted.add(new Wanted(run.scenario(), run.setting(), run.seed()));
        }
        RunEnsemble runs = RunEnsemble.of(
                experiment.model(), wanted, atOnce, console.progress().counting(wanted.size()));
        List<Validation.Outcome> outcomes = Validation.of(runs);
        print(outcomes);
        console.paragraph(
                "",
                "The runs are at a distance of " + Text.scaled(distance(runs))
                        + " from the patterns that are calibrated to; 1 is the edge of their targets"
                        + " (docs/calibration.md).");
        Path table = out.resolve("patterns.csv");
        WholeFile.write(table, table(outcomes).text());
        long required =
                outcomes.stream().filter(each -> each.pattern().required()).count();
        long tests = outcomes.stream()
                .filter(each -> each.holds() && each.pattern().kind() == Pattern.Kind.TEST)
                .count();
        long failed = outcomes.stream()
                .filter(each -> each.pattern().required() && !each.holds())
                .count();
        console.out()
                .println((failed == 0
                                ? "All " + required + " required patterns hold"
                                : failed + " of " + required + " required patterns FAIL")
                        + "; " + tests + " that hold were not calibrated to. Written to " + table + ".");
        return Validation.passed(outcomes) ? 0 : ExitCode.FAILED;
    }

    private static double distance(RunEnsemble runs) {
        double[][] measured = Arrays.stream(Pattern.values())
                .map(pattern -> runs.values(pattern.measure(), 0, runs.size()))
                .toArray(double[][]::new);
        return Evaluation.of(measured, Target.record()).distance(Target.record());
    }

    private void print(List<Validation.Outcome> outcomes) {
        for (Validation.Outcome outcome : outcomes) {
            Pattern pattern = outcome.pattern();
            console.paragraph(
                    Text.right(Integer.toString(pattern.number()), 2) + "  ",
                    outcome.verdict() + ": " + pattern.what());
            console.paragraph(
                    "    ",
                    pattern.kind().words() + "; target " + figure(pattern, pattern.low()) + " to "
                            + figure(pattern, pattern.high()) + " (" + pattern.source() + "); median "
                            + figure(pattern, outcome.median().value()) + ", nine of ten runs "
                            + figure(pattern, outcome.median().low()) + " to "
                            + figure(pattern, outcome.median().high()) + "; inside: "
                            + Text.percent(outcome.inside()) + " of " + Text.count(outcome.runs(), "run"));
            if (!outcome.holds()) {
                pattern.limits().ifPresent(why -> console.paragraph("    ", "why: " + why));
            }
        }
        console.out().println();
    }

    private static String figure(Pattern pattern, double value) {
        return MeasureFormat.of(pattern.measure(), value);
    }

    private static CsvTable table(List<Validation.Outcome> outcomes) {
        CsvTable table = new CsvTable(
                "number",
                "pattern",
                "what",
                "kind",
                "required",
                "measure",
                "unit",
                "target_low",
                "target_value",
                "target_high",
                "source",
                "median",
                "p5",
                "p95",
                "share_inside",
                "runs",
                "verdict",
                "limits");
        for (Validation.Outcome outcome : outcomes) {
            Pattern pattern = outcome.pattern();
            table.with(
                    pattern.number(),
                    pattern.key(),
                    pattern.what(),
                    pattern.kind().words(),
                    pattern.required(),
                    pattern.measure().key(),
                    pattern.measure().unit(),
                    pattern.low(),
                    pattern.value(),
                    pattern.high(),
                    pattern.source(),
                    outcome.median().value(),
                    outcome.median().low(),
                    outcome.median().high(),
                    outcome.inside(),
                    outcome.runs(),
                    outcome.holds() ? "holds" : "fails",
                    pattern.limits().orElse(""));
        }
        return table;
    }
}
