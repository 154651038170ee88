package greenlight.app.cli.evidence;

import greenlight.app.cli.console.Console;
import greenlight.app.cli.console.OptionErrors;
import greenlight.app.cli.console.OutputPathConverter;
import greenlight.app.cli.console.ThreadsOption;
import greenlight.app.evidence.Claim;
import greenlight.app.evidence.ClaimEvaluation;
import greenlight.app.evidence.ClaimEvaluation.Answer;
import greenlight.app.evidence.ClaimEvaluation.Third;
import greenlight.app.evidence.ClaimEvaluation.Turn;
import greenlight.runner.csv.CsvTable;
import greenlight.runner.format.Text;
import greenlight.runner.format.WholeFile;
import greenlight.runner.model.Model;
import greenlight.runner.spec.Experiment;
import greenlight.runner.spec.ExperimentReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Tests the article's claims on the model. */
@Command(
        name = "claims",
        description = "Tests the article's claims on the model, and says what the public record and the model answer.",
        footer = {
            "",
            "A claim is supported when the whole 95 %% interval of its effect lies beyond the margin in its"
                    + " direction, contradicted when the whole interval falls short of it, undetermined otherwise. Each is"
                    + " asked again at 150 other settings of every estimated or assumed parameter: where the answer turns on"
                    + " one, the parameter is named.",
            "",
            "Examples:",
            "  ./greenlight claims",
            "  ./greenlight claims a f"
        })
public final class ClaimsCommand implements Callable<Integer> {
    private final Console console;

    @Mixin
    private ThreadsOption threads;

    @Parameters(arity = "0..*", paramLabel = "ID", description = "Letters of claims, a to i; all when not given.")
    private List<String> ids = List.of();

    @Option(
            names = "--experiments",
            paramLabel = "DIR",
            description = "Where the claims' experiments are; experiments/claims when not given.")
    private Path experiments = Path.of("experiments", "claims");

    @Option(
            names = "--out",
            converter = OutputPathConverter.class,
            paramLabel = "DIR",
            description = "Where claims.csv and claims.md go; results/claims when not given.")
    private Path out = Path.of("results", "claims");

    public ClaimsCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws Exception {
        OptionErrors errors = new OptionErrors();
        int atOnce = threads.count(errors);
        List<String> known = Arrays.stream(Claim.values()).map(Claim::id).toList();
        ids.forEach(id -> errors.oneOf("claim", id, known));
        errors.check();
        Model model = console.model();
        Map<Claim, Experiment> read = new LinkedHashMap<>();
        for (Claim claim : Claim.values()) {
            if (ids.isEmpty() || ids.contains(claim.id())) {
                Path file = experiments.resolve(claim.key() + ".yaml");
                Console.checkThere(file);
                read.put(claim, ExperimentReader.read(file, model));
            }
        }
        CsvTable table = table();
        List<String> page = new ArrayList<>();
        for (Map.Entry<Claim, Experiment> each : read.entrySet()) {
            Claim claim = each.getKey();
            ClaimEvaluation test = new ClaimEvaluation(claim, each.getValue());
            console.message(claim.id() + ": " + each.getValue().title() + ": " + Text.count(test.runCount(), "run"));
            List<Answer> answers = test.answers(atOnce, console.progress().counting(test.runCount()));
            print(claim, test, answers);
            page.add(page(claim, test, answers));
            answers.forEach(answer -> add(table, claim, answer));
        }
        WholeFile.write(out.resolve("claims.csv"), table.text());
        WholeFile.write(out.resolve("claims.md"), heading() + String.join("\n", page));
        console.out().println("Written to " + out.resolve("claims.csv") + " and " + out.resolve("claims.md") + ".");
        return 0;
    }

    private void print(Claim claim, ClaimEvaluation test, List<Answer> answers) {
        console.paragraph("", "(" + claim.id() + ") " + claim.article());
        console.paragraph("    ", "the record: " + claim.publicRecord());
        for (Answer answer : answers) {
            console.paragraph(
                    "    ",
                    answer.verdict().word().toUpperCase(java.util.Locale.ROOT) + ": "
                            + answer.contrast().words() + ": " + effect(answer));
            console.paragraph("      ", range(test, answer));
            answer.turns().forEach(turn -> console.paragraph("      ", turn(answer, turn)));
        }
        console.out().println();
    }

