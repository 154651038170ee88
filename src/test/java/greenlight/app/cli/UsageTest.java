package greenlight.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import greenlight.app.cli.console.Console;
import greenlight.market.Rules;
import greenlight.market.model.MarketModel;
import greenlight.runner.format.Text;
import greenlight.runner.results.Software;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

class UsageTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "swep x                      | There is no command swep; did you mean sweep?",
                "run --sede 3                | ./greenlight run has no option --sede; did you mean --seed?",
                "run one two                 | ./greenlight run does not know what to do with two.",
                "run sora-disny              | There is no scenario sora-disny; did you mean sora-disney?",
                "run --set gpu_prise=2       | There is no parameter gpu_prise; did you mean gpu_price?",
                "run --set zzzzzz=2          | There is no parameter zzzzzz; ./greenlight params lists them all.",
                "run --set gpu_price=99      | gpu_price is 99; allowed is a number from 0.2 to 12 (USD/GPU-hour).",
                "run --set gpu_price=cheap   | gpu_price is cheap; allowed is a number from 0.2 to 12 (USD/GPU-hour).",
                "run --set pilot_quarters=1.5| pilot_quarters is 1.5; allowed is a whole number from 0 to 12 (quarters).",
                "run --set litigation=maybe  | litigation is maybe; allowed is on or off.",
                "run --set gpu_price         | --set gpu_price: a parameter is set as id=value, such as --set gpu_price=2.",
                "run --users 9 --set users=9 | users is 9; allowed is a whole number from 100 to 1000000000 (agents).",
                "run --users 900 --set users=900 | users is set twice.",
                "run --quarters 0            | quarters is 0; allowed is a whole number from 1 to 400 (quarters).",
                "run --seed x                | --seed is x; allowed is a whole number of 64 bits.",
                "run --threads none          | --threads is none; allowed is a whole number from 1 to 1024.",
                "gui sora-disny              | There is no scenario sora-disny; did you mean sora-disney?",
                "gui --set gpu_prise=2       | There is no parameter gpu_prise; did you mean gpu_price?",
                "gui                         | There is no display to open a window on; ./greenlight run runs the same market without one.",
                "run --set                   | --set needs ID=VALUE.",
                "sweep                       | ./greenlight sweep needs FILE.",
                "sweep experiments/quikstart.yaml | There is no file experiments/quikstart.yaml; did you mean experiments/quickstart.yaml?",
                "sweep pom.xml --progress loud | --progress is loud; allowed is auto, plain, none.",
                "sweep experiments           | experiments: this is a folder, not an experiment file.",
                "params gpu_prise            | There is no parameter gpu_prise; did you mean gpu_price?",
                "params --group litigatoin   | There is no group litigatoin; did you mean litigation?",
                "params --format xml         | --format is xml; allowed is table, markdown, csv, json.",
                "scenarios blank             | There is no scenario blank; there is sora-disney, blank-market, record-2026, terms-that-hold-up, cost-sharing, pilot-first, patient-capital, flagship-stays, cheap-inference, strict-courts, licensed-training-data, enterprise-first."
            })
    void badUsageIsOneSentenceAndExitCodeTwo(String words, String sentence) {
        Said said = Said.by(words.split(" +"));
        assertThat(said.err().lines().findFirst().orElse("")).startsWith(sentence);
        assertThat(said.err().lines().count()).isLessThanOrEqualTo(2);
        assertThat(said.out()).isEmpty();
        assertThat(said.code()).isEqualTo(2);
    }

    @Test
    void allFaultsOfACommandAreToldAtOnce() {
        Said said = Said.by("run", "--set", "a=1", "--set", "gpu_price=0", "--seed", "x", "--users", "1");
        assertThat(said.err().lines()).hasSize(4);
        assertThat(said.code()).isEqualTo(2);
    }

    static Stream<CommandSpec> commands() {
        PrintStream none = new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8);
        Console console = new Console(none, none, Text.WIDTH, false, UnaryOperator.identity(), List.of());
        return Main.line(console, Main.COMMANDS).getSubcommands().values().stream()
                .map(CommandLine::getCommandSpec);
    }

    /** A text that cannot be formatted is printed as it is, after a warning on the standard error of the process. */
    @ParameterizedTest
    @MethodSource("commands")
    void everyTextOfACommandCanBeFormatted(CommandSpec command) {
        UsageMessageSpec usage = command.usageMessage();
        List<String> texts = new ArrayList<>(List.of(usage.description()));
        texts.addAll(List.of(usage.footer()));
        command.args().forEach(argument -> texts.addAll(List.of(argument.description())));
        assertThat(texts)
                .allSatisfy(text -> assertThatCode(() -> String.format(text)).doesNotThrowAnyException());
    }

    @ParameterizedTest
    @MethodSource("commands")
    void helpFitsTheWidthOfTheTerminal(CommandSpec command) {
        Said said = Said.on(80, UnaryOperator.identity(), command.name(), "--help");
        assertThat(said.out().lines()).isNotEmpty().allMatch(line -> line.length() <= 80);
        assertThat(said.out()).contains("Usage: ").doesNotContain("%%");
    }

    @ParameterizedTest
    @ValueSource(strings = {"params", "params novelty_half_life", "scenarios", "scenarios blank-market", "--help"})
    void listsAreWrappedBetweenWords(String words) {
        String wide = Said.by(words.split(" ")).out();
        String narrow = Said.on(80, UnaryOperator.identity(), words.split(" ")).out();
        assertThat(narrow.lines()).allMatch(line -> line.length() <= 80);
        assertThat(wide.lines()).anyMatch(line -> line.length() > 80);
        assertThat(words(narrow)).containsAll(words(wide));
    }

    private static List<String> words(String text) {
        return List.of(text.replaceAll("[,;]", " ").strip().split("\\s+"));
    }

    @ParameterizedTest
    @CsvSource({", 100", "80, 80", "20, 60", "300, 100", "wide, 100", "-5, 100"})
    void theWidthIsThatOfTheTerminalWithinBounds(String columns, int width) {
        assertThat(Console.width(columns)).isEqualTo(width);
    }

    @ParameterizedTest
    @MethodSource("commands")
    void anEmptyPathIsRefused(CommandSpec command) {
        for (OptionSpec option : command.options()) {
            if (option.type() == Path.class) {
                Said said = Said.by(command.name(), option.longestName() + "=");
                assertThat(said.err())
                        .startsWith(option.longestName()
                                + " is empty; allowed is a file or a folder (. is the current folder).\n");
                assertThat(said.code()).isEqualTo(2);
            }
        }
    }

    @Test
    void anEmptyPathAsAWordOfItsOwnIsRefused() {
        assertThat(Said.by("sweep", "experiments/quickstart.yaml", "--out", "", "--overwrite")
                        .err())
                .startsWith("--out is empty; ");
        assertThat(Said.by("analyze", "").err()).startsWith("DIR is empty; ");
    }

    @ParameterizedTest
    @MethodSource("commands")
    void aFolderOfANameThatWindowsReservesIsRefused(CommandSpec command) {
        if (command.optionsMap().containsKey("--out")) {
            Said said = Said.by(command.name(), "--out=results/nul.txt/x");
            assertThat(said.err())
                    .startsWith(
                            "--out is results/nul.txt/x; allowed is a name that Windows does not reserve, as it does"
                                    + " nul.txt.\n");
            assertThat(said.code()).isEqualTo(2);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"run", "gui", "sweep", "params", "scenarios"})
    void everyCommandHasHelpWithAnExample(String command) {
        Said said = Said.by(command, "--help");
        assertThat(said.code()).isZero();
        assertThat(said.out()).contains("Usage: ./greenlight " + command, "Example", "  ./greenlight " + command);
        assertThat(said.err()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"run", "sweep", "params", "scenarios"})
    void everyCommandIsOnTheFirstPage(String command) {
        assertThat(Said.by().out())
                .contains("\n  " + command + " ")
                .isEqualTo(Said.by("--help").out());
    }

    @Test
    void theVersionIsThatOfThePom() throws IOException {
        List<String> pom = Files.readAllLines(Path.of("pom.xml"));
        assertThat(pom.stream()
                        .filter(line -> line.contains("<version>"))
                        .findFirst()
                        .orElseThrow())
                .contains(">" + Software.here().version() + "<");
        assertThat(Said.by("--version").out().lines())
                .startsWith(
                        "Greenlight " + Software.here().version() + ", commit "
                                + Software.here().commit(),
                        "model greenlight " + Rules.VERSION + ", digest " + new MarketModel().digest());
    }

    @Test
    void anUnexpectedFaultIsOneSentenceWithoutATrace() {
        Said said = Said.through(
                model -> {
                    throw new IllegalStateException("the lens is broken");
                },
                "sweep",
                "experiments/quickstart.yaml");
        assertThat(said.code()).isEqualTo(1);
        assertThat(said.err())
                .startsWith(
                        "Something unexpected happened (IllegalStateException: the lens is broken). Please report it")
                .doesNotContain("\tat ");
    }
}
