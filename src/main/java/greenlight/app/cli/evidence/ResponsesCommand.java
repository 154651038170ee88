package greenlight.app.cli.evidence;

import greenlight.app.cli.console.Console;
import greenlight.app.cli.console.OptionErrors;
import greenlight.app.cli.console.OutputPathConverter;
import greenlight.app.cli.console.ThreadsOption;
import greenlight.app.evidence.Expectation;
import greenlight.app.evidence.Responses;
import greenlight.app.evidence.Responses.Answer;
import greenlight.app.evidence.Responses.Response;
import greenlight.app.evidence.Verdict;
import greenlight.market.parameter.MarketParameter;
import greenlight.runner.csv.CsvTable;
import greenlight.runner.ensemble.Ensemble;
import greenlight.runner.format.Text;
import greenlight.runner.format.WholeFile;
import greenlight.runner.model.Parameter;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Says how the headline measures respond to each parameter, and whether with the sign that economics expects. */
@Command(
        name = "responses",
        description = "Moves each parameter over its plausible range and says what the headline measures do, beside the"
                + " sign that economics expects.",
        footer = {
            "",
            "The range is that of the prior; of a parameter that has none, half and twice the default, within what is allowed; off"
                    + " and on of a switch. Each pair of runs has another setting of those that the record allows, and common random"
                    + " numbers. An effect is the mean difference of the pairs, with its 95 %% interval. A contradiction is an effect"
                    + " whose interval leaves out zero on the side that is not expected; an inert parameter has no effect"
                    + " whose interval leaves out zero. Of effects that are zero, one in twenty is found clear by chance.",
            "",
            "Examples:",
            "  ./greenlight responses",
            "  ./greenlight responses --only free_quota price --replications 10"
        })
public final class ResponsesCommand implements Callable<Integer> {
    private static final int MOST_SHOWN = 3;

    /** From here on a number is read better in words, such as 17 million. */
    private static final double IN_WORDS = 1e6;

    private final Console console;

    @Mixin
    private ThreadsOption threads;

    @Option(
            names = "--only",
            arity = "1..*",
            paramLabel = "PARAMETER",
            description = "Parameters to move; all of the market when not given.")
    private List<String> only = List.of();

    @Option(
            names = "--over",
            paramLabel = "ENSEMBLE",
            description = "Settings that the record allows: the word ensemble for those that the model ships, or a CSV"
                    + " file; ensemble when not given.")
    private String over = Ensemble.WORD;

    @Option(
            names = "--replications",
            paramLabel = "N",
            description = "Pairs of runs for each parameter, at least 2; 120 when not given.")
    private String replications = "120";

    @Option(names = "--users", paramLabel = "N", description = "User agents in each run; 2000 when not given.")
    private String users = "2000";

    @Option(names = "--seed", paramLabel = "N", description = "Seed of all random numbers; 1 when not given.")
    private String seed = "1";

    @Option(
            names = "--out",
            converter = OutputPathConverter.class,
            paramLabel = "DIR",
            description = "Where responses.csv goes; results/responses when not given.")
    private Path out = Path.of("results", "responses");

    @Option(names = "--overwrite", description = "Replace what is there.")
    private boolean overwrite;

    public ResponsesCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws Exception {
        OptionErrors errors = new OptionErrors();
        int atOnce = threads.count(errors);
        int pairs = errors.count("--replications", replications);
        long randomness = errors.seed(seed);
        errors.form("--replications", replications.strip(), "(?!1$).*", "a whole number from 2");
        Map<Parameter, Double> size = new HashMap<>();
        errors.set(MarketParameter.USERS.key(), users, console.model(), size);
        List<MarketParameter> variable = Responses.variable();
        List<String> known = variable.stream().map(MarketParameter::key).toList();
        String fixed = MarketParameter.table().stream()
                .filter(parameter -> !variable.contains(parameter))
                .map(MarketParameter::key)
                .collect(Collectors.joining(", "));
        String others = "; ./greenlight params lists all, of which these are not moved: " + fixed + ".";
        only.forEach(key -> errors.oneOf("parameter to move", key, known, others));
        errors.check();
        Path table = out.resolve("responses.csv");
        Console.checkFree(table, overwrite);
        List<MarketParameter> moved = variable.stream()
                .filter(parameter -> only.isEmpty() || only.contains(parameter.key()))
                .toList();
        int agents = size.get(MarketParameter.USERS).intValue();
        Responses responses = new Responses(
                console.model(),
                SettingsOptions.read("--over", over, console.model()),
                moved,
                agents,
                pairs,
                randomness);
        console.message("Responses to " + Text.count(moved.size(), "parameter") + ": "
                + Text.count(responses.runCount(), "run") + " of " + Text.count(agents, "user"));
        List<Answer> answers = responses.answers(atOnce, console.progress().counting(responses.runCount()));
        print(answers);
        WholeFile.write(table, table(answers, agents, pairs).text());
        console.out().println("Written to " + table + ".");
        return 0;
    }

