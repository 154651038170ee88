package greenlight.house;

import static greenlight.house.GeneratedPart.row;

import greenlight.app.evidence.Expectation;
import greenlight.app.evidence.Responses;
import greenlight.market.parameter.MarketParameter;
import greenlight.runner.format.Text;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVRecord;

/** The generated parts of {@code docs/responses.md}: the signs that are expected, and what {@code results/responses.csv} says. */
final class ResponseParts {
    private static final Path RESPONSES = Path.of("docs", "responses.md");
    private static final Path TABLE = Path.of("results", "responses.csv");

    private ResponseParts() {}

    static List<GeneratedPart> all() throws IOException {
        List<CSVRecord> rows = rows();
        return List.of(
                new GeneratedPart(RESPONSES, "made", made(rows)),
                new GeneratedPart(RESPONSES, "contradictions", contradictions(rows)),
                new GeneratedPart(RESPONSES, "inert", inert(rows)),
                new GeneratedPart(RESPONSES, "undetermined", undetermined(rows)),
                new GeneratedPart(RESPONSES, "expected", expected()));
    }

    /** The rows of {@code results/responses.csv}, in its order. */
    static List<CSVRecord> rows() throws IOException {
        return GeneratedPart.rows(TABLE);
    }

    /** Size of the runs, how many responses are clear, and which parameters are younger than the table. */
    private static String made(List<CSVRecord> rows) {
        CSVRecord any = rows.get(0);
        long clear = rows.stream().filter(ResponseParts::isClear).count();
        long signs = rows.stream().filter(row -> !row.get("expected").isEmpty()).count();
        Map<String, List<CSVRecord>> parameters = byParameter(rows);
        String younger = keys(
                Responses.variable().stream().map(MarketParameter::key).filter(key -> !parameters.containsKey(key)));
        return "Made with " + Text.grouped(Long.parseLong(any.get("users"))) + " users and " + any.get("replications")
                + " replications: " + parameters.size() + " parameters, " + Text.grouped(rows.size())
                + " responses, of which " + Text.grouped(clear) + " are clear.\nOf " + signs + " expected signs, "
                + verdicts(rows, "supported") + " are supported, " + verdicts(rows, "contradicted")
                + " contradicted, " + verdicts(rows, "undetermined") + " undetermined.\n"
                + (younger.isEmpty() ? "" : "Younger than the table, and not in it: " + younger + ".\n");
    }

    private static long verdicts(List<CSVRecord> rows, String verdict) {
        return rows.stream().filter(row -> row.get("verdict").equals(verdict)).count();
    }

    private static String contradictions(List<CSVRecord> rows) {
        StringBuilder table = new StringBuilder("""
                | parameter | from | to | measure | effect | 95 % interval | expected | why |
                |---|---|---|---|---|---|---|---|
                """);
        rows.stream()
                .filter(row -> row.get("verdict").equals("contradicted"))
                .forEach(row -> table.append(row(
                        "`" + row.get("parameter") + "`",
                        row.get("low"),
                        row.get("high"),
                        "`" + row.get("measure") + "`" + (row.get("unit").isEmpty() ? "" : ", " + row.get("unit")),
                        number(row, "effect"),
                        number(row, "from") + " to " + number(row, "to"),
                        row.get("expected").equals("+") ? "more" : "less",
                        reason(row))));
        return table.toString();
    }

    private static String reason(CSVRecord row) {
        return Expectation.table().stream()
                .filter(each -> each.parameter().key().equals(row.get("parameter"))
                        && each.measure().key().equals(row.get("measure")))
                .map(Expectation::reason)
                .findFirst()
                .orElseThrow(() -> new AssertionError(TABLE + " expects what Expectation does not: " + row));
    }

    private static String inert(List<CSVRecord> rows) {
        Map<String, List<CSVRecord>> parameters = byParameter(rows);
        List<String> inert = parameters.keySet().stream()
                .filter(key -> parameters.get(key).stream().noneMatch(ResponseParts::isClear))
                .toList();
        return inert.size() + " of " + parameters.size() + ": " + keys(inert.stream()) + ".\n";
    }

    /** By measure, the parameters whose expected sign was neither found nor contradicted. */
    private static String undetermined(List<CSVRecord> rows) {
        Map<String, List<String>> measures = new LinkedHashMap<>();
        for (CSVRecord row : rows) {
            if (row.get("verdict").equals("undetermined")) {
                measures.computeIfAbsent(row.get("measure"), measure -> new ArrayList<>())
                        .add(row.get("parameter"));
            }
        }
        StringBuilder table = new StringBuilder("| measure | parameters |\n|---|---|\n");
        measures.forEach((measure, parameters) -> table.append(row("`" + measure + "`", keys(parameters.stream()))));
        return table.toString();
    }

    private static Map<String, List<CSVRecord>> byParameter(List<CSVRecord> rows) {
        return rows.stream()
                .collect(Collectors.groupingBy(row -> row.get("parameter"), LinkedHashMap::new, Collectors.toList()));
    }

    private static boolean isClear(CSVRecord row) {
        return !row.get("from").isEmpty()
                && (Double.parseDouble(row.get("from")) > 0 || Double.parseDouble(row.get("to")) < 0);
    }

    private static String number(CSVRecord row, String column) {
        return Text.scaled(Double.parseDouble(row.get(column)));
    }

    private static String keys(Stream<String> keys) {
        return keys.map(key -> "`" + key + "`").collect(Collectors.joining(", "));
    }

    private static String expected() {
        StringBuilder table = new StringBuilder("| parameter up | measure | expected | why |\n|---|---|---|---|\n");
        for (Expectation row : Expectation.table()) {
            table.append(row(
                    "`" + row.parameter().key() + "`",
                    "`" + row.measure().key() + "`",
                    row.sign() > 0 ? "more" : "less",
                    row.reason()));
        }
        return table + "\nOpen: " + keys(Expectation.open().stream().map(MarketParameter::key)) + ".\n";
    }
}
