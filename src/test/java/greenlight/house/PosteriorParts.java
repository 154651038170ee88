package greenlight.house;

import static greenlight.house.GeneratedPart.row;

import greenlight.runner.format.Text;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVRecord;

/**
 * The generated parts of {@code docs/calibration.md}: what the tables of {@code ./greenlight calibrate}, {@code recovery} and
 * {@code influence} say.
 */
final class PosteriorParts {
    private static final Path PAGE = Path.of("docs", "calibration.md");

    /** Fewer ranks of one parameter say nothing of their coverage. */
    private static final int FEWEST_RANKS = 5;

    private static final Map<String, String> CHANGES =
            Map.of("none", "whole record", "seed", "another seed", "without", "without", "wider", "twice as wide:");

    private PosteriorParts() {}

    static List<GeneratedPart> all() throws IOException {
        return List.of(
                new GeneratedPart(PAGE, "ensemble", ensemble()),
                new GeneratedPart(PAGE, "predictive", predictive()),
                new GeneratedPart(PAGE, "learned", learned()),
                new GeneratedPart(PAGE, "recovery", recovery()),
                new GeneratedPart(PAGE, "influence", influence()));
    }

    private static List<CSVRecord> rows(String name) throws IOException {
        return GeneratedPart.rows(Path.of("results", name));
    }

    private static String ensemble() throws IOException {
        List<CSVRecord> distances = rows("distances.csv");
        List<CSVRecord> weights = rows("ensemble.csv");
        double squares = weights.stream()
                .mapToDouble(row -> Double.parseDouble(row.get("weight")))
                .map(weight -> weight * weight)
                .sum();
        return "The ensemble has " + distances.size() + " settings, which by their weights are worth "
                + Math.round(1 / squares) + " of equal weight. The distance by which they were kept is at most "
                + Text.significant(distances.stream()
                        .mapToDouble(row -> Double.parseDouble(row.get("distance")))
                        .max()
                        .orElseThrow())
                + ";\nover fresh runs its median is "
                + Text.significant(median(distances)) + ", its least "
                + Text.significant(distances.stream()
                        .mapToDouble(row -> Double.parseDouble(row.get("distance_again")))
                        .min()
                        .orElseThrow())
                + ".\n";
    }

    private static double median(List<CSVRecord> distances) {
        double[] sorted = distances.stream()
                .mapToDouble(row -> Double.parseDouble(row.get("distance_again")))
                .sorted()
                .toArray();
        return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
    }

    private static String predictive() throws IOException {
        StringBuilder table = new StringBuilder("""
                | pattern | | target | settings that meet it, of the prior | of the ensemble | runs of the ensemble: 5 %, median, 95 % | CRPS |
                |---|---|---|---|---|---|---|
                """);
        for (CSVRecord row : rows("predictive.csv")) {
            table.append(row(
                    row.get("pattern"),
                    row.get("kind"),
                    scaled(row, "low") + " to " + scaled(row, "high"),
                    share(row, "prior_share"),
                    share(row, "ensemble_share"),
                    scaled(row, "q05") + ", " + scaled(row, "q50") + ", " + scaled(row, "q95"),
                    scaled(row, "crps")));
        }
        return table.toString();
    }

    private static String learned() throws IOException {
        List<CSVRecord> rows = rows("posterior.csv");
        StringBuilder table = new StringBuilder("""
                | parameter | prior | posterior: 5 %, median, 95 % | width | pattern that sees it best |
                |---|---|---|---|---|
                """);
        long learned = 0;
        for (CSVRecord row : rows) {
            if (row.get("learned").equals("yes")) {
                learned++;
                table.append(row(
                        "`" + row.get("parameter") + "`",
                        scaled(row, "low") + " to " + scaled(row, "high") + ", " + row.get("shape"),
                        scaled(row, "q05") + ", " + scaled(row, "q50") + ", " + scaled(row, "q95"),
                        row.get("width"),
                        row.get("pattern")));
            }
        }
        long seen = rows.stream().filter(row -> !row.get("pattern").isEmpty()).count();
        return "Of " + rows.size() + " uncertain parameters the patterns see " + seen + ", and tell the posterior of "
                + learned + " from the prior:\n\n" + table;
    }

