package greenlight.house;

import static greenlight.house.GeneratedPart.row;

import greenlight.market.Phase;
import greenlight.market.parameter.MarketParameter;
import greenlight.runner.model.Parameter.Basis;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.csv.CSVRecord;

/** The generated parts of the README: the timetable, a result, the levers. */
final class ReadmeParts {
    private static final Path README = Path.of("README.md");
    private static final Path CONTRACT_TERMS = Path.of("results", "contract-terms.csv");

    private static final List<String> TERMS = List.of("pilot_quarters", "cost_share", "guarantee");

    private static final String HEADING = """
            | lever | level | signed | collapsed before its term | life, quarters | studios' loss, $ million | flagship's video loss, $ million |
            |---|---|---|---|---|---|---|
            """;

    private ReadmeParts() {}

    static List<GeneratedPart> all() throws IOException {
        return List.of(
                new GeneratedPart(README, "timetable", timetable()),
                new GeneratedPart(README, "contract-terms", contractTerms()),
                new GeneratedPart(README, "contract-terms-alone", contractTermsAlone()),
                new GeneratedPart(README, "levers", levers()));
    }

    /** The phases of a quarter, in their order. */
    static String timetable() {
        StringBuilder table = new StringBuilder("| | phase | what happens |\n|---|---|---|\n");
        for (Phase phase : Phase.values()) {
            table.append(
                    row(Integer.toString(phase.ordinal() + 1), phase.name().toLowerCase(Locale.ROOT), phase.duty()));
        }
        return table.toString();
    }

    /** The parameters that somebody in the market may set. */
    private static String levers() {
        StringBuilder table =
                new StringBuilder("| lever | default | range | unit | what it is |\n|---|---|---|---|---|\n");
        for (MarketParameter parameter : MarketParameter.values()) {
            if (parameter.basis() == Basis.LEVER) {
                table.append(row(
                        "`" + parameter.key() + "`",
                        parameter.text(parameter.defaultValue()),
                        parameter.text(parameter.from()) + " to " + parameter.text(parameter.to()),
                        parameter.unit(),
                        parameter.meaning()));
            }
        }
        return table.toString();
    }

    /** Means of some measures at each level of each lever, over all runs at that level. */
    private static String contractTerms() throws IOException {
        List<CSVRecord> runs = GeneratedPart.rows(CONTRACT_TERMS);
        StringBuilder table = new StringBuilder(HEADING);
        for (String lever : TERMS) {
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
        return table.toString();
    }

    /** What no term, a guarantee alone and the best combination do. */
    private static String contractTermsAlone() throws IOException {
        Map<List<Double>, List<CSVRecord>> contracts = new LinkedHashMap<>();
        for (CSVRecord run : GeneratedPart.rows(CONTRACT_TERMS)) {
            List<Double> terms = TERMS.stream()
                    .map(term -> Double.parseDouble(run.get(term)))
                    .toList();
            contracts.computeIfAbsent(terms, none -> new ArrayList<>()).add(run);
        }
        List<CSVRecord> none = contracts.get(List.of(0.0, 0.0, 0.0));
        List<CSVRecord> guarantee = contracts.get(List.of(0.0, 0.0, 0.4));
        List<Double> best = contracts.keySet().stream()
                .max(Comparator.comparingDouble(terms -> alive(contracts.get(terms))))
                .orElseThrow();
        return "Without any term " + percent(mean(none, "headline_signed")) + " are signed and "
                + percent(mean(none, "headline_collapsed")) + " of these collapse, after "
                + tenths(mean(none, "headline_life"))
                + " quarters.\nUnder a guarantee of 40 % alone " + percent(mean(guarantee, "headline_signed"))
                + " are signed; of these " + percent(mean(guarantee, "headline_voided"))
                + " are voided because the platform closes (" + percent(mean(none, "headline_voided"))
                + " without\nany term), and " + percent(mean(guarantee, "headline_terminated"))
                + " ended by the studio, for what it sees of the clips or of the audience. The best of the 64\ncombinations has "
                + best.get(0).intValue() + " quarters of pilot, a shared bill of " + percent(best.get(1))
                + " and a guarantee of " + percent(best.get(2)) + ": " + percent(alive(contracts.get(best)))
                + " of the fifty deals are signed and\nserved. A shared bill of 60 % brings signatures where there is a guarantee ("
                + percent(mean(contracts.get(List.of(0.0, 0.6, 0.4)), "headline_signed"))
                + " under this one), and none without ("
                + percent(mean(contracts.get(List.of(0.0, 0.6, 0.0)), "headline_signed")) + ").\nStudios lose about $"
                + million(none)
                + " million without any term, $" + million(contracts.get(List.of(0.0, 0.0, 0.1)))
                + " million with a guarantee of 10 %, and $" + million(guarantee) + " million with\none of 40 %.\n";
    }

    /** The share of runs in which the deal is signed and does not collapse. */
    private static double alive(List<CSVRecord> runs) {
        return (double) runs.stream()
                        .filter(run -> run.get("headline_collapsed").equals("FALSE"))
                        .count()
                / runs.size();
    }

    private static String million(List<CSVRecord> runs) {
        return Long.toString(Math.round(mean(runs, "studios_loss") / 1e6));
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
}
