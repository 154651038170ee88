package greenlight.app.prior;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import greenlight.app.prior.ParameterPrior.Shape;
import greenlight.market.parameter.MarketParameter;
import greenlight.runner.csv.BadTable;
import greenlight.runner.model.Parameter;
import greenlight.runner.model.Parameter.Basis;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The declared priors, and what is refused. */
class PriorTableTest {
    private static final Path FACTS = Path.of("src/main/resources/greenlight/market/scenario/facts.csv");
    private static final Pattern FACT = Pattern.compile("\\b(?:ST|[SDCUXILE])\\d\\d\\b");
    private static final Path FILE = Path.of("priors.csv");

    private static String shipped() throws IOException {
        try (InputStream in = PriorTable.class.getResourceAsStream("priors.csv")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void everyUncertainParameterHasOnePriorAndNoOtherHasAny() {
        List<MarketParameter> uncertain = MarketParameter.table().stream()
                .filter(parameter -> parameter.basis() == Basis.ESTIMATED || parameter.basis() == Basis.ASSUMED)
                .toList();
        assertThat(PriorTable.priors())
                .extracting(ParameterPrior::parameter)
                .filteredOn(parameter -> parameter.ordinal() != Parameter.OUTSIDE)
                .isEqualTo(uncertain);
        assertThat(PriorTable.of(MarketParameter.BUDGET))
                .map(ParameterPrior::parameter)
                .contains(MarketParameter.BUDGET);
        assertThat(PriorTable.of(MarketParameter.PRICE)).isEmpty();
    }

    @Test
    void everyRangeIsAllowedAndHoldsTheDefault() {
        assertThat(PriorTable.priors()).allSatisfy(prior -> {
            Parameter parameter = prior.parameter();
            assertThat(prior.low()).as(parameter.key()).isLessThan(prior.high());
            assertThat(parameter.allows(prior.low())).as(parameter.key()).isTrue();
            assertThat(parameter.allows(prior.high())).as(parameter.key()).isTrue();
            assertThat(parameter.defaultValue()).as(parameter.key()).isBetween(prior.low(), prior.high());
            assertThat(prior.shape() == Shape.UNIFORM || prior.low() > 0)
                    .as(parameter.key())
                    .isTrue();
        });
    }

    @Test
    void everyBasisIsJudgementOrASourceAndEveryFactIsListed() throws IOException {
        Set<String> facts = Files.readAllLines(FACTS).stream()
                .map(line -> line.substring(0, Math.max(0, line.indexOf(','))))
                .collect(Collectors.toSet());
        assertThat(PriorTable.priors()).allSatisfy(prior -> {
            List<String> ids = FACT.matcher(prior.basis())
                    .results()
                    .map(MatchResult::group)
                    .toList();
            assertThat(facts).as(prior.parameter().key()).containsAll(ids);
            assertThat(!ids.isEmpty() || prior.basis().contains("judgement"))
                    .as(prior.parameter().key())
                    .isTrue();
        });
    }

    /** Each changes the row of open_lag, a count in line 14, as is shown; columns are counted from 1. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            open_lags,uniform,2,8,j  | column 1 (parameter): open_lags is not the next uncertain parameter, open_lag.
            open_lag,normal,2,8,j    | column 2 (shape): normal is not uniform or log-uniform.
            open_lag,uniform,,8,j    | column 3 (low): nothing is not a whole number from 0 to 20 (quarters).
            open_lag,uniform,2.5,8,j | column 3 (low): 2.5 is not a whole number from 0 to 20 (quarters).
            open_lag,uniform,2,21,j  | column 4 (high): 21 is not a whole number from 0 to 20 (quarters).
            open_lag,uniform,4,4,j   | column 4 (high): 4 is not above 4.
            open_lag,uniform,19,20,j | column 3 (low): the default, DEFAULT, is not in the range.
            open_lag,uniform,0,1,j   | column 4 (high): the default, DEFAULT, is not in the range.
            open_lag,log-uniform,0,8,j | column 3 (low): 0 has no logarithm.
            'open_lag,uniform,2,8, ' | column 5 (basis): neither a source nor judgement.
            """)
    void aWrongRowIsRefusedWithFileLineAndColumn(String row, String message) throws IOException {
        MarketParameter lag = MarketParameter.OPEN_LAG;
        String right = message.replace("DEFAULT", lag.text(lag.defaultValue()));
        String text = shipped().replaceFirst("(?m)^open_lag,.*$", row);
        assertThatThrownBy(() -> PriorTable.read(text, FILE))
                .isInstanceOf(BadTable.class)
                .hasMessage("priors.csv:14: " + right);
    }

    @Test
    void aRowTooFewOrTooManyIsRefused() throws IOException {
        String text = shipped();
        String last = text.substring(text.lastIndexOf("\noffers,") + 1)
                        .lines()
                        .findFirst()
                        .orElseThrow() + "\n";
        assertThatThrownBy(() -> PriorTable.read(text.substring(0, text.indexOf(last)), FILE))
                .isInstanceOf(BadTable.class)
                .hasMessage("priors.csv: there is no row for offers.");
        assertThatThrownBy(() -> PriorTable.read(text + last, FILE))
                .isInstanceOf(BadTable.class)
                .hasMessageMatching(
                        "priors.csv:\\d+: column 1 \\(parameter\\): offers is neither a further uncertain parameter nor a cell of"
                                + " a scenario.");
    }

    @Test
    void aCellOfTheScenarioMayHaveAPrior() throws IOException {
        String row = "vendors.Skylark.cash.times,log-uniform,0.5,2,judgement\n";
        assertThat(PriorTable.read(shipped() + row, FILE).stream()
                        .map(prior -> prior.parameter().key()))
                .endsWith("vendors.Skylark.cash.times");
        assertThatThrownBy(() -> PriorTable.read(shipped() + row + row, FILE))
                .isInstanceOf(BadTable.class)
                .hasMessageContaining("vendors.Skylark.cash.times has a row already.");
        assertThatThrownBy(() -> PriorTable.read(shipped() + row.replace("2", "20"), FILE))
                .isInstanceOf(BadTable.class)
                .hasMessageContaining("20 is not a number from 0.1 to 10 (times the scenario's).");
    }
}
