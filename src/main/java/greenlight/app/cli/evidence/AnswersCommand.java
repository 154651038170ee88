package greenlight.app.cli.evidence;

import greenlight.app.answer.AnswerTable;
import greenlight.app.answer.CentralSettings;
import greenlight.app.answer.HeadlineAnswer;
import greenlight.app.answer.HeadlineFigure;
import greenlight.app.answer.HeadlineRuns;
import greenlight.app.answer.HeadlineRuns.Plan;
import greenlight.app.answer.InformationTable;
import greenlight.app.answer.InformationTable.Fact;
import greenlight.app.answer.RecordCheck;
import greenlight.app.cli.console.Console;
import greenlight.app.cli.console.OptionErrors;
import greenlight.app.cli.console.OutputPathConverter;
import greenlight.app.cli.console.ThreadsOption;
import greenlight.app.cli.console.UsageError;
import greenlight.runner.csv.CsvTable;
import greenlight.runner.ensemble.Ensemble;
import greenlight.runner.format.Text;
import greenlight.runner.format.WholeFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Computes the headline answers over an ensemble. */
@Command(
        name = "answers",
        description =
                "Computes the headline answers over the settings that the record allows, how sure they are, and which"
                        + " facts would help most.",
        footer = {
            "",
            "Runs come in pairs with the same setting and the same seed, which differ by one force or one term of the contract."
                    + " The spread over settings is given without the noise of runs. The interval of a mean, of 95 %%, is"
                    + " that of another ensemble of the same posterior: of two ensembles it says whether they agree.",
            "",
            "information.csv ranks the facts: how much of an answer's variance over settings would go if a parameter were known"
                    + " (its first-order index), or if a pattern's target were half as wide. What noise may explain counts"
                    + " as nothing.",
            "",
            "--medoid finds a setting for the default world: of the settings with which all required patterns of validate hold in"
                    + " 500 fresh runs, the nearest to the middle of the answers. Its values go to medoid.csv.",
            "",
            "Examples:",
            "  ./greenlight answers",
            "  ./greenlight answers --against results/second/ensemble.csv --overwrite",
            "  ./greenlight answers --medoid --overwrite"
        })
public final class AnswersCommand implements Callable<Integer> {
    private static final String MEDOID = "medoid.csv";
    private static final int LEAST_RUNS = 2;
    private static final int WIDE = 25;
    private static final List<HeadlineAnswer> ALL = List.of(HeadlineAnswer.values());

    /** Facts that are printed. */
    private static final int SHOWN = 10;

    private final Console console;

    @Mixin
    private ThreadsOption threads;

    @Option(
            names = "--over",
            paramLabel = "ENSEMBLE",
            description = "Settings that the record allows: the word ensemble for those that the model ships, or a CSV"
                    + " file; ensemble when not given.")
    private String over = Ensemble.WORD;

    @Option(
            names = "--against",
            paramLabel = "ENSEMBLE",
            description = "A second ensemble, whose answers are compared with those of the first.")
    private String against;

    @Option(
            names = "--settings",
            paramLabel = "N",
            description = "How many settings are drawn, by weight; all, with their weights, when not given.")
    private String settings;

    @Option(
            names = "--runs",
            paramLabel = "N",
            description = "Runs of each setting and change, at least 2; 4 when not given.")
    private String runs = "4";

    @Option(names = "--users", paramLabel = "N", description = "Users of a run; 5000 when not given.")
    private String users = "5000";

    @Option(names = "--seed", paramLabel = "N", description = "Seed of all random numbers; 20260324 when not given.")
    private String seed = "20260324";

    @Option(
            names = "--out",
            converter = OutputPathConverter.class,
            paramLabel = "DIR",
            description =
                    "Where answers.csv, information.csv and, with --medoid, medoid.csv go; results when not given.")
    private Path out = Path.of("results");

    @Option(names = "--medoid", description = "Find the default world, too: some minutes more.")
    private boolean medoid;

    @Option(names = "--overwrite", description = "Replace what is there.")
    private boolean overwrite;

