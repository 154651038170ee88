package greenlight.app.cli.evidence;

import greenlight.app.cli.console.Console;
import greenlight.app.cli.console.OptionErrors;
import greenlight.app.cli.console.OutputPathConverter;
import greenlight.app.cli.console.ThreadsOption;
import greenlight.app.cli.console.UsageError;
import greenlight.app.evidence.Verdict;
import greenlight.app.evidence.cause.Claim;
import greenlight.app.evidence.cause.Claim.Contrast;
import greenlight.app.evidence.cause.Claim.Quantity;
import greenlight.app.evidence.cause.ClaimEvaluation;
import greenlight.app.evidence.cause.ClaimEvaluation.Answer;
import greenlight.app.evidence.cause.Outcome;
import greenlight.runner.csv.CsvTable;
import greenlight.runner.ensemble.Ensemble;
import greenlight.runner.format.Text;
import greenlight.runner.format.WholeFile;
import greenlight.runner.model.Model;
import greenlight.runner.spec.ExperimentReader;
import greenlight.runner.stats.Estimate;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
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
            "Runs come in pairs with the same setting and the same seed, which differ by one cause. Of an event, the"
                    + " probability of sufficiency is the share with it under the cause, of the pairs without it in the control;"
                    + " the probability of necessity the share without it in the control, of the pairs with it under the cause.",
            "",
            "A claim holds in a setting when the quantity that it is about lies beyond its margin there. It is supported"
                    + " when the share of the settings that the record allows in which it holds, with its whole 95 %% interval,"
                    + " lies above one half, contradicted when it lies below, undetermined otherwise. It cannot be answered"
                    + " here when fewer than 20 pairs, or than a tenth of them, could come out the other way.",
            "",
            "Examples:",
            "  ./greenlight claims",
            "  ./greenlight claims a f --settings 20"
        })
public final class ClaimsCommand implements Callable<Integer> {
    private final Console console;

    @Mixin
    private ThreadsOption threads;