    private static String heading() {
        return "# The article's claims, tested on the model\n\n"
                + "Made by `./greenlight claims`. Effects are mean differences between runs with the same seed, with 95 %"
                + " intervals\n(bootstrap over replications). A claim is *supported* when the whole interval lies beyond"
                + " its margin in the claim's\ndirection, *contradicted* when the whole interval falls short of it,"
                + " *undetermined* otherwise. Firms of the model are\ninvented; what holds for them holds for the model.\n\n";
    }

    private static String page(Claim claim, ClaimEvaluation test, List<Answer> answers) {
        StringBuilder page = new StringBuilder("## (" + claim.id() + ") " + claim.article() + "\n\n");
        page.append("The public record: ").append(claim.publicRecord()).append("\n\n");
        for (Answer answer : answers) {
            page.append("- **").append(answer.verdict().word()).append("**: ");
            page.append(answer.contrast().words())
                    .append(": ")
                    .append(effect(answer))
                    .append(".\n");
            page.append("  ").append(range(test, answer)).append(answer.turns().isEmpty() ? ".\n" : "\n");
            answer.turns()
                    .forEach(turn ->
                            page.append("  - ").append(turn(answer, turn)).append('\n'));
        }
        return page.append("\nExperiment: `experiments/claims/" + claim.key() + ".yaml`.\n")
                .toString();
    }

    private static String effect(Answer answer) {
        var measure = answer.contrast().measure();
        return MeasureFormat.difference(measure, answer.effect().value()) + " ("
                + MeasureFormat.difference(measure, answer.effect().low()) + " to "
                + MeasureFormat.difference(measure, answer.effect().high()) + "), claimed is "
                + (answer.contrast().sign() > 0 ? "more than " : "less than ")
                + MeasureFormat.difference(
                        measure, answer.contrast().sign() * answer.contrast().margin()) + "; "
                + Text.count(answer.replications(), "pair");
    }

    private static String range(ClaimEvaluation test, Answer answer) {
        return "What is claimed holds in " + Text.percent(answer.held()) + " of " + answer.settings()
                + " other settings of "
                + test.uncertainParameters() + " uncertain parameters"
                + (answer.turns().isEmpty() ? "; the answer turns on no single one of them" : "; the answer turns on:");
    }

    private static String turn(Answer answer, Turn turn) {
        return turn.parameter().key() + ": " + third(answer, turn.lowest()) + "; " + third(answer, turn.highest());
    }

    private static String third(Answer answer, Third third) {
        return Text.scaled(third.from()) + " to " + Text.scaled(third.to()) + " "
                + third.verdict().word() + " ("
                + MeasureFormat.difference(
                        answer.contrast().measure(), third.effect().value()) + ")";
    }

    private static CsvTable table() {
        return new CsvTable(
                "claim",
                "article",
                "public_record",
                "contrast",
                "measure",
                "unit",
                "direction",
                "margin",
                "effect",
                "low",
                "high",
                "pairs",
                "verdict",
                "share_of_settings",
                "settings",
                "turns_on",
                "rank_correlation",
                "lowest_from",
                "lowest_to",
                "lowest_verdict",
                "highest_from",
                "highest_to",
                "highest_verdict");
    }

    private static void add(CsvTable table, Claim claim, Answer answer) {
        var contrast = answer.contrast();
        Turn first = answer.turns().isEmpty() ? null : answer.turns().get(0);
        table.with(
                claim.id(),
                claim.article(),
                claim.publicRecord(),
                contrast.words(),
                contrast.measure().key(),
                contrast.measure().unit(),
                contrast.sign() > 0 ? "more" : "less",
                contrast.margin(),
                answer.effect().value(),
                answer.effect().low(),
                answer.effect().high(),
                answer.replications(),
                answer.verdict().word(),
                answer.held(),
                answer.settings(),
                first == null ? "" : first.parameter().key(),
                first == null ? "" : first.correlation(),
                first == null ? "" : first.lowest().from(),
                first == null ? "" : first.lowest().to(),
                first == null ? "" : first.lowest().verdict().word(),
                first == null ? "" : first.highest().from(),
                first == null ? "" : first.highest().to(),
                first == null ? "" : first.highest().verdict().word());
    }
}
