package greenlight.app.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import greenlight.app.cli.Tables;
import greenlight.market.measure.Measure;
import greenlight.market.parameter.MarketParameter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;

/** The signs that economics expects. */
class ExpectationTest {
    private static final Set<MarketParameter> SIGNED = Expectation.table().stream()
            .map(Expectation::parameter)
            .collect(Collectors.toCollection(() -> EnumSet.noneOf(MarketParameter.class)));

    @Test
    void everyParameterOfTheMarketHasASignOrIsOpenAndNoneBoth() {
        Set<MarketParameter> declared = EnumSet.copyOf(SIGNED);
        declared.addAll(Expectation.open());
        assertThat(declared).containsExactlyInAnyOrderElementsOf(Responses.variable());
        assertThat(SIGNED).doesNotContainAnyElementsOf(Expectation.open());
    }

    @Test
    void eachRowIsOfAHeadlineMeasureAndTheOnlyOneOfItsPair() {
        assertThat(Expectation.table()).allSatisfy(row -> {
            assertThat(Responses.HEADLINE).contains(row.measure());
            assertThat(Expectation.of(row.parameter(), row.measure())).containsSame(row);
            assertThat(row.reason()).isNotBlank().doesNotEndWith(".");
        });
    }

    /** Otherwise the table is to be made again. */
    @Test
    void theTableOfResultsHasTheSignsThatAreDeclared() throws IOException {
        for (CSVRecord row : Tables.rows(Path.of("results", "responses.csv"))) {
            MarketParameter parameter = MarketParameter.of(row.get("parameter"));
            Measure measure = Measure.valueOf(row.get("measure").toUpperCase(Locale.ROOT));
            assertThat(row.get("expected"))
                    .as(parameter.key() + " on " + measure.key())
                    .isEqualTo(Expectation.of(parameter, measure)
                            .map(Expectation::word)
                            .orElse(""));
        }
    }

    @Test
    void theRowsFollowTheTableOfParameters() {
        List<MarketParameter> order = Expectation.table().stream()
                .map(Expectation::parameter)
                .distinct()
                .toList();
        assertThat(order).isSorted();
        Map<MarketParameter, Long> rows = Expectation.table().stream()
                .collect(Collectors.groupingBy(Expectation::parameter, Collectors.counting()));
        assertThat(rows).hasSameSizeAs(SIGNED);
    }
}
