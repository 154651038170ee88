package greenlight.house;

import static greenlight.house.GeneratedPart.row;

import greenlight.market.parameter.MarketParameter;
import greenlight.runner.format.Text;
import greenlight.runner.model.Parameter.Kind;
import greenlight.runner.stats.Moments;
import greenlight.runner.stats.Quantiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.commons.csv.CSVRecord;

/** The generated parts of the lessons: what their worlds do, at the defaults and over the settings that the record allows. */
final class LessonParts {
    private static final Path LESSONS = Path.of("docs", "lessons");
    private static final double MILLION = 1e6;

    private static final String HEADING = """
            | world | deal signed | collapsed, of those signed | life of the deal, quarters | platform closed | studios' loss in the middle run, $ million |
            |---|---|---|---|---|---|
            """;

    private LessonParts() {}

    static List<GeneratedPart> all() throws IOException {
        return List.of(
                new GeneratedPart(
                        LESSONS.resolve("15-minutes.md"),
                        "worlds",
                        table(changed -> changed.keySet().stream().allMatch(key -> key.equals("cost_share")))),
                new GeneratedPart(
                        LESSONS.resolve("45-minutes.md"),
                        "worlds",
                        table(changed -> changed.keySet().stream().allMatch(LessonParts::isForce))),
                new GeneratedPart(
                        LESSONS.resolve("90-minutes.md"),
                        "worlds",
                        table(changed -> changed.keySet().stream().noneMatch(LessonParts::isForce))));
    }

    private static boolean isForce(String key) {
        return MarketParameter.of(key).kind() == Kind.SWITCH;
    }

    /** A row for each world whose changes are wanted. */
    private static String table(Predicate<Map<String, String>> wanted) throws IOException {
        Map<Map<String, String>, List<CSVRecord>> usual = worlds("lessons.csv");
        Map<Map<String, String>, List<CSVRecord>> allowed = worlds("lessons-ensemble.csv");
        StringBuilder table = new StringBuilder(HEADING);
        usual.forEach((changed, runs) -> {
            if (wanted.test(changed)) {
                List<CSVRecord> others = allowed.get(changed);
                table.append(row(
                        changed.isEmpty() ? "as it was" : words(changed),
                        share(runs, "headline_signed") + " · " + share(others, "headline_signed"),
                        share(runs, "headline_collapsed") + " · " + share(others, "headline_collapsed"),
                        tenths(runs, "headline_life") + " · " + tenths(others, "headline_life"),
                        share(runs, "flagship_closed") + " · " + share(others, "flagship_closed"),
                        millions(runs) + " · " + millions(others)));
            }
        });
        return table.toString();
    }

    /** The runs of a table by what their worlds have changed, in the order of the table. */
    static Map<Map<String, String>, List<CSVRecord>> worlds(String file) throws IOException {
        Map<Map<String, String>, List<CSVRecord>> worlds = new LinkedHashMap<>();
        for (CSVRecord run : GeneratedPart.rows(Path.of("results", file))) {
            Map<String, String> changed = new LinkedHashMap<>();
            for (MarketParameter parameter : varied(run)) {
                double value = value(run.get(parameter.key()));
                if (value != parameter.defaultValue()) {
                    changed.put(parameter.key(), parameter.text(value));
                }
            }
            worlds.computeIfAbsent(changed, none -> new ArrayList<>()).add(run);
        }
        return worlds;
    }

    private static List<MarketParameter> varied(CSVRecord run) {
        return MarketParameter.table().stream()
                .filter(parameter -> run.isMapped(parameter.key()))
                .toList();
    }

    private static String words(Map<String, String> changed) {
        return String.join(
                ", ",
                changed.entrySet().stream()
                        .map(each -> "`" + each.getKey() + "` "
                                + (isForce(each.getKey()) ? "off" : Text.scaled(value(each.getValue()))))
                        .toList());
    }

    /** A share of the runs to which a measure applies, in per cent. */
    private static String share(List<CSVRecord> runs, String measure) {
        double mean = mean(runs, measure);
        return Double.isNaN(mean) ? "none" : Math.round(100 * mean) + " %";
    }

    private static String tenths(List<CSVRecord> runs, String measure) {
        double mean = mean(runs, measure);
        return Double.isNaN(mean) ? "none" : Double.toString(Math.rint(10 * mean) / 10);
    }

    /** What studios lose in the run in the middle; means of a loss with such tails say little. */
    private static String millions(List<CSVRecord> runs) {
        double[] losses = runs.stream()
                .mapToDouble(run -> value(run.get("studios_loss")))
                .sorted()
                .toArray();
        return Long.toString(Math.round(Quantiles.median(losses) / MILLION));
    }

    /** The mean of a measure over the runs to which it applies; not-a-number where it applies to none. */
    static double mean(List<CSVRecord> runs, String measure) {
        return Moments.of(runs.stream()
                        .map(run -> run.get(measure))
                        .filter(cell -> !cell.isEmpty())
                        .mapToDouble(LessonParts::value)
                        .toArray())
                .mean();
    }

    private static double value(String cell) {
        return switch (cell) {
            case "TRUE" -> 1;
            case "FALSE" -> 0;
            default -> Double.parseDouble(cell);
        };
    }
}