    @Mixin
    private SettingsOptions over = new SettingsOptions();

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
        int settings = over.count(errors);
        List<String> known = Arrays.stream(Claim.values()).map(Claim::id).toList();
        ids.forEach(id -> errors.oneOf("claim", id, known));
        errors.check();
        Model model = console.model();
        Ensemble ensemble = over.read(model);
        Map<Claim, ClaimEvaluation> tests = new LinkedHashMap<>();
        for (Claim claim : Claim.values()) {
            if (ids.isEmpty() || ids.contains(claim.id())) {
                Path file = experiments.resolve(claim.key() + ".yaml");
                Console.checkThere(file);
                try {
                    tests.put(
                            claim, new ClaimEvaluation(claim, ExperimentReader.read(file, model), ensemble, settings));
                } catch (IllegalArgumentException unfit) {
                    throw new UsageError(file + ": " + unfit.getMessage());
                }
            }
        }
        WholeFile.check(out.resolve("claims.csv"));
        CsvTable table = table();
        List<String> page = new ArrayList<>();
        for (Map.Entry<Claim, ClaimEvaluation> each : tests.entrySet()) {
            Claim claim = each.getKey();
            ClaimEvaluation test = each.getValue();
            console.message(claim.id() + ": " + test.title() + ": " + Text.count(test.runCount(), "run"));
            List<Answer> answers = test.answers(atOnce, console.progress().counting(test.runCount()));
            print(claim, answers);
            page.add(page(claim, answers));
            answers.forEach(answer -> add(table, claim, answer));
        }
        WholeFile.write(out.resolve("claims.csv"), table.text());
        WholeFile.write(out.resolve("claims.md"), heading() + String.join("\n", page));
        console.out().println("Written to " + out.resolve("claims.csv") + " and " + out.resolve("claims.md") + ".");
        return 0;
    }

    private void print(Claim claim, List<Answer> answers) {
        console.paragraph("", "(" + claim.id() + ") " + claim.article());
        console.paragraph("    ", "the record: " + claim.publicRecord());
        for (Answer answer : answers) {
            console.paragraph(
                    "    ",
                    answer.verdict().word().toUpperCase(Locale.ROOT) + ": "
                            + answer.contrast().words() + ": " + reason(answer));
            console.paragraph("      ", effect(answer));
            if (!answer.turns().isEmpty()) {
                console.paragraph("      ", turns(answer));
            }
        }
        console.out().println();
    }

    private static String heading() {
        return "# The article's claims, tested on the model\n\n"
                + "Made by `./greenlight claims`. Runs come in pairs with the same setting and the same seed, which differ by"
                + " one cause; intervals are of\n95 %, over settings and replications. A claim is *supported* when the share of"
                + " the settings that the record allows in which it\nholds, with its whole interval, lies above one half,"
                + " *contradicted* when it lies below, *undetermined* otherwise; it *cannot be\nanswered here* where too few"
                + " pairs could come out the other way. Firms of the model are invented; what holds for them holds for\nthe"
                + " model.\n\n";
    }

    private static String page(Claim claim, List<Answer> answers) {
        StringBuilder page = new StringBuilder("## (" + claim.id() + ") " + claim.article() + "\n\n");
        page.append("The public record: ").append(claim.publicRecord()).append("\n\n");
        for (Answer answer : answers) {
            page.append("- **").append(answer.verdict().word()).append("**: ");
            page.append(answer.contrast().words())
                    .append(": ")
                    .append(reason(answer))
                    .append(".\n");
            page.append("  ").append(Text.sentence(effect(answer))).append('\n');
            page.append(answer.turns().isEmpty() ? "" : "  " + Text.sentence(turns(answer)) + "\n");
        }
        return page.append("\nExperiment: `experiments/claims/" + claim.key() + ".yaml`.\n")
                .toString();
    }

    /** Why the verdict is what it is. */
    private static String reason(Answer answer) {
        return answer.verdict() == Verdict.CANNOT_BE_ANSWERED_HERE
                ? answer.room() + " of " + Text.count(answer.pairs(), "pair")
                        + " could come out the other way; needed are "
                        + ClaimEvaluation.LEAST_ROOM + " and " + Text.percent(ClaimEvaluation.LEAST_SHARE_WITH_ROOM)
                        + " of them"
                : "holds in " + interval(answer.held()) + " of the settings that the record allows ("
                        + Text.count(answer.settings(), "setting") + " with enough pairs)";
    }

    private static String effect(Answer answer) {
        Contrast contrast = answer.contrast();
        String control = "in the control " + MeasureFormat.of(contrast.other().measure(), answer.control());
        if (contrast.quantity() != Quantity.DIFFERENCE) {
            return "probability of sufficiency " + interval(answer.sufficiency()) + ", of necessity "
                    + interval(answer.necessity()) + "; claimed is "
                    + (contrast.quantity() == Quantity.NECESSITY ? "necessity" : "sufficiency") + " in more than "
                    + Text.percent(contrast.margin()) + "; " + control + "; "
                    + Text.grouped(answer.room()) + " of " + Text.count(answer.pairs(), "pair") + " have room";
        }
        var measure = contrast.outcome().measure();
        return "mean difference "
                + MeasureFormat.difference(measure, answer.effect().value()) + " ("
                + MeasureFormat.difference(measure, answer.effect().low()) + " to "
                + MeasureFormat.difference(measure, answer.effect().high()) + "), claimed is "
                + (contrast.sign() > 0 ? "more than " : "less than ")
                + MeasureFormat.difference(measure, contrast.sign() * contrast.margin()) + "; " + control + "; "
                + Text.count(answer.pairs(), "pair");
    }

    /** Such as {@code 83 % [74, 90]}. */
    static String interval(Estimate share) {
        if (Double.isNaN(share.value())) {
            return "no share";
        }
        return Text.percent(share.value())
                + (share.bounded() ? " [" + bare(share.low()) + ", " + bare(share.high()) + "]" : "");
    }

    private static String bare(double share) {
        return Text.percent(share).replace(" %", "");
    }

    private static String turns(Answer answer) {
        return "turns on "
                + answer.turns().stream()
                        .map(turn -> turn.parameter().key() + " (correlation of ranks "
                                + Text.significant(turn.correlation()) + ")")
                        .collect(Collectors.joining(", "));
    }

    private static CsvTable table() {
        return new CsvTable(
                "claim",
                "article",
                "public_record",
                "contrast",
                "quantity",
                "measure",
                "unit",
                "within_quarters",
                "direction",
                "margin",
                "effect",
                "low",
                "high",
                "necessity",
                "necessity_low",
                "necessity_high",
                "sufficiency",
                "sufficiency_low",
                "sufficiency_high",
                "control",
                "pairs",
                "room",
                "verdict",
                "share_of_settings",
                "share_low",
                "share_high",
                "settings",
                "turns_on",
                "rank_correlation");
    }

    private static void add(CsvTable table, Claim claim, Answer answer) {
        Contrast contrast = answer.contrast();
        Outcome outcome = contrast.outcome();
        table.with(
                claim.id(),
                claim.article(),
                claim.publicRecord(),
                contrast.words(),
                contrast.quantity().name().toLowerCase(Locale.ROOT),
                outcome.measure().key(),
                outcome.measure().unit(),
                outcome.early() ? Outcome.HORIZON : "",
                contrast.sign() > 0 ? "more" : "less",
                contrast.margin(),
                answer.effect().value(),
                answer.effect().low(),
                answer.effect().high(),
                answer.necessity().value(),
                answer.necessity().low(),
                answer.necessity().high(),
                answer.sufficiency().value(),
                answer.sufficiency().low(),
                answer.sufficiency().high(),
                answer.control(),
                answer.pairs(),
                answer.room(),
                answer.verdict().word(),
                answer.held().value(),
                answer.held().low(),
                answer.held().high(),
                answer.settings(),
                answer.turns().isEmpty()
                        ? ""
                        : answer.turns().get(0).parameter().key(),
                answer.turns().isEmpty() ? "" : answer.turns().get(0).correlation());
    }
}
