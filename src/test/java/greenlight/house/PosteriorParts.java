package greenlight.house;

import static greenlight.house.GeneratedPart.row;

import greenlight.runner.format.Text;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.csv.CSVRecord;

/** The generated parts of {@code docs/calibration.md}: what the tables of {@code ./greenlight calibrate} say. */
final class PosteriorParts {
    private static final Path PAGE = Path.of("docs", "calibration.md");

    private PosteriorParts() {}

    static List<GeneratedPart> all() throws IOException {
        return List.of(
                new GeneratedPart(PAGE, "ensemble", ensemble()),
                new GeneratedPart(PAGE, "predictive", predictive()),
                new GeneratedPart(PAGE, "learned", learned()));
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
                + Text.significant(median(distances)) + ".\n";
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
                | pattern | | target | settings that meet it, of the prior | of the ensemble | runs of the ensemble: 5 %, median, 95 % |
                |---|---|---|---|---|---|
                """);
        for (CSVRecord row : rows("predictive.csv")) {
            table.append(row(
                    row.get("pattern"),
                    row.get("kind"),
                    scaled(row, "low") + " to " + scaled(row, "high"),
                    share(row, "prior_share"),
                    share(row, "ensemble_share"),
                    scaled(row, "q05") + ", " + scaled(row, "q50") + ", " + scaled(row, "q95")));
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

    private static String share(CSVRecord row, String column) {
        return Text.percent(Double.parseDouble(row.get(column)));
    }

    private static String scaled(CSVRecord row, String column) {
        return row.get(column).isEmpty() ? "" : Text.scaled(Double.parseDouble(row.get(column)));
    }
}
