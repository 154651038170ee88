package greenlight.app.cli.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import greenlight.app.cli.Said;
import greenlight.app.cli.Tables;
import greenlight.app.evidence.Responses;
import greenlight.market.measure.Measure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command {@code responses}, run small. */
class ResponsesCommandTest {
    @TempDir
    private Path folder;

    private Said said(String... options) {
        String[] small = {"responses", "--users", "200", "--replications", "3", "--out", folder.toString()};
        return Said.by(
                Stream.concat(Arrays.stream(small), Arrays.stream(options)).toArray(String[]::new));
    }

    @Test
    void aRowIsWrittenForEachHeadlineMeasureOfEachParameterInTheOrderOfTheMarket() throws IOException {
        Said said = said("--only", "price", "litigation");
        assertThat(said.code()).isZero();
        assertThat(said.out()).contains("Contradictions: ", "Inert", "litigation from off to on");
        List<CSVRecord> rows = Tables.rows(folder.resolve("responses.csv"));
        assertThat(rows).hasSize(2 * Responses.HEADLINE.size());
        assertThat(rows.get(0).get("parameter")).isEqualTo("litigation");
        assertThat(rows).filteredOn(row -> row.get("parameter").equals("price")).allSatisfy(row -> {
            assertThat(row.get("low")).isEqualTo("10");
            assertThat(row.get("high")).isEqualTo("40");
            assertThat(row.get("users")).isEqualTo("200");
            assertThat(row.get("replications")).isEqualTo("3");
        });
        assertThat(rows.stream().map(row -> row.get("measure")).distinct())
                .containsExactlyElementsOf(
                        Responses.HEADLINE.stream().map(Measure::key).toList());
    }

    @Test
    void theSignThatIsExpectedStandsBesideTheEffect() throws IOException {
        said("--only", "population");
        assertThat(Tables.rows(folder.resolve("responses.csv")))
                .filteredOn(row -> row.get("measure").equals("peak_active"))
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.get("expected")).isEqualTo("+");
                    assertThat(row.get("verdict")).isEqualTo("supported");
                    assertThat(Double.parseDouble(row.get("from"))).isPositive();
                });
    }

    @Test
    void whatCannotBeMovedIsRefusedWithTheNearestThatCanAndNothingIsWritten() {
        Said said = said("--only", "prices", "users");
        assertThat(said.code()).isEqualTo(2);
        assertThat(said.err())
                .contains("did you mean price?", "no parameter to move users", "not moved: users, audience, quarters.");
        assertThat(Files.exists(folder.resolve("responses.csv"))).isFalse();
    }

    @Test
    void anEarlierTableIsNotReplacedUnasked() throws IOException {
        Path earlier = Files.writeString(folder.resolve("responses.csv"), "earlier");
        Said said = said("--only", "price");
        assertThat(said.code()).isEqualTo(2);
        assertThat(said.err()).startsWith(earlier + " is there already");
        assertThat(earlier).hasContent("earlier");
    }

    @Test
    void oneReplicationIsRefusedForItHasNoInterval() {
        Said said = Said.by("responses", "--replications", "1", "--out", folder.toString());
        assertThat(said.code()).isEqualTo(2);
        assertThat(said.err()).contains("--replications is 1; allowed is a whole number from 2.");
    }
}
