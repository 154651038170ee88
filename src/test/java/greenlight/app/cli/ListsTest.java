package greenlight.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import greenlight.app.cli.console.Listing;
import greenlight.market.measure.Measure;
import greenlight.market.measure.Reading;
import greenlight.market.model.MarketModel;
import greenlight.market.model.Scenarios;
import greenlight.market.parameter.MarketParameter;
import greenlight.runner.format.Text;
import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

class ListsTest {
    @Test
    void theMarkdownOfTheDialsHasARowForEach() {
        List<String> lines =
                Said.by("params", "--format", "markdown").out().lines().toList();
        assertThat(lines).hasSize(2 + MarketParameter.table().size());
        for (int i = 0; i < MarketParameter.table().size(); i++) {
            assertThat(lines.get(2 + i))
                    .startsWith("| " + MarketParameter.table().get(i).key() + " | ");
        }
        assertThat(lines)
                .allMatch(line ->
                        line.replace("\\|", "").chars().filter(c -> c == '|').count() == 14);
    }

    @Test
    void theCsvOfTheDialsReadsBack() throws IOException {
        List<CSVRecord> rows = csv(Said.by("params", "--format", "csv").out());
        assertThat(rows)
                .extracting(row -> row.get("id"))
                .isEqualTo(MarketParameter.table().stream()
                        .map(MarketParameter::key)
                        .toList());
        assertThat(rows)
                .allSatisfy(row -> assertThat(row.get("meaning"))
                        .isEqualTo(MarketParameter.of(row.get("id")).meaning()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"params", "scenarios", "scenarios sora-disney", "scenarios blank-market"})
    void theJsonIsWellFormed(String words) {
        Said said = Said.by((words + " --format json").split(" "));
        int objects = 0;
        try (JsonParser json = new JsonFactory().createParser(ObjectReadContext.empty(), said.out())) {
            for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
                objects += token == JsonToken.START_OBJECT ? 1 : 0;
            }
        }
        assertThat(objects).isPositive();
        assertThat(said.code()).isZero();
    }

    @Test
    void theTableOfTheDialsFitsThePage() {
        assertThat(Said.by("params").out().lines()).allMatch(line -> line.length() <= Text.WIDTH);
    }

    @Test
    void anUncertainParameterHasItsPlausibleRangeAndAnyOtherHasNone() throws IOException {
        assertThat(Said.by("params", "open_lag").out())
                .contains("plausible: 2 to 8, uniform", "basis of what is plausible: judgement");
        assertThat(Said.by("params", "price").out()).doesNotContain("plausible");
        for (CSVRecord row : csv(Said.by("params", "--format", "csv").out())) {
            boolean uncertain = row.get("known").matches("estimated|assumed");
            for (String column : List.of("plausible_low", "plausible_high", "prior_shape", "prior_basis")) {
                assertThat(!row.get(column).isEmpty())
                        .as(row.get("id") + " " + column)
                        .isEqualTo(uncertain);
            }
        }
    }

    @Test
    void aParameterInFullHasItsSourceAndACommandThatSetsIt() {
        assertThat(Said.by("params", "compute_cost").out())
                .contains("on  (on or off)", "./greenlight run --set compute_cost=off");
        assertThat(Said.by("params", "users").out())
                .contains("20,000 agents", "a whole number", "source: ", "--set users=20000");
    }

    @Test
    void aGroupIsListedAlone() {
        assertThat(Said.by("params", "--group", "litigation").out())
                .startsWith("litigation")
                .contains("training_suits")
                .doesNotContain("gpu_price");
    }

    @ParameterizedTest
    @EnumSource
    void everyScenarioIsListedInEveryFormat(Listing.Format format) {
        String out = Said.by("scenarios", "--format", format.name()).out();
        assertThat(Scenarios.names()).allMatch(out::contains);
    }

    @Test
    void aScenarioInFullNamesEveryFirmAndItsSource() throws IOException {
        String out = Said.by("scenarios", "sora-disney").out();
        Scenarios.of("sora-disney").vendors().forEach(vendor -> assertThat(out).contains(vendor.name()));
        assertThat(out).contains("source ");
        assertThat(csv(Said.by("scenarios", "sora-disney", "--format", "csv").out()))
                .anyMatch(row ->
                        row.get("table").equals("vendors") && row.get("value").equals("Northlight"));
    }

    @Test
    void theModelsColumnsAreTheReadingsAndMeasures() {
        MarketModel model = new MarketModel();
        assertThat(model.measures()).hasSameSizeAs(Measure.values());
        assertThat(model.tables().get(0).readings()).hasSize(Reading.values().length);
        assertThat(model.tables())
                .allSatisfy(table -> assertThat(table.columns())
                        .extracting(column -> column.key())
                        .doesNotHaveDuplicates());
    }

    private static List<CSVRecord> csv(String text) throws IOException {
        return CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get()
                .parse(new StringReader(text))
                .getRecords();
    }
}
