package greenlight.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import greenlight.market.Rules;
import greenlight.market.model.MarketModel;
import greenlight.runner.results.Software;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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
                "scenarios blank             | There is no scenario blank; there is sora-disney, blank-market, record-2026, cost-sharing, pilot-first, patient-capital, cheap-inference, strict-courts, licensed-training-data, enterprise-first."
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
