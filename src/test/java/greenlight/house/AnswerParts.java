package greenlight.house;

import static greenlight.house.GeneratedPart.row;

import greenlight.runner.format.Text;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVRecord;

/** The generated parts of {@code docs/calibration.md} that say what the tables of {@code ./greenlight answers} say. */
final class AnswerParts {
    private static final Path PAGE = Path.of("docs", "calibration.md");
    private static final Path ANSWERS = Path.of("results", "answers.csv");
    private static final Path MEDOID = Path.of("results", "medoid.csv");
    private static final Path INFORMATION = Path.of("results", "information.csv");
    private static final String NOT_YET = "Not computed yet: `./greenlight answers`.\n";

    /** Facts that are shown. */
    private static final int SHOWN = 10;

    /** Answers of a fact that are shown. */
    private static final int SHOWN_ANSWERS = 3;

    private AnswerParts() {}

    static List<GeneratedPart> all() throws IOException {
        return List.of(
                new GeneratedPart(PAGE, "medoid", medoid()),
                new GeneratedPart(PAGE, "answers", Files.exists(ANSWERS) ? answers() : NOT_YET),
                new GeneratedPart(PAGE, "information", Files.exists(INFORMATION) ? information() : NOT_YET));
    }

    /** Which setting the default world is, and how far it is from the record. */
    private static String medoid() throws IOException {
        List<CSVRecord> values = GeneratedPart.rows(MEDOID);
        List<CSVRecord> settings = GeneratedPart.rows(Path.of("results", "ensemble.csv"));
        CSVRecord setting = settings.stream()
                .filter(row -> values.stream()
                        .allMatch(each -> row.get(each.get("parameter")).equals(each.get("value"))))
                .findFirst()
                .orElseThrow();
        CSVRecord distance = GeneratedPart.rows(Path.of("results", "distances.csv"))
                .get(Integer.parseInt(setting.get("setting")) - 1);
        return "It is setting " + setting.get("setting") + " of " + settings.size() + ", at a distance of "
                + scaled(distance, "distance_again") + " over fresh runs.\n";
    }

    private static String answers() throws IOException {
        List<CSVRecord> rows = GeneratedPart.rows(ANSWERS);
        boolean against = rows.get(0).isMapped("agree");
        StringBuilder table = new StringBuilder("| answer | unit | mean | over settings: 5 %, median, 95 % |");
        if (against) {
            table.append(" another seed: mean | over settings | agree |");
        }
        table.append("\n|---|---|---|---|")
                .append(against ? "---|---|---|" : "")
                .append('\n');
        for (CSVRecord row : rows) {
            List<String> cells = new ArrayList<>(List.of(row.get("what"), row.get("unit")));
            cells.addAll(figure(row, ""));
            if (against) {
                cells.addAll(figure(row, "against_"));
                cells.add(row.get("agree"));
            }
            table.append(row(cells.toArray(String[]::new)));
        }
        return table.toString();
    }

    private static List<String> figure(CSVRecord row, String prefix) {
        String ends = scaled(row, prefix + "low") + " to " + scaled(row, prefix + "high");
        return List.of(
                scaled(row, prefix + "mean") + (row.get(prefix + "low").isEmpty() ? "" : " (" + ends + ")"),
                scaled(row, prefix + "q05") + ", " + scaled(row, prefix + "q50") + ", " + scaled(row, prefix + "q95"));
    }

    private static String information() throws IOException {
        List<CSVRecord> rows = GeneratedPart.rows(INFORMATION);
        StringBuilder table = new StringBuilder("""
                | fact | mean share of the variance that goes | of which answers most |
                |---|---|---|
                """);
        List<String> facts = rows.stream().map(AnswerParts::fact).distinct().toList();
        List<String> resolved = rows.stream()
                .filter(row -> row.get("resolved").equals("yes"))
                .map(AnswerParts::fact)
                .distinct()
                .toList();
        for (String fact : resolved.subList(0, Math.min(SHOWN, resolved.size()))) {
            List<CSVRecord> answers = rows.stream()
                    .filter(row -> fact(row).equals(fact) && row.get("resolved").equals("yes"))
                    .sorted((one, other) -> Double.compare(share(other), share(one)))
                    .toList();
            table.append(row(
                    fact,
                    Text.percent(Double.parseDouble(answers.get(0).get("mean"))),
                    String.join(
                            ", ",
                            answers.stream()
                                    .limit(SHOWN_ANSWERS)
                                    .map(row -> "`" + row.get("answer") + "` " + Text.percent(share(row)))
                                    .toList())));
        }
        return "Of " + facts.size() + " facts " + (facts.size() - resolved.size())
                + " are resolved for no answer. The first that are:\n\n" + table;
    }

    private static String fact(CSVRecord row) {
        String name = "`" + row.get("fact") + "`";
        return row.get("kind").equals("parameter") ? name + " known" : "target of " + name + " half as wide";
    }

    private static double share(CSVRecord row) {
        return Double.parseDouble(row.get("share"));
    }

    private static String scaled(CSVRecord row, String column) {
        return row.get(column).isEmpty() ? "" : Text.scaled(Double.parseDouble(row.get(column)));
    }
}