    private static String recovery() throws IOException {
        if (!Files.exists(Path.of("results", "recovery.csv"))) {
            return "Not computed yet: `./greenlight recovery`.\n";
        }
        StringBuilder table = new StringBuilder("""
                | parameters | known values | within the 50 % interval | within the 90 % interval | width in widths of the prior | probability of ranks as uneven |
                |---|---|---|---|---|---|
                """);
        for (CSVRecord row : rows("recovery.csv")) {
            String name = row.get("parameter");
            boolean total = name.startsWith("all_");
            if (total || Integer.parseInt(row.get("ranks")) >= FEWEST_RANKS) {
                table.append(row(
                        total ? name.replace('_', ' ') : "`" + name + "`",
                        row.get("ranks"),
                        interval(row, "coverage50", true),
                        interval(row, "coverage90", true),
                        row.get("width"),
                        row.get("p")));
            }
        }
        StringBuilder ranks = new StringBuilder("""
                | rank | known values of parameters that are seen | expected | of all parameters | expected |
                |---|---|---|---|---|
                """);
        for (CSVRecord row : rows("recovery-ranks.csv")) {
            ranks.append(row(
                    row.get("from") + " to " + row.get("to"),
                    row.get("seen") + " (" + row.get("seen_low") + " to " + row.get("seen_high") + ")",
                    row.get("expected_seen"),
                    row.get("all"),
                    row.get("expected_all")));
        }
        return "Parameters that at least " + FEWEST_RANKS + " records see, and all together:\n\n" + table + "\n"
                + ranks;
    }

    private static String influence() throws IOException {
        if (!Files.exists(Path.of("results", "influence.csv"))) {
            return "Not computed yet: `./greenlight influence`.\n";
        }
        List<CSVRecord> rows = rows("influence.csv");
        List<String> columns = rows.get(0).getParser().getHeaderNames();
        List<String> answers =
                columns.stream().filter(name -> columns.contains(name + "_low")).toList();
        StringBuilder table = new StringBuilder("| change | tolerance | settings that meet it; with the whole record"
                + " | runs: 5 %, median, 95 % | with the whole record |\n|---|---|---|---|---|\n");
        StringBuilder answered = new StringBuilder("| change |");
        answers.forEach(name -> answered.append(" `").append(name).append("` |"));
        answered.append("\n|---|").append("---|".repeat(answers.size())).append('\n');
        for (CSVRecord row : rows) {
            boolean changed = !row.get("pattern").isEmpty();
            String change = CHANGES.get(row.get("change")) + (changed ? " `" + row.get("pattern") + "`" : "");
            table.append(row(
                    change,
                    row.get("tolerance"),
                    changed ? share(row, "share") + "; " + share(row, "whole_share") : "",
                    changed ? scaled(row, "q05") + ", " + scaled(row, "q50") + ", " + scaled(row, "q95") : "",
                    changed
                            ? scaled(row, "whole_q05") + ", " + scaled(row, "whole_q50") + ", "
                                    + scaled(row, "whole_q95")
                            : ""));
            List<String> cells = new ArrayList<>(List.of(change));
            answers.forEach(name -> cells.add(interval(row, name, false)));
            answered.append(row(cells.toArray(String[]::new)));
        }
        return table + "\n" + answered;
    }

    private static String interval(CSVRecord row, String column, boolean percent) {
        String value = text(row, column, percent);
        String low = text(row, column + "_low", percent);
        return low.isEmpty() ? value : value + " (" + low + " to " + text(row, column + "_high", percent) + ")";
    }

    private static String text(CSVRecord row, String column, boolean percent) {
        return row.get(column).isEmpty() ? "" : percent ? share(row, column) : scaled(row, column);
    }

    private static String share(CSVRecord row, String column) {
        return Text.percent(Double.parseDouble(row.get(column)));
    }

    private static String scaled(CSVRecord row, String column) {
        return row.get(column).isEmpty() ? "" : Text.scaled(Double.parseDouble(row.get(column)));
    }
}
