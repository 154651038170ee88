package greenlight.house;

import static org.assertj.core.api.Assertions.assertThat;

import greenlight.cli.MarketTables;
import greenlight.experiment.Model;
import greenlight.market.Phase;
import greenlight.market.record.Reading;
import greenlight.parameter.Parameter;
import greenlight.provenance.Layout;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;

/** The generated parts of the README and of the page of columns are what the code and the results make of them. */
class ReadmeTest {
    private static final Path README = Path.of("README.md");
    private static final Path COLUMNS = Path.of("docs", "columns.md");
    private static final Path CONTRACT_TERMS = Path.of("results", "contract-terms.csv");
    private static final boolean RENEW = Boolean.getBoolean("greenlight.renew");

    private static final String HEADING = """
            | lever | level | signed | collapsed before its term | life, quarters | studios' loss, $ million | flagship's video loss, $ million |
            |---|---|---|---|---|---|---|
            """;

    @Test
    void theTimetableIsThatOfTheMarket() throws IOException {
        StringBuilder table = new StringBuilder("| | phase | what happens |\n|---|---|---|\n");
        for (Phase phase : Phase.values()) {
            table.append("| ")
                    .append(phase.ordinal() + 1)
                    .append(" | ")
                    .append(phase.name().toLowerCase(Locale.ROOT))
                    .append(" | ")
                    .append(phase.duty())
                    .append(" |\n");
        }
        holds("timetable", table.toString());
    }

    @Test
    void theDialsAreThoseOfTheTable() throws IOException {
        StringBuilder table = new StringBuilder(
                "| dial | default | range | unit | belongs to | known | what it is | source |\n|---|---|---|---|---|---|---|---|\n");
        for (Parameter dial : Parameter.values()) {
            table.append("| `").append(dial.key()).append("` | ");
            table.append(dial.text(dial.standard())).append(" | ");
            table.append(dial.text(dial.from()))
                    .append(" to ")
                    .append(dial.text(dial.to()))
                    .append(" | ");
            table.append(dial.unit()).append(" | ");
            table.append(dial.group()).append(" | ");
            table.append(dial.known().name().toLowerCase(Locale.ROOT)).append(" | ");
            table.append(dial.meaning()).append(" | ");
            table.append(dial.source()).append(" |\n");
        }
        holds("params", table.toString());
    }

    @Test
    void theResultIsWhatItsFileSays() throws IOException {
        List<CSVRecord> runs;
        try (Reader in = Files.newBufferedReader(CONTRACT_TERMS)) {
            runs = CSVFormat.DEFAULT
                    .builder()
                    .setHeader()
                    .setSkipHeaderRecord(true)
                    .get()
                    .parse(in)
                    .getRecords();
        }
        StringBuilder table = new StringBuilder(HEADING);
        for (String lever : List.of("pilot_quarters", "cost_share", "guarantee")) {
            Map<String, List<CSVRecord>> levels = new LinkedHashMap<>();
            for (CSVRecord run : runs) {
                levels.computeIfAbsent(run.get(lever), level -> new ArrayList<>())
                        .add(run);
            }
            levels.forEach((level, some) -> table.append("| ")
                    .append(lever)
                    .append(" | ")
                    .append(level)
                    .append(" | ")
                    .append(percent(mean(some, "headline_signed")))
                    .append(" | ")
                    .append(percent(mean(some, "headline_collapsed")))
                    .append(" | ")
                    .append(tenths(mean(some, "headline_life")))
                    .append(" | ")
                    .append(tenths(mean(some, "studios_loss") / 1e6))
                    .append(" | ")
                    .append(tenths(mean(some, "flagship_video_loss") / 1e6))
                    .append(" |\n"));
        }
        holds("contract-terms", table.toString());
    }

    private static String percent(double share) {
        return Math.round(share * 100) + " %";
    }

    private static String tenths(double value) {
        return Double.isNaN(value) ? "" : String.format(Locale.ROOT, "%.1f", value);
    }

    /** Mean over the runs to which the measure applies; yes counts as one. */
    private static double mean(List<CSVRecord> runs, String measure) {
        return runs.stream()
                .map(run -> run.get(measure))
                .filter(text -> !text.isEmpty())
                .mapToDouble(text -> text.equals("TRUE") ? 1 : text.equals("FALSE") ? 0 : Double.parseDouble(text))
                .average()
                .orElse(Double.NaN);
    }

    @Test
    void theColumnsAreThoseOfTheTables() throws IOException {
        for (Layout.Table table : MarketTables.all()) {
            boolean firms = table.name().equals("quarters");
            StringBuilder page =
                    new StringBuilder("| column | type | unit |" + (firms ? " of |" : "") + " what it is |\n");
            page.append("|---|---|---|").append(firms ? "---|" : "").append("---|\n");
            for (Layout.Field field : table.fields()) {
                Model.Column column = field.column();
                page.append("| `").append(column.key()).append("` | ");
                page.append(type(column.type())).append(" | ");
                page.append(column.unit()).append(" | ");
                page.append(firms ? of(column.key()) + " | " : "");
                page.append(column.meaning());
                page.append(column.words().isEmpty() ? "" : ": " + String.join(", ", column.words()));
                page.append(" |\n");
            }
            holds(COLUMNS, table.name(), page.toString());
        }
    }

    private static String type(Model.Column.Type type) {
        return switch (type) {
            case INTEGER -> "whole number";
            case REAL -> "real";
            case TEXT -> "text";
            case BOOLEAN -> "true or false";
        };
    }

    /** Of whom a quarterly column tells. */
    private static String of(String key) {
        for (Reading reading : Reading.values()) {
            if (reading.key().equals(key)) {
                String of = (reading.of().contains("m") ? "market " : "")
                        + (reading.of().contains("v") ? "vendor " : "")
                        + (reading.of().contains("s") ? "studio" : "");
                return of.strip().replace(" ", ", ");
            }
        }
        return "all";
    }

    private static void holds(String part, String expected) throws IOException {
        holds(README, part, expected);
    }

    /** The part of a page between its marks is the expected text; renewed instead where the build asks for it. */
    static void holds(Path page, String part, String expected) throws IOException {
        String begin = "<!-- begin " + part + " -->\n";
        String end = "<!-- end " + part + " -->\n";
        String readme = Files.readString(page);
        int from = readme.indexOf(begin) + begin.length();
        int to = readme.indexOf(end);
        assertThat(readme).contains(begin, end);
        if (RENEW) {
            Files.writeString(page, readme.substring(0, from) + expected + readme.substring(to));
        } else {
            assertThat(readme.substring(from, to)).isEqualTo(expected);
        }
    }
}