    private void print(List<Answer> answers) {
        List<Answer> contradicting = answers.stream()
                .filter(each -> !each.contradictions().isEmpty())
                .toList();
        List<Answer> inert = answers.stream().filter(Answer::inert).toList();
        List<Answer> others = answers.stream()
                .filter(each -> !each.inert() && each.contradictions().isEmpty())
                .sorted(Comparator.comparingDouble(Answer::strength).reversed())
                .toList();
        console.out()
                .println(console.bold(
                        "Contradictions: " + Text.count(contradicting.size(), "parameter") + " of " + answers.size()));
        for (Answer answer : contradicting) {
            for (Response response : answer.contradictions()) {
                console.paragraph("  ", moved(answer) + ": " + effect(response));
                console.paragraph(
                        "    ",
                        response.expectation().map(ResponsesCommand::expected).orElseThrow());
            }
        }
        console.out().println();
        console.out()
                .println(console.bold("Inert, no interval leaves out zero on any of " + Responses.HEADLINE.size()
                        + " measures: " + Text.count(inert.size(), "parameter") + " of " + answers.size()));
        inert.forEach(answer -> console.paragraph("  ", moved(answer)));
        console.out().println();
        console.out().println(console.bold("The others, the strongest first"));
        for (Answer answer : others) {
            console.paragraph("  ", moved(answer) + ", " + verdicts(answer));
            answer.clear().stream().limit(MOST_SHOWN).forEach(response -> console.paragraph("    ", effect(response)));
        }
        console.out().println();
        long clear = answers.stream().mapToLong(each -> each.clear().size()).sum();
        console.paragraph(
                "",
                Text.grouped(clear) + " of "
                        + Text.count((long) answers.size() * Responses.HEADLINE.size(), "interval")
                        + " leave out zero; one in twenty of those whose effect is zero does so by chance.");
    }

    private static String moved(Answer answer) {
        MarketParameter parameter = answer.parameter();
        return parameter.key() + " from " + end(parameter, answer.range().low()) + " to "
                + end(parameter, answer.range().high())
                + (parameter.words().isEmpty() ? " " + parameter.unit() : "")
                + (Responses.world(parameter).isEmpty() ? "" : ", with " + world(parameter));
    }

    /** Such as {@code quarters=96}. */
    private static String world(MarketParameter moved) {
        return Responses.world(moved).entrySet().stream()
                .map(other -> other.getKey().key() + "=" + other.getKey().text(other.getValue()))
                .sorted()
                .collect(Collectors.joining(" "));
    }

    private static String end(MarketParameter parameter, double value) {
        return Math.abs(value) < IN_WORDS ? parameter.text(value) : Text.scaled(value);
    }

    private static String verdicts(Answer answer) {
        List<Verdict> verdicts = answer.responses().stream()
                .flatMap(response -> response.verdict().stream())
                .toList();
        long supported = verdicts.stream().filter(Verdict.SUPPORTED::equals).count();
        return verdicts.isEmpty()
                ? "no sign is expected"
                : supported + " of " + Text.count(verdicts.size(), "expected sign") + " found";
    }

    private static String effect(Response response) {
        return response.measure().key() + " "
                + MeasureFormat.difference(response.measure(), response.effect().value())
                + " ("
                + MeasureFormat.difference(response.measure(), response.effect().low())
                + " to "
                + MeasureFormat.difference(response.measure(), response.effect().high())
                + "), " + Text.scaled(response.strength()) + " s.d.";
    }

    private static String expected(Expectation expectation) {
        return "expected " + (expectation.sign() > 0 ? "more" : "less") + ": " + expectation.reason();
    }

    private static CsvTable table(List<Answer> answers, int users, int replications) {
        CsvTable table = new CsvTable(
                "parameter",
                "measure",
                "unit",
                "low",
                "high",
                "effect",
                "from",
                "to",
                "strength",
                "expected",
                "verdict",
                "pairs",
                "replications",
                "users",
                "world");
        for (Answer answer : answers) {
            for (Response response : answer.responses()) {
                table.with(
                        answer.parameter().key(),
                        response.measure().key(),
                        response.measure().unit(),
                        answer.parameter().text(answer.range().low()),
                        answer.parameter().text(answer.range().high()),
                        response.effect().value(),
                        response.effect().low(),
                        response.effect().high(),
                        response.strength(),
                        response.expectation().map(Expectation::word).orElse(""),
                        response.verdict().map(Verdict::word).orElse(""),
                        response.pairs(),
                        replications,
                        users,
                        world(answer.parameter()));
            }
        }
        return table;
    }
}
