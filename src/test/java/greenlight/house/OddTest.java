package greenlight.house;

import static org.assertj.core.api.Assertions.assertThat;

import greenlight.evidence.Pattern;
import greenlight.market.Phase;
import greenlight.market.record.Reading;
import greenlight.parameter.Decimal;
import greenlight.parameter.Parameter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** The ODD's tables of patterns, readings, phases and dials are those of the code. */
class OddTest {
    private static final Path ODD = Path.of("docs", "ODD.md");

    @Test
    void thePatternsAreThoseThatValidationChecks() throws IOException {
        StringBuilder table = new StringBuilder(
                "| | pattern | kind | required | measure | target | record | source |\n|---|---|---|---|---|---|---|---|\n");
        for (Pattern pattern : Pattern.values()) {
            table.append(row(
                    Integer.toString(pattern.number()),
                    pattern.what(),
                    pattern.kind().words(),
                    pattern.required() ? "yes" : "no",
                    "`" + pattern.measure().key() + "`",
                    Decimal.brief(pattern.low()) + " to " + Decimal.brief(pattern.high()),
                    Decimal.brief(pattern.value()),
                    pattern.source()));
        }
        ReadmeTest.holds(ODD, "patterns", table.toString());
    }

    @Test
    void theReadingsAreThoseOfTheRecord() throws IOException {
        StringBuilder table = new StringBuilder("| state | of | unit | what it is |\n|---|---|---|---|\n");
        for (Reading reading : Reading.values()) {
            table.append(row("`" + reading.key() + "`", reading.of(), reading.unit(), reading.meaning()));
        }
        ReadmeTest.holds(ODD, "readings", table.toString());
    }

    @Test
    void theScheduleIsThatOfTheMarket() throws IOException {
        StringBuilder table = new StringBuilder("| | phase | what happens |\n|---|---|---|\n");
        for (Phase phase : Phase.values()) {
            table.append(
                    row(Integer.toString(phase.ordinal() + 1), phase.name().toLowerCase(Locale.ROOT), phase.duty()));
        }
        ReadmeTest.holds(ODD, "timetable", table.toString());
    }

    @Test
    void noDialIsMissing() throws IOException {
        StringBuilder table = new StringBuilder(
                "| dial | default | unit | known | what it is | source |\n|---|---|---|---|---|---|\n");
        for (Parameter dial : Parameter.values()) {
            table.append(row(
                    "`" + dial.key() + "`",
                    dial.text(dial.standard()),
                    dial.unit(),
                    dial.known().name().toLowerCase(Locale.ROOT),
                    dial.meaning(),
                    dial.source()));
        }
        ReadmeTest.holds(ODD, "params", table.toString());
    }

    @Test
    void theSevenElementsStandInOrder() throws IOException {
        List<String> elements = Files.readAllLines(ODD).stream()
                .filter(line -> line.matches("## \\d\\. .*"))
                .toList();
        assertThat(elements)
                .containsExactly(
                        "## 1. Purpose and patterns",
                        "## 2. Entities, state variables and scales",
                        "## 3. Process overview and scheduling",
                        "## 4. Design concepts",
                        "## 5. Initialisation",
                        "## 6. Input data",
                        "## 7. Submodels");
    }

    private static String row(String... cells) {
        return "| " + String.join(" | ", cells) + " |\n";
    }
}