    public AnswersCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws Exception {
        OptionErrors errors = new OptionErrors();
        int atOnce = threads.count(errors);
        Plan plan = new Plan(
                settings == null ? Integer.MAX_VALUE : errors.count("--settings", settings),
                errors.count("--runs", runs),
                errors.count("--users", users),
                errors.seed(seed));
        errors.check();
        Path file = out.resolve("answers.csv");
        Path information = out.resolve("information.csv");
        check(plan, file, information);
        Ensemble ensemble = SettingsOptions.read("--over", over, console.model());
        Ensemble second = against == null ? null : SettingsOptions.read("--against", against, console.model());
        HeadlineRuns made = runs(ensemble, plan, atOnce);
        if (medoid) {
            writeMedoid(CentralSettings.of(made), ensemble, plan, atOnce);
        }
        Map<HeadlineAnswer, HeadlineFigure> figures = HeadlineFigure.of(made);
        CsvTable table = second == null
                ? AnswerTable.of(figures)
                : AnswerTable.of(figures, HeadlineFigure.of(runs(second, plan, atOnce)));
        figures.forEach(this::print);
        List<Fact> facts = InformationTable.facts(made);
        facts.stream().filter(Fact::resolved).limit(SHOWN).forEach(this::print);
        WholeFile.write(information, InformationTable.of(facts).text());
        WholeFile.write(file, table.text());
        console.out().println("Written to " + file + " and " + information + ".");
        return 0;
    }

    private void check(Plan plan, Path... files) throws UsageError, IOException {
        List<Path> written = new ArrayList<>(List.of(files));
        if (medoid) {
            written.add(out.resolve(MEDOID));
        }
        if (plan.runs() < LEAST_RUNS) {
            throw new UsageError("--runs is " + plan.runs() + "; allowed are at least " + LEAST_RUNS
                    + ", without which the noise of runs is not known.");
        }
        for (Path file : written) {
            Console.checkFree(file, overwrite);
        }
    }

    /** Of the settings that meet the record, writes the nearest to the middle; nothing where none does. */
    private void writeMedoid(CentralSettings settings, Ensemble ensemble, Plan plan, int atOnce)
            throws InterruptedException, IOException {
        console.message("Held against the patterns, from the middle outwards:");
        int nearer = 0;
        for (int number : settings.numbers()) {
            if (RecordCheck.meets(console.model(), ensemble.values(number), plan.seed(), atOnce)) {
                console.paragraph(
                        "",
                        "In the middle of the answers, of the settings that meet all required patterns, lies setting "
                                + number + "; " + nearer + " nearer to the middle miss one.");
                WholeFile.write(out.resolve(MEDOID), settings.table(number).text());
                return;
            }
            console.message("  setting " + number + " misses one");
            nearer++;
        }
        console.paragraph("", "No setting meets all required patterns; there is no " + MEDOID + ".");
    }

    private HeadlineRuns runs(Ensemble ensemble, Plan plan, int atOnce) throws InterruptedException {
        int count = HeadlineRuns.count(ensemble, plan, ALL);
        console.message("Headline answers: " + Text.count(count, "run"));
        return HeadlineRuns.of(
                console.model(), ensemble, plan, ALL, atOnce, console.progress().counting(count));
    }

    private void print(HeadlineAnswer answer, HeadlineFigure figure) {
        console.paragraph(
                Text.padded(answer.key(), WIDE),
                Text.scaled(figure.mean().value()) + " " + answer.unit() + " ("
                        + Text.scaled(figure.mean().low()) + " to "
                        + Text.scaled(figure.mean().high())
                        + "); over settings " + Text.scaled(figure.low()) + " to " + Text.scaled(figure.high()) + ": "
                        + answer.words());
    }

    private void print(Fact fact) {
        console.paragraph(
                Text.padded(fact.key(), WIDE),
                Text.percent(fact.mean()) + " of the variance of the answers would go if this " + fact.kind()
                        + (fact.isParameter() ? " were known" : "'s target were half as wide"));
    }
}
